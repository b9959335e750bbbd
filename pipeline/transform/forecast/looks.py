"""What each method expects at an origin, past or present, for every scope and horizon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from pipeline.transform.forecast.late import Recorded
from pipeline.transform.forecast.life_table import life_table
from pipeline.transform.forecast.model import Learned, Learner, expect, plans_by_age
from pipeline.transform.forecast.past import Floats, Ints, Past
from pipeline.transform.forecast.stages import CLASSES, NO_TRACKER, Snapshot, ratios, stage_table
from pipeline.transform.places import Mask

LAST_4, LAST_12 = "last 4 weeks", "last 12 weeks"
DECLARED: Final = "declared closures"
MODEL: Final = "model"
METHODS: Final = (LAST_4, LAST_12, DECLARED, MODEL)
LINES: Final = {LAST_4: 28, LAST_12: 84}
"""The naive lines, by how many days they look back."""

STARTS, FINISHES, COMING, GOING, OPEN = range(5)
"""Starts and finishes in the window; those from the origin to the window's end; open plans then."""
LEARNT_FROM: Final = 26
"""Weeks that the model needs behind an origin."""


@dataclass(frozen=True)
class Grid:
    """The scopes and their horizons: which teams each has, and days ahead (`steps`).

    `below` is by scope and team; `steps` by scope, kind of horizon, and (before it, its last day).
    """

    below: Floats
    steps: Ints

    @property
    def shape(self) -> tuple[int, int, int]:
        """Return how many flows, kinds of horizon and scopes there are."""
        return 5, self.steps.shape[1], self.steps.shape[0]

    @cached_property
    def ends(self) -> list[int]:
        """Return every number of days ahead that is asked for."""
        return sorted({int(each) for each in self.steps.ravel()} - {0})

    def cut(self, starts: Mapping[int, Floats], finishes: Mapping[int, Floats]) -> Floats:
        """Return flow, kind and scope of what is by team until days ahead; open is the change."""
        coming, going = (self._at_steps(each) for each in (starts, finishes))
        until = coming[:, :, 1].T, going[:, :, 1].T
        before = coming[:, :, 0].T, going[:, :, 0].T
        return np.stack(
            [until[0] - before[0], until[1] - before[1], until[0], until[1], until[0] - until[1]]
        )

    def _at_steps(self, by_team: Mapping[int, Floats]) -> Floats:
        """Return what is by team until days ahead, by scope, kind and step."""
        ahead = [0, *self.ends]
        by_scope = self.below @ np.array([by_team[end] for end in ahead]).T
        column = np.searchsorted(ahead, self.steps)
        return np.asarray(by_scope[np.arange(len(by_scope))[:, None, None], column])


