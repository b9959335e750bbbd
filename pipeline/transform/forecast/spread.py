"""Counts that vary: the distribution about what is expected, and the range of 80 % within it.

A count with mean m and variance k x m is binomial (k < 1), Poisson (k = 1) or negative binomial
(k > 1); open plans are those now, plus starts, less finishes.
"""

from typing import Final

import numpy as np

from pipeline.transform.forecast.past import Floats

SHARE: Final = 0.8
"""The share of outcomes that a range is to hold."""
TAIL: Final = (1 - SHARE) / 2
AS_POISSON: Final = 0.02
"""How near to 1 a spread is taken for 1."""
LEAST_SPREAD: Final = 0.3


def chances(mean: float, spread: float) -> tuple[int, Floats]:
    """Return the lowest count and the chances of it and of each after it.

    `spread` is the variance as a multiple of the mean.
    """
    if mean <= 0:
        return 0, np.ones(1)
    spread = max(spread, LEAST_SPREAD)
    reach = 8 * np.sqrt(spread * mean) + 10
    lowest, highest = max(int(mean - reach), 0), int(mean + reach)
    count = np.arange(lowest, highest)
    with np.errstate(divide="ignore"):
        if spread > 1 + AS_POISSON:
            size = mean / (spread - 1)
            ratio = (count + size) / (count + 1) * (spread - 1) / spread
        elif spread < 1 - AS_POISSON:
            trials = np.ceil(mean / (1 - spread))
            chance = mean / trials
            ratio = np.maximum(trials - count, 0) / (count + 1) * chance / (1 - chance)
        else:
            ratio = mean / (count + 1)
        logs = np.concatenate([[0.0], np.cumsum(np.log(ratio))])
    found = np.exp(logs - logs.max())
    return lowest, found / found.sum()


def of_open(open_now: float, starts: float, finishes: float, spread: float) -> tuple[int, Floats]:
    """Return the chances of open plans: those now, plus starts, less finishes."""
    low_in, coming = chances(starts, spread)
    low_out, going = chances(finishes, spread)
    lowest = round(open_now) + low_in - (low_out + len(going) - 1)
    return lowest, np.convolve(coming, going[::-1])


def middle_and_range(lowest: int, chance: Floats) -> tuple[int, int, int]:
    """Return the median, and the low and high between which nearest to 80 % of chances lie."""
    until = np.cumsum(chance)
    median = int(np.searchsorted(until, 0.5 - 1e-12))
    low = int(np.searchsorted(until, TAIL - 1e-12))
    high = int(np.searchsorted(until, 1 - TAIL - 1e-12))
    last = len(chance) - 1

    def held(pair: tuple[int, int]) -> float:
        below = until[pair[0] - 1] if pair[0] else 0.0
        return abs(float(until[pair[1]] - below) - SHARE)

    pairs = [
        (a, b)
        for a in (low, min(low + 1, median))
        for b in (high, max(high - 1, median))
        if a <= median <= b <= last
    ]
    found = min(pairs, key=held)
    return lowest + median, lowest + found[0], lowest + found[1]
