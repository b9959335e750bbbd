"""Insights of places that differ from the rest of the authority by more than chance explains.

In each topic the place furthest out is named and set aside, then the next is judged by what is
left: so that nobody is praised for not being the one that stands out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figures
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.sureness import in_a_month
from pipeline.transform.insights.tails import NORMAL, distance, two_sided
from pipeline.transform.insights.topics import TOPICS, Part, Topic, part_of
from pipeline.transform.places import Places

FALSE_ALARMS = 0.05
"""How often a run may name any locality (any team), over all topics together, if none differs."""
LEAST_BEYOND = 5
LEAST_RATIO = 1.25
"""A difference of fewer plans, or of less than a quarter, is too small to ask about."""
ORDINARY = 2.0
"""A locality without one of its teams is ordinary if it is less far out than this: then it is the team."""


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
    """Yield what stands out in localities and teams, of each topic the furthest out first."""
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
    rest, left = parts[AUTHORITY], [place for place in parts if place != AUTHORITY]
    looks = {kind: _looks(sum(p.type == kind for p in left)) for kind in ("locality", "team")}
    needed = {kind: _needed(many) for kind, many in looks.items()}
    while left:
        found = [_standing(topic, place, parts[place], rest, spread) for place in left]
        best = max(found, key=lambda each: _before_others(each, needed))
        if abs(best.far) < needed[best.place.type]:
            return
        named = _named(best, {place: parts[place] for place in left}, rest, spread)
        if _is_large(named) and (insight := _insight(named)):
            weaker = max(_chance(each, looks) for each in (best, named))
            yield replace(insight, chance=weaker)
        rest = _without(rest, named.here)
        left = [p for p in left if not _within(p, named.place) and not _within(named.place, p)]


def _looks(places: int) -> int:
    """Return how often so many places are looked at, over all topics."""
    return max(1, places * len(TOPICS))


def _needed(looks: int) -> float:
    """Return how far out one of so many must be, so that chance alone seldom names any."""
    return -NORMAL.inv_cdf(FALSE_ALARMS / looks / 2)


def _chance(found: Standing, looks: dict[str, int]) -> float:
    return in_a_month(two_sided(found.far), looks[found.place.type])


def _before_others(each: Standing, needed: dict[str, float]) -> tuple[float, bool, bool]:
    """Of two places that are as far out, as two localities always are, one side is asked about."""
    rule = RULES.get(each.topic.high if each.far > 0 else each.topic.low)
    far = round(abs(each.far) / needed[each.place.type], 6)
    return (far, rule is not None, rule is not None and not rule.good)


def _standing(topic: Topic, place: Scope, here: Part, everyone: Part, spread: float) -> Standing:
    others = everyone.whole - here.whole
    expected = here.whole * (everyone.part - here.part) / others if others else float(here.part)
    far = distance(here.part, here.whole, everyone.part, everyone.whole) / spread
    return Standing(topic, place, here, expected, far)


def _named(best: Standing, parts: dict[Scope, Part], rest: Part, spread: float) -> Standing:
    """Return who is named: the team that stands out, or its locality if that does without it too.

    `parts` are of the places that nothing was said of yet.
    """
    home = Scope("locality", best.place.locality)
    teams = [
        _standing(best.topic, place, part, rest, spread)
        for place, part in parts.items()
        if place.type == "team" and _within(place, home)
    ]
    if home not in parts or len(teams) < 2:
        return best
    team = max(teams, key=lambda each: each.far if best.far > 0 else -each.far)
    others, beyond_it = _without(parts[home], team.here), _without(rest, team.here)
    left = _standing(best.topic, home, others, beyond_it, spread)
    if left.far * best.far <= 0 or abs(left.far) < ORDINARY:
        return team
    return _standing(best.topic, home, parts[home], rest, spread)


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
