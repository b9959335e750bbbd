"""Dates as people write them in a form: a weekday before, no year behind, or words instead."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import ORDINAL, read_date

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_BEFORE: Final = re.compile(r"(?i)^(by|due|on|due by|due on)\s+(?=\S)")
_WEEKDAY: Final = re.compile(
    rf"(?i)^({'|'.join(WEEKDAYS)})(?:s|nes|rs|ur|urs)?(?:day)?[.,]?\s+(?=\d)"
)
MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH: Final = re.compile(
    rf"(?i)(?<![a-z])({'|'.join(month[:3] for month in MONTHS)})"
    rf"(?:{'|'.join(sorted({month[3:] for month in MONTHS} - {''}))}|t)?\.?(?![a-z])"
)
_NUMBERS: Final = re.compile(r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})")
_NAMED: Final = re.compile(r"(?i)(\d{1,2})[\s\-]?([a-z]{3})")


@dataclass(frozen=True)
class WrittenDay:
    """The day that some words name; how it was made out where they do not name it in full."""

    day: date | None
    without_year: bool = False
    from_control: bool = False


NO_DAY: Final = WrittenDay(None)
BEFORE, AFTER = timedelta(days=31), timedelta(days=366)
"""A form is filled in at most so long before or after the day that it was made for."""


def day_of_form(text: str, period: date, held: date | None = None) -> WrittenDay:
    """Return the day that a form gives as its own; none if it is far from its period."""
    found = read_written_day(text, period, held)
    credible = found.day is not None and period - BEFORE <= found.day <= period + AFTER
    return found if credible else NO_DAY


def read_written_day(text: str, start: date, held: date | None = None) -> WrittenDay:
    """Return the day that `text` names: in full, else the first such day from `start` on.

    `held` is the date that a control holds, taken where the words can only be its abbreviation. A
    weekday that is not that of the day makes both doubtful, and no day is read.
    """
    words, weekday = _plain(text)
    day = read_date(words)
    if day is None and held is not None and _abbreviates(words, held):
        return WrittenDay(held, from_control=True)
    without_year = day is None
    if day is None:
        day = _first_from(words, start)
    if day is None or (weekday and WEEKDAYS[day.weekday()] != weekday):
        return NO_DAY
    return WrittenDay(day, without_year)


def _plain(text: str) -> tuple[str, str]:
    """Return the words of a date with short months, and the weekday that stood before them."""
    words = " ".join(unicodedata.normalize("NFKC", text).split()).strip(" .,;")
    words = _BEFORE.sub("", words)
    found = _WEEKDAY.match(words)
    words = _WEEKDAY.sub("", words).replace(" of ", " ").replace(",", "")
    words = _MONTH.sub(lambda month: month.group(1).title(), ORDINAL.sub("", words))
    return words, found.group(1).casefold() if found else ""


def _abbreviates(words: str, held: date) -> bool:
    """Return whether the words hold the day's number and month, and nothing that contradicts."""
    numbers = {int(number) for number in re.findall(r"\d+", words)}
    month = _MONTH.search(words)
    months = {month.group(1).title()} if month else set()
    known = {held.day, held.month, held.year, held.year % 100}
    named = months == {f"{MONTHS[held.month - 1][:3]}"} or held.month in numbers
    return held.day in numbers and named and numbers <= known


def _first_from(words: str, start: date) -> date | None:
    numbers, named = _NUMBERS.fullmatch(words), _NAMED.fullmatch(words)
    found = numbers or named
    if found is None:
        return None
    day, month = found.groups()
    form = f"{day}/{month}/{{}}" if numbers else f"{day} {month} {{}}"
    days = (read_date(form.format(year)) for year in (start.year, start.year + 1))
    return next((each for each in days if each is not None and each >= start), None)
