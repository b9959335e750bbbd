"""Reads one file into the tables it holds, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest.delimited import read_delimited, top_rows
from pipeline.ingest.grid import TOP, Grid
from pipeline.ingest.headers import Contract, Header
from pipeline.ingest.refusal import Refused
from pipeline.ingest.sniff import sniff
from pipeline.ingest.table import TableOf, make_table
from pipeline.ingest.workbook import Sheet, open_workbook
from pipeline.model import rules
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Cell, RawTable

Tables = tuple[RawTable, ...]
Findings = tuple[Finding, ...]


@dataclass(frozen=True)
class Part:
    """One table's rows with their header, before they are sorted into data and the rest."""

    grid: Grid
    header: Header
    findings: tuple[Finding, ...] = ()


def read_tables(
    of: TableOf, content: bytes, suffix: str, contract: Contract
) -> tuple[tuple[Part, ...], Tables, Findings]:
    """Return every table of a source that the file holds: of a workbook, each sheet that fits.

    Raises Refused if there is none.
    """
    parts: tuple[Part, ...]
    findings: list[Finding] = []
    if sniff(content, suffix) == "delimited":
        grid = read_delimited(content, contract)
        parts = (Part(grid, contract.find(grid.rows)),)
    else:
        sheets = open_workbook(content)
        fitting = _fitting(sheets, contract)
        parts = tuple(read_sheet(of, sheet, contract) for sheet in fitting)
        findings += sheets_left(of, sheets, fitting, contract)
    tables = []
    for part in parts:
        table, said = make_table(of, part.grid, part.header)
        tables.append(table)
        findings += [*part.findings, *said]
    return parts, tuple(tables), tuple(findings)


def read_top(
    content: bytes, suffix: str, contract: Contract
) -> tuple[Header, list[Sequence[Cell]]]:
    """Return the header and the first rows of a file: of a workbook, of its first sheet that fits.

    Raises Refused as `read_tables` does, for what can be seen from the top.
    """
    if sniff(content, suffix) == "delimited":
        rows: list[Sequence[Cell]] = list(top_rows(content, contract))
    else:
        rows = list(_fitting(open_workbook(content), contract)[0].top(TOP + 5))
    return contract.find(rows), rows


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
        (rules.ROWS_HIDDEN, content.hidden_rows),
        (rules.CELLS_MERGED, content.filled),
    ):
        if count:
            place = Place(of.file, sheet.name)
            findings.append(Finding(rule, place, of.team, (("count", str(count)),)))
    return Part(content.grid, header, tuple(findings))


def sheets_left(
    of: TableOf, sheets: Sequence[Sheet], read: Sequence[Sheet], contract: Contract
) -> list[Finding]:
    """Return a finding for each sheet that looks like the source but was not read."""
    return [
        Finding(
            rules.SHEET_HIDDEN if sheet.hidden else rules.SHEET_NOT_READ,
            Place(of.file, sheet.name),
            of.team,
        )
        for sheet in sheets
        if sheet not in read and contract.fits(sheet.top(TOP))
    ]


def _fitting(sheets: Sequence[Sheet], contract: Contract) -> list[Sheet]:
    """Return the visible sheets that hold the source's headers; Refused if there is none."""
    fitting = [sheet for sheet in sheets if contract.fits(sheet.top(TOP))]
    visible = [sheet for sheet in fitting if not sheet.hidden]
    if visible:
        return visible
    if fitting:
        raise Refused(rules.SHEET_ONLY_HIDDEN, sheet=fitting[0].name)
    best = max(sheets, key=lambda sheet: contract.recognises(sheet.top(TOP)), default=None)
    if best is None:
        raise Refused(rules.FILE_EMPTY)
    try:
        contract.find(best.top(TOP))
    except Refused as refused:
        refused.sheet = best.name
        raise
    return [best]
