"""Reads .xlsx and .xlsm workbooks: cached values only, macros and links left alone."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Final, Self, cast
from xml.etree.ElementTree import iterparse

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from pipeline.ingest.grid import Grid, SheetContent, is_blank_row
from pipeline.ingest.preflight import check_workbook
from pipeline.ingest.refusal import Refused
from pipeline.model.ingested import Cell, ErrorCell
from pipeline.model.rules.files import (
    FILE_DAMAGED,
    FILE_TOO_LONG,
    FILE_UNSAFE,
)

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
MOST_ROWS: Final = 300_000

UNCALCULATED: Final = ErrorCell("=")
"""Stands for a formula whose value was never calculated and saved."""

_MERGE: Final = f"{{{SHEET_MAIN_NS}}}mergeCell"
# how Excel stores a control character; openpyxl has already restored what only looks like one
_ESCAPE: Final = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_FORMULA: Final = f"{{{SHEET_MAIN_NS}}}f"


class WorkbookSheet:
    """One worksheet; nothing is read until asked for."""

    def __init__(self, sheet: ReadOnlyWorksheet) -> None:
        self.name = sheet.title
        self.hidden = sheet.sheet_state != "visible"
        self._sheet = sheet

    def top(self, count: int) -> list[tuple[Cell, ...]]:
        """Return the first rows."""
        rows: list[tuple[Cell, ...]] = []
        with self._failures_named(), _Parser(self._sheet) as parser:
            for row in parser.rows():
                rows.append(row)
                if len(rows) == count:
                    break
        return rows

    def read(self) -> SheetContent:
        """Return all rows; a cell merged downwards stands in each of its rows."""
        rows: list[tuple[Cell, ...]] = []
        filled = 0
        with self._failures_named(), _Parser(self._sheet) as parser:
            rows.extend(parser.rows())
            filled = _fill_down(rows, parser.merged)
            hidden = sum(
                1
                for number in parser.hidden
                if number <= len(rows) and not is_blank_row(rows[number - 1])
            )
        return SheetContent(Grid(self.name, rows), hidden, filled)

    def _failures_named(self) -> "_Failures":
        return _Failures(self.name)


def open_workbook(content: bytes) -> tuple[WorkbookSheet, ...]:
    """Return the worksheets in order, hidden ones included.

    Raises Refused if the file is damaged, protected or not safe to open.
    """
    check_workbook(content)
    with _Failures(""):
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        sheets = cast("list[ReadOnlyWorksheet]", list(book.worksheets))
        return tuple(WorkbookSheet(sheet) for sheet in sheets)


class _Failures:
    """Turns whatever the library raises over someone's file into a refusal; hushes its warnings."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._quiet = warnings.catch_warnings()

    def __enter__(self) -> None:
        self._quiet.__enter__()
        warnings.simplefilter("ignore")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        self._quiet.__exit__(None, None, None)
        if isinstance(error, Exception) and not isinstance(error, Refused):
            raise Refused(FILE_DAMAGED, sheet=self._sheet) from error


class _Parser(WorkSheetParser):
    """openpyxl's reader of a sheet, less all that is not cells, and telling formulas apart."""

    def __init__(self, sheet: ReadOnlyWorksheet) -> None:
        book = sheet.parent
        self._stream = cast("zipfile.ZipFile", book._archive).open(sheet._worksheet_path)  # type: ignore[attr-defined]  # noqa: SLF001 - what openpyxl's own sheet does
        super().__init__(
            self._stream,
            sheet._shared_strings,  # type: ignore[attr-defined]  # noqa: SLF001
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # type: ignore[attr-defined]  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # type: ignore[attr-defined]  # noqa: SLF001
        )
        self.merged: list[str] = []
        self.hidden: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row from the first, blank ones between included."""
        last = filled = 0
        for _, element in iterparse(self._stream):  # noqa: S314 - every DTD was refused
            if element.tag == _MERGE:
                self.merged.append(element.get("ref", ""))
            if element.tag != ROW_TAG:
                continue
            number, cells = self.parse_row(element)  # type: ignore[arg-type]
            if element.get("hidden") in ("1", "true"):
                self.hidden.append(number)
            element.clear()
            if not last < number <= LAST_ROW:
                raise Refused(FILE_UNSAFE, why="its rows are out of order")
            for _ in range(last + 1, number):
                yield ()
            last = number
            row = _row(cells)
            filled += bool(row)
            if filled > MOST_ROWS:
                raise Refused(FILE_TOO_LONG, limit=f"{MOST_ROWS:,}")
            yield row

    def parse_cell(self, element):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - as openpyxl declares it
        """Read one cell; a formula without a saved value is no blank."""
        cell = super().parse_cell(element)
        if cell["value"] is None and element.find(_FORMULA) is not None:
            cell["data_type"], cell["value"] = "e", "="
        return cell


def _row(cells: list[dict[str, object]]) -> tuple[Cell, ...]:
    filled = [cell for cell in cells if cell["value"] is not None]
    if not filled:
        return ()
    width = max(cast("int", cell["column"]) for cell in filled)
    if width > LAST_COLUMN:
        raise Refused(FILE_UNSAFE, why="a cell lies outside the sheet")
    row: list[Cell] = [None] * width
    for cell in filled:
        row[cast("int", cell["column"]) - 1] = _cell(cell["value"], str(cell["data_type"]))
    return tuple(row)


def _cell(value: object, kind: str) -> Cell:
    if kind == "e":
        return UNCALCULATED if value == "=" else ErrorCell(value)
    if isinstance(value, str):
        return (
            _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), value)
            if "_x" in value
            else value
        )
    if isinstance(value, (bool, int, float, date)):
        return value
    return str(value)  # a time of day or a length of time, which no column of ours is


def _fill_down(rows: list[tuple[Cell, ...]], merged: list[str]) -> int:
    """Put a value that is merged over several rows into each of them; return how many."""
    filled = 0
    for reference in merged:
        left, top, _, bottom = range_boundaries(reference)
        if left is None or top is None or bottom is None or top > len(rows):
            continue
        value = rows[top - 1][left - 1] if left <= len(rows[top - 1]) else None
        if value is None:
            continue
        for index in range(top, min(bottom, len(rows))):
            row = list(rows[index])
            row += [None] * (left - len(row))
            row[left - 1] = value
            rows[index] = tuple(row)
            filled += 1
    return filled
