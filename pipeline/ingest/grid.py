"""A sheet or delimited file as rows of cells, before anyone knows what its columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.ingested import Cell

TOP: int = 20
"""The header row stands within this many rows of the top."""


@dataclass(frozen=True)
class Grid:
    """Rows from the top, none left out: row `i` of the list is row `i + 1` to a person.

    `even` says that every row must have as many fields as the header, as in a delimited file.
    """

    sheet: str
    rows: Sequence[Sequence[Cell]]
    even: bool = False


def is_blank(cell: Cell) -> bool:
    """Return whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_blank_row(row: Sequence[Cell]) -> bool:
    """Return whether nothing stands in any cell of the row."""
    return all(is_blank(cell) for cell in row)
