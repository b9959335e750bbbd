"""Types the ICM trackers: one row per child and team, with the stages and barriers of config."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from pipeline.model.ingested import RawTable, cell_kind
from pipeline.model.rules.cells import (
    DATE_UNREADABLE,
)
from pipeline.model.rules.trackers import (
    BARRIER_UNKNOWN,
    COLUMN_MISSING,
    DUE_UNREADABLE,
    NOT_STARTED,
    STAGE_MISSING,
    STAGE_UNKNOWN,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import TRACKER
from pipeline.model.terms import NO_BARRIER, NOT_RECOGNISED, OTHER_BARRIER
from pipeline.validate.coerce import date_reader, read_id, read_text
from pipeline.validate.ledger import Ledger
from pipeline.validate.reconcile import ExtractIds, match_ids, set_doubles_aside
from pipeline.validate.rules import check_ids
from pipeline.validate.typed import as_column, empty_frame
from pipeline.validate.words import BarrierWords, StageWords

GIVEN = ("child_id", "practitioner")
"""What stands in a row before the team has written anything in it."""
FIRST_DATE = date(2000, 1, 1)
YEARS_AHEAD = timedelta(days=5 * 366)
UNDATED = {
    DATE_UNREADABLE.code: DUE_UNREADABLE,
}


LOST = {
    "barrier": "the main barriers are not supplied",
    "action": "no figure on actions is supplied (overdue, undated, unowned, missing)",
    "owner": "actions without an owner are not supplied",
    "due": "actions overdue, undated and too far ahead are not supplied",
    "planned_closure": "closures are counted by the action's due date alone",
    "discussed": "of two rows of one child the lower one counts",
}
"""What the lack of a column costs."""
NO_CLOSURES = "closures by date are not supplied"
"""What the lack of both dates of a closure costs."""


def type_tracker(
    table: RawTable, settings: Settings, as_at: date, ids: ExtractIds
) -> tuple[pd.DataFrame, Ledger]:
    """Return a team's tracker as typed rows, and its ledger."""
    ledger = Ledger(table)
    _note_missing_columns(ledger)
    values: dict[str, list[object]] = {"child_id": ledger.read("child_id", read_id)}
    ledger.children = values["child_id"]
    check_ids(ledger, values["child_id"], ids)
    match_ids(ledger, values["child_id"], ids)
    read_date = date_reader(FIRST_DATE, as_at + YEARS_AHEAD)
    values["discussed"] = ledger.read("discussed", read_date)
    set_doubles_aside(ledger, values["child_id"], values["discussed"])
    for column in TRACKER.columns:
        if column.name in values:
            continue
        if column.kind == "date":
            instead = UNDATED if column.name == "due" else None
            values[column.name] = ledger.read(column.name, read_date, instead)
        else:
            values[column.name] = ledger.read(column.name, read_text)
    _read_stages(ledger, values, StageWords(settings))
    _read_barriers(ledger, values, BarrierWords(settings))
    return _frame(ledger, values), ledger


def join_trackers(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all trackers in one frame."""
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return empty_frame(TRACKER, TRACKER.names, ("locality", "team", "file", "sheet"))
    return pd.concat(filled, ignore_index=True)


def _note_missing_columns(ledger: Ledger) -> None:
    """Say what is lost by each column that the tracker lacks."""
    held = ledger.table.headers
    for name, lost in LOST.items():
        if name in held:
            continue
        header = TRACKER.column(name).header
        count = str(len(ledger.table.ignored_headers))
        undated = name == "planned_closure" and "due" not in held
        ledger.say(
            COLUMN_MISSING,
            None,
            header,
            header=header,
            lost=NO_CLOSURES if undated else lost,
            count=count,
        )


def _untouched(ledger: Ledger) -> list[int]:
    """Return the rows in which a team has written nothing yet: those of a tracker just begun."""
    written = [ledger.cells(name) for name in ledger.table.headers if name not in GIVEN]
    return [
        position
        for position in ledger.kept()
        if all(cell_kind(cells[position]) == "blank" for cells in written)
    ]


def _read_stages(ledger: Ledger, values: dict[str, list[object]], words: StageWords) -> None:
    unknown: defaultdict[str, list[int]] = defaultdict(list)
    untouched = set(_untouched(ledger))
    if untouched:
        ledger.say_of_all(NOT_STARTED, "stage", None, sorted(untouched))
    for position, text in enumerate(values["stage"]):
        stage = words.stage(text) if isinstance(text, str) else NOT_RECOGNISED
        values["stage"][position] = stage
        if stage != NOT_RECOGNISED or ledger.is_out(position):
            continue
        if isinstance(text, str):
            unknown[text].append(position)
        elif position not in untouched:
            ledger.say(STAGE_MISSING, position, "stage")
    for text, positions in sorted(unknown.items()):
        ledger.say_of_all(STAGE_UNKNOWN, "stage", text, positions, nearest=words.nearest(text))


def _read_barriers(ledger: Ledger, values: dict[str, list[object]], words: BarrierWords) -> None:
    unknown: defaultdict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(values["barrier"]):
        barrier = words.barrier(text) if isinstance(text, str) else NO_BARRIER
        values["barrier"][position] = barrier or OTHER_BARRIER
        if barrier is None and isinstance(text, str) and not ledger.is_out(position):
            unknown[text].append(position)
    for text, positions in sorted(unknown.items()):
        ledger.say_of_all(BARRIER_UNKNOWN, "barrier", text, positions, nearest=words.nearest(text))


def _frame(ledger: Ledger, values: dict[str, list[object]]) -> pd.DataFrame:
    kept = ledger.kept()
    table = ledger.table
    frame = pd.DataFrame(
        {
            column.name: as_column([values[column.name][at] for at in kept], column.kind)
            for column in TRACKER.columns
        }
    )
    for name, text in (
        ("locality", table.locality),
        ("team", table.team),
        ("file", table.file),
        ("sheet", table.sheet),
    ):
        frame[name] = as_column([text] * len(kept), "text")
    frame["row"] = pd.Series([ledger.numbers[at] for at in kept], dtype="int64")
    return frame
