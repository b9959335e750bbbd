"""How much of the latest weeks' starts and finishes is recorded so far, as earlier runs show.

What is known today of an earlier run's latest weeks, beside what that run had of it, tells what
today's latest weeks still lack: in all, and as each team's habit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import sqrt

import numpy as np
import pandas as pd

from pipeline.model.history import EarlierRun
from pipeline.transform.days import Days, day, days
from pipeline.transform.forecast.pace import shrunken
from pipeline.transform.insights.blocks import BLOCK_DAYS, Counts, families_of, tally
from pipeline.transform.places import Codes, Mask
from pipeline.transform.state import State

BLOCKS = 2
"""What is older than this is taken to be recorded, here and when a run is asked what it lacked."""
MOST_RUNS, FEWEST_RUNS = 6, 3
FEWEST = 100
"""So many families must have started (finished) in the latest block of the runs that are asked."""
LEAST_APART = 0.02
NEEDED = frozenset({"child_id", "plan_start", "plan_end"})


@dataclass(frozen=True)
class Recorded:
    """The share recorded so far, by team (as `Places.teams` has them) and block, the latest first.

    `apart` is by how much the share of a locality's latest block moves by itself from run to run
    (standard deviation).
    """

    shares: Counts
    apart: float


def recorded_of(state: State, runs: Sequence[EarlierRun], measure: str) -> Recorded | None:
    """Return what earlier runs tell of late recording; None where they are too few to tell."""
    asked = list(_a_block_apart(state, runs))
    if len(asked) < FEWEST_RUNS:
        return None
    families = families_of(state)
    both = np.stack([_of_run(state, run, measure, families) for run in asked])
    there, lacked = both.sum(axis=1), both[:, 1]
    if there[..., 0].sum() < FEWEST:
        return None
    shares = np.ones(there.shape[1:])
    for block in range(BLOCKS):
        whole = lacked[..., block].sum() / max(1.0, there[..., block].sum())
        usual = there[..., block] * whole
        habit = shrunken(lacked[..., block], usual, np.ones(len(asked)), spread=1.0)
        shares[:, block] = np.clip(1 - whole * habit, 0.1, 1.0)
    return Recorded(shares, max(LEAST_APART, _apart(state, there[..., 0], lacked[..., 0], shares)))


def _apart(state: State, there: Counts, lacked: Counts, shares: Counts) -> float:
    """Return how much localities' shares vary from run to run beyond chance."""
    beyond = exposed = 0.0
    for place in state.places.configured:
        if place.type != "locality":
            continue
        below = state.places.below(place)
        lacking = there[:, below] * (1 - shares[below, 0])
        chance = (lacking * shares[below, 0]).sum(axis=1)
        found = lacked[:, below].sum(axis=1)
        beyond += float(((found - lacking.sum(axis=1)) ** 2 - chance).sum())
        exposed += float((there[:, below].sum(axis=1) ** 2).sum())
    return sqrt(max(0.0, beyond) / exposed) if exposed else 0.0


def _a_block_apart(state: State, runs: Sequence[EarlierRun]) -> Iterator[EarlierRun]:
    """Yield the latest runs of which all is known by now, no two of them of the same weeks."""
    before = state.as_at - timedelta(days=BLOCK_DAYS)
    found = 0
    for run in reversed(runs):
        if run.versions is None or run.extract_date is None or run.as_at > before:
            continue
        if not NEEDED.issubset(run.versions):
            continue
        found += 1
        yield run
        if found == MOST_RUNS:
            return
        before = run.as_at - timedelta(days=BLOCK_DAYS)


def _of_run(state: State, run: EarlierRun, measure: str, families: Codes) -> Counts:
    """Return the families of a run's latest blocks: that it had, and that it lacked, by team."""
    plans, versions = state.plans, run.versions
    assert versions is not None  # noqa: S101 - `_a_block_apart` chose it
    known = day(min(run.as_at, run.extract_date or run.as_at))
    start, end = days(versions["plan_start"]), days(versions["plan_end"])
    if measure == "plans.starts":
        dates: Days = plans.start
        since = known - np.timedelta64(BLOCK_DAYS * (BLOCKS + 1), "D")
        lacked = ~_is_among(state, versions["child_id"][(start > since) & (start <= known)])
    else:
        dates = plans.end
        open_then = _is_among(state, versions["child_id"][(start <= known) & ~(end <= known)])
        on_another = _is_among(state, plans.frame["child_id"][plans.open_at(known)])
        lacked = open_then & ~on_another
    back = (known - dates).astype("int64") // BLOCK_DAYS
    inside = ~np.isnat(dates) & (back >= 0) & (back < BLOCKS)
    shape = (len(state.places.teams), BLOCKS)
    which = np.stack([plans.codes, back, families])
    kinds = (inside & ~lacked, inside & lacked)
    return np.stack([tally(np.unique(which[:, each], axis=1), shape) for each in kinds])


def _is_among(state: State, children: "pd.Series[str]") -> Mask:
    return state.plans.frame["child_id"].isin(children).to_numpy(dtype=bool)
