"""Starts and finishes by team in blocks of four weeks, counted back from the last day known.

Blocks all hold the same weekdays, which months don't, and the latest takes in the day itself.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from pipeline.model.scopes import Scope
from pipeline.transform.days import day
from pipeline.transform.insights.blocks import BLOCK_DAYS, Counts, families_of, tally
from pipeline.transform.insights.recorded import Recorded
from pipeline.transform.places import Mask
from pipeline.transform.state import State

MOST_BLOCKS = 18
"""A year before the longest change that is looked for."""

ENDED_WELL = "closed or stepped down"
OUTCOMES = {ENDED_WELL: ("closed", "stepped down"), "escalated": ("escalated",)}
"""A finish is not a good outcome by itself: these are judged apart from all finishes together."""


@dataclass(frozen=True)
class Flow:
    """Counts by team (as `Places.teams` has them) and block, the latest block first.

    `plans` is what people count. `families` is what chance plays with: brothers and sisters start
    and finish together. `exposure` is what the count can be expected to grow with: the days that
    plans were open, for finishes; nothing but time, for starts; less what is not recorded yet, where
    earlier runs (`recorded`) tell.
    """

    state: State
    plans: Counts
    families: Counts
    exposure: Counts
    last: date
    recorded: Recorded | None = None

    def of(self, scope: Scope) -> "Series":
        """Return the series of a scope."""
        return self.among(self.state.places.below(scope))

    def among(self, teams: Mask) -> "Series":
        """Return the series of some teams together."""
        return Series(*(each[teams].sum(axis=0) for each in self._parts))

    def span(self, blocks: int, left_out: int) -> tuple[date, date]:
        """Return the first and last day of so many blocks, before the latest that are left out."""
        last = self.last - timedelta(days=BLOCK_DAYS * left_out)
        return last - timedelta(days=BLOCK_DAYS * blocks - 1), last

    @property
    def _parts(self) -> tuple[Counts, Counts, Counts]:
        return self.plans, self.families, self.exposure


@dataclass(frozen=True)
class Series:
    """Counts of a place by block, the latest first; see `Flow`."""

    plans: Counts
    families: Counts
    exposure: Counts

    def __sub__(self, other: "Series") -> "Series":
        return Series(
            self.plans - other.plans,
            self.families - other.families,
            self.exposure - other.exposure,
        )

    def from_block(self, first: int) -> "Series":
        """Return the series without its latest blocks."""
        return Series(self.plans[first:], self.families[first:], self.exposure[first:])


def flow_of(state: State, measure: str, recorded: Recorded | None = None) -> Flow | None:
    """Return starts, finishes, or finishes of some outcomes, by block; less what is not recorded yet.

    None where they are not known by day and team.
    """
    if state.why_no_plans or state.series.why or state.plans.no_teams:
        return None
    covered = state.series.covered_from
    if covered is None:
        return None
    last = min(state.as_at, state.series.known_to or state.as_at)
    blocks = min(MOST_BLOCKS, ((last - covered).days + 1) // BLOCK_DAYS)
    if blocks < 1:
        return None
    plans = state.plans
    dates = plans.start if measure == "plans.starts" else plans.end
    back = (day(last) - dates).astype("int64")
    known = ~np.isnat(dates) & (back >= 0) & (back < BLOCK_DAYS * blocks)
    if measure in OUTCOMES:
        if state.lacks("end_reason"):
            return None
        known &= np.isin(plans.outcome, OUTCOMES[measure])
    counted = np.stack([plans.codes[known], back[known] // BLOCK_DAYS, families_of(state)[known]])
    shape = (len(state.places.teams), blocks)
    exposure = np.ones(shape) if measure == "plans.starts" else _open_days(state, last, shape)
    if recorded is not None:
        so_far = recorded.shares[:, :blocks]
        exposure[:, : so_far.shape[1]] *= so_far
    return Flow(
        state,
        tally(counted, shape),
        tally(np.unique(counted, axis=1), shape),
        exposure,
        last,
        recorded,
    )


def _open_days(state: State, last: date, shape: tuple[int, int]) -> Counts:
    """Return on how many days plans were open, by team and block."""
    days = shape[1] * BLOCK_DAYS
    moves = np.zeros((shape[0], days + 1))
    first = day(last) - np.timedelta64(days - 1, "D")
    for dates, change in ((state.plans.start, 1), (state.plans.end, -1)):
        known = ~np.isnat(dates) & (dates <= day(last))
        at = np.maximum((dates[known] - first).astype("int64"), 0)
        np.add.at(moves, (state.plans.codes[known], at), change)
    still_open = moves[:, :days].cumsum(axis=1)
    by_block = still_open.reshape(shape[0], shape[1], BLOCK_DAYS).sum(axis=2)
    return np.asarray(by_block[:, ::-1])
