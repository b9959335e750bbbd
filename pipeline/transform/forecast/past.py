"""What the authority's own past says: plans by whole days, and how many weeks of work a day holds."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.transform.days import Days, day
from pipeline.transform.places import Codes

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FAR: Final = 10**7
"""The end of a plan that is open, in days."""
WEEKS: Final = 130
"""How far back the forecast learns."""
AGE_EDGES: Final = np.array([0, 2, 4, 8, 13, 20, 26, 39, 52, 78, 104])
"""The first week of age of each band within which plans are taken to finish at one rate."""
AGES: Final = int(AGE_EDGES[-1]) + 1
BAND_OF_AGE: Final = np.searchsorted(AGE_EDGES, np.arange(AGES), "right") - 1
BANDS: Final = len(AGE_EDGES)
A_YEAR: Final = 364


def number(when: date) -> int:
    """Return a date as days since 1970."""
    return int(day(when).astype("int64"))


def numbers(dates: Days) -> Ints:
    """Return dates as days since 1970, `FAR` where there is none."""
    found = dates.astype(np.int64)
    found[np.isnat(dates)] = FAR
    return found


def age_in_weeks(days: Ints) -> Ints:
    """Return ages in whole weeks; the last stands for all that are older."""
    return np.asarray(np.minimum(np.maximum(days, 0) // 7, AGES - 1), dtype=np.int64)


@dataclass(frozen=True)
class Past:
    """Plans by start, end (`FAR` if open) and team, in days; known from `first` to `known`.

    `worked` has the weeks of work from `first` to the end of each day, past `known` by as much as
    the horizons need: a working day holds more of a week's starts and finishes than a day off.
    """

    start: Ints
    end: Ints
    team: Codes
    teams: int
    first: int
    known: int
    worked: Floats

    @property
    def weeks(self) -> int:
        """The number of whole weeks known, back from the last known day."""
        return min(WEEKS, (self.known - self.first + 1) // 7)

    def work(self, days: npt.NDArray[Any]) -> Floats:
        """Return the weeks of work until the end of days."""
        return np.asarray(self.worked[np.maximum(days - self.first + 1, 0)])

    def open_at(self, when: int) -> npt.NDArray[np.bool_]:
        """Return which plans are open at the end of a day."""
        return (self.start <= when) & (self.end > when)

    @cached_property
    def started(self) -> Floats:
        """Starts until the end of each day by team, from the day before `first` on."""
        return self._by_day(self.start)

    @cached_property
    def finished(self) -> Floats:
        """Finishes until the end of each day by team, from the day before `first` on."""
        return self._by_day(self.end)

    def between(self, counts: Floats, after: int, until: int) -> Floats:
        """Return the starts or finishes by team of the days after one and up to another."""
        first, last = after - self.first + 1, until - self.first + 1
        return np.asarray(counts[:, last] - counts[:, first])

    def _by_day(self, when: Ints) -> Floats:
        length = self.known - self.first + 1
        known = (when >= self.first) & (when <= self.known)
        cells = self.team[known] * length + (when[known] - self.first)
        daily = np.bincount(cells, minlength=self.teams * length).reshape(self.teams, length)
        return np.cumsum(np.pad(daily, ((0, 0), (1, 0))), axis=1).astype(float)


def weeks_of_work(
    first: int, last: int, events: Ints, known: int, working: np.busdaycalendar
) -> Floats:
    """Return the weeks of work until the end of each day, from the day before `first` on.

    How much less happens at weekends and on other days off than on a working day is taken from
    the starts and finishes (`events`) of the year before `known`.
    """
    days = np.arange(first, last + 1)
    dates = days.astype("datetime64[D]")
    weekday = np.is_busday(dates)
    kinds = {
        "working": np.is_busday(dates, busdaycal=working),
        "weekend": ~weekday,
        "day off": weekday & ~np.is_busday(dates, busdaycal=working),
    }
    since = max(first, known - A_YEAR + 1)
    recent = events[(events >= since) & (events <= known)]
    counted = np.bincount(recent - first, minlength=len(days))[: len(days)]
    looked_at = (days >= since) & (days <= known)
    usual = _rate(counted, looked_at & kinds["working"])
    weight = np.ones(len(days))
    for kind in ("weekend", "day off"):
        rate = _rate(counted, looked_at & kinds[kind])
        weight[kinds[kind]] = min(rate / usual, 1.0) if usual else 1.0
    plain_week = 5 + 2 * float(weight[kinds["weekend"]].max(initial=0.0))
    return np.concatenate([[0.0], np.cumsum(weight / plain_week)])


def _rate(counted: Ints, days: npt.NDArray[np.bool_]) -> float:
    return float(counted[days].sum()) / max(int(days.sum()), 1)
