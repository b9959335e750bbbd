"""Judges a monthly series: whether it can bear limits, its limits, and what they don't explain."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from statistics import fmean
from typing import Final

from pipeline.model.variation import SIGNALS, Direction, Limits, Signal, Variation
from pipeline.transform.variation.limits import average_moving_range, natural_limits
from pipeline.transform.variation.signals import signals_of

LEAST_POINTS: Final = 12
LEAST_AFTER_CAUSE: Final = 6
"""How many points a series needs to be judged, and a stretch of it beside a named cause."""
LEAST_MEAN: Final = 3
"""Counts with a smaller mean are too few for limits."""
TOO_FEW: Final = "too few to judge"

Values = tuple[float, ...]


def judged(
    windows: tuple[str, ...],
    values: Values,
    causes: Mapping[int, str],
    late: frozenset[Direction] = frozenset(),
) -> Variation:
    """Return how a series of counts varies, or why that can't be said.

    `causes` names why limits are calculated anew from a point on. Late recording can move the
    latest point in the directions of `late`.
    """
    limits: list[Limits] = []
    signals: list[Signal] = []
    why = _why_not(values)
    for first, last, cause in _stretches(len(values), causes) if not why else ():
        own = values[first : last + 1]
        if len(own) < LEAST_AFTER_CAUSE or not average_moving_range(own):
            continue
        found = natural_limits(own, first, cause)
        limits.append(found)
        signals += _signals(own, found, late if last == len(values) - 1 else frozenset())
    if not why and not limits:
        why = f"{TOO_FEW}: no {LEAST_AFTER_CAUSE} months between the causes named"
    signals.sort(key=lambda signal: (SIGNALS.index(signal.kind), signal.first))
    return Variation(windows, values, tuple(limits), tuple(signals), why)


def _why_not(values: Values) -> str:
    if len(values) < LEAST_POINTS:
        return f"{TOO_FEW}: {len(values)} complete months are known, and {LEAST_POINTS} are needed"
    if fmean(values) < LEAST_MEAN:
        return f"{TOO_FEW}: on average there are fewer than {LEAST_MEAN}"
    if not average_moving_range(values):
        return f"{TOO_FEW}: it hardly changes from month to month"
    return ""


def _stretches(points: int, causes: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last point of each stretch, and the cause that began it."""
    starts = sorted({0, *(point for point in causes if 0 < point < points)})
    for first, after in pairwise((*starts, points)):
        yield first, after - 1, causes.get(first, "") if first else ""


def _signals(own: Values, limits: Limits, late: frozenset[Direction]) -> Iterator[Signal]:
    """Yield a stretch's signals; one is provisional if late recording alone could explain it."""
    before = {(each.kind, each.first) for each in signals_of(own[:-1], limits)}
    for each in signals_of(own, limits):
        rests_on_last = each.last == limits.last and (each.kind, each.first) not in before
        yield replace(each, provisional=rests_on_last and each.direction in late)
