"""How large a workbook may be: no sheet of cases comes near, and memory stays bounded."""

from collections.abc import Sequence
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.model.ingested import Cell
from pipeline.model.rules.files import FILE_TOO_LONG, FILE_UNSAFE

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
LONGEST_TEXT: Final = 100_000
"""Three times what a cell of Excel can hold."""

MOST_SHEETS: Final = 1_000
MOST_ROWS: Final = 300_000
"""Of one sheet, with something in them."""
MOST_CELLS: Final = 20_000_000
MOST_CHARACTERS: Final = 200_000_000


class Room:
    """What may still be read of one workbook, all its sheets together."""

    def __init__(self) -> None:
        self._cells = MOST_CELLS
        self._characters = MOST_CHARACTERS

    def take(self, row: Sequence[Cell], times: int = 1) -> None:
        """Make room for a row, which may stand there several times. Raises Refused."""
        characters = 0
        for cell in row:
            if isinstance(cell, str):
                if len(cell) > LONGEST_TEXT:
                    raise Refused(FILE_UNSAFE, why="a cell holds more text than a cell can")
                characters += len(cell)
        self._characters -= characters * times
        self.take_cells(max(len(row), 1) * times)
        if self._characters < 0:
            raise Refused(FILE_TOO_LONG, limit=f"{MOST_CHARACTERS:,} characters")

    def take_cells(self, count: int) -> None:
        """Make room for cells. Raises Refused."""
        self._cells -= count
        if self._cells < 0:
            raise Refused(FILE_TOO_LONG, limit=f"{MOST_CELLS:,} cells")
