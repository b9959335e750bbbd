"""Dates as people and case systems write them: explicit forms only, never month first."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Final

FORMS: Final = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d-%B-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%d %b %y",
)
CLOCK: Final = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
ORDINAL: Final = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
IN_FILE_NAME: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[.\-_ ]\d{1,2}[.\-_ ]\d{4}|(?:19|20)\d{2}[.\-_ ]?\d{2}[.\-_ ]?\d{2})"
)

EARLIEST: Final = date(1900, 1, 1)
SERIAL_1900: Final = date(1899, 12, 30)


def read_date(text: str) -> date | None:
    """Return the date that `text` writes in one of `FORMS`, with or without a time, else None."""
    words = ORDINAL.sub("", CLOCK.sub("", " ".join(text.split())))
    for form in FORMS:
        try:
            found = datetime.strptime(words, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
        return found if found >= EARLIEST else None
    return None


def read_serial(number: float) -> date | None:
    """Return the date of an Excel serial of the 1900 system between 1954 and 2119, else None."""
    if not 20_000 < number < 80_000:
        return None
    return SERIAL_1900 + timedelta(days=int(number))


def date_in_name(name: str) -> date | None:
    """Return the one date that a file name carries (`CIN plans 29.05.2026.csv`), else None."""
    found = set()
    for match in IN_FILE_NAME.finditer(name):
        parts = [part for part in re.split(r"[.\-_ ]", match.group()) if part]
        if len(parts) == 1:
            parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
        if len(parts[0]) == 4:
            parts.reverse()
        day = read_date("/".join(part.zfill(2) for part in parts))
        if day is not None:
            found.add(day)
    return found.pop() if len(found) == 1 else None


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, clamped to that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_name(day: date) -> str:
    """Return the window of the calendar month that holds `day`: `2026-04`."""
    return f"{day:%Y-%m}"


def interval(first: date, last: date) -> str:
    """Return an ISO interval, both days included."""
    return f"{first.isoformat()}/{last.isoformat()}"


def window_name(first: date, last: date) -> str:
    """Return a window's name: a complete month's or week's own, else the ISO interval."""
    if first.day == 1 and last == add_months(first, 1) - timedelta(days=1):
        return month_name(first)
    if first.isoweekday() == 1 and last == first + timedelta(days=6):
        return f"{first:%G-W%V}"
    return interval(first, last)


def month_bounds(window: str) -> tuple[date, date]:
    """Return the first and last day of a calendar month written `2026-04`."""
    first = date.fromisoformat(f"{window}-01")
    return first, add_months(first, 1) - timedelta(days=1)


def last_day(window: str) -> date:
    """Return the last day of a window such as `2026-11-10/2026-11-23`."""
    return date.fromisoformat(window.split("/")[1])
