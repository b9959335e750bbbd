"""Reads the tables of one source that a file holds, whatever kind of file it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.delimited import Delimited
from pipeline.ingest.tables.grid import TOP, Grid, Sheet, is_blank_row
from pipeline.ingest.tables.headers import Contract, Header
from pipeline.ingest.tables.table import TableOf, make_table
from pipeline.ingest.tabular import Tabular
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.rules.files import (
    FILE_EMPTY,
)
from pipeline.model.rules.tables import (
    CELLS_MERGED,
    COLUMNS_HIDDEN,
    ROWS_HIDDEN,
    SHEET_HIDDEN,
    SHEET_NOT_READ,
    SHEET_ONLY_HIDDEN,
)

Findings = tuple[Finding, ...]


@dataclass(frozen=True)
class Part:
    """One table's rows with their header, before they are sorted into data and the rest."""

    grid: Grid
    header: Header
    findings: Findings = ()

    @property
    def has_rows(self) -> bool:
        """Whether anything stands below the header."""
        return any(not is_blank_row(row) for row in self.grid.rows[self.header.row :])

    @property
    def holds_rows(self) -> bool:
        """Whether anything stands below the header."""
        return not all(is_blank_row(row) for row in self.grid.rows[self.header.row :])


class Opened:
    """A file as one source sees it, not yet read.

    Where sheets have names that the source `prefers`, no other is read. Making one raises Refused
    if the file has not the source's headers, as far as can be seen from the top.
    """

    def __init__(
        self, tabular: Tabular, contract: Contract, prefers: Callable[[str], bool] | None = None
    ) -> None:
        self._contract, self._tabular = contract, tabular
        self._text: Delimited | None = None
        self._sheets = tabular.sheets
        self._fitting: list[Sheet] = []
        if tabular.text is not None:
            self._text = tabular.text.under(contract)
            self.top: Sequence[Sequence[Cell]] = self._text.top(TOP + 5)
        else:
            self._fitting = _fitting(self._sheets, contract)
            preferred = [sheet for sheet in self._fitting if prefers and prefers(sheet.name)]
            self._fitting = preferred or self._fitting
            self.top = self._fitting[0].top(TOP + 5)
        self.header = contract.find(self.top)

    def parts(self, of: TableOf) -> tuple[Part, ...]:
        """Return every table of the source that the file holds: of a workbook, each sheet.

        Raises Refused for what can only be seen in reading all of it.
        """
        if self._text is not None:
            grid = self._text.read()
            header = self._contract.find(grid.rows)
            return (Part(grid, header, self._tabular.findings(of.file, of.team)),)
        parts = [read_sheet(of, sheet, self._contract) for sheet in self._fitting]
        left = sheets_left(of, self._sheets, self._fitting, self._contract)
        whole = self._tabular.findings(of.file, of.team)
        parts[0] = replace(parts[0], findings=(*whole, *parts[0].findings, *left))
        return tuple(parts)


def make_tables(of: TableOf, parts: Sequence[Part]) -> tuple[tuple[RawTable, ...], Findings]:
    """Return the raw tables of a file's parts, and all findings on them. Raises Refused.

    A part without rows beside others that have some, such as next month's sheet, is no table.
    """
    tables: list[RawTable] = []
    findings: list[Finding] = []
    holding = [part for part in parts if part.holds_rows]
    for part in holding or parts[:1]:
        table, said = make_table(of, part.grid, part.header)
        tables.append(table)
        findings += [*part.findings, *said]
    return tuple(tables), tuple(findings)


def read_sheet(of: TableOf, sheet: Sheet, contract: Contract) -> Part:
    """Return a worksheet's rows and header, with what to know of hidden rows and merged cells.

    Raises Refused, naming the sheet, if its headers are not the source's.
    """
    content = sheet.read()
    try:
        header = contract.find(content.grid.rows)
    except Refused as refused:
        refused.sheet = sheet.name
        raise
    findings = []
    for rule, count in (
        (ROWS_HIDDEN, content.hidden_rows),
        (COLUMNS_HIDDEN, content.hidden_columns),
        (CELLS_MERGED, content.filled),
    ):
        if count:
            place = Place(of.file, sheet.name)
            findings.append(Finding(rule, place, of.team, (("count", str(count)),)))
    return Part(content.grid, header, tuple(findings))


def sheets_left(
    of: TableOf, sheets: Sequence[Sheet], read: Sequence[Sheet], contract: Contract
) -> list[Finding]:
    """Return a finding for each sheet that looks like the source but was not read.

    A visible one without rows is not worth a word. Raises Refused if one cannot be read.
    """
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet in read or not contract.fits(sheet.top(TOP)):
            continue
        place = Place(of.file, sheet.name)
        if sheet.hidden:
            findings.append(Finding(SHEET_HIDDEN, place, of.team))
            continue
        rows = sheet.read().grid.rows
        below = rows[contract.find(rows).row :]
        count = sum(not is_blank_row(row) for row in below)
        if count:
            facts = (("sheet", sheet.name), ("count", str(count)))
            findings.append(Finding(SHEET_NOT_READ, place, of.team, facts))
    return findings


def _fitting(sheets: Sequence[Sheet], contract: Contract) -> list[Sheet]:
    """Return the visible sheets that hold the source's headers; Refused if there is none."""
    fitting = [sheet for sheet in sheets if contract.fits(sheet.top(TOP))]
    visible = [sheet for sheet in fitting if not sheet.hidden]
    if visible:
        return visible
    if fitting:
        raise Refused(SHEET_ONLY_HIDDEN, sheet=fitting[0].name)
    best = max(sheets, key=lambda sheet: contract.recognises(sheet.top(TOP)), default=None)
    if best is None:
        raise Refused(FILE_EMPTY)
    try:
        contract.find(best.top(TOP))
    except Refused as refused:
        refused.sheet = best.name
        raise
    return [best]
