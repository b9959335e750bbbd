"""Puts beside each plan what other tables of the Standard Safeguarding Dataset tell of it.

No plan is lost or doubled: a key that fits no row, or rows that differ, leaves blanks and is said.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from pipeline.ingest.extracts.cp_plans import CpPlan, cp_plan, cp_plan_cells
from pipeline.ingest.tables.extract_date import date_in_cell
from pipeline.ingest.tables.grid import is_blank
from pipeline.model.findings import Finding, Place, Rule
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.national_tables import SSD
from pipeline.model.rules.formats import (
    CP_PLAN_DATES,
    SSD_AMBIGUOUS,
    SSD_NOT_FOUND,
    SSD_TEAM_NUMBERS,
    SSD_VISIT_DATES,
    SSD_VISITS_UNCLEAR,
)
from pipeline.model.tables import CASE_EXTRACT, SourceTable

NO_KEY: Final = frozenset({"", "-1", "null", "none", "nan", "n/a"})
"""What stands in a key that leads nowhere; teams have -1."""
YES: Final = frozenset({"y", "yes", "true", "1", "a) yes"})
NO: Final = frozenset({"n", "no", "false", "0", "b) no", *NO_KEY})
TABLES: Final = {table.name: table for table in SSD}


@lru_cache(maxsize=1 << 17, typed=True)
def key_of(cell: Cell) -> str:
    """Return what two spellings of a key have in common; blank if it leads nowhere."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = "" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip()
    whole = text.removesuffix(".0")
    text = whole if whole.isdecimal() else text
    return "" if text.casefold() in NO_KEY else text


def rows_by_key(
    source: SourceTable, tables: Sequence[RawTable]
) -> dict[str, list[dict[str, Cell]]]:
    """Return the rows of a table's parts by the key in its first column, without those of none."""
    found: defaultdict[str, list[dict[str, Cell]]] = defaultdict(list)
    for table in tables:
        names = list(table.rows.columns)
        for row in table.rows.itertuples(index=False, name=None):
            cells = dict(zip(names, row, strict=True))
            if key := key_of(cells[source.columns[0].name]):
                found[key].append(cells)
    return found


def alike(rows: Sequence[Mapping[str, Cell]]) -> bool:
    """Return whether all rows of a key say the same, so that one of them tells."""
    return len({tuple(map(str, row.values())) for row in rows}) <= 1


@dataclass
class _Other:
    """A table beside the plans: its rows by key, and which of its columns are there."""

    table: SourceTable
    columns: set[str]
    rows: dict[str, list[dict[str, Cell]]]


class _Join:
    """One table of plans, with the columns that it gains."""

    def __init__(self, plans: RawTable, pool: Mapping[str, Sequence[RawTable]]) -> None:
        self.plans = plans
        self._pool = pool
        self.columns: dict[str, list[Cell]] = {
            name: plans.rows[name].tolist() for name in plans.rows if name in CASE_EXTRACT.names
        }
        self.headers = {n: h for n, h in plans.headers.items() if n in CASE_EXTRACT.names}
        self.findings: list[Finding] = []
        self._others: dict[str, _Other] = {}

    def say(self, rule: Rule, column: str = "", **facts: str) -> None:
        header = self.plans.headers.get(column, "")
        place = Place(self.plans.file, self.plans.sheet, None, header)
        self.findings.append(Finding(rule, place, facts=tuple(facts.items())))

    def cells(self, name: str) -> list[Cell]:
        """Return a column of the plans, blank if they have none of that name."""
        rows = self.plans.rows
        return rows[name].tolist() if name in rows else [None] * len(rows)

    def other(self, name: str) -> _Other | None:
        """Return a table by the key of its first column; None if it isn't there."""
        if name not in self._pool or name in self._others:
            return self._others.get(name)
        source, tables = TABLES[name], self._pool[name]
        columns = {column for table in tables for column in table.headers}
        self._others[name] = _Other(source, columns, rows_by_key(source, tables))
        return self._others[name]

    def one(self, name: str, key: str, *, expected: bool = True) -> list[dict[str, Cell]]:
        """Return of each plan the one row of another table that its key fits, empty if none does.

        `expected` says that a key which fits nothing is worth a word.
        """
        other = self.other(name)
        keys = [key_of(cell) for cell in self.cells(key)]
        if other is None:
            return [{} for _ in keys]
        found: list[dict[str, Cell]] = []
        missing = ambiguous = 0
        for each in keys:
            rows = other.rows.get(each, [])
            sure = alike(rows)
            missing += bool(each) and not rows
            ambiguous += not sure
            found.append(rows[0] if rows and sure else {})
        facts = {"key": self.plans.headers.get(key, key), "table": name}
        if missing and expected:
            self.say(SSD_NOT_FOUND, key, **facts, count=str(missing))
        if ambiguous:
            self.say(SSD_AMBIGUOUS, key, **facts, count=str(ambiguous))
        for column in other.table.columns[1:]:
            if column.name in other.columns:
                self.headers.setdefault(column.name, f"{name}.{column.header}")
        return found

    def put(self, name: str, cells: Sequence[Cell], header: str = "") -> None:
        """Set a column, if anything supplies it."""
        if header:
            self.headers[name] = header
        if name in self.headers:
            self.columns[name] = list(cells)


