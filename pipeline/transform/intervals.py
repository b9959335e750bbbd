"""Visits and reviews that are further back than the authority's own interval."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from pipeline.model.intervals import Interval, read_interval
from pipeline.model.measures import Figure
from pipeline.transform.days import Days, in_days, known_by, months_later, working_days_later
from pipeline.transform.figures import absent_figures, count_figures, notes
from pipeline.transform.places import Mask
from pipeline.transform.state import State

NO_INTERVAL: Final = "config sets no interval"


def interval_figures(state: State) -> Iterator[Figure]:
    """Yield the open plans whose visit or review is overdue.

    It is once D is past the day on which the interval since the last one ends; a review also once
    D is past the planned day of the next. Plans with no such date are counted in the note.
    """
    intervals = state.settings.intervals
    yield from _overdue(state, "visits.overdue", intervals.visit, "last_visit")
    yield from _overdue(state, "reviews.overdue", intervals.review, "last_review", "next_review")


def _overdue(
    state: State, measure: str, interval: str, last: str, planned: str = ""
) -> Iterator[Figure]:
    by_plan = bool(planned) and planned in state.supplied
    by_interval = bool(interval) and last in state.supplied
    if why := state.lacks() or ("" if by_plan or by_interval else _why_not(state, interval, last)):
        yield from absent_figures(measure, state.rows.scopes, unit="plans", why=why)
        return
    everyone = state.plans.open_at(state.today)
    late: Mask = np.zeros(len(everyone), dtype=bool)
    dated = late.copy()
    said = []
    if by_interval:
        last_time = known_by(state.plans.dates(last), state.today)
        late |= _later(state, last_time, read_interval(interval)) < state.today
        dated |= ~np.isnat(last_time)
        said.append(f"at most {read_interval(interval)} apart")
    if by_plan:
        following = state.plans.dates(planned)
        late |= following < state.today
        dated |= ~np.isnat(following)
        said.append("" if by_interval else "by the planned date alone")
    undated, number = int((everyone & ~dated).sum()), int(everyone.sum())
    said.append(f"no date for {undated} of {number} open plans in all" if undated else "")
    yield from count_figures(measure, state.rows, everyone & late, of=everyone, note=notes(*said))


def _why_not(state: State, interval: str, last: str) -> str:
    return state.lacks(last) if interval else NO_INTERVAL


def _later(state: State, dates: Days, interval: Interval) -> Days:
    if interval.unit == "months":
        return months_later(dates, interval.count)
    if interval.unit == "working days":
        return working_days_later(dates, interval.count, state.working)
    return dates + in_days(interval.count * (7 if interval.unit == "weeks" else 1))
