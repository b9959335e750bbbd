"""How far a count is from what the rest leads to expect, in standard deviations, by exact tails."""

from math import log, pi, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int_]

NORMAL = NormalDist()
FAR_OUT = 1e-12
"""Of tails beyond this the distance is worked out from their logarithm."""


def distance(part: int, whole: int, all_parts: int, everyone: int) -> float:
    """Return how far `part` of `whole` is from its share of `all_parts` of `everyone`.

    By the tail of the hypergeometric distribution, doubled and said as a standard deviation: above
    zero where the part is larger than its share. Zero where nothing can be compared.
    """
    if not 0 < whole < everyone or not 0 < all_parts < everyone:
        return 0.0
    above = part * everyone > all_parts * whole
    tail = _tail(part, whole, all_parts, everyone, above=above)
    far = _deviations(tail) if tail < 0.5 else 0.0
    return far if above else -far


def two_sided(far: float) -> float:
    """Return the probability of being at least so far out on either side."""
    return 2 * NORMAL.cdf(-abs(far))


def _deviations(tail: float) -> float:
    """Return how many standard deviations out a tail begins."""
    if tail > FAR_OUT:
        return -NORMAL.inv_cdf(tail)
    twice = -2 * log(tail) - log(2 * pi)
    return sqrt(twice - log(twice))


def _tail(part: int, whole: int, all_parts: int, everyone: int, *, above: bool) -> float:
    """Return the probability of `part` or more (or fewer) among `whole` drawn from `everyone`."""
    least, most = max(0, whole - (everyone - all_parts)), min(whole, all_parts)
    drawn = np.arange(least, most + 1)
    logs = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, everyone + 1)))))

    def ways(of: int, some: Counts) -> npt.NDArray[np.float64]:
        return np.asarray(logs[of] - logs[some] - logs[of - some])

    weights = ways(all_parts, drawn) + ways(everyone - all_parts, whole - drawn)
    chances = np.exp(weights - ways(everyone, np.array([whole])))
    tail = chances[drawn >= part] if above else chances[drawn <= part]
    return float(max(tail.sum(), 1e-300))
