"""Dates as people write them in a form."""

from datetime import date

import pytest

from pipeline.validate.form_dates import day_of_form, read_written_day

MEETING = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "17/11/2026",
        "17/11/26",
        "17.11.2026",
        "2026-11-17",
        "17 Nov 2026",
        "17th November 2026",
        "17 November 26",
        "Tue 17 Nov 2026",
        "Tuesday 17/11/26",
        "by 17/11/2026",
        "17th of November, 2026.",
        "\uff11\uff17/11/2026",
    ],
)
def test_a_whole_date_is_read_however_it_is_written(text):
    found = read_written_day(text, MEETING)
    assert (found.day, found.without_year) == (date(2026, 11, 17), False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17/11", date(2026, 11, 17)),
        ("3/11", date(2026, 11, 3)),
        ("2/11", date(2027, 11, 2)),
        ("17 Nov", date(2026, 11, 17)),
        ("17th November", date(2026, 11, 17)),
        ("17-Nov", date(2026, 11, 17)),
        ("by 8 Jan", date(2027, 1, 8)),
        ("Fri 8 Jan", date(2027, 1, 8)),
        ("1 Sept", date(2027, 9, 1)),
    ],
)
def test_without_a_year_it_is_the_next_such_day(text, day):
    found = read_written_day(text, MEETING)
    assert (found.day, found.without_year) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "end of Nov",
        "ASAP",
        "next meeting",
        "November",
        "17",
        "11/17/2026",
        "31/11",
        "29/2",
        "17/11 and 20/11",
        "Wed 17/11/26",
        "w/c 16/11/26",
        "before 17/11/26",
        "",
    ],
)
def test_words_that_name_no_one_day_are_no_date(text):
    assert read_written_day(text, MEETING).day is None


def test_the_day_of_a_control_serves_where_the_text_only_abbreviates_it():
    held = date(2026, 11, 17)
    for text in ("17 Nov '26", "Tue 17 Nov", "17 November"):
        found = read_written_day(text, date(2026, 1, 1), held)
        assert (found.day, found.from_control) == (held, True), text


@pytest.mark.parametrize("text", ["18/11/2026", "18 Nov", "end of Nov", "Tuesday", "17 Dec 2026"])
def test_what_a_reader_of_the_page_sees_stands_before_the_day_of_a_control(text):
    found = read_written_day(text, MEETING, date(2026, 11, 17))
    assert not found.from_control
    assert found.day != date(2026, 11, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/11/2026", date(2026, 11, 10)),
        ("10/11/2062", None),
        ("10/11/2025", None),
        ("01/09/2026", None),
        ("today", None),
    ],
)
def test_a_form_is_filled_in_near_the_day_that_it_was_made_for(text, day):
    assert day_of_form(text, date(2026, 10, 30)).day == day
