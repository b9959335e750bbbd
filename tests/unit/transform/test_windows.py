"""Months, weeks and the year are complete at the as-at date, and covered by the extract."""

from datetime import date

import pytest

from pipeline.transform.windows import series_of

D = date(2026, 5, 29)


def names(spans):
    return [span.name for span in spans]


def test_months_run_from_the_first_covered_one_to_the_last_complete_one():
    series = series_of(D, date(2026, 2, 1), None)
    assert names(series.months) == ["2026-02", "2026-03", "2026-04"]
    assert (series.months[0].first, series.months[0].last) == (date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("earliest", "first"),
    [
        (date(2024, 3, 1), "2024-04"),
        (date(2024, 3, 14), "2024-04"),
        (date(2024, 3, 31), "2024-04"),
        (date(2024, 12, 5), "2025-01"),
    ],
)
def test_without_a_day_in_config_months_begin_after_the_month_of_the_earliest_end(earliest, first):
    assert series_of(D, None, earliest).windows.months[0] == first


@pytest.mark.parametrize(
    ("covers_from", "first"), [(date(2026, 3, 1), "2026-03"), (date(2026, 3, 2), "2026-04")]
)
def test_the_first_month_is_the_first_complete_one_from_the_day_in_config(covers_from, first):
    assert series_of(D, covers_from, date(2024, 1, 1)).windows.months[0] == first


def test_nothing_is_covered_before_the_extract_begins():
    series = series_of(D, date(2026, 6, 1), None)
    assert series.months == ()
    assert series.windows.latest_month == ""
    assert series.why_not(series.so_far[0]) == "finished plans are known from 01/06/2026 on"


def test_the_month_so_far_ends_on_the_as_at_date():
    assert names(series_of(D, None, None).so_far) == ["2026-05-01/2026-05-29"]
    assert names(series_of(date(2026, 5, 1), None, None).so_far) == ["2026-05-01/2026-05-01"]
    assert series_of(date(2026, 5, 31), None, None).so_far == ()


def test_the_last_twelve_complete_weeks_are_iso_weeks():
    weeks = series_of(D, None, None).weeks
    assert len(weeks) == 12
    assert (weeks[-1].name, weeks[-1].first, weeks[-1].last) == (
        "2026-W21",
        date(2026, 5, 18),
        date(2026, 5, 24),
    )


def test_weeks_at_the_turn_of_the_year_have_the_iso_year():
    weeks = series_of(date(2027, 1, 10), None, None).weeks
    assert names(weeks)[-2:] == ["2026-W53", "2027-W01"]


def test_the_year_is_the_last_twelve_months_if_all_are_covered():
    assert series_of(D, date(2025, 5, 1), None).windows.year == "2025-05-01/2026-04-30"
    assert series_of(D, date(2025, 5, 2), None).windows.year == ""


def test_a_window_after_the_extracts_own_date_is_not_known_and_one_across_it_says_so():
    known_to = date(2026, 5, 8)
    series = series_of(D, date(2025, 1, 1), None, known_to)
    (so_far,) = series.so_far
    assert series.why_not(so_far) == ""
    assert "the extract is of 08/05/2026" in series.note(so_far)
    assert series.why_not(series.weeks[-1]) == "the extract is of 08/05/2026"
    assert series.why_not(series.months[-1]) == series.note(series.months[-1]) == ""
