"""Rows of a sheet as they come, within bounds; then what merged cells and hidden rows mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import LAST_COLUMN, LAST_ROW, MOST_ROWS, Room
from pipeline.ingest.tables.grid import Grid, SheetContent
from pipeline.model.ingested import Cell
from pipeline.model.rules.files import FILE_TOO_LONG, FILE_UNSAFE

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Merged:
    """A merged cell, from 1: the column of its value, its first and its last row."""

    column: int
    top: int
    bottom: int


@dataclass
class SheetRows:
    """A sheet's rows from the first, blank ones included; a row ends with its last filled cell.

    `filled` counts the rows in which something stands, `hidden` those of them that are hidden;
    `hidden_columns` holds the first and last of each run of hidden columns.
    """

    room: Room
    rows: list[Row] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    filled: int = 0
    hidden: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: Row, number: int, times: int = 1, *, hidden: bool = False) -> None:
        """Add a row at its number, as often as it is repeated. Raises Refused."""
        if not row:
            return
        gap = number - len(self.rows) - 1
        if gap < 0 or number + times - 1 > LAST_ROW:
            raise Refused(FILE_UNSAFE, why="its rows are out of order")
        self.filled += times
        if self.filled > MOST_ROWS:
            raise Refused(FILE_TOO_LONG, limit=f"{MOST_ROWS:,} rows")
        self.room.take_cells(gap)
        self.room.take(row, times)
        self.rows.extend(() for _ in range(gap))
        self.rows.extend(row for _ in range(times))
        self.hidden += times if hidden else 0

    def merge(self, column: int, top: int, bottom: int) -> None:
        """Note that a cell is merged over several rows. Raises Refused."""
        if len(self.merged) == MOST_ROWS:
            raise Refused(FILE_UNSAFE, why="it has more merged cells than a workbook has")
        self.merged.append(Merged(column, top, bottom))

    def hide_columns(self, first: int, last: int) -> None:
        """Note that a person does not see some columns. Raises Refused."""
        if len(self.hidden_columns) == LAST_COLUMN:
            raise Refused(FILE_UNSAFE, why="it has more columns than a sheet has")
        self.hidden_columns.append((first, last))

    def content(self, name: str) -> SheetContent:
        """Return the sheet, each value standing in all rows over which it is merged."""
        filled = fill_down(self.rows, self.merged, self.room)
        return SheetContent(Grid(name, self.rows), self.hidden, filled, self._columns_hidden())

    def _columns_hidden(self) -> int:
        """Count the hidden columns in which something stands."""
        widest = max((len(row) for row in self.rows), default=0)
        positions: set[int] = set()
        for first, last in self.hidden_columns:
            if len(positions) < widest:
                positions.update(range(max(first, 1), min(last, widest) + 1))
        filled: set[int] = set()
        for row in self.rows if positions else ():
            filled.update(at for at in positions - filled if at <= len(row) and row[at - 1])
            if filled == positions:
                break
        return len(filled)


def fill_down(rows: list[Row], merged: Sequence[Merged], room: Room) -> int:
    """Put a value that is merged over several rows into each of them; return into how many."""
    filled = 0
    for each in merged:
        if not 0 < each.top <= len(rows) or each.column < 1:
            continue
        row = rows[each.top - 1]
        value = row[each.column - 1] if each.column <= len(row) else None
        if value is None:
            continue
        for index in range(each.top, min(each.bottom, len(rows))):
            below = list(rows[index])
            below += [None] * (each.column - len(below))
            room.take_cells(len(below))
            below[each.column - 1] = value
            rows[index] = tuple(below)
            filled += 1
    return filled
