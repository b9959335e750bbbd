"""Types the case extract: one row per plan version, with config's team and the end's outcome."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from pipeline.model.extract_formats import FORMATS
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
    START_MISSING,
    START_OUT_OF_RANGE,
    START_UNREADABLE,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT
from pipeline.validate.coerce import (
    FOREVER,
    Reader,
    date_reader,
    read_id,
    read_name,
    read_text,
)
from pipeline.validate.date_order import date_order_fault
from pipeline.validate.exemptions import read_exemptions
from pipeline.validate.ledger import Ledger
from pipeline.validate.national_rules import check_other_dates
from pipeline.validate.outcomes import add_outcomes
from pipeline.validate.placing import place_nowhere, place_rows
from pipeline.validate.rules import (
    check_ages,
    check_ends,
    check_ids,
    check_starts,
    check_to_come,
)
from pipeline.validate.statuses import StatusWords, keep_cin_plans
from pipeline.validate.teams import Teams
from pipeline.validate.typed import as_column
from pipeline.validate.words import OutcomeWords

FIRST_PLAN = date(1990, 1, 1)
LAST_END = date(9999, 12, 31)
HAPPENED = (
    "episode_start",
    "date_of_death",
    "cp_plan_start",
    "cin_meeting",
    "plan_written",
    "plan_signed_off",
    "plan_sent",
    "last_visit",
    "last_review",
)
OFTEN_BLANK = ("plan_end", "end_reason", "exemption", "date_of_death")

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

Values = dict[str, list[object]]


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
    if table.format == "annex_a" or "status" in table.rows:
        keep_cin_plans(ledger, StatusWords(settings))
    _refuse_month_first(ledger)
    values = _read_plans(ledger, horizon)
    for column in CASE_EXTRACT.columns:
        if column.name in table.rows and column.name not in values:
            values[column.name] = ledger.read(
                column.name, _reader(column.name, column.kind, horizon)
            )
    _check_dates(ledger, values, horizon)
    _note_blank_columns(ledger, values)
    if FORMATS[table.format].has_teams:
        place_rows(ledger, values, Teams(settings))
    else:
        place_nowhere(ledger, values)
    if "exemption" in values:
        values["exemption"] = read_exemptions(ledger, values["exemption"])
    add_outcomes(ledger, values, OutcomeWords(settings), horizon.known)
    return _frame(ledger, values), ledger


def _refuse_month_first(ledger: Ledger) -> None:
    fault = date_order_fault(ledger.cells("plan_start"))
    if fault is not None:
        rule, count = fault
        ledger.refuse(rule, "plan_start", count=str(count))


def _read_plans(ledger: Ledger, horizon: Horizon) -> Values:
    """Read whose plan each row is and when it ran; rows that don't tell are set aside."""
    values: Values = {}
    values["child_id"] = ledger.read("child_id", read_id)
    check_ids(ledger, values["child_id"])
    ledger.children = values["child_id"]
    values["plan_start"] = ledger.read("plan_start", date_reader(FIRST_PLAN, LAST_END), NO_START)
    check_starts(ledger, values["plan_start"], horizon.as_at, horizon.known)
    values["plan_end"] = ledger.read("plan_end", date_reader(FIRST_PLAN, LAST_END), NO_END)
    _open_forever(ledger, values["plan_end"])
    check_ends(ledger, values["plan_start"], values["plan_end"], horizon.known)
    return values


def _check_dates(ledger: Ledger, values: Values, horizon: Horizon) -> None:
    """Hold the other dates against the day of the extract and against one another."""
    for name in HAPPENED:
        if name in values:
            check_to_come(ledger, name, values[name], horizon.known)
    if "date_of_birth" in values:
        check_ages(ledger, values, horizon.as_at)
    if FORMATS[ledger.table.format].starts == "plan":
        check_other_dates(ledger, values, horizon.known)


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


def _note_blank_columns(ledger: Ledger, values: Values) -> None:
    kept = ledger.kept()
    for name, column in values.items():
        if name in OFTEN_BLANK or name not in ledger.table.rows:
            continue
        if kept and all(column[position] is None for position in kept):
            ledger.say(COLUMN_BLANK, None, name)


def _frame(ledger: Ledger, values: Values) -> pd.DataFrame:
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
