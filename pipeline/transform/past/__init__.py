"""The measures that need earlier runs' snapshots: what moved, what stood still, what was kept."""

from collections.abc import Iterator

from pipeline.model.history import History
from pipeline.model.measures import Figure
from pipeline.transform.past.carried_actions import carried_figures
from pipeline.transform.past.late_recording import late_figures
from pipeline.transform.past.promises import promise_figures
from pipeline.transform.past.stage_moves import stage_move_figures
from pipeline.transform.past.tracker_past import TrackerPast, tracker_past

__all__ = ["TrackerPast", "past_figures", "tracker_past"]


def past_figures(past: TrackerPast, history: History) -> Iterator[Figure]:
    """Yield time in stage, moves, actions carried over, closures kept, and late recording."""
    yield from stage_move_figures(past)
    yield from carried_figures(past)
    yield from promise_figures(past.tracker.state, history)
    yield from late_figures(past.tracker.state, history)
