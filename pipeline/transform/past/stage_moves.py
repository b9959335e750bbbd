"""How long tracker rows have been in their stage, and which moved on or back since before."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from pipeline.model.measures import Figure
from pipeline.model.terms import STAGES
from pipeline.transform.figures import count_figures, summary_figures
from pipeline.transform.past.tracker_past import Cells, TrackerPast
from pipeline.transform.places import Codes

NO_ROWS = "no rows in a stage"


def stage_move_figures(past: TrackerPast) -> Iterator[Figure]:
    """Yield the median days in the stage, the rows that are long in it, and those that moved.

    Moves are counted since the snapshot before and, by window, since the packs before.
    """
    yield from _time_in_stage(past)
    yield from _long_in_stage(past)
    yield from _moves(past)
    for span in past.tracker.state.series.since:
        yield from _moves(past, span.before, span.name)


def _time_in_stage(past: TrackerPast) -> Iterator[Figure]:
    tracker = past.tracker
    in_stage = (tracker.state.today - past.stage_since).astype("int64")
    for name in ("", *STAGES):
        yield from summary_figures(
            np.median,
            "stage.median_days",
            past.rows("stage"),
            in_stage,
            name,
            mask=tracker.equal("stage", *([name] if name else STAGES)),
            unit="days",
            nothing=NO_ROWS,
            note=past.first_note(),
        )


def _long_in_stage(past: TrackerPast) -> Iterator[Figure]:
    """Count the rows that a run as long ago as the threshold saw in the stage they are in still."""
    state = past.tracker.state
    days = state.settings.thresholds.stage_unchanged_days
    by = state.as_at - timedelta(days=days)
    long = (state.today - past.stage_since).astype("int64") >= days
    for name in STAGES:
        here = past.tracker.equal("stage", name)
        yield from count_figures(
            "stage.long",
            past.rows("stage", by=by),
            here & long,
            name,
            unit="rows",
            of=here,
            note=past.first_note(),
        )


def _moves(past: TrackerPast, by: date | None = None, window: str = "") -> Iterator[Figure]:
    """Count the rows in a later or an earlier stage than then, of those in a stage both times."""
    now, then = _order(past.stages), _order(past.before("stage", by))
    both = past.tracker.open & (now >= 0) & (then >= 0)
    for measure, moved in (("stage.advanced", now > then), ("stage.back", now < then)):
        yield from count_figures(
            measure,
            past.rows("stage", by=by),
            both & moved,
            window=window,
            unit="rows",
            of=both,
            note=past.since_note(by),
        )


def _order(stages: Cells) -> Codes:
    """Return the place of each stage in their order, -1 for what is none."""
    order = {name: place for place, name in enumerate(STAGES)}
    return np.array([order.get(stage, -1) for stage in stages], dtype=np.intp)
