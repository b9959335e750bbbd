"""The cells of one sheet of an .xlsx: what each holds, and in which row and column it stands."""

import re
from datetime import datetime
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import LAST_COLUMN
from pipeline.ingest.tables.grid import UNCALCULATED
from pipeline.ingest.workbooks.cell_text import CellText
from pipeline.ingest.workbooks.serials import moment, number
from pipeline.ingest.workbooks.sheet_rows import SheetRows
from pipeline.ingest.workbooks.xlsx_parts import Contents, unescaped
from pipeline.ingest.workbooks.xml_events import local
from pipeline.model.ingested import Cell, ErrorCell
from pipeline.model.rules.files import FILE_UNSAFE

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TRUE: Final = ("1", "true")
_NO_STYLE: Final = "0"


class XlsxCells:
    """Hears a sheet's XML and adds its rows to `found`.

    Whatever is no cell, such as a formula's text or a picture, is passed over.
    """

    def __init__(self, contents: Contents, found: SheetRows) -> None:
        self._contents, self._found = contents, found
        self._columns: dict[str, int] = {}
        self._row: dict[int, Cell] = {}
        self._number = self._column = 0
        self._hidden = False
        self._cell: dict[str, str] | None = None
        self._text = CellText()
        self._takes = self._aside = self._formula = self._value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or a part of one."""
        kind = local(name)
        if self._cell is not None:
            self._start_in_cell(kind)
        elif kind == "c":
            self._cell, self._text = attributes, CellText()
            self._takes = self._aside = self._formula = self._value = False
            self._column = self._place(attributes.get("r"))
        elif kind == "row":
            self._row, self._column = {}, 0
            self._number = int(attributes.get("r", self._number + 1))
            self._hidden = attributes.get("hidden") in _TRUE
        elif kind == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif kind == "col" and attributes.get("hidden") in _TRUE:
            self._found.hide_columns(int(attributes["min"]), int(attributes["max"]))

    def _start_in_cell(self, kind: str) -> None:
        if kind in ("v", "t"):
            self._takes = not self._aside
            self._value = True
        elif kind == "f":
            self._formula = True
        elif kind == "rPh":  # how a text is pronounced
            self._aside = True

    def end(self, name: str) -> None:
        """Finish a row, a cell or a part of one."""
        kind = local(name)
        if kind == "c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif kind == "row":
            row: list[Cell] = [None] * max(self._row, default=0)
            for column, value in self._row.items():
                row[column - 1] = value
            self._found.add(tuple(row), self._number, hidden=self._hidden)
        elif kind in ("v", "t"):
            self._takes = False
        elif kind == "rPh":
            self._aside = False

    def text(self, words: str) -> None:
        """Add to a cell's text."""
        if self._takes:
            self._text.add(words)

    def _end_cell(self, attributes: dict[str, str]) -> None:
        text, kind = str(self._text), attributes.get("t", "n")
        if not text:
            calculated = not self._formula or (kind == "str" and self._value)
            value: Cell = None if calculated else UNCALCULATED
        elif kind in ("n", "s"):
            value = self._looked_up(kind, text, attributes.get("s", _NO_STYLE))
        else:
            value = _written(kind, text)
        if value is None or value == "":
            return
        if self._column in self._row:
            raise Refused(FILE_UNSAFE, why="two cells claim one place")
        self._row[self._column] = value

    def _looked_up(self, kind: str, text: str, style: str) -> Cell:
        """Return a shared text, or a number as its format shows it. Raises LookupError."""
        if kind == "s":
            return self._contents.texts[_position(text)]
        value, dates = number(text), self._contents.dates
        if isinstance(value, ErrorCell) or (style == _NO_STYLE and not dates):
            return value
        if dates[_position(style)]:
            return moment(value, from_1904=self._contents.from_1904)
        return value

    def _place(self, reference: str | None) -> int:
        """Return the column of a cell, from 1; without a reference it follows the last."""
        if reference is None:
            column = self._column + 1
        else:
            letters, row = _parted(reference)
            if row != self._number:
                raise Refused(FILE_UNSAFE, why="a cell lies outside its row")
            column = self._columns.get(letters) or _column(letters)
            self._columns[letters] = column
        if column > LAST_COLUMN:
            raise Refused(FILE_UNSAFE, why="a cell lies outside the sheet")
        return column

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        letters, top = _parted(first)
        _, bottom = _parted(last or first)
        if bottom > top:
            self._found.merge(_column(letters), top, bottom)


def _written(kind: str, text: str) -> Cell:
    if kind == "b":
        return text.strip() in _TRUE
    if kind == "e":
        return ErrorCell(text)
    if kind == "d":
        try:
            return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
        except ValueError:
            return text
    return unescaped(text)


def _position(text: str) -> int:
    """Return a position in a list. Raises ValueError."""
    position = int(text)
    if position < 0:
        raise ValueError
    return position


def _parted(reference: str) -> tuple[str, int]:
    """Return the letters and the row of a cell's reference. Raises ValueError."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError
    return found.group(1), int(found.group(2))


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column
