"""A cell's text as it comes in pieces, never longer than a cell can hold."""

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import LONGEST_TEXT
from pipeline.model.rules.files import FILE_UNSAFE


class CellText:
    """The text so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(self, words: str) -> None:
        """Add to it. Raises Refused if it becomes too long."""
        self._length += len(words)
        if self._length > LONGEST_TEXT:
            raise Refused(FILE_UNSAFE, why="a cell holds more text than a cell can")
        self._pieces.append(words)

    def __str__(self) -> str:
        return "".join(self._pieces)