def join_plans(
    plans: RawTable, pool: Mapping[str, Sequence[RawTable]], known: date | None
) -> tuple[RawTable, tuple[Finding, ...]]:
    """Return the plans with the columns of a case extract, as far as the tables in `pool` tell them.

    Visits after `known` are not yet past.
    """
    join = _Join(plans, pool)
    episodes = join.one("ssd_cin_episodes", "referral_id")
    for name in ("episode_start", "primary_need", "end_reason"):
        join.put(name, [row.get(name) for row in episodes])
    people = join.one("ssd_person", "child_id")
    born = [
        row.get("date_of_birth")
        if not is_blank(row.get("date_of_birth"))
        else row.get("expected_birth")
        for row in people
    ]
    join.put("date_of_birth", born)
    join.put("date_of_death", [row.get("date_of_death") for row in people])
    families = join.one("ssd_family", "child_id", expected=False)
    join.put("family_id", [row.get("family_id") for row in families])
    _places(join)
    _workers(join)
    _many(join, "ssd_disability", "disability", _codes)
    _visits(join, known)
    _cp_plans(join)
    names = [name for name in CASE_EXTRACT.names if name in join.columns]
    frame = pd.DataFrame(
        {name: pd.Series(join.columns[name], dtype=object) for name in names}, dtype=object
    )
    frame.index = plans.rows.index
    headers = {name: join.headers[name] for name in names}
    return RawTable(
        plans.kind,
        plans.file,
        plans.sheet,
        frame,
        headers,
        plans.ignored_headers,
        plans.passed_over,
        plans.set_aside,
        format="ssd",
    ), tuple(join.findings)


def _places(join: _Join) -> None:
    """Name each plan's team and its locality: by its number, else as the older layout has it."""
    there = join.other("ssd_department") is not None
    numbers, named = join.cells("team_id"), join.cells("team")
    rows = join.one("ssd_department", "team_id")
    if not there and "team" not in join.plans.headers:
        join.say(SSD_TEAM_NUMBERS, "team_id")
    teams: list[Cell] = []
    for number, name, row in zip(numbers, named, rows, strict=True):
        own = name if not is_blank(name) else (number if key_of(number) else None)
        teams.append(row.get("team") or own)
    headers = join.plans.headers
    join.put("team", teams, headers.get("team_id") or headers["team"])
    join.put("locality", [row.get("locality") for row in rows])


def _workers(join: _Join) -> None:
    numbers, named = join.cells("worker_id"), join.cells("practitioner")
    rows = join.one("ssd_professionals", "worker_id")
    workers: list[Cell] = []
    for number, name, row in zip(numbers, named, rows, strict=True):
        own = name if not is_blank(name) else (number if key_of(number) else None)
        workers.append(row.get("practitioner") or own)
    headers = join.plans.headers
    join.put("practitioner", workers, headers.get("worker_id") or headers.get("practitioner", ""))


def _many(
    join: _Join, table: str, name: str, told: Callable[[list[dict[str, Cell]]], Cell]
) -> None:
    """Set a column to what all rows of a child tell together."""
    other = join.other(table)
    if other is not None:
        cells = [told(other.rows.get(key_of(child), [])) for child in join.cells("child_id")]
        join.put(name, cells, f"{table}.{other.table.column(name).header}")


def _codes(rows: list[dict[str, Cell]]) -> Cell:
    codes = dict.fromkeys(str(row["disability"] or "").strip() for row in rows)
    return ", ".join(code for code in codes if code) or None


def _visits(join: _Join, known: date | None) -> None:
    """Take of each child the latest visit on which it was seen."""
    undated = unclear = 0
    children = {key_of(child) for child in join.cells("child_id")}
    latest: dict[str, tuple[date, Cell]] = {}
    days: dict[Cell, date | None] = {}
    other = join.other("ssd_cin_visits")
    for child, rows in other.rows.items() if other else ():
        for row in rows if child in children else ():
            word = key_of(row["seen"]).casefold()
            unclear += word not in YES | NO
            if word not in YES:
                continue
            cell = row["last_visit"]
            if cell not in days:
                days[cell] = date_in_cell(cell)
            day = days[cell]
            if day is None or (known is not None and day > known):
                undated += 1
            elif child not in latest or day > latest[child][0]:
                latest[child] = day, cell
    _many(
        join,
        "ssd_cin_visits",
        "last_visit",
        lambda rows: latest.get(key_of(rows[0]["child_id"]), (None, None))[1] if rows else None,
    )
    if undated:
        join.say(SSD_VISIT_DATES, count=str(undated))
    if unclear:
        join.say(SSD_VISITS_UNCLEAR, count=str(unclear))


def _cp_plans(join: _Join) -> None:
    other = join.other("ssd_cp_plans")
    if other is None:
        return
    unread = 0
    plans: dict[str, list[CpPlan]] = {}
    for child in {key_of(cell) for cell in join.cells("child_id")}:
        read = [
            cp_plan(row["cp_plan_start"], row["cp_plan_end"]) for row in other.rows.get(child, [])
        ]
        plans[child] = [plan for plan in read if plan is not None]
        unread += len(read) - len(plans[child])
    if unread:
        join.say(CP_PLAN_DATES, count=str(unread))
    found = [
        cp_plan_cells(start, end, plans[key_of(child)])
        for child, start, end in zip(
            join.cells("child_id"), join.cells("plan_start"), join.cells("plan_end"), strict=True
        )
    ]
    for at, name in enumerate(("cp_plan_start", "cp_plan_end")):
        header = f"ssd_cp_plans.{other.table.column(name).header}"
        join.put(name, [cells[at] for cells in found], header)
