"""Tells insights of one place and one cause as one: the rest goes with the first."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model.insights import Insight
from pipeline.model.scopes import Scope


def told_once(insights: Iterable[Insight]) -> list[Insight]:
    """Return one insight for each place and cause, good and bad apart.

    A change leads over a difference; of changes the one that brings about the others leads, of
    differences the largest. What a locality shows, its teams show as well.
    """
    leads: list[Insight] = []
    for each in sorted(insights, key=_first_in_its_cause):
        at = next((n for n, lead in enumerate(leads) if _is_of_one(lead, each)), None)
        if at is None:
            leads.append(each)
        else:
            leads[at] = replace(leads[at], goes_with=(*leads[at].goes_with, each))
    return leads


def _first_in_its_cause(each: Insight) -> tuple[bool, float, float, str]:
    change = each.rule.kind == "change"
    order = float(each.rule.order) if change else -each.beyond
    return (not change, order, -each.strength, each.ref)


def _is_of_one(lead: Insight, each: Insight) -> bool:
    one = (lead.rule.cause, lead.good) == (each.rule.cause, each.good)
    return one and (_within(lead.place, each.place) or _within(each.place, lead.place))


def _within(place: Scope, other: Scope) -> bool:
    """Return whether a place is another, or below it; the authority counts as a place of its own."""
    if "authority" in (place.type, other.type):
        return place == other
    return place.locality == other.locality and other.team in ("", place.team)
