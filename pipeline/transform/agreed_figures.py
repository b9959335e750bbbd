"""How many agreed actions are open, overdue, carried over and done, and whether they worked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, ActionReview
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import Scope
from pipeline.transform.action_reviews import ActionReviews
from pipeline.transform.places import Places

NO_MINUTES = "no check-in minutes have come back"
NONE_OPEN = "no action is open"


Test = Callable[[ActionReview], bool]


@dataclass(frozen=True)
class _Kind:
    """A measure, the actions that it counts, and those of which these are a part."""

    measure: str
    counted: Test
    whole: Test | None = None


def agreed_figures(places: Places, reviews: ActionReviews) -> Iterator[Figure]:
    """Yield the counts by scope: of open actions, and of the verdicts on these and those done."""
    for kind in _KINDS:
        for scope in places.configured:
            yield _count(kind, scope, places, reviews)
    for scope in places.configured:
        yield _oldest(scope, places, reviews)


def _is_open(review: ActionReview) -> bool:
    return review.is_open


def _is_any(_: ActionReview) -> bool:
    return True


_KINDS = (
    _Kind("agreed.open", _is_open),
    _Kind("agreed.overdue", lambda each: each.standing.overdue, _is_open),
    _Kind("agreed.carried_over", lambda each: each.is_open and each.standing.carried > 0, _is_open),
    _Kind("agreed.done", lambda each: not each.is_open),
    _Kind("agreed.moved_as_wanted", lambda each: each.verdict == MOVED, _is_any),
    _Kind("agreed.not_yet", lambda each: each.verdict == NOT_YET, _is_any),
    _Kind("agreed.cant_tell", lambda each: each.verdict == CANT_TELL, _is_any),
)


def _of(scope: Scope, reviews: ActionReviews) -> list[ActionReview] | None:
    """Return a scope's actions; the OLT's own count for the authority alone. None: no minutes."""
    found = {place: each for place, each in reviews.items() if scope.locality in ("", place)}
    if not found:
        return None
    listed = [each for held in found.values() for each in held]
    return [each for each in listed if scope.team in ("", each.standing.action.team)]


def _partly(scope: Scope, places: Places, reviews: ActionReviews) -> str:
    localities = [place for place in places.configured if place.type == "locality"]
    having = [place for place in localities if place.locality in reviews]
    partly = scope.type == "authority" and len(having) < len(localities)
    return f"{len(having)} of {len(localities)} localities" if partly else ""


def _count(kind: _Kind, scope: Scope, places: Places, reviews: ActionReviews) -> Figure:
    found = _of(scope, reviews)
    if found is None:
        return not_supplied(kind.measure, scope, unit="actions", why=NO_MINUTES)
    value = float(sum(map(kind.counted, found)))
    return Figure(
        kind.measure,
        scope,
        value=value,
        numerator=value if kind.whole else None,
        denominator=float(sum(map(kind.whole, found))) if kind.whole else None,
        unit="actions",
        note=_partly(scope, places, reviews),
    )


def _oldest(scope: Scope, places: Places, reviews: ActionReviews) -> Figure:
    """Return how many days ago the oldest open action was agreed."""
    measure, found = "agreed.oldest_days", _of(scope, reviews)
    ages = [each.age_days for each in found or () if each.is_open]
    if not ages:
        why = NO_MINUTES if found is None else NONE_OPEN
        return not_supplied(measure, scope, unit="days", why=why)
    note = _partly(scope, places, reviews)
    return Figure(measure, scope, value=float(max(ages)), unit="days", note=note)
