"""Names, for each team, the children its tracker lacks and those it should no longer hold."""

from datetime import date
from typing import Final

import pandas as pd

from pipeline.model.terms import NOT_KNOWN
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut, TrackerChanges
from pipeline.transform.days import days_since
from pipeline.transform.durations import out_of_timescale
from pipeline.transform.places import Mask
from pipeline.transform.reconcile import not_on_tracker, open_in, settled
from pipeline.transform.signoff_gaps import signoff_gaps
from pipeline.transform.signoff_steps import SignoffSteps
from pipeline.transform.tracker_rows import TrackerRows

KEEP: Final = ("keep until its team is settled", "ask the performance officer")


def tracker_changes(tracker: TrackerRows, steps: SignoffSteps) -> dict[str, TrackerChanges]:
    """Return the changes of each team: the longest open first, then in the tracker's order."""
    missing = not_on_tracker(tracker)
    reasons = _Reasons(tracker, missing)
    changes = {}
    for code, team in enumerate(tracker.state.places.teams):
        if team.team == NOT_KNOWN:
            continue
        if team in tracker.why:
            changes[team.team] = TrackerChanges(why_not=tracker.why[team])
            continue
        to_add = missing & (tracker.state.plans.codes == code)
        to_move_out = ~tracker.open & (tracker.codes == code)
        changes[team.team] = TrackerChanges(
            _to_add(tracker, steps, to_add), _to_move_out(tracker, to_move_out, reasons)
        )
    return changes


class _Reasons:
    """Why a tracker's child has no open plan in that team, and what to do about its row."""

    def __init__(self, tracker: TrackerRows, missing: Mask) -> None:
        self._elsewhere = open_in(tracker)
        self._unread = {team.team for team in tracker.why}
        plans = tracker.state.plans
        self._missing = set(plans.frame["child_id"][missing])
        self._ends: dict[str, date] = {}
        for child, end in zip(plans.frame["child_id"], plans.end.tolist(), strict=True):
            if end is not None:
                self._ends[child] = max(end, self._ends.get(child, end))

    def row(self, child: str, practitioner: str, stage: str, row: int) -> RowToMoveOut:
        """Return a row with the reason as a reader of the workbook needs it."""
        ended, keep = None, False
        if child in self._elsewhere:
            keep = self._elsewhere[child] == NOT_KNOWN
            why, to_do = KEEP if keep else self._now_with(child)
        elif child in self._ends:
            why, to_do, ended = "plan ended", "", self._ends[child]
        else:
            why, to_do = "not in the extract", "correct the ID if mistyped"
        return RowToMoveOut(child, practitioner, stage, row, why, to_do, ended, keep)

    def _now_with(self, child: str) -> tuple[str, str]:
        team = self._elsewhere[child]
        if team in self._unread:
            return f"now with {team}, whose tracker could not be read", "ask if it has the row"
        if child in self._missing:
            return f"now with {team}, not on its tracker yet", "hand the row over"
        return f"now with {team}, on its tracker", ""


def _to_add(tracker: TrackerRows, steps: SignoffSteps, mask: Mask) -> tuple[RowToAdd, ...]:
    state = tracker.state
    plans, too_new = state.plans, ~settled(tracker)
    gaps, since = signoff_gaps(state, steps)
    rows = zip(
        plans.frame["child_id"][mask],
        _texts(plans.frame, "practitioner", mask),
        plans.start[mask].tolist(),
        too_new[mask].tolist(),
        out_of_timescale(state)[mask].tolist(),
        gaps[mask].tolist(),
        days_since(since[mask], state.today),
        strict=True,
    )
    return tuple(
        sorted((RowToAdd(*row) for row in rows), key=lambda row: (row.start, row.child_id))
    )


def _to_move_out(tracker: TrackerRows, mask: Mask, reasons: _Reasons) -> tuple[RowToMoveOut, ...]:
    frame = tracker.frame
    rows = zip(
        frame["child_id"][mask],
        _texts(frame, "practitioner", mask),
        _texts(frame, "stage", mask),
        frame["row"][mask].tolist(),
        strict=True,
    )
    return tuple(sorted((reasons.row(*row) for row in rows), key=lambda row: row.row))


def _texts(frame: pd.DataFrame, column: str, mask: Mask) -> list[str]:
    if column not in frame:
        return [""] * int(mask.sum())
    return ["" if pd.isna(text) else str(text) for text in frame[column][mask]]
