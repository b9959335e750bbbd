"""Exact tails of the binomial distribution.

Computed by summing in logarithms, so that nothing is approximated but floating point.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, log1p

import numpy as np
import numpy.typing as npt

Chances = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Tails:
    """The chances of a count as low as the one seen, or lower; and as high, or higher."""

    low: float
    high: float


def binomial_tails(part: int, whole: int, share: float) -> Tails:
    """Return the tails of `part` of `whole`, where each is in it with a chance of `share`."""
    chances = _binomial(whole, share)
    low, high = float(chances[: part + 1].sum()), float(chances[part:].sum())
    return Tails(min(1.0, low), min(1.0, high))


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


def _ways(whole: int, part: int) -> float:
    return lgamma(whole + 1) - lgamma(part + 1) - lgamma(whole - part + 1)
