"""Opens a workbook, whichever kind it is, and gives its sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.ingest.files.sniff import CALLED, Form, is_misnamed, sniff
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.grid import Sheet
from pipeline.ingest.workbooks.beside import Beside
from pipeline.model.findings import Finding, Place, Rule
from pipeline.model.rules.files import (
    BOOK_BESIDE,
    BOOK_FROM_1904,
    BOOK_LINKS,
    FILE_MISNAMED,
    FILE_NOT_ITS_KIND,
)

__all__ = ("Book", "Sheet", "open_book", "open_sheets")


@dataclass(frozen=True)
class Book:
    """A workbook's sheets in order, hidden ones included, and what stands beside its cells."""

    sheets: Sequence[Sheet]
    beside: Beside = field(default_factory=Beside)
    from_1904: bool = False

    def findings(self, file: str, team: str = "") -> tuple[Finding, ...]:
        """Return what to know of the workbook as a whole."""
        said: list[tuple[Rule, dict[str, str]]] = []
        if self.beside.not_read:
            said.append((BOOK_BESIDE, {"what": self.beside.not_read}))
        if self.beside.links:
            said.append((BOOK_LINKS, {"count": str(self.beside.links)}))
        if self.from_1904:
            said.append((BOOK_FROM_1904, {}))
        return tuple(Finding(rule, Place(file), team, tuple(facts.items())) for rule, facts in said)


def open_sheets(content: bytes, suffix: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, whatever its name says.

    Raises Refused if the file is no workbook, damaged, protected or not safe to open.
    """
    return tuple(open_book(content, sniff(content, suffix)).sheets)


def open_book(content: bytes, form: Form) -> Book:
    """Open a workbook of a form that has been sniffed. Raises Refused as `open_sheets` does."""
    if form == "xlsx":
        from pipeline.ingest.workbooks.xlsx import XlsxBook

        xlsx = XlsxBook(content)
        return Book(xlsx.sheets, xlsx.beside, xlsx.from_1904)
    if form == "ods":
        from pipeline.ingest.workbooks.ods import OdsBook

        ods = OdsBook(content)
        return Book(ods.sheets, ods.beside)
    if form == "xls":
        from pipeline.ingest.workbooks.xls import XlsBook

        xls = XlsBook(content)
        return Book(xls.sheets, xls.beside, xls.from_1904)
    raise Refused(FILE_NOT_ITS_KIND, found=CALLED[form])


def misnamed(form: Form, file: str, suffix: str, team: str = "") -> tuple[Finding, ...]:
    """Return a finding if a file was read as another kind than its name says."""
    if not is_misnamed(form, suffix):
        return ()
    facts = (("suffix", suffix or "without a suffix"), ("found", CALLED[form]))
    return (Finding(FILE_MISNAMED, Place(file), team, facts),)
