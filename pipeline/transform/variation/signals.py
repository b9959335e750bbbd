"""The four signals of Making Data Count: what ordinary variation does not explain."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from pipeline.model.variation import SIGNALS, Limits, Signal, SignalKind

RUN: Final = 7
"""So many points make a trend, or a shift to one side of the mean."""
OUTER: Final = 2 / 3
"""The outer third begins this far from the centre to the limit."""

Found = tuple[int, int, int]
"""A side (1 above, -1 below), and the first and last of its points in a stretch."""


def signals_of(values: tuple[float, ...], limits: Limits) -> tuple[Signal, ...]:
    """Return the signals of a stretch, the weightiest first, then the earliest.

    `values` are the stretch's own; the ends of its signals count from where the limits do.
    """
    far = [value - limits.centre for value in values]
    reach = limits.upper - limits.centre
    outside = [_side(each, reach) for each in far]
    outer = [
        0 if out else _side(each, reach * OUTER) for each, out in zip(far, outside, strict=True)
    ]
    sides = [_side(each) for each in far]
    steps = [_side(now - before) for before, now in pairwise(values)]
    found: dict[SignalKind, list[Found]] = {
        "outside": list(_runs(outside)),
        "trend": [(side, first, last + 1) for side, first, last in _runs(steps, RUN - 1)],
        "two of three": list(_two_of_three(outer, sides)),
        "shift": list(_runs(sides, RUN)),
    }
    return tuple(
        Signal(kind, "up" if side > 0 else "down", limits.first + first, limits.first + last)
        for kind in SIGNALS
        for side, first, last in found[kind]
    )


def _side(distance: float, beyond: float = 0.0) -> int:
    """Return 1 or -1 for a distance beyond a bound above or below; 0 within it."""
    return (distance > beyond) - (distance < -beyond)


def _runs(sides: list[int], least: int = 1) -> Iterator[Found]:
    """Yield each unbroken run of at least so many points on one side."""
    first = 0
    for side, run in groupby(sides):
        last = first + len(list(run)) - 1
        if side and last - first + 1 >= least:
            yield side, first, last
        first = last + 1


def _two_of_three(outer: list[int], sides: list[int]) -> Iterator[Found]:
    """Yield where two of three points in a row, all on one side, are in its outer third.

    Where such threes share a point they are one signal.
    """
    joined: Found | None = None
    for start in range(len(sides) - 2):
        three = range(start, start + 3)
        far = [point for point in three if outer[point]]
        if len(far) < 2 or len({sides[point] for point in three}) > 1:
            continue
        if joined and far[0] <= joined[2]:
            joined = (joined[0], joined[1], far[-1])
            continue
        if joined:
            yield joined
        joined = (sides[start], far[0], far[-1])
    if joined:
        yield joined
