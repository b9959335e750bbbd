"""Types the case extract: one row per plan version, with config's team and the end's outcome."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from pipeline.model.ingested import RawTable
from pipeline.model.rules.cells import (
    BLANK_WORD,
    CELL_ERROR,
    CELL_UNCALCULATED,
    DATE_NOT_CREDIBLE,
    DATE_UNREADABLE,
)
from pipeline.model.rules.plans import (
    COLUMN_BLANK,
    END_FOREVER,
    END_OUT_OF_RANGE,
    END_UNREADABLE,
    LOCALITY_DIFFERS,
    OUTCOME_READ,
    OUTCOME_UNKNOWN,
    START_MISSING,
    START_OUT_OF_RANGE,
    START_UNREADABLE,
    TEAM_MISSING,
    TEAM_UNKNOWN,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT
from pipeline.model.terms import NOT_KNOWN
from pipeline.validate.coerce import (
    FOREVER,
    Reader,
    date_reader,
    read_id,
    read_name,
    read_text,
)
from pipeline.validate.date_order import date_order_fault
from pipeline.validate.ledger import Ledger
from pipeline.validate.rules import (
    check_ages,
    check_ends,
    check_ids,
    check_reasons,
    check_starts,
    check_to_come,
)
from pipeline.validate.teams import UNKNOWN, Home, Teams, same_locality
from pipeline.validate.typed import as_column
from pipeline.validate.words import OutcomeWords, is_plain_no

FIRST_PLAN = date(1990, 1, 1)
LAST_END = date(9999, 12, 31)
HAPPENED = ("cin_meeting", "plan_written", "plan_signed_off", "plan_sent", "last_visit")
HAPPENED_TOO = (*HAPPENED, "last_review")

NO_START = {
    rule.code: START_UNREADABLE
    for rule in (
        DATE_UNREADABLE,
        CELL_ERROR,
        CELL_UNCALCULATED,
    )
}
NO_END = dict.fromkeys(NO_START, END_UNREADABLE) | {DATE_NOT_CREDIBLE.code: END_OUT_OF_RANGE}
NO_START |= {BLANK_WORD.code: START_MISSING, DATE_NOT_CREDIBLE.code: START_OUT_OF_RANGE}


@dataclass(frozen=True)
class Horizon:
    """The days that bound what an extract can know: the as-at date and the extract's own."""

    as_at: date
    extract: date

    @property
    def known(self) -> date:
        """The last day that the rows may speak of as past."""
        return max(self.as_at, self.extract)

    @property
    def latest(self) -> date:
        """The latest day for which a date may be planned."""
        return self.known + timedelta(days=5 * 366)


def type_extract(
    table: RawTable, settings: Settings, horizon: Horizon
) -> tuple[pd.DataFrame, Ledger]:
    """Return a part of the case extract as typed rows, and its ledger."""
    ledger = Ledger(table)
    values: dict[str, list[object]] = {}
    fault = date_order_fault(ledger.cells("plan_start"))
    if fault is not None:
        rule, count = fault
        ledger.refuse(rule, "plan_start", count=str(count))
    values["child_id"] = ledger.read("child_id", read_id)
    check_ids(ledger, values["child_id"])
    ledger.children = values["child_id"]
    values["plan_start"] = ledger.read("plan_start", date_reader(FIRST_PLAN, LAST_END), NO_START)
    check_starts(ledger, values["plan_start"], horizon.as_at, horizon.known)
    values["plan_end"] = ledger.read("plan_end", date_reader(FIRST_PLAN, LAST_END), NO_END)
    _open_forever(ledger, values["plan_end"])
    check_ends(ledger, values["plan_start"], values["plan_end"], horizon.known)
    for column in CASE_EXTRACT.columns:
        if column.name in table.rows and column.name not in values:
            values[column.name] = ledger.read(
                column.name, _reader(column.name, column.kind, horizon)
            )
    for name in HAPPENED_TOO:
        if name in values:
            check_to_come(ledger, name, values[name], horizon.known)
    if "date_of_birth" in values:
        check_ages(ledger, values, horizon.as_at)
    _note_blank_columns(ledger, values)
    _place(ledger, values, Teams(settings))
    _clear_plain_no(values)
    _add_outcome(ledger, values, OutcomeWords(settings))
    return _frame(ledger, values), ledger


