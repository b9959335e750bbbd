"""Starts and finishes by team in blocks of four weeks, counted back from the last day known.

Blocks all hold the same weekdays, which months don't, and the latest takes in the day itself.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from pipeline.model.scopes import Scope
from pipeline.transform.days import Days, day
from pipeline.transform.state import State

BLOCK_DAYS = 28
MOST_BLOCKS = 20
"""A year before the longest change that is looked for."""

Counts = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Flow:
    """Counts by team (as `Places.teams` has them) and block, the latest block first."""

    state: State
    by_team: Counts
    last: date

    def of(self, scope: Scope) -> Counts:
        """Return the counts of a scope by block."""
        counts: Counts = self.by_team[self.state.places.below(scope)].sum(axis=0)
        return counts

    def span(self, blocks: int, left_out: int) -> tuple[date, date]:
        """Return the first and last day of so many blocks, before the latest that are left out."""
        last = self.last - timedelta(days=BLOCK_DAYS * left_out)
        return last - timedelta(days=BLOCK_DAYS * blocks - 1), last


def flow_of(state: State, measure: str) -> Flow | None:
    """Return the starts or finishes by block; None where they are not known by day and team."""
    if state.why_no_plans or state.series.why or state.plans.no_teams:
        return None
    covered = state.series.covered_from
    if covered is None:
        return None
    last = min(state.as_at, state.series.known_to or state.as_at)
    blocks = min(MOST_BLOCKS, ((last - covered).days + 1) // BLOCK_DAYS)
    if blocks < 1:
        return None
    dates = state.plans.start if measure == "plans.starts" else state.plans.end
    return Flow(state, _counted(dates, state, last, blocks), last)


def _counted(dates: Days, state: State, last: date, blocks: int) -> Counts:
    counts = np.zeros((len(state.places.teams), blocks))
    back = (day(last) - dates).astype("int64")
    known = ~np.isnat(dates) & (back >= 0) & (back < BLOCK_DAYS * blocks)
    np.add.at(counts, (state.plans.codes[known], back[known] // BLOCK_DAYS), 1)
    return counts
