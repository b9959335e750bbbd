"""How fast each team's plans start and finish beside what is usual: ratios, shrunken to the whole."""

from typing import Final

import numpy as np

from pipeline.transform.forecast.past import Floats

MEMORIES: Final = (8.0, 16.0, 32.0, 64.0)
"""Weeks after which a week counts half; the authority's own past chooses among them."""
LOOK_AHEAD: Final = 4
TEAMS_DIFFER: Final = 0.03
"""How much teams are taken to differ before there is data (variance of the ratio: about 17 %)."""
AS_TEAMS: Final = 4
"""How many teams' data that is worth."""


def weights(weeks: int, back: int, half_life: float) -> Floats:
    """Return how much each week counts, seen from `back` weeks ago; later weeks count nothing."""
    since = np.arange(weeks) - back
    return np.where(since >= 0, 0.5 ** (since / half_life), 0.0)


def shrunken(observed: Floats, expected: Floats, weight: Floats, spread: float) -> Floats:
    """Return what each team's expected numbers are to be multiplied by.

    `observed` and `expected` are by week and team; `spread` is how much more than by pure chance
    the observed numbers vary. A team's own ratio counts by how much it can tell.
    """
    seen, usual = weight @ observed, weight @ expected
    if not usual.sum() > 0:
        return np.ones(len(usual))
    overall = float(seen.sum() / usual.sum())
    mean = overall * usual
    counted = float(seen.sum())
    chance = spread * float((weight**2 @ observed).sum()) / counted if counted else 1.0
    having = mean > 0
    excess = float(((seen - mean)[having] ** 2 - chance * mean[having]).sum())
    found = excess / float((mean[having] ** 2).sum()) if having.any() else 0.0
    teams = int(having.sum())
    differ = max((teams * found + AS_TEAMS * TEAMS_DIFFER) / (teams + AS_TEAMS), 1e-4)
    prior = chance / differ
    return overall * (seen + prior) / (mean + prior)


def memory_of(observed: Floats, expected: Floats, spread: float) -> float:
    """Return the memory with which the next weeks of the past would have been told best."""
    weeks = len(observed)
    origins = range(LOOK_AHEAD, max(weeks - 26, LOOK_AHEAD + 1), 2)
    best, lowest = MEMORIES[-1], np.inf
    for half_life in reversed(MEMORIES):
        lost = 0.0
        for back in origins:
            ratio = shrunken(observed, expected, weights(weeks, back, half_life), spread)
            ahead = slice(back - LOOK_AHEAD, back)
            lost += deviance(observed[ahead].sum(axis=0), ratio * expected[ahead].sum(axis=0))
        if lost < lowest * (1 - 1e-9):
            best, lowest = half_life, lost
    return best


def deviance(observed: Floats, expected: Floats) -> float:
    """Return how far counts are from what was expected, on the scale of chance."""
    mean = np.maximum(expected, 1e-3)
    ratio = np.where(observed > 0, observed, 1.0) / mean
    return float(
        2 * (np.where(observed > 0, observed * np.log(ratio), 0.0) - observed + mean).sum()
    )


def spread_of(observed: Floats, expected: Floats) -> float:
    """Return how much more than by pure chance weekly counts vary (at least 1)."""
    total = float(expected.sum())
    return max(1.0, float(((observed - expected) ** 2).sum()) / total) if total else 1.0
