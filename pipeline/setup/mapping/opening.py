"""Opens an extract that nobody has described yet: finds its table, its header row, its columns."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from pipeline.errors import WrongUsage
from pipeline.ingest.files.sniff import sniff
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.delimited import DELIMITERS, Delimited
from pipeline.ingest.tables.encoding import decode
from pipeline.ingest.tables.extract_date import date_in_cell, date_in_title, dates_in_column
from pipeline.ingest.tables.grid import TOP, Grid, is_blank, is_blank_row
from pipeline.ingest.workbooks.sheets import open_sheets
from pipeline.model.dates import date_in_name
from pipeline.model.extract_formats import ExtractFormat
from pipeline.model.ingested import Cell
from pipeline.model.settings import Settings
from pipeline.setup.mapping.clues import is_a_clue
from pipeline.setup.mapping.national import national_format
from pipeline.setup.mapping.showing import looks_like_a_value
from pipeline.validate.cleaner import clean

Rows = Sequence[Sequence[Cell]]

FEWEST_HEADERS: Final = 3
"""As many columns does a case extract need."""
FEWEST_CLUES: Final = 2
"""A row in which fewer cells are like headers may as well be data."""


@dataclass(frozen=True)
class Extract:
    """A table as it stands in a file; `columns` holds the cells below each of `headers`.

    `header_row` is as a person counts. `day` is the date that the extract gives itself.
    `national` is the national format that it is in; such a one has no columns here.
    """

    path: Path
    sheet: str = ""
    header_row: int = 0
    headers: tuple[str, ...] = ()
    columns: tuple[tuple[Cell, ...], ...] = ()
    day: date | None = None
    national: ExtractFormat | None = None

    @property
    def rows(self) -> int:
        """How many rows stand below the header."""
        return len(self.columns[0]) if self.columns else 0

    def column(self, position: int) -> tuple[Cell, ...]:
        """Return the cells below a header."""
        return self.columns[position]


def open_extract(path: Path, settings: Settings) -> Extract:
    """Return the table of a file. Raises WrongUsage, with what to do, if none can be found."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be opened: {error.strerror}."
        raise WrongUsage(message) from error
    try:
        national = national_format(path, content, settings)
        grids = [] if national else _grids(content, path.suffix.lower())
    except Refused as refused:
        message = f"{path}: {refused.finding(path.name).sentence}"
        raise WrongUsage(message) from refused
    if national:
        return Extract(path, national=national)
    found = [(at, grid) for grid in grids if (at := _header(grid.rows[:TOP])) is not None]
    if not found:
        message = (
            f"{path}: none of the first {TOP} rows looks like a header row. The row above the "
            "data must say what each column is: at least the child's ID, the start of the plan and "
            "the team."
        )
        raise WrongUsage(message)
    at, grid = max(found, key=lambda each: _clues(each[1].rows[each[0]]))
    return _table(path, grid, at)


def _grids(content: bytes, suffix: str) -> list[Grid]:
    """Return the tables of a file, of a workbook those that are not hidden. Raises Refused."""
    if sniff(content, suffix) == "delimited":
        text = decode(content)
        tops = {mark: _top(text, mark) for mark in DELIMITERS}
        best = max(DELIMITERS, key=lambda mark: _evenness(tops[mark]))
        return [Delimited(text, best).read()]
    sheets = open_sheets(content, suffix)
    seen = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    return [sheet.read().grid for sheet in seen]


def _top(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return list(islice(reader, TOP))
    except csv.Error:  # a wrong delimiter can put quotation marks in odd places
        return []


def _evenness(rows: list[list[str]]) -> tuple[int, int]:
    """Rank a delimiter: the header it finds first, then how wide most rows are under it."""
    at = _header(rows)
    widths = sorted(len(row) for row in rows)
    return (0 if at is None else _clues(rows[at]), widths[len(widths) // 2] if widths else 0)


def _header(rows: Rows) -> int | None:
    """Return the position of the row that is most like a header, else None."""
    ranked = [
        (_clues(row), -at) for at, row in enumerate(rows) if _may_be_header(row, rows[at + 1 :])
    ]
    clues, at = max(ranked, default=(0, 0))
    return -at if clues >= FEWEST_CLUES else None


def _may_be_header(row: Sequence[Cell], below: Rows) -> bool:
    """Return whether a row holds texts that can be no one's data, and rows follow it."""
    filled = [cell for cell in row if not is_blank(cell)]
    texts = [cell for cell in filled if isinstance(cell, str)]
    if len(texts) < max(FEWEST_HEADERS, len(filled)) or all(is_blank_row(r) for r in below):
        return False
    values = sum(looks_like_a_value(text) for text in texts)
    return values * 4 <= len(texts) and all(date_in_cell(text) is None for text in texts)


def _clues(row: Sequence[Cell]) -> int:
    return sum(is_a_clue(cell) for cell in row if isinstance(cell, str))


def _table(path: Path, grid: Grid, at: int) -> Extract:
    header = grid.rows[at]
    below = [row for row in grid.rows[at + 1 :] if _is_data(row, header)]
    stated = dates_in_column(below, header, first_only=True)
    day = stated.pop() if stated else date_in_title(grid.rows[:at])
    headers = tuple(
        "" if is_blank(cell) else " ".join(clean(str(cell))[0].split()) for cell in header
    )
    columns = tuple(
        tuple(row[position] if position < len(row) else None for row in below)
        for position in range(len(headers))
    )
    return Extract(path, grid.sheet, at + 1, headers, columns, day or date_in_name(path.stem))


def _is_data(row: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """Return whether a row is no title, footer or repeated header."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) > 1 and list(row[: len(header)]) != list(header)
