"""Walks a part of a Word document and takes down every character that stands in it.

What an element is decides only what becomes of its text; what is not known is walked through.
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.controls import read_control
from pipeline.ingest.word_form.fields import FieldCodes
from pipeline.ingest.word_form.looks import Looks, is_shaded
from pipeline.ingest.word_form.names import Element, child, is_on, own_text, short_name, value
from pipeline.ingest.word_form.page import Block, Cell, Control, Paragraph, Piece, Row, State, Table
from pipeline.ingest.word_form.symbols import (
    TICKED,
    UNTICKED,
    chosen_option,
    in_font,
    old_box,
    symbol,
)
from pipeline.model.rules.documents import DOCUMENT_UNSAFE

DELETED: Final = ("w:del", "w:moveFrom", "w:cellDel")
INSERTED: Final = ("w:ins", "w:moveTo", "w:cellIns")
_INLINE: Final = frozenset(
    [
        "w:r",
        "w:t",
        "w:delText",
        "w:sym",
        "w:noBreakHyphen",
        "w:ffData",
        "w:hyperlink",
        "w:fldSimple",
        "w:ruby",
        "m:oMath",
        "m:oMathPara",
        "m:r",
        "m:t",
        "a:p",
        "a:t",
        "v:textpath",
    ]
)
MOST_CELLS: Final = 200
"""In one row; Word itself makes up to 63."""
_DRAWN: Final = ("a:p", "a:t", "v:textpath")
_BREAKS: Final = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t"}
_NOTES: Final = {
    "w:commentReference": "comment",
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
}


@dataclass(frozen=True)
class _Around:
    """What surrounds an element and touches its text."""

    deleted: bool = False
    hidden: bool = False
    shaded: bool = False
    control: Control | None = None
    tags: tuple[str, ...] = ()


class Walker:
    """Walks parts of one document; `tracked` counts the changes nobody has accepted yet."""

    def __init__(self, styles: Element | None) -> None:
        self._looks = Looks(styles)
        self._fields = FieldCodes()
        self.tracked: Counter[str] = Counter()

    def blocks(self, element: Element, around: _Around = _Around()) -> list[Block]:
        """Return the paragraphs and tables within an element."""
        made: list[Block] = []
        for each in element:
            name = short_name(each)
            if name == "w:p":
                made.append(self._paragraph(each, around))
            elif name == "w:tbl":
                made.append(self._table(each, around))
            elif name in _INLINE:
                made += self._loose(each, around)
            elif name == "w:sdt":
                made += self.blocks(each, self._controlled(each, around))
            else:
                made += self.blocks(each, self._changed(each, around))
        return _joined(made)

    def _loose(self, element: Element, around: _Around) -> list[Block]:
        """Return what stands outside any paragraph as one."""
        if short_name(element) == "w:p":
            return [self._paragraph(element, around)]
        if short_name(element) in _DRAWN:
            return [_of_drawing(element, around)]
        loose = Paragraph()
        self._inline(element, loose, around)
        return [loose]

    def _paragraph(self, element: Element, around: _Around) -> Paragraph:
        properties = child(element, "w:pPr")
        style = child(properties, "w:pStyle")
        made = Paragraph(self._looks.style_name(style))
        mark = child(properties, "w:rPr")
        for change in DELETED + INSERTED:
            if child(mark, change) is not None:
                self.tracked[change] += 1
                made.joined = made.joined or change in DELETED
        self._fields.start()
        inside = replace(
            around,
            hidden=around.hidden or bool(self._looks.hides(style)),
            shaded=around.shaded or is_shaded(properties),
        )
        for each in element:
            self._inline(each, made, inside)
        return made

    def _inline(self, element: Element, into: Paragraph, around: _Around) -> None:
        name = short_name(element)
        if name in ("w:t", "m:t", "w:delText"):
            deleted = replace(around, deleted=around.deleted or name == "w:delText")
            self._add(own_text(element), element, into, deleted)
        elif name == "w:r":
            hidden = self._looks.is_hidden(
                element, by_paragraph=around.hidden, shaded=around.shaded
            )
            around = replace(around, hidden=hidden)
        elif name == "w:sdt":
            self._inside(element, into, self._controlled(element, around, into))
            return
        elif name == "w:txbxContent":
            into.floats.append(self.blocks(element, replace(around, control=None)))
            return
        elif name == "w:tbl":
            into.floats.append([self._table(element, around)])
            return
        elif name in _DRAWN:
            into.floats.append([_of_drawing(element, around)])
            return
        elif name == "w:fldSimple":
            with self._fields.within(value(element, "instr")):
                self._inside(element, into, around)
            return
        elif name == "w:p" and into.pieces:
            self._put("\n", into, around)
        elif name in _NOTES:
            into.notes.append((_NOTES[name], value(element, "id")))
        else:
            self._sign(name, element, into, around)
            around = self._changed(element, around)
        self._inside(element, into, around)

    def _inside(self, element: Element, into: Paragraph, around: _Around) -> None:
        for each in element:
            self._inline(each, into, around)

    def _sign(self, name: str, element: Element, into: Paragraph, around: _Around) -> None:
        """Take down what is not written as text, and follow the codes of fields."""
        if name in _BREAKS:
            # a tab stop's definition has the name of a tab
            if short_name(_parent(element)) == "w:r":
                self._put(_BREAKS[name], into, around)
        elif name == "w:noBreakHyphen":
            self._put("\N{NON-BREAKING HYPHEN}", into, around)
        elif name == "w:sym":
            sign = symbol(value(element, "char"), value(element, "font"))
            self._put(sign, into, around)
        elif name == "w:ffData":
            if chosen := chosen_option(element):
                self._put(chosen, into, around)
            ticked = old_box(element)
            if ticked is not None:
                into.pieces.append(Piece("", _state(around), around.control, ticked))
        else:
            self._fields.see(name, element)

    def _add(self, text: str, element: Element, into: Paragraph, around: _Around) -> None:
        fonts = child(_parent(element), "w:rPr", "w:rFonts")
        font = value(fonts, "ascii") or value(fonts, "hAnsi")
        self._put(in_font(text, font) if font.startswith("Wingdings") else text, into, around)

    def _put(self, text: str, into: Paragraph, around: _Around) -> None:
        ticked = _ticked(text, around.control)
        state, computed = _state(around), self._fields.computed
        into.pieces.append(Piece(text, state, around.control, ticked, computed))

    def _controlled(
        self, element: Element, around: _Around, into: Paragraph | None = None
    ) -> _Around:
        control = read_control(child(element, "w:sdtPr"))
        empty = control.is_box and not any(own_text(e).strip() for e in element.iter())
        if empty and into is not None:
            into.pieces.append(Piece("", _state(around), control, control.ticked))
        tags = (*around.tags, control.tag) if control.tag else around.tags
        return replace(around, control=control, tags=tags)

    def _changed(self, element: Element, around: _Around) -> _Around:
        """Return what is around the inside of an element that may be a tracked change."""
        name = short_name(element)
        if name in DELETED + INSERTED and len(element):
            self.tracked[name] += 1
        return replace(around, deleted=True) if name in DELETED else around

    def _table(self, element: Element, around: _Around) -> Table:
        caption = value(child(element, "w:tblPr", "w:tblCaption"))
        return Table(self._rows(element, around), caption)

    def _rows(self, element: Element, around: _Around) -> list[Row]:
        made: list[Row] = []
        for each in element:
            name = short_name(each)
            if name == "w:sdt":
                made += self._rows(each, self._controlled(each, around))
            elif name == "w:tr":
                made.append(self._row(each, around))
            elif name == "w:p" or name in _INLINE:  # text between rows, where none may stand
                made.append(Row([Cell(self._loose(each, around))]))
            else:
                made += self._rows(each, self._changed(each, around))
        return made

    def _row(self, element: Element, around: _Around) -> Row:
        properties = child(element, "w:trPr")
        inside = self._marked(properties, around)
        inside = replace(inside, hidden=inside.hidden or is_on(child(properties, "w:hidden")))
        cells = self._cells(element, inside)
        if len(cells) > MOST_CELLS:
            raise Refused(DOCUMENT_UNSAFE, why="a table is far wider than Word can make one")
        return Row(cells, _number(child(properties, "w:gridBefore")))

    def _cells(self, element: Element, around: _Around) -> list[Cell]:
        made: list[Cell] = []
        for each in element:
            name = short_name(each)
            if name == "w:sdt":
                made += self._cells(each, self._controlled(each, around))
            elif name == "w:tc":
                made.append(self._cell(each, around))
            else:
                loose = Paragraph()
                self._inline(each, loose, self._changed(each, around))
                if loose.pieces or loose.floats:
                    made.append(Cell([loose]))
        return made

    def _cell(self, element: Element, around: _Around) -> Cell:
        properties = child(element, "w:tcPr")
        inside = self._marked(properties, around)
        inside = replace(inside, shaded=inside.shaded or is_shaded(properties))
        merge = child(properties, "w:vMerge")
        controls = (e for e in element.iter() if short_name(e) == "w:sdtPr")
        held = (value(child(each, "w:tag")) for each in controls)
        return Cell(
            self.blocks(element, inside),
            max(1, _number(child(properties, "w:gridSpan"))),
            merge is not None and value(merge) != "restart",
            tuple(tag for tag in (*around.tags, *held) if tag),
        )

    def _marked(self, properties: Element | None, around: _Around) -> _Around:
        """Return what is around a row or cell that may be inserted or deleted as a whole."""
        for change in DELETED + INSERTED:
            if child(properties, change) is not None:
                self.tracked[change] += 1
                around = replace(around, deleted=around.deleted or change in DELETED)
        return around


def _joined(blocks: list[Block]) -> list[Block]:
    """Return the blocks with each paragraph whose end was deleted put before the one after it."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if isinstance(last, Paragraph) and last.joined and isinstance(block, Paragraph):
            block.pieces[:0] = last.pieces
            block.floats[:0] = last.floats
            block.notes[:0] = last.notes
            made.pop()
        made.append(block)
    return made


def _of_drawing(element: Element, around: _Around) -> Paragraph:
    """Return the text of a paragraph, or of decorated letters, in a drawing."""
    texts = (own_text(e) if short_name(e) == "a:t" else _decorated(e) for e in element.iter())
    return Paragraph(pieces=[Piece("".join(texts), _state(around))])


def _decorated(element: Element) -> str:
    return value(element, "string") if short_name(element) == "v:textpath" else ""


def _state(around: _Around) -> State:
    if around.deleted:
        return "deleted"
    return "hidden" if around.hidden else "live"


def _ticked(text: str, control: Control | None) -> bool | None:
    """Return the state of a box whose sign the text is; None where it is no sign of a box."""
    if control is None or not control.is_box or len(text.strip()) != 1:
        return None
    sign = text.strip()
    return sign in TICKED or (sign not in UNTICKED and control.ticked)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _number(element: Element | None) -> int:
    held = value(element)
    return min(int(held), 1_000) if held.isdecimal() else 0
