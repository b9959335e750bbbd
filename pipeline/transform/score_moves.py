"""How many effectiveness scores rose, fell and stayed since the review before, like for like."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.model.checklist import SECTION_TITLES
from pipeline.model.dates import interval
from pipeline.model.like_for_like import scored_both_times
from pipeline.model.measures import Figure, Review, not_supplied
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.places import Places
from pipeline.transform.scores import Reviews

MEAN: Final = "score.mean.delta"
WAYS: Final = {"score.up": 1, "score.down": -1, "score.same": 0}
ALL: Final = ""
"""The category of all eleven criteria."""

Both = list[tuple[int, int]]
"""The scores then and now of the criteria that both reviews scored."""


def score_move_figures(places: Places, reviews: Reviews) -> Iterator[Figure]:
    """Yield what moved from each team's last review but one to its last; and from review to review."""
    for scope in places.configured:
        below = places.teams_of(scope)
        twice = [held for team in below if len(held := reviews.get(team.team, ())) > 1]
        partly = f"{len(twice)} of {len(below)} teams" if len(twice) < len(below) else ""
        for section in (ALL, *SECTION_TITLES):
            both = [pair for held in twice for pair in _both(held[-2], held[-1], section)]
            if both:
                yield from _moves(scope, section, "", both, partly)
            else:
                why = "no criterion scored both times" if twice else "not reviewed twice yet"
                yield from _unknown(scope, section, why)
    for team in places.teams_of(AUTHORITY):
        for before, review in pairwise(reviews.get(team.team, ())):
            window = interval(review.observed, review.observed)
            for section in SECTION_TITLES:
                if both := _both(before, review, section):
                    yield from _moves(team, section, window, both)


def _both(before: Review, review: Review, section: str) -> Both:
    sections = (section,) if section else tuple(SECTION_TITLES)
    return [pair for each in sections for pair in scored_both_times(before, review, each)]


def _moves(
    scope: Scope, section: str, window: str, both: Sequence[tuple[int, int]], note: str = ""
) -> Iterator[Figure]:
    """Yield how many of the scores went each way, and how far their mean went."""
    whole = float(len(both))
    ways = [(now > then) - (now < then) for then, now in both]
    for measure, way in WAYS.items():
        part = float(ways.count(way))
        yield Figure(measure, scope, section, window, part, part, whole, unit="scores", note=note)
    if section:
        moved = float(sum(now - then for then, now in both))
        mean = moved / whole
        yield Figure(MEAN, scope, section, window, mean, moved, whole, unit="points", note=note)


def _unknown(scope: Scope, section: str, why: str) -> Iterator[Figure]:
    for measure in WAYS:
        yield not_supplied(measure, scope, section, unit="scores", why=why)
    if section:
        yield not_supplied(MEAN, scope, section, unit="points", why=why)
