"""A file that holds tables, opened once whatever its kind, and asked by each source whether it fits."""

from collections.abc import Callable, Sequence

from pipeline.ingest.files.sniff import sniff
from pipeline.ingest.tables.delimited import Undelimited
from pipeline.ingest.tables.grid import TOP, Sheet
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.workbooks.sheets import Book, misnamed, open_book
from pipeline.model.findings import Finding
from pipeline.model.ingested import Cell

Rows = Sequence[Sequence[Cell]]


class Tabular:
    """Delimited text, or the sheets of a workbook; of either only the top is read.

    Making one raises Refused if the file is not safe to read.
    """

    def __init__(self, content: bytes, suffix: str) -> None:
        self.text: Undelimited | None = None
        self.sheets: tuple[Sheet, ...] = ()
        self._form, self._suffix = sniff(content, suffix), suffix
        self._book = Book(())
        if self._form == "delimited":
            self.text = Undelimited(content)
            self._tops: list[tuple[Rows, bool]] = [(t, False) for t in self.text.tops.values()]
        else:
            self._book = open_book(content, self._form)
            self.sheets = tuple(self._book.sheets)
            self._tops = [(sheet.top(TOP), sheet.hidden) for sheet in self.sheets]

    def fits(self, contract: Contract) -> bool:
        """Return whether the file, or a sheet that a person sees, has a source's needed columns."""
        return any(contract.fits(top) for top, hidden in self._tops if not hidden)

    def recognises(self, contract: Contract) -> int:
        """Return the most columns of a source that any one row near a top holds."""
        return max((contract.recognises(top) for top, _ in self._tops), default=0)

    def has_row(self, test: Callable[[Sequence[Cell]], bool]) -> bool:
        """Return whether a row near a top passes a test."""
        return any(test(row) for top, hidden in self._tops if not hidden for row in top)

    def findings(self, file: str, team: str = "") -> tuple[Finding, ...]:
        """Return what to know of the file as a whole, the first time that it is asked."""
        book, self._book = self._book, Book(())
        suffix, self._suffix = self._suffix, ""
        named = misnamed(self._form, file, suffix, team) if suffix else ()
        return (*named, *book.findings(file, team))
