"""Makes a raw table of a grid: the rows between header and footer, and what was passed over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import MOST_ROWS
from pipeline.ingest.tables.grid import Grid, is_blank, is_blank_row
from pipeline.ingest.tables.headers import Header
from pipeline.ingest.tables.unknown_columns import letters, texts
from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import Finding, Place, Rule
from pipeline.model.ingested import Cell, RawTable, SourceKind
from pipeline.model.names import same_header
from pipeline.model.rules.files import FILE_TOO_LONG
from pipeline.model.rules.tables import (
    COLUMNS_IGNORED,
    NO_ROWS,
    ROW_FOOTER,
    ROW_HEADER_AGAIN,
    ROW_UNEVEN,
    ROWS_TITLE,
    TABLE_EMPTY,
)

FOOTER: Final = re.compile(
    r"(?i)\s*(applied filters|no filters applied|filters?\s*:|(grand |sub-?)?totals?\b|page \d+"
    r"|end of (report|extract|data)|printed\b|run (on|by|date)\b|report (run|date|generated)"
    r"|extract(ed)? (on|date|by)|generated (on|by|at)|as at\b|source\s*:|official|confidential"
    r"|\(?\d+ (rows?|records?)\b|(row|record)s? ?(count|returned)|count\s*:?\s*\d*\s*$)"
)

LOOSE_FOOTER: Final = re.compile(
    r"(?i)[\s*=_#.\-]*(filters?( are| were)? applied|filtered (by|on)"
    r"|(this )?(report|data|extract|export|list|table|file|query) ends?\b"
    r"|end of (the )?(report|extract|data|export|list|table|file|query|records?|rows?)"
    r"|(produced|created|downloaded|exported|refreshed) (on|by|at)\b|(data|correct) as at\b"
    r"|no more (rows|records|data)|last (refreshed|updated)\b|end[\s*=_#.\-]*$)"
)
"""What is a footer only where nothing else stands in a needed column."""

TOTAL: Final = re.compile(r"(?i)\W*((grand|overall|team)\s+|sub[-\s]?)?totals?\W*")
"""What is a total whatever stands beside it, counts under the headers of needed columns included."""

LONGEST_VALUE: Final = 500


@dataclass(frozen=True)
class TableOf:
    """Which file a table is of, and whose it is.

    `plans` says that its rows are plans, so that none at all is a failed export.
    """

    kind: SourceKind
    file: str
    team: str = ""
    locality: str = ""
    format: FormatName = "local"
    plans: bool = False


def make_table(of: TableOf, grid: Grid, header: Header) -> tuple[RawTable, tuple[Finding, ...]]:
    """Return the table below the header, and findings on rows and columns it leaves out.

    Raises Refused if a table of plans has no row below its header, likely a failed export, or more
    than any authority has.
    """
    sorter = _Sorter(of, grid, header)
    titles = [number for number, row in enumerate(grid.rows[: header.row - 1], 1) if any(row)]
    sorter.note_titles(titles)
    sorter.passed_over += header.row - 1
    for number, row in enumerate(grid.rows[header.row :], header.row + 1):
        sorter.take(number, row)
    if of.plans and len(sorter.rows) > MOST_ROWS:
        raise Refused(FILE_TOO_LONG, sheet=grid.sheet, limit=f"{MOST_ROWS:,} rows")
    if not sorter.rows and not sorter.set_aside:
        if of.plans:
            raise Refused(NO_ROWS, sheet=grid.sheet)
        sorter.say(TABLE_EMPTY)
    frame = pd.DataFrame(
        {
            name: pd.Series(_column(sorter.rows, position), dtype=object)
            for name, position in header.columns.items()
        },
        dtype=object,
    )
    frame.index = pd.Index(sorter.numbers, dtype="int64", name="row")
    if header.ignored:
        sorter.say(COLUMNS_IGNORED, value=texts(header.ignored), columns=letters(header.ignored))
    table = RawTable(
        of.kind,
        of.file,
        grid.sheet,
        frame,
        header.headers,
        tuple(column.header for column in header.ignored),
        sorter.passed_over,
        sorter.set_aside,
        of.team,
        of.locality,
        of.format,
    )
    return table, tuple(sorter.findings)


class _Sorter:
    """Goes through the rows below the header and tells data from the rest."""

    def __init__(self, of: TableOf, grid: Grid, header: Header) -> None:
        self._of = of
        self._sheet = grid.sheet
        self._even = grid.even
        self._width, self._named = header.width, header.named
        self._needed = [header.columns[name] for name in header.needed]
        self._keys = [same_header(header.headers[name]) for name in header.needed]
        self.rows: list[Sequence[Cell]] = []
        self.numbers: list[int] = []
        self.findings: list[Finding] = []
        self.passed_over = 0
        self.set_aside = 0

    def take(self, number: int, row: Sequence[Cell]) -> None:
        """Put one row where it belongs."""
        if is_blank_row(row):
            self.passed_over += 1
        elif self._is_header(row):
            self.passed_over += 1
            self.say(ROW_HEADER_AGAIN, number)
        elif self._is_footer(row):
            self.passed_over += 1
            self.say(ROW_FOOTER, number)
        elif self._is_uneven(row):
            self.set_aside += 1
            facts = {"fields": str(len(row)), "expected": str(self._width)}
            self.say(ROW_UNEVEN, number, value=_as_text(row), **facts)
        else:
            self.rows.append(row)
            self.numbers.append(number)

    def note_titles(self, numbers: list[int]) -> None:
        """Say which lines stand above the header."""
        if numbers:
            self.say(ROWS_TITLE, numbers[0], count=str(len(numbers)))

    def say(self, rule: Rule, row: int | None = None, value: str = "", **facts: str) -> None:
        """Add a finding about the table or one of its rows."""
        place = Place(self._of.file, self._sheet, row)
        self.findings.append(Finding(rule, place, self._of.team, tuple(facts.items()), value))

    def _is_header(self, row: Sequence[Cell]) -> bool:
        for position, key in zip(self._needed, self._keys, strict=True):
            cell = _at(row, position)
            if not isinstance(cell, str) or len(cell) > 100 or same_header(cell) != key:
                return False
        return True

    def _is_footer(self, row: Sequence[Cell]) -> bool:
        at, first = next(each for each in enumerate(row) if not is_blank(each[1]))
        if not isinstance(first, str):
            return False
        if TOTAL.fullmatch(first):
            return True
        if not any(is_blank(_at(row, position)) for position in self._needed):
            return False
        if FOOTER.match(first) is not None:
            return True
        alone = all(is_blank(_at(row, position)) for position in self._needed if position != at)
        return alone and LOOSE_FOOTER.match(first) is not None

    def _is_uneven(self, row: Sequence[Cell]) -> bool:
        if not self._even or len(row) == self._width:
            return False
        return len(row) < self._named or not is_blank_row(row[self._width :])


def _as_text(row: Sequence[Cell]) -> str:
    return " | ".join("" if cell is None else str(cell) for cell in row)[:LONGEST_VALUE]


def _column(rows: Sequence[Sequence[Cell]], position: int) -> list[Cell]:
    try:
        return [row[position] for row in rows]
    except IndexError:  # in a workbook a row ends with its last cell that holds something
        return [_at(row, position) for row in rows]


def _at(row: Sequence[Cell], position: int) -> Cell:
    return row[position] if position < len(row) else None
