"""The date that an extract gives itself: in a column, in a line above its header, in its name."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from pipeline.model.dates import read_date
from pipeline.model.ingested import Cell
from pipeline.model.names import same_header

COLUMNS: Final = frozenset(
    {
        "extractdate",
        "dateofextract",
        "dateextracted",
        "extractedon",
        "asat",
        "asatdate",
        "dataasat",
        "reportdate",
        "snapshotdate",
    }
)

_LABEL: Final = re.compile(
    r"\b(?:as at|as of|extract(?:ed)?(?: date| on)?|date of extract|report date|snapshot date"
    r"|run date|date run)\b[\s:\-]*(.*)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?[ \-][A-Za-z]{3,9}[ \-]\d{2,4}"
)


def date_in_cell(cell: Cell) -> date | None:
    """Return the date in a cell, else None."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return read_date(cell) if isinstance(cell, str) and cell.strip() else None


def date_column(header: Sequence[Cell]) -> int | None:
    """Return the position of the column that holds the extract's date, else None."""
    found = [
        position
        for position, cell in enumerate(header)
        if isinstance(cell, str) and same_header(cell) in COLUMNS
    ]
    return found[0] if len(found) == 1 else None


def date_in_title(rows: Sequence[Sequence[Cell]]) -> date | None:
    """Return the one date that the lines above the header give the extract, else None."""
    found = set()
    for row in rows:
        for position, cell in enumerate(row):
            label = _LABEL.search(cell) if isinstance(cell, str) else None
            if label is None:
                continue
            words = _DATE.search(label.group(1))
            day = read_date(words.group()) if words else None
            beside = row[position + 1] if position + 1 < len(row) else None
            if day is None and not label.group(1).strip():
                day = date_in_cell(beside)
            if day is not None:
                found.add(day)
    return found.pop() if len(found) == 1 else None


def dates_in_column(
    rows: Sequence[Sequence[Cell]], header: Sequence[Cell], *, first_only: bool = False
) -> set[date]:
    """Return the dates that stand in the extract's own date column."""
    position = date_column(header)
    if position is None:
        return set()
    cells = {row[position] for row in rows if position < len(row)}
    found = {day for cell in cells if (day := date_in_cell(cell)) is not None}
    return {max(found)} if first_only and found else found


def date_inside(rows: Sequence[Sequence[Cell]], header_row: int) -> date | None:
    """Return the date that a table gives itself, as far as its top shows: its column, else a title."""
    stated = dates_in_column(rows[header_row:], rows[header_row - 1], first_only=True)
    return stated.pop() if stated else date_in_title(rows[: header_row - 1])
