"""How many cases each group of the agenda has; a case counts in its first group alone."""

from collections.abc import Iterator

from pipeline.model.agenda import GROUPS, NOTHING_NEEDED, TO_ADD
from pipeline.model.measures import Figure
from pipeline.transform.agenda.grouping import Grouping
from pipeline.transform.figures import absent_figures, count_figures
from pipeline.transform.reconcile import not_on_tracker

MEASURE = "agenda.cases"
NO_PAST = "no earlier run read this tracker"


def agenda_figures(found: Grouping) -> Iterator[Figure]:
    """Yield the cases to add, those of each group, those that need nothing, and actions due soon."""
    tracker = found.tracker
    yield from count_figures(MEASURE, tracker.plan_rows(), not_on_tracker(tracker), TO_ADD)
    for place, name in enumerate((*GROUPS, NOTHING_NEEDED)):
        if name == "challenges" and found.standing is None:
            scopes = tracker.rows().scopes
            yield from absent_figures(MEASURE, scopes, (name,), unit="rows", why=NO_PAST)
            continue
        rows = found.standing.rows if name == "challenges" and found.standing else tracker.rows()
        mask = tracker.open & (found.first == place)
        yield from count_figures(MEASURE, rows, mask, name, unit="rows", of=tracker.open)
    due = tracker.rows("action", "due")
    yield from count_figures("actions.due_soon", due, found.needs["due"], unit="rows")
