"""Actions on the trackers that stand unchanged from one week to the next, and for how long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import numpy as np

from pipeline.model.measures import Figure
from pipeline.transform.figures import count_figures, summary_figures
from pipeline.transform.past.tracker_past import TrackerPast, as_typed

A_WEEK: Final = timedelta(days=7)
"""ICMs are weekly: an action that is younger was not carried over one yet."""
NO_ACTIONS = "no rows with an action"


def carried_figures(past: TrackerPast) -> Iterator[Figure]:
    """Yield the actions carried over for a week or more, and the median days unchanged.

    Case and spaces make no difference; a new date for the same action leaves it unchanged.
    """
    tracker = past.tracker
    acting = tracker.open & tracker.given("action")
    a_week_ago = tracker.state.as_at - A_WEEK
    yield from count_figures(
        "actions.carried_over",
        past.rows("action", by=a_week_ago),
        acting & (as_typed(past.before("action", a_week_ago)) == past.actions),
        unit="rows",
        of=acting,
        note=past.since_note(a_week_ago),
    )
    yield from summary_figures(
        np.median,
        "actions.unchanged_days",
        past.rows("action"),
        (tracker.state.today - past.action_since).astype("int64"),
        mask=acting,
        unit="days",
        nothing=NO_ACTIONS,
        note=past.first_note(),
    )
