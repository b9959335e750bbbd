"""Natural limits of a series of single values: the XmR chart of Making Data Count."""

from itertools import pairwise
from statistics import fmean
from typing import Final

from pipeline.model.variation import Limits

TO_LIMITS: Final = 2.66
"""Three standard deviations, in average moving ranges."""
TOO_WIDE: Final = 3.267
"""A moving range of so many averages or more is a jump, not ordinary variation."""
SETTLED: Final = 13
"""How many points settled limits need."""


def natural_limits(values: tuple[float, ...], first: int = 0, cause: str = "") -> Limits:
    """Return the limits of a stretch of two counts or more that begins at `first`.

    A count can't be below zero, so neither is the lower limit.
    """
    centre, reach = fmean(values), TO_LIMITS * average_moving_range(values)
    return Limits(
        first,
        first + len(values) - 1,
        centre,
        max(0.0, centre - reach),
        centre + reach,
        trial=len(values) < SETTLED,
        cause=cause,
    )


def average_moving_range(values: tuple[float, ...]) -> float:
    """Return the mean step from point to point, without the steps that are far too wide."""
    steps = [abs(now - before) for before, now in pairwise(values)]
    widest = TOO_WIDE * fmean(steps)
    kept = [step for step in steps if step < widest]
    return fmean(kept) if kept else 0.0