class Forecaster:
    """Looks ahead from any origin with what was known by then."""

    def __init__(
        self, past: Past, grid: Grid, recorded: Recorded, snapshots: Sequence[Snapshot]
    ) -> None:
        self.past, self.grid, self.recorded = past, grid, recorded
        self.table = life_table(past)
        self.learner = Learner(self.table, recorded)
        self._snapshots = {each.day: each for each in snapshots}
        now = self.learner.at(0)
        self._stages = stage_table(past, snapshots, now.hazard, now.pace)

    def snapshot(self, origin: int) -> Snapshot | None:
        """Return the trackers as they stood at an origin; None where nothing tells."""
        return self._snapshots.get(origin)

    @property
    def snapshot_days(self) -> list[int]:
        """The days whose trackers are known."""
        return sorted(self._snapshots)

    def can_learn(self, origin: int) -> bool:
        """Return whether enough is known behind an origin for the model."""
        return origin - self.past.first >= 7 * LEARNT_FROM

    def happened(self, origin: int) -> Floats:
        """Return what came after a past origin, by flow, kind and scope."""
        past = self.past
        none = {0: np.zeros(past.teams)}
        starts, finishes = (
            none | {end: past.between(counts, origin, origin + end) for end in self.grid.ends}
            for counts in (past.started, past.finished)
        )
        return self.grid.cut(starts, finishes)

    def line(self, origin: int, days: int) -> Floats | None:
        """Return what a naive line expects: the mean of the days before goes on."""
        past = self.past
        if origin - days < past.first - 1:
            return None
        ends = (0, *self.grid.ends)
        return self.grid.cut(
            *(
                {end: past.between(counts, origin - days, origin) * (end / days) for end in ends}
                for counts in (past.started, past.finished)
            )
        )

    def declared(self, origin: int) -> Floats | None:
        """Return the declared closures as finishes, with the longer line's starts."""
        snapshot, line = self.snapshot(origin), self.line(origin, LINES[LAST_12])
        if snapshot is None or line is None:
            return None
        none = np.zeros(self.past.teams)
        ahead = snapshot.declared - origin
        going = {end: self._by_team((ahead > 0) & (ahead <= end)) for end in (0, *self.grid.ends)}
        found = self.grid.cut(dict.fromkeys(going, none), going)
        found[[STARTS, COMING]] = line[[STARTS, COMING]]
        found[OPEN] = found[COMING] - found[GOING]
        return found

    def model(self, origin: int, *, stages: bool) -> Floats | None:
        """Return what the model expects; by age alone where no tracker tells the stages."""
        if not self.can_learn(origin):
            return None
        learned = self._learned(origin)
        snapshot = self.snapshot(origin) if stages else None
        plans, ratio = self._plans(origin, snapshot, learned)
        found = expect(
            self.past, learned, plans, origin, [origin + end for end in self.grid.ends], ratio=ratio
        )
        until = {end: found.until(origin + end) for end in self.grid.ends}
        none = np.zeros(self.past.teams)
        return self.grid.cut(
            {0: none} | {end: each[0] for end, each in until.items()},
            {0: none} | {end: each[1] for end, each in until.items()},
        )

    def _learned(self, origin: int) -> Learned:
        return self.learner.at(-((origin - self.past.known) // 7))

    def _plans(
        self, origin: int, snapshot: Snapshot | None, learned: Learned
    ) -> tuple[Floats, Floats | None]:
        """Return the open plans by team, age and class; and what the classes tell."""
        if snapshot is None:
            plans = plans_by_age(self.past, origin)
            return self._less_unrecorded(origin, plans), None
        plans = plans_by_age(self.past, origin, snapshot.classes)
        mix = np.einsum("tac,a,t->c", plans, learned.hazard, learned.pace)
        mix[CLASSES.index(NO_TRACKER)] = 0.0
        ratio = ratios(self._stages, origin, mix, self.learner.finish_spread)
        return self._less_unrecorded(origin, plans), ratio

    def _less_unrecorded(self, origin: int, plans: Floats) -> Floats:
        """Take away the plans that have finished already and are not recorded as such."""
        if origin != self.past.known:
            return plans
        missing = self.unrecorded(self.table.finishes.sum(axis=2), self.recorded.finishes)
        held = plans.sum(axis=(1, 2))
        left: Floats = plans * (1 - np.minimum(missing / np.maximum(held, 1), 1))[:, None, None]
        return left

    def unrecorded(self, counts: Floats, share: Floats) -> Floats:
        """Return by team how many of the latest starts or finishes are yet to be recorded."""
        if not self.recorded.told:
            return np.zeros(self.past.teams)
        lags = min(len(share), len(counts))
        return np.asarray((1 / share[:lags] - 1) @ counts[:lags])

    @cached_property
    def open_now(self) -> Floats:
        """The open plans of the last known day by scope, as recorded."""
        is_open = self.past.open_at(self.past.known)
        return np.asarray(self.grid.below @ self._by_team(is_open))

    @cached_property
    def late(self) -> tuple[Floats, Floats]:
        """Starts and finishes until the last known day that are yet to be recorded, by scope."""
        starts = self.unrecorded(self.table.starts, self.recorded.starts)
        finishes = self.unrecorded(self.table.finishes.sum(axis=2), self.recorded.finishes)
        return self.grid.below @ starts, self.grid.below @ finishes

    def beyond_expected(self, origin: int) -> Floats | None:
        """Return how many more plans finish, by kind and scope, if the declared closures happen.

        That is their number less how many of them the model expects to finish anyway.
        """
        snapshot = self.snapshot(origin)
        if snapshot is None:
            return None
        none = np.zeros(self.past.teams)
        learned = self._learned(origin)
        _, ratio = self._plans(origin, snapshot, learned)
        more = {0: none}
        for end in self.grid.ends:
            among = snapshot.declared <= origin + end
            among &= snapshot.declared > origin
            plans = plans_by_age(self.past, origin, snapshot.classes, among)
            until = [origin + end]
            anyway = expect(self.past, learned, plans, origin, until, ratio=ratio, new=False)
            more[end] = self._by_team(among) - anyway.until(origin + end)[1]
        found: Floats = self.grid.cut(dict.fromkeys(more, none), more)[GOING]
        return found

    def _by_team(self, plans: Mask) -> Floats:
        return np.bincount(self.past.team[plans], minlength=self.past.teams).astype(float)
