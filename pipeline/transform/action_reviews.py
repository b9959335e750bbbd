"""Each agreed action with the figure it was to move: which figure, and whether it moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from pipeline.model.action_review import AGE, SLIPPED, SPAN, ActionReview
from pipeline.model.figures_to_move import CLOSING, SCORES, TARGETS
from pipeline.model.measures import Figure
from pipeline.model.minutes import Minutes, OpenAction
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.figures_moved import Movements
from pipeline.transform.places import Places
from pipeline.transform.proposed_figure import proposed_figure

NO_FIGURE = "none named"
DATED = (CLOSING, SCORES)
"""Closures and reviews have dates of their own, so they are told before and after the very day."""

ActionReviews = Mapping[str, tuple[ActionReview, ...]]


def action_reviews(
    minutes: Sequence[Minutes],
    actions: Sequence[Mapping[str, tuple[OpenAction, ...]]],
    movements: Movements,
) -> tuple[dict[str, tuple[ActionReview, ...]], tuple[Figure, ...]]:
    """Return the actions of each locality with their verdicts, and each action's own figures.

    `actions` are the open ones and those done since, by locality; they keep that order. A figure
    is compared with that of the run which the minutes were made for that agreed on the action; what
    has dates of its own, with the time before the day it was agreed.
    """
    periods = {(each.locality, a.reference): each.period for each in minutes for a in each.actions}
    found: dict[str, tuple[ActionReview, ...]] = {}
    figures: list[Figure] = []
    for locality in dict.fromkeys(chain.from_iterable(actions)):
        reviews = []
        for standing in chain.from_iterable(held.get(locality, ()) for held in actions):
            papers_of = periods[locality, standing.action.reference]
            review, own = _review(standing, papers_of, movements)
            reviews.append(review)
            figures += own
        found[locality] = tuple(reviews)
    return found, tuple(figures)


def _review(
    standing: OpenAction, papers_of: date, movements: Movements
) -> tuple[ActionReview, list[Figure]]:
    state, action = movements.state, standing.action
    scope = _scope(standing, state.places)
    key = action.reference
    if scope.locality != action.locality:
        key = f"{action.locality or 'OLT'} {key}"
    proposed = proposed_figure(action.action, state.settings.words.figures)
    name = standing.figure or proposed
    review = ActionReview(
        standing,
        scope,
        key,
        age_days=max(0, (state.as_at - action.agreed).days),
        figure=name,
        proposed=not standing.figure and name != "",
    )
    figures = [*_own_figures(review)]
    if name not in TARGETS:
        return replace(review, why=NO_FIGURE), figures
    target = TARGETS[name]
    since = action.agreed if target in DATED else papers_of
    then, now, (verdict, why) = movements.of(target, scope, key, since)
    figures += [then, now]
    if target is CLOSING and then.supplied and now.supplied:
        days = float(movements.span_days(since))
        figures.append(Figure(SPAN, scope, key, value=days, unit="days"))
    return replace(review, verdict=verdict, why=why), figures


def _scope(standing: OpenAction, places: Places) -> Scope:
    """Return whose figure an action is to move: that of the place it names, else its check-in's.

    The OLT’s actions may name a locality; where a team is called the same, the team is meant.
    """
    action = standing.action
    above = Scope("locality", action.locality) if action.locality else AUTHORITY
    named = (place for place in reversed(places.configured) if place.name == action.team != "")
    return next(named, above)


def _own_figures(review: ActionReview) -> Iterator[Figure]:
    for measure, value, unit in (
        (AGE, review.age_days, "days"),
        (SLIPPED, review.standing.slipped, "times"),
    ):
        yield Figure(measure, review.scope, review.key, value=float(value), unit=unit)
