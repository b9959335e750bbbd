"""A file that holds tables, opened once whatever its kind, and asked by each source whether it fits."""

from collections.abc import Sequence

from pipeline.ingest.delimited import Undelimited
from pipeline.ingest.grid import TOP, Sheet
from pipeline.ingest.headers import Contract
from pipeline.ingest.sheets import open_sheets
from pipeline.ingest.sniff import sniff
from pipeline.model.ingested import Cell

Rows = Sequence[Sequence[Cell]]


class Tabular:
    """Delimited text, or the sheets of a workbook; of either only the top is read.

    Making one raises Refused if the file is not safe to read.
    """

    def __init__(self, content: bytes, suffix: str) -> None:
        self.text: Undelimited | None = None
        self.sheets: tuple[Sheet, ...] = ()
        if sniff(content, suffix) == "delimited":
            self.text = Undelimited(content)
            self._tops: list[tuple[Rows, bool]] = [(t, False) for t in self.text.tops.values()]
        else:
            self.sheets = open_sheets(content, suffix)
            self._tops = [(sheet.top(TOP), sheet.hidden) for sheet in self.sheets]

    def fits(self, contract: Contract) -> bool:
        """Return whether the file, or a sheet that a person sees, has a source's needed columns."""
        return any(contract.fits(top) for top, hidden in self._tops if not hidden)

    def recognises(self, contract: Contract) -> int:
        """Return the most columns of a source that any one row near a top holds."""
        return max((contract.recognises(top) for top, _ in self._tops), default=0)
