"""Insights of starts and finishes that changed for good, by more than ordinary variation.

The place whose change is furthest out is named and set aside, then the next is judged by the rest:
where one locality finishes less, the others do not finish more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.model.dates import interval
from pipeline.model.history import EarlierRun
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import FigureRow, Insight
from pipeline.model.measures import Figures
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.sureness import in_a_month
from pipeline.transform.insights.flows import ENDED_WELL, OUTCOMES, Flow, Series, flow_of
from pipeline.transform.insights.recorded import recorded_of
from pipeline.transform.insights.shifts import (
    LATE_STILL,
    Shift,
    Spread,
    furthest,
    shift_of,
    spread_of,
)
from pipeline.transform.insights.tails import two_sided
from pipeline.transform.places import Mask
from pipeline.transform.state import State

FALSE_ALARMS = {"authority": 0.01, "locality": 0.05, "team": 0.012}
"""How often a run may find any place of a kind far out in one flow, if nothing has changed in it."""
OF_FINISHES = 0.4
"""The same for finishes of localities: set so that a lasting fall of two fifths in one is nearly always
found within two months, at the price of a false one in a few runs more."""
LENGTHS = 2
"""Looking for changes of four lengths is like looking twice: they overlap."""
LEAST_BEYOND = 5
FELL, ROSE = 0.8, 1.25
"""A change of fewer plans, or of less than a fifth, is too small to ask about."""
MOSTLY = 0.6
ORDINARY = 1.5
"""One team explains its locality's change if it is most of it, and the others' is ordinary."""

FINISHES, STARTS = "plans.finishes", "plans.starts"
RULE = {
    (FINISHES, False): "finishes.fell",
    (ENDED_WELL, True): "finishes.rose",
    ("escalated", True): "escalations.rose",
    (STARTS, False): "starts.fell",
    (STARTS, True): "starts.rose",
}
"""By what is counted, and whether it rose. More finishes are good only if they ended well."""


@dataclass(frozen=True)
class Changed:
    """A place and what changed in it; `chance` as `Insight` has it."""

    place: Scope
    shift: Shift
    chance: float = 1.0


def changes(state: State, figures: Figures, runs: Sequence[EarlierRun]) -> Iterator[Insight]:
    """Yield what changed in the authority, its localities and its teams.

    `runs` tell how much of the latest weeks is recorded so far.
    """
    recorded = {flow: recorded_of(state, runs, flow) for flow in (STARTS, FINISHES)}
    for counted in dict.fromkeys(counted for counted, _ in RULE):
        flow = flow_of(state, counted, recorded[STARTS if counted == STARTS else FINISHES])
        if flow is not None:
            yield from changes_of(counted, flow, figures)


def changes_of(counted: str, flow: Flow, figures: Figures) -> Iterator[Insight]:
    """Yield what changed in one flow, on the side that a rule asks about."""
    for changed in _changed(counted, flow):
        rule = RULE.get((counted, changed.shift.far > 0))
        if rule:
            yield _insight(rule, counted, changed, flow, figures)


def _changed(counted: str, flow: Flow) -> list[Changed]:
    found: list[Changed] = []
    taken = np.zeros(len(flow.state.places.teams), dtype=bool)
    places = flow.state.places
    for kind in ("locality", "team"):
        left = [place for place in places.configured if place.type == kind]
        spread = _spread([flow.of(place) for place in left], flow)
        alarms = OF_FINISHES if (counted, kind) == (FINISHES, "locality") else FALSE_ALARMS[kind]
        looks = max(1, len(left) * LENGTHS)
        left = [place for place in left if not taken[places.below(place)].any()]
        while left:
            rest = flow.among(~taken)
            best = _most(left, flow, rest, spread)
            if best is None or two_sided(best.shift.far) > alarms / looks:
                break
            named = _explained(best, flow, rest, spread) if kind == "locality" else best
            if _is_large(named.shift):
                far = min(abs(best.shift.far), abs(named.shift.far))
                found.append(replace(named, chance=in_a_month(two_sided(far), looks)))
            taken |= places.below(best.place)
            left = [place for place in left if place != best.place]
    return [*_of_all(flow, taken), *found]


def _spread(series: list[Series], flow: Flow) -> Spread:
    """Return how series vary, and how short the latest block may be of what is not recorded yet."""
    found, recorded = spread_of(series), flow.recorded
    if recorded is None:
        return found
    return replace(found, late=LATE_STILL, apart=recorded.apart, told=True)


def _most(left: list[Scope], flow: Flow, rest: Series, spread: Spread) -> Changed | None:
    shifts = [(place, furthest(flow.of(place), rest - flow.of(place), spread)) for place in left]
    known = [Changed(place, shift) for place, shift in shifts if shift is not None]
    return max(known, key=lambda each: abs(each.shift.far), default=None)


def _explained(found: Changed, flow: Flow, rest: Series, spread: Spread) -> Changed:
    """Return the one team that explains its locality's change; else the locality as it is."""
    whole, shift = flow.of(found.place), found.shift
    others = rest - whole
    for team in flow.state.places.teams_of(found.place):
        mine = flow.of(team)
        own, left = (_again(shift, counts, others, spread) for counts in (mine, whole - mine))
        if own is None or left is None:
            continue
        share = (own.found - own.expected) / (shift.found - shift.expected)
        if share >= MOSTLY and abs(left.far) < ORDINARY:
            return Changed(team, own)
    return found


def _again(shift: Shift, mine: Series, rest: Series, spread: Spread) -> Shift | None:
    """Return what a series shows in the same blocks."""
    skip = shift.left_out
    found = shift_of(mine.from_block(skip), rest.from_block(skip), shift.blocks, spread)
    return replace(found, left_out=skip) if found else None


def _of_all(flow: Flow, taken: Mask) -> list[Changed]:
    """Return the change of all places together, less those that changed by themselves."""
    together = flow.among(~taken)
    shift = furthest(together, together - together, _spread([together], flow))
    if shift is None or two_sided(shift.far) > FALSE_ALARMS["authority"] / LENGTHS:
        return []
    chance = in_a_month(two_sided(shift.far), LENGTHS)
    return [Changed(AUTHORITY, shift, chance)] if _is_large(shift) else []


def _is_large(shift: Shift) -> bool:
    ratio = shift.found / shift.expected
    return abs(shift.found - shift.expected) >= LEAST_BEYOND and not FELL < ratio < ROSE


def _insight(rule: str, counted: str, changed: Changed, flow: Flow, figures: Figures) -> Insight:
    place, shift = changed.place, changed.shift
    first, last = flow.span(shift.blocks, shift.left_out)
    window = interval(first, last)
    open_plans = figures.find("plans.open", place)
    return Insight(
        RULES[rule],
        place,
        (_row(counted, place, window),),
        window=window,
        found=shift.found,
        expected=shift.expected,
        beyond=abs(shift.found - shift.expected),
        affected=(open_plans.value if open_plans else None) or 0.0,
        strength=abs(shift.far),
        chance=changed.chance,
        since=first,
    )


def _row(counted: str, place: Scope, window: str) -> FigureRow:
    if counted in OUTCOMES:
        return ("plans.finishes.outcome", counted, place, window)
    return (counted, "", place, window)
