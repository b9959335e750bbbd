"""How many agreed actions are open, overdue, carried over and done, and whether they worked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, OLT_OWN, ActionReview
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.action_reviews import ActionReviews
from pipeline.transform.places import Places

NO_MINUTES = "no check-in minutes have come back"
NONE_OPEN = "no action is open"
OLDEST = "agreed.oldest_days"


Test = Callable[[ActionReview], bool]


@dataclass(frozen=True)
class _Kind:
    """A measure, the actions that it counts, and those of which these are a part."""

    measure: str
    counted: Test
    whole: Test | None = None


def agreed_figures(places: Places, reviews: ActionReviews) -> Iterator[Figure]:
    """Yield the counts by scope: of open actions, and of the verdicts on these and those done.

    The OLT's own actions are counted once more under a category, since no locality has them.
    """
    for kind in _KINDS:
        for scope in places.configured:
            yield _count(kind, scope, places, reviews)
    for scope in places.configured:
        yield _oldest(scope, places, reviews)
    if own := reviews.get(""):
        yield from _own(own)


def _own(reviews: tuple[ActionReview, ...]) -> Iterator[Figure]:
    for kind in _KINDS:
        yield _counted(kind, AUTHORITY, reviews, OLT_OWN)
    yield _oldest_of(AUTHORITY, reviews, OLT_OWN)


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
    _Kind(
        "agreed.other_way",
        lambda each: each.went_other_way,
        lambda each: each.verdict == NOT_YET,
    ),
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
    return replace(_counted(kind, scope, found), note=_partly(scope, places, reviews))


def _counted(
    kind: _Kind, scope: Scope, found: Sequence[ActionReview], category: str = ""
) -> Figure:
    value = float(sum(map(kind.counted, found)))
    return Figure(
        kind.measure,
        scope,
        category,
        value=value,
        numerator=value if kind.whole else None,
        denominator=float(sum(map(kind.whole, found))) if kind.whole else None,
        unit="actions",
    )


def _oldest(scope: Scope, places: Places, reviews: ActionReviews) -> Figure:
    """Return how many days ago the oldest open action was agreed."""
    found = _of(scope, reviews)
    if found is None:
        return not_supplied(OLDEST, scope, unit="days", why=NO_MINUTES)
    oldest = _oldest_of(scope, found)
    return replace(oldest, note=_partly(scope, places, reviews)) if oldest.supplied else oldest


def _oldest_of(scope: Scope, found: Sequence[ActionReview], category: str = "") -> Figure:
    ages = [each.age_days for each in found if each.is_open]
    if not ages:
        return not_supplied(OLDEST, scope, category, unit="days", why=NONE_OPEN)
    return Figure(OLDEST, scope, category, value=float(max(ages)), unit="days")
