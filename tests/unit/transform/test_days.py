"""Months are added and clamped as by hand; working days leave out weekends and bank holidays."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from pipeline.model.dates import add_months
from pipeline.model.working_days import WorkingDays
from pipeline.transform.days import (
    day,
    days,
    known_by,
    months_later,
    working_days_between,
    working_days_later,
)

WORKING = WorkingDays().calendar


def array(*written):
    return np.array(written, dtype="datetime64[D]")


@pytest.mark.parametrize("months", [1, 3, 6, 12, 24])
def test_months_are_added_as_they_are_one_by_one(months):
    every_day = [date(2023, 12, 1) + timedelta(days=n) for n in range(1000)]
    found = months_later(np.array(every_day, dtype="datetime64[D]"), months)
    assert found.tolist() == [add_months(when, months) for when in every_day]


def test_no_date_has_no_date_months_later():
    assert np.isnat(months_later(array("NaT"), 6)).all()


def test_a_column_is_read_to_the_day():
    column = pd.Series(["2026-05-29", None], dtype="datetime64[s]")
    assert days(column).tolist() == [date(2026, 5, 29), None]


def test_dates_after_the_day_are_not_known_on_it():
    found = known_by(array("2026-05-28", "2026-05-29", "2026-05-30", "NaT"), day(date(2026, 5, 29)))
    assert found.tolist() == [date(2026, 5, 28), date(2026, 5, 29), None, None]


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-05-18", "2026-05-18", 0),  # Monday, the same day
        ("2026-05-18", "2026-05-19", 1),
        ("2026-05-22", "2026-05-26", 1),  # over the spring bank holiday
        ("2026-05-22", "2026-05-25", 0),  # to the bank holiday itself
        ("2026-05-16", "2026-05-18", 1),  # from a Saturday
        ("2026-04-02", "2026-04-07", 1),  # over Easter
        ("2027-12-24", "2027-12-29", 1),  # Christmas at a weekend, with substitute days
    ],
)
def test_working_days_after_the_first_day_up_to_the_last(start, end, count):
    assert working_days_between(array(start), array(end), WORKING).tolist() == [count]


def test_working_days_later_start_from_the_day_itself():
    dates = array("2026-05-22", "2026-05-16", "NaT")
    assert working_days_later(dates, 2, WORKING).tolist() == [
        date(2026, 5, 27),
        date(2026, 5, 19),
        None,
    ]


def test_no_working_days_later_is_the_same_day_even_at_a_weekend():
    assert working_days_later(array("2026-05-16"), 0, WORKING).tolist() == [date(2026, 5, 16)]


def test_the_authoritys_own_closures_are_no_working_days():
    closed = WorkingDays(closures=(date(2026, 5, 19),)).calendar
    assert working_days_later(array("2026-05-18"), 1, closed).tolist() == [date(2026, 5, 20)]
