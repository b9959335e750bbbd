"""What stands in the sheets of an .ods: OpenDocument writes them all into one stream of XML."""

import re
from datetime import datetime
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import LAST_COLUMN, LAST_ROW, LONGEST_TEXT, MOST_SHEETS, Room
from pipeline.ingest.tables.grid import UNCALCULATED
from pipeline.ingest.workbooks.cell_text import CellText
from pipeline.ingest.workbooks.held_sheet import HeldSheet
from pipeline.ingest.workbooks.serials import number
from pipeline.ingest.workbooks.sheet_rows import SheetRows
from pipeline.model.ingested import Cell, ErrorCell
from pipeline.model.rules.files import FILE_UNSAFE

_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE: Final = f"{_ODF}office:1.0 "
_TABLE: Final = f"{_ODF}table:1.0 "
_TEXT: Final = f"{_ODF}text:1.0 "
_STYLE: Final = f"{_ODF}style:1.0 "
_DRAW: Final = f"{_ODF}drawing:1.0 "
_CALC_KIND: Final = (
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
)

_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPH: Final = f"{_TEXT}p"
_COMMENT: Final = f"{_OFFICE}annotation"
_NO_CELLS: Final = (
    _COMMENT,
    f"{_TABLE}tracked-changes",
    f"{_TABLE}dde-links",
    f"{_TABLE}scenario",
    f"{_OFFICE}forms",
)
_HIDDEN: Final = ("collapse", "filter")
_COPIED: Final = "ta_extref"
"""The style of a sheet that is a copy of another workbook's, kept for the links to it."""
_ERROR: Final = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_NUMBERS: Final = ("float", "percentage", "currency")
_SPACES: Final = re.compile(r"[ \t\r\n]+")


class OdsContent:
    """Hears content.xml and gathers its sheets; counts what stands beside their cells."""

    def __init__(self) -> None:
        self.sheets: list[HeldSheet] = []
        self.comments = self.text_boxes = self.copied_sheets = 0
        self._room = Room()
        self._styles = _Styles()
        self._sheet: SheetRows | None = None
        self._about: dict[str, str] = {}
        self._next_row = self._next_column = 1
        self._row: dict[int, Cell] = {}
        self._about_row: dict[str, str] = {}
        self._cell: _Cell | None = None
        self._aside = 0
        """How deep inside something that is no cell; 0 outside."""
        self._aside_words = False
        self._starts = {
            f"{_STYLE}style": self._styles.name,
            f"{_STYLE}table-properties": self._styles.properties,
            f"{_TABLE}table": self._start_sheet,
            f"{_TABLE}table-column": self._start_column,
            f"{_TABLE}table-row": self._start_row,
        }
        self._ends = {f"{_TABLE}table": self._end_sheet, f"{_TABLE}table-row": self._end_row}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a sheet, a row, a cell or a part of one."""
        if self._aside:
            self._aside += 1
        elif name in _NO_CELLS or name.startswith(_DRAW):
            self._aside, self._aside_words = 1, False
            self.comments += name == _COMMENT
        elif self._cell is not None:
            self._cell.start(name, attributes)
        elif name in _CELLS:
            self._cell = _Cell(attributes)
        elif name in self._starts:
            self._starts[name](attributes)

    def text(self, words: str) -> None:
        """Add to a cell's text."""
        if self._aside:
            self._aside_words = self._aside_words or bool(words.strip())
        elif self._cell is not None:
            self._cell.text(words)

    def end(self, name: str) -> None:
        """Finish a sheet, a row, a cell or a part of one."""
        if self._aside:
            self._aside -= 1
            if not self._aside and self._aside_words and name.startswith(_DRAW):
                self.text_boxes += 1
        elif self._cell is not None:
            if name in _CELLS:
                self._end_cell(self._cell)
                self._cell = None
            else:
                self._cell.end(name)
        elif name in self._ends:
            self._ends[name]()

    def _start_sheet(self, attributes: dict[str, str]) -> None:
        if self._sheet is not None:
            raise Refused(FILE_UNSAFE, why="a table stands within a table")
        if len(self.sheets) == MOST_SHEETS:
            raise Refused(FILE_UNSAFE, why="it has more sheets than a workbook has")
        self._sheet, self._about = SheetRows(self._room), attributes
        self._next_row = self._next_column = 1

    def _end_sheet(self) -> None:
        style = self._about.get(f"{_TABLE}style-name", "")
        if style == _COPIED:
            self.copied_sheets += 1
        elif self._sheet is not None:
            name, hidden = self._about.get(f"{_TABLE}name", ""), style in self._styles.hidden
            self.sheets.append(HeldSheet(name, hidden, self._sheet))
        self._sheet = None

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = self._next_column
        self._next_column = min(first + _times(attributes, "columns"), LAST_COLUMN + 1)
        if self._sheet is not None and attributes.get(f"{_TABLE}visibility") in _HIDDEN:
            self._sheet.hide_columns(first, self._next_column - 1)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row, self._about_row, self._next_column = {}, attributes, 1

    def _end_row(self) -> None:
        times = _times(self._about_row, "rows")
        if self._row and self._sheet is not None:
            row: list[Cell] = [None] * max(self._row)
            for column, value in self._row.items():
                row[column - 1] = value
            hidden = self._about_row.get(f"{_TABLE}visibility") in _HIDDEN
            self._sheet.add(tuple(row), self._next_row, times, hidden=hidden)
        self._row = {}
        self._next_row = min(self._next_row + times, LAST_ROW + 1)

    def _end_cell(self, cell: "_Cell") -> None:
        first, value = self._next_column, cell.value()
        self._next_column = first + _times(cell.attributes, "columns")
        if value is None or value == "" or self._sheet is None:
            return
        if self._next_column > LAST_COLUMN + 1:
            raise Refused(FILE_UNSAFE, why="a cell lies outside the sheet")
        for column in range(first, self._next_column):
            self._row[column] = value
        rows = int(cell.attributes.get(f"{_TABLE}number-rows-spanned", "1"))
        if rows > 1:
            self._sheet.merge(first, self._next_row, self._next_row + rows - 1)


