"""What the insights find, and find falsely, on simulated authorities whose truth is known."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from simulated.authority import Origin, Simulated
from simulated.scenarios import ORIGINS, SCENARIOS

from pipeline.model.insights import Insight
from pipeline.model.measures import Figures
from pipeline.model.settings import Settings
from pipeline.transform.actions import action_figures
from pipeline.transform.caseload import caseload_figures
from pipeline.transform.closures import closure_figures
from pipeline.transform.durations import out_of_timescale_figures
from pipeline.transform.insights import insights_of
from pipeline.transform.insights.insight_figures import insight_figures
from pipeline.transform.past.promises import promise_figures
from pipeline.transform.reconcile import reconcile_figures
from pipeline.transform.stages import stage_figures
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows

AMONG_THE_FIRST = 3
WITHIN = 2
"""Months after the shift."""
SHIFTED = "North"


@dataclass
class Found:
    """One authority's insights by origin, good news apart, in order."""

    seed: int
    by_origin: list[tuple[Insight, ...]] = field(default_factory=list)


def look(scenario: str, seed: int, origins: range = range(ORIGINS)) -> Found:
    """Return what a run finds at each origin, each with the earlier ones as its history."""
    authority, found, figures = Simulated(SCENARIOS[scenario], seed), Found(seed), {}
    for row, origin in enumerate(authority.origins(figures)):
        if row not in origins:
            continue
        insights, figures[origin.calendar.as_at] = insights_at(origin, authority.settings)
        found.by_origin.append(insights)
    return found


def insights_at(origin: Origin, settings: Settings) -> tuple[tuple[Insight, ...], Figures]:
    """Return what a run finds, and its figures of insights.

    As `transform` does (a test compares them), without the figures that no insight here rests on.
    """
    validated = origin.validated
    state, _ = state_of(validated, settings, origin.calendar)
    tracker = tracker_rows(state, validated)
    series = replace(state.series, months=(), so_far=(), weeks=(), year=(), since=())
    made = Figures(
        chain(
            caseload_figures(replace(state, series=series)),
            out_of_timescale_figures(state),
            stage_figures(tracker),
            reconcile_figures(tracker),
            action_figures(tracker),
            closure_figures(tracker),
            promise_figures(state, validated.history),
        )
    )
    insights = insights_of(state, made, validated, {}, agreed={}, minutes={})
    return insights, Figures(insight_figures(insights, made, state))


def false_ones(found: Found) -> Iterator[Insight]:
    """Yield every change that was named though nothing changed, good news too."""
    for insights in found.by_origin:
        yield from (each for each in insights if each.rule.kind == "change")


def differences(found: Found) -> Iterator[Insight]:
    """Yield every place that was said to differ."""
    for insights in found.by_origin:
        yield from (each for each in insights if each.rule.kind == "difference")


def after_the_shift(scenario: str) -> range:
    """Return the looks within two months of the shift."""
    since = SCENARIOS[scenario].fall_from + 1
    return range(since, since + WITHIN)


def found_after(found: Found) -> bool:
    """Return whether one of the last two looks, those after the shift, has it among its first three."""
    return any(
        any(_is_the_shift(each) for each in insights[:AMONG_THE_FIRST])
        for insights in found.by_origin[-WITHIN:]
    )


def _is_the_shift(insight: Insight) -> bool:
    """Return whether it names the locality (or one of its teams), and that it finishes less."""
    told = (insight, *insight.goes_with)
    return any(each.rule.id == "finishes.fell" and each.place.locality == SHIFTED for each in told)


def a_month(found: Iterable[Found], ones=false_ones) -> tuple[float, Counter[str]]:
    """Return how many a month there are, and of which rules and kinds of place."""
    looked = list(found)
    named = Counter(f"{e.rule.id} {e.place.type}" for each in looked for e in ones(each))
    return sum(named.values()) / sum(len(each.by_origin) for each in looked), named
