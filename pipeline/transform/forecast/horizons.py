"""The spans that are forecast: the 14 days from the meeting, and the days up to the next one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.model.calendar import FORTNIGHT, Calendar, Meeting
from pipeline.model.dates import interval
from pipeline.model.scopes import AUTHORITY, Scope
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


@dataclass(frozen=True)
class View:
    """A scope as seen from a meeting: the fortnight from it, and the days up to the next one."""

    scope: Scope
    spans: tuple[Horizon, Horizon]

    @property
    def distinct(self) -> list[tuple[int, Horizon]]:
        """The spans by their kind: one only, where both are the same days."""
        return [
            (kind, span) for kind, span in enumerate(self.spans) if span not in self.spans[:kind]
        ]


def views(scopes: Iterable[Scope], calendar: Calendar) -> tuple[View, ...]:
    """Return each scope as its own meeting sees it, and the localities as the OLT's does too."""
    scopes = tuple(scopes)
    own = [View(scope, horizons(calendar.meeting(scope))) for scope in scopes]
    olt = horizons(calendar.meeting(AUTHORITY))
    other = [View(scope, olt) for scope in scopes if scope.type == "locality"]
    return (*own, *(view for view in other if view not in own))


def horizons(meeting: Meeting) -> tuple[Horizon, Horizon]:
    """Return the fortnight from a meeting, and the days from it up to the next one."""
    fortnight = Horizon(meeting.date, meeting.date + FORTNIGHT)
    return fortnight, Horizon(meeting.date, meeting.next - timedelta(days=1))
