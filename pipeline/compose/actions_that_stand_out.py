"""The actions that stand out: whose figure moved as wanted, went the other way, or has not moved.

The words of a locality's minutes stay in its own papers: here its actions are named by reference.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

from pipeline.compose.action_words import actions_of, figure_named, then_and_now
from pipeline.compose.insight_words import in_full
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, quoted, said
from pipeline.model.action_review import AGE, MOVED, NOT_YET, NOW, THEN, ActionReview
from pipeline.model.content import Cell, Row, Table, TableColumn
from pipeline.model.measures import Figure

MOST: Final = 12
"""So many actions whose figure moved, either way, stand in the table at the most."""
MOST_UNMOVED: Final = 6
NOTE: Final = "The words of each action stand in the minutes of its locality, or of the OLT, under its reference."


def actions_that_stand_out(subject: Subject) -> Table | None:
    """Return the actions whose figure moved, furthest first, and a few that have not and are most late."""
    places = ("", *(place.locality for place in subject.localities))
    found = [each for place in places for each in actions_of(subject, place)]
    moved = _furthest(subject, [each for each in found if each.verdict == MOVED])
    other_way = _furthest(subject, [each for each in found if each.went_other_way])
    stayed = [
        each
        for each in found
        if each.verdict == NOT_YET and each.is_open and not each.went_other_way
    ]
    stayed.sort(
        key=lambda each: (not each.standing.overdue, -each.standing.carried, -each.age_days)
    )
    of_moved, of_others = _shared_out(len(moved), len(other_way))
    rows = [
        *_group(subject, "Moved as wanted{}: what could others take from it?", moved, of_moved),
        *_group(subject, "Went the other way{}: what would help?", other_way, of_others),
        *_group(
            subject, "Still open, no improvement so far{}: what would help?", stayed, MOST_UNMOVED
        ),
    ]
    if not rows:
        return None
    columns = (
        TableColumn("Action", 1.1),
        TableColumn("Place", 2.3),
        TableColumn("Figure it was to move", 2.65),
        TableColumn("Then and now", 2.55),
        TableColumn("Open for", 2.5),
    )
    return Table("Actions that stand out", columns, tuple(rows), (NOTE,))


def _shared_out(moved: int, other_way: int) -> tuple[int, int]:
    """Return how many of two groups have room; what one leaves is the other's."""
    half = MOST // 2
    of_moved = min(moved, max(half, MOST - other_way))
    return of_moved, min(other_way, MOST - of_moved)


def _furthest(subject: Subject, reviews: Sequence[ActionReview]) -> list[ActionReview]:
    """Return actions by how much of itself their figure moved."""
    return sorted(reviews, key=lambda each: -_move(subject, each))


def _move(subject: Subject, review: ActionReview) -> float:
    find = subject.measures.figures.find
    then, now = (_share(find(name, review.scope, review.key)) for name in (THEN, NOW))
    if then is None or now is None or then == now:
        return 0.0
    return abs(now - then) / min(then, now) if then and now else inf


def _share(figure: Figure | None) -> float | None:
    """Return a figure as a part of its whole, else its value."""
    if figure is None or figure.value is None:
        return None
    return figure.value / figure.denominator if figure.denominator else figure.value


def _group(subject: Subject, title: str, reviews: Sequence[ActionReview], most: int) -> list[Row]:
    """Return a title and at the `most` so many rows; the title says where there are more."""
    rows = [_row(subject, each) for each in reviews[:most]]
    which = "the longest overdue first" if title.startswith("Still") else "the furthest"
    head = title.format(f", {which}" if len(reviews) > most else "")
    blank = tuple(Cell() for _ in range(4))
    return [Row((Cell((head,)), *blank), "group"), *rows] if rows else []


def _row(subject: Subject, review: ActionReview) -> Row:
    standing = review.standing
    late = ", overdue" if standing.overdue else ""
    if review.verdict == MOVED:
        late = ", still marked open"
    words = said(counted(subject.figure(AGE, review.scope, review.key), "day"), late)
    place = in_full(review.scope) if review.scope.name else "Authority"
    if not standing.action.locality:
        place = f"{place}: OLT’s own"
    return Row(
        (
            Cell((quoted(standing.action.reference),), tone="strong"),
            Cell((place,)),
            Cell((figure_named(review),)),
            Cell(then_and_now(subject, review), tone="up" if review.verdict == MOVED else ""),
            Cell(words if review.is_open else ("done",)),
        )
    )
