"""The model: how many plans of each team are expected to start and to finish after an origin.

Finishes: a rate by age band, times the team's pace, times what the tracker's stage tells.
Starts: the team's usual rate, times what the latest weeks show beyond chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.transform.forecast.late import Recorded
from pipeline.transform.forecast.life_table import LifeTable
from pipeline.transform.forecast.pace import memory_of, shrunken, spread_of, weights
from pipeline.transform.forecast.past import (
    AGES,
    BAND_OF_AGE,
    Floats,
    Past,
    age_in_weeks,
)
from pipeline.transform.forecast.stages import CLASSES, ELAPSED, Classes
from pipeline.transform.places import Mask

LONG: Final = 52.0
"""The memory, in weeks, of what changes slowly: how age tells, how many plans a team has."""
AS_FINISHES: Final = 5.0
"""How many finishes' data it is worth that an age band has the rate of all."""


@dataclass(frozen=True)
class Learned:
    """What is known at an origin: the finishing rate by week of age, pace and starts by team."""

    hazard: Floats
    pace: Floats
    starts: Floats


@dataclass(frozen=True)
class Expected:
    """Starts and finishes by team (row) and mark (column), from the day after the origin on."""

    marks: tuple[int, ...]
    starts: Floats
    finishes: Floats

    def until(self, day: int) -> tuple[Floats, Floats]:
        """Return starts and finishes by team until the end of a day."""
        column = self.marks.index(day)
        return self.starts[:, column], self.finishes[:, column]


class Learner:
    """Learns from the weeks before an origin; the memories are chosen once, by the whole past."""

    def __init__(self, table: LifeTable, recorded: Recorded) -> None:
        weeks = len(table.starts)
        share = np.ones((2, weeks))
        lags = min(len(recorded.starts), weeks)
        share[0, :lags], share[1, :lags] = recorded.starts[:lags], recorded.finishes[:lags]
        used = share > 0
        self._starts = table.starts * used[0][:, None]
        self._work = table.work * share[0]
        self._finishes = table.finishes * used[1][:, None, None]
        self._exposed = table.exposed * share[1][:, None, None]
        self._weeks = weeks
        ended, usual = self._by_age(0)
        self.finish_spread = spread_of(ended, self._paced(ended, usual))
        self._finish_memory = memory_of(ended, usual, self.finish_spread)
        begun, usual_starts = self._starts, self._usual_starts(0)
        self.start_spread = spread_of(begun, usual_starts)
        self._start_memory = memory_of(begun, usual_starts, self.start_spread)

    def at(self, back: int) -> Learned:
        """Return what was known `back` weeks ago."""
        ended, usual = self._by_age(back)
        memory = weights(self._weeks, back, self._finish_memory)
        recent = weights(self._weeks, back, self._start_memory)
        usual_starts = self._usual_starts(back)
        ratio = shrunken(self._starts, usual_starts, recent, self.start_spread)
        return Learned(
            self._hazard(back)[BAND_OF_AGE],
            shrunken(ended, usual, memory, self.finish_spread),
            self._rate(back) * ratio,
        )

    def weeks_behind(self, name: str) -> float:
        """Return how many weeks' data the recent pace of starts (else of finishes) goes by."""
        memory = self._start_memory if name == "starts" else self._finish_memory
        return min(2 * memory / float(np.log(2)), self._weeks)

    def _hazard(self, back: int) -> Floats:
        weight = weights(self._weeks, back, LONG)
        ended = np.tensordot(weight, self._finishes, 1).sum(axis=0)
        exposed = np.tensordot(weight, self._exposed, 1).sum(axis=0)
        overall = ended.sum() / exposed.sum() if exposed.sum() else 0.0
        if not overall:
            return np.zeros(len(ended))
        return np.asarray((ended + AS_FINISHES) / (exposed + AS_FINISHES / overall))

    def _by_age(self, back: int) -> tuple[Floats, Floats]:
        """Return finishes by week and team, and how many the ages then say."""
        return self._finishes.sum(axis=2), self._exposed @ self._hazard(back)

    def _paced(self, ended: Floats, usual: Floats) -> Floats:
        ratio = ended.sum(axis=0) / np.maximum(usual.sum(axis=0), 1e-9)
        return np.asarray(usual * ratio)

    def _rate(self, back: int) -> Floats:
        """Return each team's starts in a week of work, by its long memory."""
        weight = weights(self._weeks, back, LONG)
        worked = float(weight @ self._work)
        started: Floats = weight @ self._starts
        return started / worked if worked else started

    def _usual_starts(self, back: int) -> Floats:
        return np.outer(self._work, self._rate(back))


def plans_by_age(
    past: Past, origin: int, classes: Classes | None = None, among: Mask | None = None
) -> Floats:
    """Return how many plans (`among` some) are open on a day, by team, week of age and class."""
    is_open = past.open_at(origin) if among is None else past.open_at(origin) & among
    kinds = len(CLASSES) if classes is not None else 1
    kind = classes[is_open] if classes is not None else 0
    age = age_in_weeks(origin - past.start[is_open])
    cell = (past.team[is_open] * AGES + age) * kinds + kind
    counted = np.bincount(cell, minlength=past.teams * AGES * kinds)
    return counted.reshape(past.teams, AGES, kinds).astype(float)


def expect(
    past: Past,
    learned: Learned,
    plans: Floats,
    origin: int,
    ends: Sequence[int],
    *,
    ratio: Floats | None = None,
    new: bool = True,
) -> Expected:
    """Return what is expected after an origin until the end of each of some days.

    `plans` are open at the origin (`plans_by_age`); `ratio` is by class and week since. New plans
    start and may finish too, unless `new` is false.
    """
    marks = tuple(sorted({*range(origin + 7, max(ends), 7), *ends}))
    since = np.array([origin, *marks[:-1]])
    work = past.work(np.array(marks)) - past.work(since)
    week = (since - origin) // 7
    told = np.minimum(week, len(ELAPSED) - 1)
    if ratio is None:
        ratio = np.ones((plans.shape[2], len(ELAPSED)))
    ages = np.minimum(np.arange(AGES)[:, None] + week, AGES - 1)
    step = learned.hazard[ages] * work
    risk = np.cumsum(step[:, None, :] * ratio[None, :, told], axis=2)
    leaving = 1 - np.exp(-learned.pace[:, None, None, None] * risk)
    finishes = np.einsum("tac,tacm->tm", plans, leaving)
    starts = np.outer(learned.starts, np.cumsum(work))
    if new:
        for at in range(len(marks)):
            young = np.maximum(week - week[at], 0)
            each = learned.hazard[young] * work
            each[:at] = 0.0
            each[at] /= 2
            gone = 1 - np.exp(-np.outer(learned.pace, np.cumsum(each)))
            finishes += (learned.starts * work[at])[:, None] * gone
    return Expected(marks, starts, finishes)
