"""A sheet of which all rows have been read already."""

from pipeline.ingest.tables.grid import SheetContent
from pipeline.ingest.workbooks.sheet_rows import Row, SheetRows


class HeldSheet:
    """One sheet of a workbook that is read in one go."""

    def __init__(self, name: str, hidden: bool, rows: SheetRows) -> None:  # noqa: FBT001 - a fact
        self.name = name
        self.hidden = hidden
        self._rows = rows
        self._content: SheetContent | None = None

    def top(self, count: int) -> list[Row]:
        """Return the first rows."""
        return self._rows.rows[:count]

    def read(self) -> SheetContent:
        """Return all rows; a cell merged downwards stands in each of its rows."""
        if self._content is None:
            self._content = self._rows.content(self.name)
        return self._content
