"""Exact tails and limits of counts: binomial for parts of a whole, Poisson for events.

Computed by summing in logarithms, so that nothing is approximated but floating point.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, lgamma, log, log1p
from typing import Final

import numpy as np
import numpy.typing as npt

Chances = npt.NDArray[np.float64]

NARROW: Final = 1e-10
"""Bounds of a rate are found to within this, relative to its range."""
NEGLIGIBLE: Final = 40
"""So many standard deviations above a Poisson mean there is nothing left to add up."""


@dataclass(frozen=True)
class Tails:
    """The chances of a count as low as the one seen, or lower; and as high, or higher."""

    low: float
    high: float

    @property
    def two_sided(self) -> float:
        """The chance of a count at least as far out on either side: the smaller tail, doubled."""
        return min(1.0, 2 * min(self.low, self.high))


def binomial_tails(part: int, whole: int, share: float) -> Tails:
    """Return the tails of `part` of `whole`, where each is in it with a chance of `share`."""
    return _tails(_binomial(whole, share), part)


def poisson_tails(count: int, mean: float) -> Tails:
    """Return the tails of a count of events of which `mean` are expected."""
    return _tails(_poisson(mean, count), count)


def binomial_limits(whole: int, share: float, level: float) -> tuple[int, int]:
    """Return the least and the most of `whole` that is ordinary at a level such as 0.998.

    Anything beyond has a tail of less than half of what the level leaves.
    """
    return _limits(_binomial(whole, share), level)


def poisson_limits(mean: float, level: float) -> tuple[int, int]:
    """Return the least and the most events that are ordinary at a level such as 0.998."""
    return _limits(_poisson(mean), level)


def share_interval(part: int, whole: int, level: float) -> tuple[float, float]:
    """Return the shares that `part` of `whole` agrees with at a level (Clopper and Pearson)."""
    half = (1 - level) / 2
    low = 0.0 if part == 0 else _where(lambda p: binomial_tails(part, whole, p).high - half, 1)
    high = 1.0 if part == whole else _where(lambda p: half - binomial_tails(part, whole, p).low, 1)
    return low, high


def rate_interval(count: int, level: float) -> tuple[float, float]:
    """Return the means that a count of events agrees with at a level."""
    half, most = (1 - level) / 2, count + 10 * (count + 1) ** 0.5 + 20
    low = 0.0 if count == 0 else _where(lambda m: poisson_tails(count, m).high - half, most)
    return low, _where(lambda m: half - poisson_tails(count, m).low, most)


def _tails(chances: Chances, seen: int) -> Tails:
    low, high = float(chances[: seen + 1].sum()), float(chances[seen:].sum())
    return Tails(min(1.0, low), min(1.0, high))


def _limits(chances: Chances, level: float) -> tuple[int, int]:
    half = (1 - level) / 2
    low, high = np.cumsum(chances), np.cumsum(chances[::-1])[::-1]
    ordinary = np.flatnonzero((low >= half) & (high >= half))
    return int(ordinary[0]), int(ordinary[-1])


def _binomial(whole: int, share: float) -> Chances:
    if share in (0, 1):
        certain = np.zeros(whole + 1)
        certain[round(whole * share)] = 1.0
        return certain
    chance, other = log(share), log1p(-share)
    return np.array(
        [
            exp(_ways(whole, part) + part * chance + (whole - part) * other)
            for part in range(whole + 1)
        ]
    )


def _poisson(mean: float, least: int = 0) -> Chances:
    if mean == 0:
        return np.eye(1, least + 1).ravel()
    most = int(max(mean, least) + NEGLIGIBLE * (mean + 1) ** 0.5)
    return np.array([exp(n * log(mean) - mean - lgamma(n + 1)) for n in range(most + 1)])


def _ways(whole: int, part: int) -> float:
    return lgamma(whole + 1) - lgamma(part + 1) - lgamma(whole - part + 1)


def _where(rising: Callable[[float], float], most: float) -> float:
    """Return where a rising function of a rate from 0 to `most` crosses zero, by halving."""
    low, high = 0.0, most
    while high - low > NARROW * most:
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return low
