"""Marks of the words that a form comes with, so that on its return written ones can be told apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.model.identity import BESIDE, PRINTED, mark_of, mark_values
from pipeline.render.word.elements import Element, name

SMALL = ("TableSmall", "Hint")


@dataclass
class Marks:
    """Marks of the paragraphs outside entries, and of the small ones beside an entry."""

    printed: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)

    def values(self) -> dict[str, str]:
        """Return them as properties, by name without the prefix."""
        return mark_values(PRINTED, self.printed) | mark_values(BESIDE, self.beside)


def marks_of(parts: list[Element], entry_cells: list[Element]) -> Marks:
    """Return the marks of a document: its body, header and footer.

    A cell's words are marked with their column and row as well: `6` stands in many cells, and
    someone may change one of them.
    """
    marks = Marks()
    entries = set(entry_cells)
    for part in parts:
        for paragraph in part.iter(name("p")):
            cell = next(paragraph.iterancestors(name("tc")), None)
            words = printed_words(paragraph)
            if cell not in entries:
                marks.printed.add(mark_of(words))
            elif _style(paragraph) in SMALL:
                marks.beside.add(mark_of(words))
        for table in part.iter(name("tbl")):
            marks.printed.update(_in_place(table, entries))
    blank = mark_of("")
    return Marks(marks.printed - {blank}, marks.beside - {blank})


def printed_words(paragraph: Element) -> str:
    """Return the words of a paragraph without the results of fields: page numbers change."""
    words, depth = [], 0
    for element in paragraph.iter(name("t"), name("fldChar")):
        if element.tag == name("t"):
            words.append(element.text or "" if depth == 0 else "")
        else:
            depth += {"begin": 1, "end": -1}.get(element.get(name("fldCharType")), 0)
    return "".join(words)


def _in_place(table: Element, entries: set[Element]) -> Iterator[str]:
    rows = [row.findall(name("tc")) for row in table.findall(name("tr"))]
    headed = table.find(f"{name('tr')}/{name('trPr')}/{name('tblHeader')}") is not None
    headers = [_first_words(cell) for cell in rows[0]]
    for row in rows[1:] if headed else []:
        for header, cell in zip(headers, row, strict=True):
            for paragraph in cell.iter(name("p")) if cell not in entries else ():
                if words := printed_words(paragraph):
                    yield mark_of(header, _first_words(row[0]), words)


def _first_words(cell: Element) -> str:
    return next(map(printed_words, cell.iter(name("p"))), "")


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{name('pPr')}/{name('pStyle')}")
    return "" if style is None else str(style.get(name("val")))
