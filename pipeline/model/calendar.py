"""The dates of a run: the as-at date D and, by scope, the meeting M and the one after it, M2."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.dates import interval
from pipeline.model.scopes import Scope

FORTNIGHT = dt.timedelta(days=13)
"""From the meeting's day to the last day of the fortnight, both included."""


@dataclass(frozen=True)
class Meeting:
    """The meeting a pack prepares and the one after it; `planned` if the calendar names it."""

    date: dt.date
    next: dt.date
    planned: bool = True

    @property
    def fortnight(self) -> str:
        """The window of the 14 days from the meeting."""
        return interval(self.date, self.date + FORTNIGHT)

    @property
    def until_next(self) -> str:
        """The window from the meeting to the day before the next one."""
        return interval(self.date, self.next - dt.timedelta(days=1))


@dataclass(frozen=True)
class Calendar:
    """As-at date, and the meeting of the OLT (key "") and of each locality."""

    as_at: dt.date
    meetings: Mapping[str, Meeting]

    def meeting(self, scope: Scope) -> Meeting:
        """Return the meeting at which a scope's figures are looked at."""
        return self.meetings.get(scope.locality, self.meetings[""])
