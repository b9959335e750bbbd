"""The actions on the trackers: overdue, undated, unowned, missing, weeks not months."""

from collections.abc import Iterator

from pipeline.model.measures import Figure
from pipeline.transform.days import in_days
from pipeline.transform.figures import count_figures, share_figures
from pipeline.transform.tracker_rows import TrackerRows

NO_ACTIONS = "no rows with an action"


def action_figures(tracker: TrackerRows) -> Iterator[Figure]:
    """Yield the rows whose action needs something, and the shares that are as they should be."""
    today = tracker.state.today
    acting = tracker.open & tracker.given("action")
    due = tracker.dates("due")
    dated, owned = tracker.given("due"), tracker.given("owner")
    latest = today + in_days(tracker.state.thresholds.action_within_days)
    for measure, column, mask in (
        ("actions.overdue", "due", due < today),
        ("actions.undated", "due", ~dated),
        ("actions.unowned", "owner", ~owned),
        ("actions.beyond_weeks", "due", due > latest),
    ):
        rows = tracker.rows("action", column)
        yield from count_figures(measure, rows, acting & mask, unit="rows", of=acting)
    missing = tracker.open & ~tracker.given("action")
    yield from count_figures(
        "actions.missing", tracker.rows("action"), missing, unit="rows", of=tracker.open
    )
    for measure, column, mask in (
        ("actions.dated.share", "due", dated),
        ("actions.owned.share", "owner", owned),
        ("actions.within_weeks.share", "due", due <= latest),
    ):
        rows = tracker.rows("action", column)
        yield from share_figures(measure, rows, mask, acting, nothing=NO_ACTIONS)
