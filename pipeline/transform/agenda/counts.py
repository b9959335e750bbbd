"""How many cases the agenda has: by the group in which each stands, and by all that it belongs to."""

from collections.abc import Iterator

import numpy as np

from pipeline.model.agenda import (
    GROUPS,
    NOTHING_NEEDED,
    SIGNOFF_ALONE,
    TIMESCALE_TO_ADD,
    TO_ADD,
)
from pipeline.model.measures import Figure
from pipeline.transform.agenda.grouping import Grouping
from pipeline.transform.durations import out_of_timescale
from pipeline.transform.figures import absent_figures, count_figures
from pipeline.transform.places import Mask
from pipeline.transform.reconcile import not_on_tracker
from pipeline.transform.signoff_gaps import signoff_gaps
from pipeline.transform.signoff_steps import SignoffSteps

MEASURE = "agenda.cases"
WHEREVER = "agenda.in_group"
NO_PAST = "no earlier run read this tracker"


def agenda_figures(found: Grouping, steps: SignoffSteps) -> Iterator[Figure]:
    """Yield the cases to add, those of each group, those that need nothing, and actions due soon."""
    tracker, plans = found.tracker, found.tracker.plan_rows()
    to_add = not_on_tracker(tracker)
    yield from count_figures(MEASURE, plans, to_add, TO_ADD)
    late_to_add = to_add & out_of_timescale(tracker.state)
    yield from count_figures(WHEREVER, plans, late_to_add, TIMESCALE_TO_ADD)
    for place, name in enumerate(GROUPS):
        yield from _group_figures(MEASURE, found, name, found.first == place)
        yield from _group_figures(WHEREVER, found, name, found.groups[name])
    idle = found.first == len(GROUPS)
    yield from _group_figures(MEASURE, found, NOTHING_NEEDED, idle)
    gaps, _ = signoff_gaps(tracker.state, steps)
    unfinished = np.append(gaps != "", False)[found.plan]
    yield from _group_figures(WHEREVER, found, SIGNOFF_ALONE, idle & unfinished)
    due = tracker.rows("action", "due")
    yield from count_figures("actions.due_soon", due, found.needs["due"], unit="rows")


def _group_figures(measure: str, found: Grouping, name: str, mask: Mask) -> Iterator[Figure]:
    """Yield a count of the rows that count; of challenges only where the past is known."""
    tracker, rows = found.tracker, found.tracker.rows()
    if name == "challenges":
        if found.standing is None:
            yield from absent_figures(measure, rows.scopes, (name,), unit="rows", why=NO_PAST)
            return
        rows = found.standing.rows
    yield from count_figures(measure, rows, tracker.open & mask, name, unit="rows", of=tracker.open)
