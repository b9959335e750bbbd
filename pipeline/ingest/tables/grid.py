"""A sheet or delimited file as rows of cells, before anyone knows what its columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from pipeline.model.ingested import Cell, ErrorCell

TOP: int = 20
"""The header row stands within this many rows of the top."""

UNCALCULATED: Final = ErrorCell("=")
"""Stands for a formula whose value was never calculated and saved."""


@dataclass(frozen=True)
class Grid:
    """Rows from the top, none left out: row `i` of the list is row `i + 1` to a person.

    `even` says that every row must have as many fields as the header, as in a delimited file.
    """

    sheet: str
    rows: Sequence[Sequence[Cell]]
    even: bool = False


@dataclass(frozen=True)
class SheetContent:
    """A sheet's rows; how many cells a merged cell filled; how much of it a person does not see."""

    grid: Grid
    hidden_rows: int = 0
    filled: int = 0
    hidden_columns: int = 0


class Sheet(Protocol):
    """One sheet of a workbook of any kind; nothing is read until asked for."""

    @property
    def name(self) -> str:
        """What its tab says."""
        ...

    @property
    def hidden(self) -> bool:
        """Whether a person does not see it."""
        ...

    def top(self, count: int) -> list[tuple[Cell, ...]]:
        """Return the first rows. Raises Refused if they cannot be read."""
        ...

    def read(self) -> SheetContent:
        """Return all rows; a cell merged downwards stands in each. Raises Refused."""
        ...


def is_blank(cell: Cell) -> bool:
    """Return whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_blank_row(row: Sequence[Cell]) -> bool:
    """Return whether nothing stands in any cell of the row."""
    return all(is_blank(cell) for cell in row)
