"""Working days, counted by hand."""

from datetime import date

import pytest

from pipeline.setup.demo.diary import Diary

DIARY = Diary(date(2026, 11, 1), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 3), 0, date(2026, 11, 3)),
        (date(2026, 11, 7), 0, date(2026, 11, 9)),
        (date(2026, 11, 6), 1, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, date(2026, 11, 9)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Boxing Day's holiday is on the Monday
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_after_counts_working_days(day, count, expected):
    assert DIARY.after(day, count) == expected


def test_before_steps_back_over_a_weekend():
    assert DIARY.before(date(2026, 11, 8)) == date(2026, 11, 6)
    assert DIARY.before(date(2026, 11, 6)) == date(2026, 11, 6)


def test_the_diary_ends_where_it_ends():
    assert DIARY.after(date(2027, 1, 29), 10) == date(2027, 1, 29)
