"""The Standard Safeguarding Dataset: tables known by their columns or names, in files or sheets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from pipeline.ingest.extracts.look import Reading
from pipeline.ingest.extracts.plan_table import several_dates
from pipeline.ingest.extracts.ssd.account import joined_accounts, rows_used
from pipeline.ingest.extracts.ssd.join import join_plans
from pipeline.ingest.reading import Opened, Part, make_tables
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.extract_date import date_inside
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tables.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.national_tables import SSD, SSD_CIN_PLANS
from pipeline.model.rules.formats import (
    SSD_COLUMNS_MISSING,
    SSD_JOINED,
    SSD_NOT_NEEDED,
    SSD_TABLES_MISSING,
)
from pipeline.model.rules.tables import MISSING_COLUMNS
from pipeline.model.settings import Settings

PLANS: Final = SSD_CIN_PLANS.name
NAME: Final = re.compile(r"(?<![a-z])ssd_[a-z]+(?:_[a-z]+)*")
PREFIX: Final = re.compile(r"[a-z]{4}_")


def ssd_table_in(name: str) -> str:
    """Return the name of the SSD table that a file or sheet has in its own name; blank if none."""
    found = NAME.search(re.sub(r"[\s\-]+", "_", name.rpartition("/")[2].casefold()))
    if found is None:
        return ""
    # a prefix or suffix of the authority's own may hang on it: ssd_cin_plans_final
    known = [t.name for t in SSD if f"{found.group()}_".startswith(f"{t.name}_")]
    return known[0] if known else found.group()


class SsdFile:
    """A file with one table of the dataset or, as a workbook, several.

    `contracts` are those of the tables in it. It is read once, though others ask for its tables.
    """

    format: FormatName = "ssd"

    def __init__(self, file: str, tabular: Tabular, contracts: Mapping[str, Contract]) -> None:
        """Raise Refused if a table's columns can't be told apart."""
        self._file = file
        self._sheets = {ssd_table_in(sheet.name) for sheet in tabular.sheets} - {""}
        self._opened = {name: Opened(tabular, each) for name, each in contracts.items()}
        plans = self._opened.get(PLANS)
        self.has_plans = plans is not None
        self.day = date_inside(plans.top, plans.header.row) if plans else None

    def read(self, beside: Sequence["SsdFile"], known: date | None) -> Reading:
        """Return its plans with what the tables beside it tell of them. Raises Refused."""
        own, findings = self.tables
        if not self._opened:
            return Reading((), (Finding(SSD_NOT_NEEDED, Place(self._file)),))
        pool: dict[str, list[RawTable]] = {}
        for each in beside:
            for name, tables in each.readable().items():
                pool.setdefault(name, []).extend(tables)
        accounts = tuple(joined_accounts(own, pool))
        if not self.has_plans:
            return Reading((), findings, accounts)
        said = list(findings)
        if next(each for each in beside if each.has_plans) is self:
            said += _of_tables(pool, Place(self._file))
        joined = [join_plans(table, pool, known) for table in own[PLANS]]
        said += [finding for _, told in joined for finding in told]
        return Reading(tuple(table for table, _ in joined), said, accounts)

    def readable(self) -> dict[str, tuple[RawTable, ...]]:
        """Return its tables, none if it can't be read: its own reading says why."""
        try:
            return self.tables[0]
        except Refused:
            return {}

    @cached_property
    def tables(self) -> tuple[dict[str, tuple[RawTable, ...]], tuple[Finding, ...]]:
        """Its tables by name, and what to say of them. Raises Refused."""
        found: dict[str, tuple[RawTable, ...]] = {}
        findings: list[Finding] = []
        for name, opened in self._opened.items():
            of = TableOf("case_extract", self._file, format="ssd", plans=name == PLANS)
            parts = [_own_headers_known(part) for part in opened.parts(of)]
            if name == PLANS:
                findings += several_dates(self._file, parts)
                for part in parts:
                    _need_team(part)
            found[name], said = make_tables(of, parts)
            findings += said
        for name, contract in ((t.name, t) for t in SSD):
            if name in self._sheets and name not in found:
                needed = ", ".join(c.header for c in contract.columns if c.need == "needed")
                findings.append(_columns_missing(Place(self._file), name, needed))
        return found, tuple(findings)


class Ssd:
    """Knows the dataset's tables when it sees them."""

    def __init__(self, settings: Settings) -> None:
        self._contracts = {table.name: Contract(table, settings) for table in SSD}

    @property
    def contract(self) -> Contract:
        """That of the plans."""
        return self._contracts[PLANS]

    def look(self, file: str, tabular: Tabular) -> SsdFile | None:
        """Return how to read a file; None if it holds no table of the dataset. Raises Refused."""
        fitting = {n: each for n, each in self._contracts.items() if tabular.fits(each)}
        named = ssd_table_in(file)
        if not fitting and named in self._contracts:
            fitting = {named: self._contracts[named]}
        if fitting or (named and tabular.has_row(_is_header)):
            return SsdFile(file, tabular, fitting)
        return None

    def insist(self, file: str, tabular: Tabular) -> SsdFile:
        """Take a file for the table of plans. Raises Refused, which says what it lacks."""
        return SsdFile(file, tabular, {PLANS: self.contract})


def _is_header(row: Sequence[Cell]) -> bool:
    """Return whether every cell begins with the same four letters, as in all tables of the dataset."""
    starts = {PREFIX.match(cell.strip().casefold()) for cell in row if isinstance(cell, str)}
    return (
        len(row) > 1
        and None not in starts
        and len({found.group() for found in starts if found}) == 1
    )


def _own_headers_known(part: Part) -> Part:
    """Take columns of the dataset that no figure needs out of those said to be unknown."""
    ignored = tuple(h for h in part.header.ignored if not PREFIX.match(h.header.casefold()))
    return replace(part, header=replace(part.header, ignored=ignored))


def _need_team(part: Part) -> None:
    if not {"team", "team_id"} & part.header.columns.keys():
        missing = SSD_CIN_PLANS.column("team_id").header
        found = ", ".join(part.header.headers.values())
        raise Refused(MISSING_COLUMNS, sheet=part.grid.sheet, missing=missing, found=found)


def _of_tables(pool: Mapping[str, Sequence[RawTable]], place: Place) -> list[Finding]:
    """Say which tables were joined, which are missing, and which columns they lack."""
    findings = []
    others = [table for table in SSD if table.name != PLANS]
    there = [table for table in others if table.name in pool]
    if there:
        rows = {each.name: sum(len(part.rows) for part in pool[each.name]) for each in there}
        tables = ", ".join(
            f"{name} ({count} rows, {rows_used(name, pool)} used)" for name, count in rows.items()
        )
        findings.append(Finding(SSD_JOINED, place, facts=(("tables", tables),)))
    missing = ", ".join(table.name for table in others if table.name not in pool)
    if missing:
        findings.append(Finding(SSD_TABLES_MISSING, place, facts=(("tables", missing),)))
    for table in there:
        held = {name for part in pool[table.name] for name in part.headers}
        lacks = ", ".join(c.header for c in table.columns if c.name not in held)
        if lacks:
            findings.append(_columns_missing(place, table.name, lacks))
    return findings


def _columns_missing(place: Place, table: str, columns: str) -> Finding:
    return Finding(SSD_COLUMNS_MISSING, place, facts=(("table", table), ("columns", columns)))
