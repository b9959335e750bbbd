"""The closure pipeline: plans decided to close or identified for it, and by when."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from pipeline.model.calendar import FORTNIGHT
from pipeline.model.dates import interval
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import Scope
from pipeline.model.terms import DECIDED, IDENTIFIED
from pipeline.transform.days import Days, day, months_later
from pipeline.transform.figures import absent_figures, count_figures, notes
from pipeline.transform.places import Mask, Rows
from pipeline.transform.tracker_rows import TrackerRows


def closure_figures(tracker: TrackerRows) -> Iterator[Figure]:
    """Yield closures overdue, coming, undated, potential, and those that may be too soon."""
    decided = tracker.equal("stage", DECIDED)
    when, stood_in = closure_dates(tracker)
    rows = tracker.rows("stage", any_of=("planned_closure", "due"))
    late = decided & (when < tracker.state.today)
    for scope in rows.scopes:
        yield _figure("closures.overdue", rows, scope, late, stood_in)
    for measure in ("closures.before_meeting", "closures.fortnight", "closures.next_meeting"):
        for scope in rows.scopes:
            first, last = _window(tracker, scope, measure)
            window = interval(first, last) if first <= last else ""
            coming = decided & (when >= day(first)) & (when <= day(last))
            yield _figure(measure, rows, scope, coming, stood_in, window=window)
    yield from count_figures("closures.undated", rows, decided & np.isnat(when))
    potential = tracker.equal("stage", IDENTIFIED)
    yield from count_figures("closures.potential", tracker.rows("stage"), potential)
    yield from _too_soon(tracker)


def closure_dates(tracker: TrackerRows) -> tuple[Days, Mask]:
    """Return the planned closure date, else the action's due date; and where the latter is."""
    planned, due = tracker.dates("planned_closure"), tracker.dates("due")
    stood_in = np.isnat(planned) & ~np.isnat(due)
    return np.where(stood_in, due, planned), stood_in


def _window(tracker: TrackerRows, scope: Scope, measure: str) -> tuple[date, date]:
    meeting = tracker.state.calendar.meeting(scope)
    if measure == "closures.before_meeting":
        return tracker.state.as_at, meeting.date - timedelta(days=1)
    if measure == "closures.fortnight":
        return meeting.date, meeting.date + FORTNIGHT
    return meeting.date, meeting.next - timedelta(days=1)


def _figure(
    measure: str, rows: Rows, scope: Scope, mask: Mask, stood_in: Mask, *, window: str = ""
) -> Figure:
    if why := rows.why_not(scope):
        return not_supplied(measure, scope, window=window, unit="plans", why=why)
    mine = mask & rows.members(scope)
    instead = int((mine & stood_in).sum())
    note = f"for {instead} the action's due date stood in for the planned closure date"
    return Figure(
        measure,
        scope,
        window=window,
        value=float(mine.sum()),
        unit="plans",
        note=notes(note if instead else "", rows.in_part(scope)),
    )


def _too_soon(tracker: TrackerRows) -> Iterator[Figure]:
    """Count closures in sight within some months of the end of a child protection plan."""
    state, rows = tracker.state, tracker.rows("stage")
    if why := state.lacks("cp_plan_end"):
        for scope in rows.scopes:
            reason = rows.why_not(scope) or why
            yield from absent_figures("closures.too_soon", (scope,), unit="plans", why=reason)
        return
    yield from count_figures("closures.too_soon", rows, too_soon(tracker))


def too_soon(tracker: TrackerRows) -> Mask:
    """Return which rows are nearing closure some months at most after a child protection plan."""
    state = tracker.state
    ended = state.plans.dates("cp_plan_end")
    recent = state.plans.open_at(state.today) & (ended <= state.today)
    recent &= months_later(ended, state.thresholds.after_cp_plan_months) > state.today
    children = state.plans.frame["child_id"][recent]
    mask = tracker.equal("stage", DECIDED, IDENTIFIED)
    mask &= tracker.frame["child_id"].isin(children).to_numpy(dtype=bool)
    return mask
