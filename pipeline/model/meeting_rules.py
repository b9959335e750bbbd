"""Rules for the days of meetings, such as `second Tuesday`, `last Thursday` or `every Monday`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: Final = {name: number for number, name in enumerate(DAYS)}
POSITIONS: Final = {
    **{word: position for position, word in enumerate(("first", "second", "third", "fourth"), 1)},
    **{word: position for position, word in enumerate(("1st", "2nd", "3rd", "4th"), 1)},
    "last": -1,
}
FORM: Final = re.compile(
    rf"(?:the )?(?P<which>{'|'.join(POSITIONS)}|every) (?P<day>{'|'.join(WEEKDAYS)})"
    r"(?: (?:of|in) (?:the|each|every) month)?"
)
CAN_BE: Final = (
    "write first, second, third, fourth or last and a day of the week (second Tuesday), "
    "or every and a day of the week (every Monday), or list the dates under dates:"
)


@dataclass(frozen=True)
class MeetingDays:
    """A day of every week (`position` of None), or of every month: its n-th, or -1 for its last."""

    weekday: int
    position: int | None

    def between(self, first: date, last: date) -> Iterator[date]:
        """Yield the days from `first` to `last`, both included, in order."""
        day = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        while day <= last:
            if self.position is None or self._position_of(day):
                yield day
            day += timedelta(days=7)

    def turn(self, day: date) -> tuple[int, int]:
        """Return the month (or ISO week) whose meeting `day` is."""
        return (day.year, day.month) if self.position is not None else day.isocalendar()[:2]

    def _position_of(self, day: date) -> bool:
        if self.position == -1:
            return day.day + 7 > monthrange(day.year, day.month)[1]
        return (day.day - 1) // 7 + 1 == self.position


def read_meeting_rule(text: str) -> MeetingDays:
    """Return the days that a rule in words means.

    Raises ValueError, whose message says what can be written.
    """
    match = FORM.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        message = f"{text!r} is not a rule for meetings; {CAN_BE}"
        raise ValueError(message)
    return MeetingDays(WEEKDAYS[match["day"]], POSITIONS.get(match["which"]))
