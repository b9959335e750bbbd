"""Reads .xlsx and .xlsm workbooks: saved values only, macros and links left alone."""

from collections.abc import Iterator

from pipeline.ingest.files.preflight import open_archive
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import Room
from pipeline.ingest.tables.grid import SheetContent
from pipeline.ingest.workbooks.beside import count_beside
from pipeline.ingest.workbooks.sheet_rows import Row, SheetRows
from pipeline.ingest.workbooks.xlsx_cells import XlsxCells
from pipeline.ingest.workbooks.xlsx_parts import Contents, NamedSheet, Parts, read_contents
from pipeline.ingest.workbooks.xml_events import listen


class XlsxBook:
    """The worksheets of an .xlsx in order, hidden ones included, and what stands beside its cells."""

    def __init__(self, content: bytes) -> None:
        """Look at all but the sheets. Raises Refused if it is damaged or not safe to open."""
        parts = Parts(open_archive(content))
        contents, room = read_contents(parts), Room()
        self.sheets = tuple(XlsxSheet(parts, contents, each, room) for each in contents.sheets)
        self.beside = count_beside(parts)
        self.from_1904 = contents.from_1904


class XlsxSheet:
    """One worksheet; nothing is read until asked for."""

    def __init__(self, parts: Parts, contents: Contents, listed: NamedSheet, room: Room) -> None:
        self.name = listed.name
        self.hidden = listed.hidden
        self._parts, self._contents, self._part = parts, contents, listed.part
        self._room = room
        self._top: list[Row] = []
        self._top_is_all = False
        self._content: SheetContent | None = None

    def top(self, count: int) -> list[Row]:
        """Return the first rows."""
        if len(self._top) < count and not self._top_is_all:
            found = SheetRows(Room())
            for _ in self._hear(found):
                if len(found.rows) >= count:
                    break
            else:
                self._top_is_all = True
            self._top = found.rows
        return self._top[:count]

    def read(self) -> SheetContent:
        """Return all rows; a cell merged downwards stands in each of its rows."""
        if self._content is None:
            found = SheetRows(self._room)
            for _ in self._hear(found):
                pass
            self._content = found.content(self.name)
        return self._content

    def _hear(self, found: SheetRows) -> Iterator[None]:
        try:
            with self._parts.open(self._part) as stream:
                yield from listen(stream, XlsxCells(self._contents, found))
        except Refused as refused:
            refused.sheet = self.name
            raise