class _Styles:
    """Which styles hide the sheets that have them."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self._name = ""

    def name(self, attributes: dict[str, str]) -> None:
        self._name = attributes.get(f"{_STYLE}name", "")

    def properties(self, attributes: dict[str, str]) -> None:
        if attributes.get(f"{_TABLE}display") == "false":
            self.hidden.add(self._name)


class _Cell:
    """One cell, which may be repeated."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.attributes = attributes
        self._shown = CellText()
        self._paragraphs = self._inside = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in (*_CELLS, f"{_TABLE}table"):
            raise Refused(FILE_UNSAFE, why="a table stands within a cell")
        if name == _PARAGRAPH:
            if self._paragraphs:
                self._shown.add("\n")
            self._paragraphs += 1
            self._inside += 1
        elif name == f"{_TEXT}s":
            self._shown.add(" " * min(int(attributes.get(f"{_TEXT}c", "1")), LONGEST_TEXT))
        elif name == f"{_TEXT}tab":
            self._shown.add("\t")
        elif name == f"{_TEXT}line-break":
            self._shown.add("\n")

    def text(self, words: str) -> None:
        if self._inside:
            self._shown.add(_SPACES.sub(" ", words))

    def end(self, name: str) -> None:
        self._inside -= name == _PARAGRAPH

    def value(self) -> Cell:
        """Return what the cell holds; a formula for which nothing is shown was never calculated."""
        attributes, shown = self.attributes, str(self._shown)
        formula = f"{_TABLE}formula" in attributes
        kind = attributes.get(f"{_OFFICE}value-type", "")
        if attributes.get(_CALC_KIND) == "error" or (formula and _ERROR.fullmatch(shown)):
            return ErrorCell(shown or "#VALUE!")
        if formula and not kind and not self._paragraphs:
            return UNCALCULATED
        if kind in _NUMBERS:
            return number(attributes[f"{_OFFICE}value"])
        if kind == "boolean":
            return attributes[f"{_OFFICE}boolean-value"] == "true"
        return _written(kind, attributes, shown)


def _written(kind: str, attributes: dict[str, str], shown: str) -> Cell:
    if kind == "date":
        written = attributes[f"{_OFFICE}date-value"]
        try:
            return datetime.fromisoformat(written).replace(tzinfo=None)
        except ValueError:
            return shown or written
    if kind == "time":
        return shown or attributes[f"{_OFFICE}time-value"]
    return attributes.get(f"{_OFFICE}string-value", shown)


def _times(attributes: dict[str, str], of: str) -> int:
    """Return how often a row, column or cell is repeated. Raises ValueError."""
    times = int(attributes.get(f"{_TABLE}number-{of}-repeated", "1"))
    if times < 1:
        raise ValueError
    return times
