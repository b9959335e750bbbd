"""Dates of many rows at once: days, months added and clamped, working days."""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.datetime64]
"""Dates to the day; a date that isn't there is NaT, and no comparison with NaT is true."""

NEVER = np.datetime64("NaT", "D")


def days(column: "pd.Series[Any]") -> Days:
    """Return a column of dates to the day."""
    return np.asarray(column.to_numpy(), dtype="datetime64[D]")


def in_days(count: int) -> np.timedelta64:
    """Return a number of days as the arrays add it: NumPy no longer takes bare numbers for days."""
    return np.timedelta64(count, "D")


def day(when: date) -> np.datetime64:
    """Return a date as the arrays hold it."""
    return np.datetime64(when, "D")


def months_later(dates: Days, months: int) -> Days:
    """Return the same days `months` later, clamped to that month's last day."""
    month = dates.astype("datetime64[M]")
    within = dates - month.astype("datetime64[D]")
    then = month + np.timedelta64(months, "M")
    last = (then + np.timedelta64(1, "M")).astype("datetime64[D]") - in_days(1)
    moved: Days = np.minimum(then.astype("datetime64[D]") + within, last)
    return moved


def days_since(dates: Days, today: np.datetime64) -> list[int | None]:
    """Return the days from each date to `today`, None for NaT."""
    taken = (today - dates).astype("int64").tolist()
    return [None if absent else days for days, absent in zip(taken, np.isnat(dates), strict=True)]


def known_by(dates: Days, as_at: np.datetime64) -> Days:
    """Return the dates without those after `as_at`."""
    return np.where(dates <= as_at, dates, NEVER)


def working_days_between(start: Days, end: Days, working: np.busdaycalendar) -> npt.NDArray[Any]:
    """Return the working days after `start` up to and including `end`; both must be dates."""
    return np.busday_count(start + in_days(1), end + in_days(1), busdaycal=working)


def working_days_later(dates: Days, count: int, working: np.busdaycalendar) -> Days:
    """Return the `count`-th working day after each date (the day itself for 0), NaT for NaT."""
    moved = np.full(dates.shape, NEVER)
    known = ~np.isnat(dates)
    moved[known] = np.busday_offset(dates[known], count, roll="preceding", busdaycal=working)
    return np.maximum(moved, dates)
