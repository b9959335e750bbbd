"""Insights of places that differ from the rest of the authority by more than chance explains.

In each topic the place furthest out is named and set aside, then the next is judged by what is
left: so that nobody is praised for not being the one that stands out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figures
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.insights.tails import distance, two_sided
from pipeline.transform.insights.topics import TOPICS, Part, Topic, part_of
from pipeline.transform.places import Places

FALSE_ALARMS = 0.05
"""How often a run may name any locality (any team), over all topics together, if none differs."""
LEAST_BEYOND = 5
LEAST_RATIO = 1.25
"""A difference of fewer plans, or of less than a quarter, is too small to ask about."""
ORDINARY = 2.0
"""A locality without one of its teams is ordinary if it is less far out than this."""


@dataclass(frozen=True)
class Standing:
    """How far out a place is in a topic, in standard deviations, and what was expected of it."""

    topic: Topic
    place: Scope
    here: Part
    expected: float
    far: float

    @property
    def beyond(self) -> float:
        """How many plans beyond what the rest leads to expect."""
        return abs(self.here.part - self.expected)


def differences(places: Places, figures: Figures) -> Iterator[Insight]:
    """Yield what stands out in localities and teams; where one team explains it, the team alone."""
    spread = sqrt(_siblings(figures))
    for topic in TOPICS:
        parts = {
            place: part
            for place in places.configured
            if (part := part_of(topic, place, figures)) is not None
        }
        if AUTHORITY in parts:
            yield from _of_topic(topic, parts, spread)


def _of_topic(topic: Topic, parts: dict[Scope, Part], spread: float) -> Iterator[Insight]:
    rest = parts.pop(AUTHORITY)
    for kind in ("locality", "team"):
        left = [place for place in parts if place.type == kind]
        level = FALSE_ALARMS / max(1, len(left) * len(TOPICS))
        while left:
            furthest = max(
                (_standing(topic, place, parts[place], rest, spread) for place in left),
                key=lambda each: abs(each.far),
            )
            if two_sided(furthest.far) > level:
                break
            named = _explained(furthest, parts, rest, spread)
            if _is_large(named) and (insight := _insight(named)):
                yield insight
            rest = _without(rest, named.here)
            left = [place for place in left if place != furthest.place]
            parts = {
                place: part for place, part in parts.items() if not _within(place, furthest.place)
            }


def _standing(topic: Topic, place: Scope, here: Part, everyone: Part, spread: float) -> Standing:
    others = everyone.whole - here.whole
    expected = here.whole * (everyone.part - here.part) / others if others else float(here.part)
    far = distance(here.part, here.whole, everyone.part, everyone.whole) / spread
    return Standing(topic, place, here, expected, far)


def _explained(locality: Standing, parts: dict[Scope, Part], rest: Part, spread: float) -> Standing:
    """Return the one team without which its locality is ordinary; else the locality as it is."""
    teams = [
        _standing(locality.topic, place, parts[place], rest, spread)
        for place in parts
        if place.type == "team" and _within(place, locality.place)
    ]
    same_side = [team for team in teams if team.far * locality.far > 0]
    if locality.place.type == "team" or len(teams) < 2 or not same_side:
        return locality
    team = max(same_side, key=lambda each: abs(each.far))
    remainder = _without(locality.here, team.here)
    left = _standing(locality.topic, locality.place, remainder, _without(rest, team.here), spread)
    return team if abs(left.far) < ORDINARY else locality


def _without(whole: Part, part: Part) -> Part:
    return Part(whole.part - part.part, whole.whole - part.whole, whole.rows)


def _within(place: Scope, other: Scope) -> bool:
    return place.locality == other.locality and other.team in ("", place.team)


def _is_large(found: Standing) -> bool:
    """Return whether the part, or what is left of the whole, is well beyond what was expected."""
    part, whole, expected = found.here.part, found.here.whole, found.expected
    ratios = ((part + 1) / (expected + 1), (whole - part + 1) / (whole - expected + 1))
    return found.beyond >= LEAST_BEYOND and max(*ratios, *(1 / r for r in ratios)) >= LEAST_RATIO


def _insight(found: Standing) -> Insight | None:
    topic, here = found.topic, found.here
    rule = RULES.get(topic.high if found.far > 0 else topic.low)
    if rule is None:
        return None
    return Insight(
        rule,
        found.place,
        here.rows,
        found=float(here.part),
        expected=found.expected,
        beyond=found.beyond,
        affected=float(here.part if found.far > 0 else here.whole - here.part),
        strength=abs(found.far),
    )


def _siblings(figures: Figures) -> float:
    """Return how many open plans a family has: plans of siblings stand or fall together."""
    plans, families = figures.find("plans.open"), figures.find("plans.open.families")
    if plans and families and plans.value and families.value:
        return plans.value / families.value
    return 1.0
