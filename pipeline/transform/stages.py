"""The stages and main barriers on the trackers."""

from collections.abc import Iterator

from pipeline.model.measures import Figure
from pipeline.model.terms import NO_BARRIER, NOT_RECOGNISED, OTHER_BARRIER, STAGES
from pipeline.transform.figures import count_figures
from pipeline.transform.tracker_rows import TrackerRows


def stage_figures(tracker: TrackerRows) -> Iterator[Figure]:
    """Yield the rows by stage and by main barrier; both add up to the rows that count."""
    barriers = tracker.state.settings.words.barriers
    for column, names in (
        ("stage", (*STAGES, NOT_RECOGNISED)),
        ("barrier", tuple(dict.fromkeys((*barriers, OTHER_BARRIER, NO_BARRIER)))),
    ):
        for name in names:
            yield from count_figures(
                f"tracker.{column}",
                tracker.rows(column),
                tracker.equal(column, name),
                name,
                unit="rows",
                of=tracker.open,
            )
