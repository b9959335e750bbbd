"""How far a place's latest weeks are from its own year before, less what all places have in common.

What is expected of a place is its own pace, changed as the pace of the rest changed: holidays and
late recording touch all places alike. The rest is followed only as far as its own chance allows.
"""

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from pipeline.transform.insights.blocks import Counts
from pipeline.transform.insights.flows import Series

LONGEST = 4
BEFORE = 13
LEAST_BEFORE = 6
"""A change is looked for in one to four blocks, against up to a year before, at least half a year."""
LATE = 0.15
LATE_APART = 0.05
"""By how much the latest block may be short by late recording, where no earlier runs tell: everywhere,
and in one place more."""
LATE_STILL = 0.05
"""By how much it may still be short everywhere, where they do."""


@dataclass(frozen=True)
class Shift:
    """What the latest `blocks` of a series show against what was expected of them, in plans.

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
    """How much counts of families vary from block to block.

    `own`: their variance in a place, in multiples of their mean. `common`: the variance of the
    factor by which all places move together. `late` and `apart`: by how much the latest block may be
    short by late recording, everywhere, and in one place more; `told` where earlier runs tell so.
    """

    own: float
    common: float
    late: float = LATE
    apart: float = LATE_APART
    told: bool = False


def spread_of(places: list[Series]) -> Spread:
    """Return how the series of places that don't overlap vary."""
    table = np.array([_even(each) for each in places if each.families.sum()])
    table = table[:, : LONGEST + BEFORE] if table.size else table
    total = table.sum(axis=0)
    if not total.size or not total.all():
        return Spread(1.0, 0.0)
    mean = float(total.mean())
    around = float(np.var(total, ddof=1)) / mean if total.size > 1 else 1.0
    if min(table.shape) < 2:
        return Spread(max(1.0, around), 0.0)
    expected = np.outer(table.sum(axis=1), total) / total.sum()
    residual = (table - expected) / np.sqrt(expected)
    steps = np.diff(residual, axis=1) ** 2 / 2  # by steps, to which a lasting shift adds little
    own = max(1.0, float(steps.mean()) / (1 - 1 / table.shape[0]))
    return Spread(own, max(0.0, (around - own) / mean))


def shift_of(mine: Series, rest: Series, blocks: int, spread: Spread) -> Shift | None:
    """Return how far the latest blocks are from what was expected; None if too few are known.

    A rest of nothing is not followed.
    """
    before = slice(blocks, blocks + BEFORE)
    usual, exposed = mine.families[before], mine.exposure
    if usual.size < LEAST_BEFORE or not usual.sum() or not exposed[before].all():
        return None
    grown = float(exposed[:blocks].sum() / exposed[before].sum())
    found = float(mine.families[:blocks].sum())
    factor, doubt = 1.0, spread.common
    if rest.families[before].sum() and rest.exposure[:blocks].sum():
        factor, doubt = _followed(rest, blocks, before, spread)
        doubt += (spread.apart / blocks) ** 2
    elif spread.told:
        doubt += (spread.late / blocks) ** 2
    expected = float(usual.sum()) * grown * factor
    variance = spread.own + expected * (doubt + spread.own / float(usual.sum()))
    far = 2 * (sqrt(found + 0.375) - sqrt(expected + 0.375)) / sqrt(variance)
    plans = float(mine.plans[before].sum()) * grown * factor
    return Shift(blocks, float(mine.plans[:blocks].sum()), plans, far)


def furthest(mine: Series, rest: Series, spread: Spread) -> Shift | None:
    """Return the shift that is furthest from what was expected, over all lengths.

    Without a rest, and without earlier runs that tell how much is recorded so far, the latest block is
    left out: nothing tells late recording from a fall.
    """
    skip = 0 if rest.families.sum() or spread.told else 1
    mine, rest = mine.from_block(skip), rest.from_block(skip)
    shifts = (shift_of(mine, rest, n, spread) for n in range(1, LONGEST + 1))
    best = max((s for s in shifts if s is not None), key=lambda s: abs(s.far), default=None)
    return replace(best, left_out=skip) if best else None


def _followed(rest: Series, blocks: int, before: slice, spread: Spread) -> tuple[float, float]:
    """Return the factor by which the rest moved, as far as it is followed, and its variance."""
    latest, usual = float(rest.families[:blocks].sum()), float(rest.families[before].sum())
    moved = latest / usual * float(rest.exposure[before].sum() / rest.exposure[:blocks].sum())
    chance = spread.own * (1 / max(latest, 1.0) + 1 / usual)
    common = spread.common + (spread.late / blocks) ** 2
    weight = common / (common + chance)
    return 1 + weight * (moved - 1), weight * chance


def _even(series: Series) -> Counts:
    """Return the counts of families as they would be if each block were exposed alike."""
    even = np.zeros_like(series.families)
    exposed = series.exposure > 0
    np.divide(series.families * series.exposure.mean(), series.exposure, out=even, where=exposed)
    return even
