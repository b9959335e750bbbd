"""How far a place's latest weeks are from its own year before, less what all places have in common.

What is expected of a place is its own mean, moved as the rest of the authority moved: holidays and
late recording touch all places alike. The rest is followed only as far as its own chance allows.
"""

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from pipeline.transform.insights.flows import Counts

LONGEST = 6
BEFORE = 13
LEAST_BEFORE = 6
"""A change is looked for in one to six blocks, against up to a year before, at least half a year."""
LATE = 0.15
LATE_APART = 0.05
"""By how much the latest block may be short by late recording: everywhere, and in one place more."""


@dataclass(frozen=True)
class Shift:
    """What the latest `blocks` of a series show against what was expected of them.

    `far` is in standard deviations, above zero where more was found. `left_out` are blocks still
    later than those.
    """

    blocks: int
    found: float
    expected: float
    far: float
    left_out: int = 0


@dataclass(frozen=True)
class Spread:
    """How much counts vary from block to block.

    `own`: their variance in a place, in multiples of their mean. `common`: the variance of the
    factor by which all places move together.
    """

    own: float
    common: float


def spread_of(table: Counts) -> Spread:
    """Return how the counts of places (rows, that don't overlap) vary from block to block."""
    table = table[table.sum(axis=1) > 0]
    total = table.sum(axis=0)
    if not total.size or not total.all():
        return Spread(1.0, 0.0)
    mean = float(total.mean())
    around = float(np.var(total, ddof=1)) / mean if total.size > 1 else 1.0
    if table.shape[0] < 2:
        return Spread(max(1.0, around), 0.0)
    expected = np.outer(table.sum(axis=1), total) / total.sum()
    residual = (table - expected) / np.sqrt(expected)
    steps = np.diff(residual, axis=1) ** 2 / 2  # by steps, to which a lasting shift adds little
    own = max(1.0, float(steps.mean()) / (1 - 1 / table.shape[0]))
    return Spread(own, max(0.0, (around - own) / mean))


def shift_of(mine: Counts, rest: Counts, blocks: int, spread: Spread) -> Shift | None:
    """Return how far the latest blocks are from what was expected; None if too few are known.

    `mine` and `rest` hold a count a block, the latest first. A rest of nothing is not followed.
    """
    before = slice(blocks, blocks + BEFORE)
    usual = mine[before]
    if usual.size < LEAST_BEFORE or not usual.sum():
        return None
    mean, found = float(usual.mean()) * blocks, float(mine[:blocks].sum())
    factor, doubt = 1.0, spread.common
    if rest[before].sum():
        factor, doubt = _followed(rest, blocks, before, spread)
        doubt += (LATE_APART / blocks) ** 2
    expected = mean * factor
    variance = spread.own + expected * (doubt + spread.own / float(usual.sum()))
    far = 2 * (sqrt(found + 0.375) - sqrt(expected + 0.375)) / sqrt(variance)
    return Shift(blocks, found, expected, far)


def furthest(mine: Counts, rest: Counts, spread: Spread) -> Shift | None:
    """Return the shift that is furthest from what was expected, over all lengths.

    Without a rest the latest block is left out: nothing tells late recording from a fall.
    """
    skip = 0 if rest.sum() else 1
    shifts = (shift_of(mine[skip:], rest[skip:], n, spread) for n in range(1, LONGEST + 1))
    best = max((s for s in shifts if s is not None), key=lambda s: abs(s.far), default=None)
    return replace(best, left_out=skip) if best else None


def _followed(rest: Counts, blocks: int, before: slice, spread: Spread) -> tuple[float, float]:
    """Return the factor by which the rest moved, as far as it is followed, and its variance."""
    latest, usual = float(rest[:blocks].sum()), float(rest[before].sum())
    moved = float(rest[:blocks].mean()) / float(rest[before].mean())
    chance = spread.own * (1 / max(latest, 1.0) + 1 / usual)
    common = spread.common + (LATE / blocks) ** 2
    weight = common / (common + chance)
    return 1 + weight * (moved - 1), weight * chance
