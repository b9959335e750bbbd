"""The spans that are forecast: the 14 days from the meeting, and the days up to the next one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.dates import interval
from pipeline.model.scopes import Scope
from pipeline.transform.closures import FORTNIGHT
from pipeline.transform.forecast.past import number

FURTHEST: Final = 120
"""Days after the last known day beyond which nothing is forecast."""


@dataclass(frozen=True)
class Horizon:
    """A span by its first and last day, both included."""

    first: date
    last: date

    @property
    def window(self) -> str:
        """The span as figures have it."""
        return interval(self.first, self.last)

    def steps(self, known: int) -> tuple[int, int]:
        """Return how many days after the last known one the days before it and its last day are."""
        return max(number(self.first) - 1 - known, 0), number(self.last) - known


def horizons(meeting: Meeting) -> tuple[Horizon, Horizon]:
    """Return the fortnight from a meeting, and the days from it up to the next one."""
    fortnight = Horizon(meeting.date, meeting.date + FORTNIGHT)
    return fortnight, Horizon(meeting.date, meeting.next - timedelta(days=1))


def horizons_by_scope(
    scopes: Iterable[Scope], calendar: Calendar
) -> dict[Scope, tuple[Horizon, Horizon]]:
    """Return the spans of each scope: each locality has its own meeting."""
    return {scope: horizons(calendar.meeting(scope)) for scope in scopes}
