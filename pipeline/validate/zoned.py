"""Moments with a time zone, as data services export them: the day that it then was in London."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

MOMENT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})"
)
CHANGES_AT: Final = 1
"""The hour, in universal time, at which British clocks change."""


def read_moment(text: str) -> date | None:
    """Return the day in London of `2026-05-31T23:00:00Z` (1 June), else None."""
    if not MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.replace(" Z", "Z")).astimezone(UTC)
        return (moment + timedelta(hours=_summer(moment))).date()
    except (ValueError, OverflowError):
        return None


def _summer(moment: datetime) -> bool:
    """Return whether British clocks were an hour ahead, by the rule in force since 1996."""
    return _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, CHANGES_AT, tzinfo=UTC)
    return last - timedelta(days=last.isoweekday() % 7)
