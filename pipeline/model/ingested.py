"""What ingest gives: raw cells, unchanged, each row with its file, sheet and row number."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.history import History
from pipeline.model.returned import RawForm

if TYPE_CHECKING:
    import pandas as pd

SourceKind = Literal["case_extract", "tracker", "scores", "form"]
CellKind = Literal["text", "number", "date", "error", "blank"]


class ErrorCell(str):
    """A cell that shows an Excel error (`#REF!`), or a formula that was never calculated."""

    __slots__ = ()


Cell = str | int | float | bool | date | datetime | ErrorCell | None
"""A raw cell: the Python type tells its kind."""


def cell_kind(cell: Cell) -> CellKind:
    """Return the kind of a raw cell."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return "blank"
    if isinstance(cell, ErrorCell):
        return "error"
    if isinstance(cell, str):
        return "text"
    if isinstance(cell, date):
        return "date"
    return "number"


@dataclass(frozen=True)
class InputFile:
    """A file that was read: its path below the inputs folder, size and hash."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class RawTable:
    """One table as it stands in a file.

    `rows` has a column per recognised canonical name, object dtype, holding `Cell`s; its index is
    the row number as a person sees it. Blank, title, footer and repeated header rows are not in
    it: `passed_over` counts them. `team` and `locality` come from a tracker's folder. `format` is
    that of a case extract; the columns of every format are those of `CASE_EXTRACT`, so far as it
    has them, with `status` beside them where a format's rows are not all CIN plans.
    """

    kind: SourceKind
    file: str
    sheet: str
    rows: "pd.DataFrame"
    headers: dict[str, str]
    ignored_headers: tuple[str, ...] = ()
    passed_over: int = 0
    set_aside: int = 0
    team: str = ""
    locality: str = ""
    format: FormatName = "local"


@dataclass(frozen=True)
class Ingested:
    """All tables and returned forms that could be read.

    `extract_date` is the case extract's own date. `as_at` is the date asked for, else
    `extract_date`. `newest_extract` is the date of the newest extract there is: trackers, which
    are overwritten in place, are at least as new. `accounts` are of tables that were joined to
    others: what they say stands in `tables`. `history` is the published past.
    """

    as_at: date
    extract_date: date | None
    tables: tuple[RawTable, ...]
    files: tuple[InputFile, ...]
    findings: tuple[Finding, ...] = ()
    accounts: tuple[FileAccount, ...] = ()
    refused: tuple[tuple[SourceKind, str], ...] = ()
    newest_extract: date | None = None
    forms: tuple[RawForm, ...] = ()
    history: History = field(default_factory=History)

    @property
    def looks_back(self) -> bool:
        """Whether an extract newer than the as-at date is there, and so newer trackers."""
        newest = self.newest_extract or self.extract_date
        return newest is not None and self.as_at < newest

    @property
    def extract_format(self) -> FormatName:
        """The format of the case extract; `local` where there is none."""
        return next((table.format for table in self.of_kind("case_extract")), "local")

    def of_kind(self, kind: SourceKind) -> tuple[RawTable, ...]:
        """Return the tables of one kind, in reading order."""
        return tuple(table for table in self.tables if table.kind == kind)
