"""Fills in a Word form as a person does: types into cells, chooses, ticks; nothing of ours is used."""

import io

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class Filler:
    """One form on somebody's screen."""

    def __init__(self, content: bytes) -> None:
        self._document = docx.Document(io.BytesIO(content))
        self._body = self._document.element.body

    def saved(self) -> bytes:
        """Return the file as saved."""
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def write(self, heading: str, row: str, column: str, text: str) -> None:
        """Type into a cell of the table that has both headers, in the row that begins with `row`."""
        cell = self._cell(heading, row, column)
        first, *others = text.split("\n")
        target = next(p for p in cell.iter(f"{W}p") if not _text(p))
        _type(target, first)
        for line in others:
            following = etree.fromstring(etree.tostring(target))
            for run in following.findall(f"{W}r"):
                following.remove(run)
            target.addnext(following)
            _type(following, line)
            target = following

    def answer(self, label: str, text: str) -> None:
        """Type beside a label."""
        for table in self._tables():
            for row in table.iter(f"{W}tr"):
                cells = row.findall(f"{W}tc")
                if len(cells) == 2 and _text(cells[0]) == label:
                    _type(next(iter(cells[1].iter(f"{W}p"))), text)
                    return
        raise LookupError(label)

    def choose(self, heading: str, row: str, column: str, option: str) -> None:
        """Choose in a drop-down of a cell."""
        control = next(self._cell(heading, row, column).iter(f"{W}sdt"))
        _set(control, option)

    def pick(self, heading: str, row: str, column: str, day: str) -> None:
        """Pick a date (yyyy-mm-dd) in a cell."""
        _set_day(next(self._cell(heading, row, column).iter(f"{W}sdt")), day)

    def pick_beside(self, label: str, day: str) -> None:
        """Pick a date (yyyy-mm-dd) beside a label."""
        for table in self._tables():
            for row in table.iter(f"{W}tr"):
                cells = row.findall(f"{W}tc")
                if len(cells) == 2 and _text(cells[0]) == label:
                    _set_day(next(cells[1].iter(f"{W}sdt")), day)
                    return
        raise LookupError(label)

    def tick(self, words: str) -> None:
        """Tick the box beside the words."""
        for control in self._body.iter(f"{W}sdt"):
            box = next(control.iter(f"{W14}checked"), None)
            if box is not None and words in _text(control.getparent()):
                box.set(f"{W14}val", "1")
                next(control.iter(f"{W}t")).text = "\N{BALLOT BOX WITH X}"
                return
        raise LookupError(words)

    def add_row(self, heading: str, *texts: str) -> None:
        """Add a row below the table that has this header, as Tab in its last cell does."""
        table = self._table(heading, heading)
        last = list(table.iter(f"{W}tr"))[-1]
        row = etree.fromstring(etree.tostring(last))
        for cell, text in zip(row.findall(f"{W}tc"), texts, strict=True):
            for paragraph in cell.findall(f"{W}p")[1:]:
                cell.remove(paragraph)
            paragraph = cell.find(f"{W}p")
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            _type(paragraph, text)
        last.addnext(row)

    def add_paragraph(self, after: str, text: str) -> None:
        """Write a paragraph of one's own under a heading."""
        for paragraph in self._body.iter(f"{W}p"):
            if _text(paragraph) == after:
                own = etree.SubElement(paragraph.getparent(), f"{W}p")
                _type(own, text)
                paragraph.addnext(own)
                return
        raise LookupError(after)

    def _tables(self):
        return self._body.iter(f"{W}tbl")

    def _table(self, heading: str, column: str):
        for table in self._tables():
            headers = [_text(cell) for cell in next(table.iter(f"{W}tr")).findall(f"{W}tc")]
            if heading in headers and any(h.startswith(column) for h in headers):
                return table
        raise LookupError(heading)

    def _cell(self, heading: str, row: str, column: str):
        table = self._table(heading, column)
        first, *rows = table.iter(f"{W}tr")
        headers = [_text(cell) for cell in first.findall(f"{W}tc")]
        place = next(n for n, h in enumerate(headers) if h.startswith(column))
        for each in rows:
            cells = each.findall(f"{W}tc")
            if _text(cells[0]).startswith(row):
                return cells[place]
        raise LookupError(row)


def _text(element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t")).strip()


def _type(paragraph, text: str) -> None:
    run = etree.SubElement(paragraph, f"{W}r")
    node = etree.SubElement(run, f"{W}t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _set(control, text: str) -> None:
    for mark in list(control.iter(f"{W}showingPlcHdr")):
        mark.getparent().remove(mark)
    node = next(control.find(f"{W}sdtContent").iter(f"{W}t"))
    node.text = text
    for style in list(control.find(f"{W}sdtContent").iter(f"{W}rStyle")):
        style.getparent().remove(style)


def _set_day(control, day: str) -> None:
    year, month, number = day.split("-")
    _set(control, f"{number}/{month}/{year}")
    next(control.iter(f"{W}date")).set(f"{W}fullDate", f"{day}T00:00:00Z")
