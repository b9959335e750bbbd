"""Names, for each team, the children its tracker lacks and those it should no longer hold."""

from datetime import date

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


def tracker_changes(tracker: TrackerRows, steps: SignoffSteps) -> dict[str, TrackerChanges]:
    """Return the changes of each team: the longest open first, then in the tracker's order."""
    missing, reasons = not_on_tracker(tracker), _Reasons(tracker)
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
    """Why a tracker's child has no open plan in that team."""

    def __init__(self, tracker: TrackerRows) -> None:
        self._elsewhere = open_in(tracker)
        plans = tracker.state.plans
        self._ends: dict[str, date] = {}
        for child, end in zip(plans.frame["child_id"], plans.end.tolist(), strict=True):
            if end is not None:
                self._ends[child] = max(end, self._ends.get(child, end))

    def why(self, child: str) -> tuple[str, date | None]:
        """Return the reason as a reader of the workbook needs it, and when the plan ended if so."""
        if child in self._elsewhere:
            team = self._elsewhere[child]
            return "open in a team not known" if team == NOT_KNOWN else f"now with {team}", None
        if child in self._ends:
            return "plan ended", self._ends[child]
        return "not in the extract: check the ID", None


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
    found = [RowToMoveOut(*row, *reasons.why(row[0])) for row in rows]
    return tuple(sorted(found, key=lambda row: row.row))


def _texts(frame: pd.DataFrame, column: str, mask: Mask) -> list[str]:
    if column not in frame:
        return [""] * int(mask.sum())
    return ["" if pd.isna(text) else str(text) for text in frame[column][mask]]