def _reader(name: str, kind: str, horizon: Horizon) -> Reader:
    if kind == "id":
        return read_text
    if kind == "date":
        earliest = date(1900, 1, 2) if name == "date_of_birth" else FIRST_PLAN
        return date_reader(earliest, horizon.latest)
    return read_name if name in ("team", "locality") else read_text


def _open_forever(ledger: Ledger, ends: list[object]) -> None:
    for position, end in enumerate(ends):
        if isinstance(end, date) and end.year >= FOREVER:
            ends[position] = None
            if not ledger.is_out(position):
                ledger.say(END_FOREVER, position, "plan_end", end)


def _note_blank_columns(ledger: Ledger, values: dict[str, list[object]]) -> None:
    kept = ledger.kept()
    for name, column in values.items():
        if name in ("plan_end", "end_reason", "exemption") or name not in ledger.table.rows:
            continue
        if kept and all(column[position] is None for position in kept):
            ledger.say(COLUMN_BLANK, None, name)


def _place(ledger: Ledger, values: dict[str, list[object]], teams: Teams) -> None:
    """Put config's team and locality in place of the extract's words for them."""
    named = values.get("locality", [None] * len(ledger.numbers))
    found: dict[tuple[object, object], Home | None] = {}
    unknown: Counter[str] = Counter()
    differing = 0
    homes = [UNKNOWN] * len(ledger.numbers)
    for position in ledger.kept():
        team, start = values["team"][position], values["plan_start"][position]
        if not isinstance(team, str) or not isinstance(start, date):
            ledger.say(TEAM_MISSING, position, "team")
            continue
        if (team, start) not in found:
            found[team, start] = teams.find(team, start)
        home = found[team, start]
        if home is None:
            unknown[team] += 1
            continue
        homes[position] = home
        locality = named[position]
        if isinstance(locality, str) and not same_locality(locality, home.locality):
            differing += 1
    for team, count in sorted(unknown.items()):
        ledger.say(TEAM_UNKNOWN, None, "team", team, count=str(count))
    if differing:
        ledger.say(LOCALITY_DIFFERS, None, "locality", count=str(differing))
    values["team"] = [home.team for home in homes]
    values["locality"] = [home.locality for home in homes]


def _clear_plain_no(values: dict[str, list[object]]) -> None:
    if "exemption" in values:
        values["exemption"] = [
            None if isinstance(text, str) and is_plain_no(text) else text
            for text in values["exemption"]
        ]


def _add_outcome(ledger: Ledger, values: dict[str, list[object]], words: OutcomeWords) -> None:
    """Say what each plan's end meant; reasons not understood are told once each."""
    ends = values["plan_end"]
    reasons = values.get("end_reason", [None] * len(ends))
    counts = Counter(
        reason
        for position in ledger.kept()
        if ends[position] is not None and isinstance(reason := reasons[position], str)
    )
    outcomes: dict[object, object] = {None: NOT_KNOWN.lower()}
    for reason, count in sorted(counts.items()):
        outcome, certain = words.outcome(reason)
        outcomes[reason] = outcome
        if certain:
            continue
        if words.reads(reason):
            facts = {"outcome": outcome, "count": str(count)}
            ledger.say(OUTCOME_READ, None, "end_reason", reason, **facts)
        else:
            ledger.say(OUTCOME_UNKNOWN, None, "end_reason", reason, count=str(count))
    values["outcome"] = [
        None if end is None else outcomes.get(reason)
        for end, reason in zip(ends, reasons, strict=True)
    ]
    if "end_reason" in ledger.table.rows:
        check_reasons(ledger, ends, reasons)


def _frame(ledger: Ledger, values: dict[str, list[object]]) -> pd.DataFrame:
    kinds = {column.name: column.kind for column in CASE_EXTRACT.columns}
    kept = ledger.kept()
    names = [name for name in (*CASE_EXTRACT.names, "outcome") if name in values]
    frame = pd.DataFrame(
        {
            name: as_column([values[name][at] for at in kept], kinds.get(name, "text"))
            for name in names
        }
    )
    frame["file"] = as_column([ledger.table.file] * len(kept), "text")
    frame["sheet"] = as_column([ledger.table.sheet] * len(kept), "text")
    frame["row"] = pd.Series([ledger.numbers[at] for at in kept], dtype="int64")
    return frame
