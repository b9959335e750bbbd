"""Dates as workbooks keep them: days since 1900 or 1904, under a number format that shows a date."""

import re
from datetime import datetime, timedelta
from math import isfinite
from typing import Final

from pipeline.model.ingested import Cell, ErrorCell

NO_DATE: Final = ErrorCell("#VALUE!")
"""Stands for a serial outside the calendar, which shows as a row of # in Excel."""
NO_NUMBER: Final = ErrorCell("#NUM!")

_START_1900: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's clock has no zone
_START_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_NO_29_FEBRUARY: Final = 60
"""Excel counts a 29 February 1900, so days before it are one too many."""

_ALWAYS_DATES: Final = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
"""Number formats that every workbook has."""
_NOT_CODES: Final = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?', re.IGNORECASE)
_DATE_CODE: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)

_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")


def shows_date(number: int, code: str | None) -> bool:
    """Return whether a number format shows a date or a time of day; `code` is as it is written."""
    if code is None:
        return number in _ALWAYS_DATES
    first = _NOT_CODES.sub("", code).split(";")[0]
    if _ELAPSED.search(first) or first.strip().lower() == "general":
        return False
    return _DATE_CODE.search(first) is not None


def moment(serial: float, *, from_1904: bool) -> Cell:
    """Return the date and time of a serial; a time of day alone as text, none as an error."""
    if not isfinite(serial) or serial < 0:
        return NO_DATE
    days, fraction = divmod(serial, 1)
    clock = timedelta(milliseconds=round(fraction * 86_400_000))
    if days == 0 and clock.days == 0:
        return str((_START_1900 + clock).time())
    if days < _NO_29_FEBRUARY and not from_1904:
        days += 1
    try:
        return (_START_1904 if from_1904 else _START_1900) + timedelta(days=days) + clock
    except OverflowError:
        return NO_DATE


def number(text: str) -> int | float | ErrorCell:
    """Return what a number is, whole if it is written whole. Raises ValueError if it is none."""
    if _WHOLE.fullmatch(text):
        return int(text)
    found = float(text)
    return found if isfinite(found) else NO_NUMBER
