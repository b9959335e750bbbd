"""Intervals as config writes them."""

import pytest
from builders import settings_of

from pipeline.model.intervals import Interval, read_interval


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("28 days", Interval(28, "days")),
        ("1 month", Interval(1, "months")),
        ("20  Working days", Interval(20, "working days")),
        ("4 weeks", Interval(4, "weeks")),
    ],
)
def test_an_interval_is_a_number_and_what_it_counts(words, expected):
    assert read_interval(words) == expected


@pytest.mark.parametrize("words", ["28", "0 days", "four weeks", "-4 weeks", "4 years", "4 weeks!"])
def test_anything_else_is_refused_with_how_to_write_it(words):
    with pytest.raises(ValueError, match="write it as 20 working days"):
        settings_of(intervals={"visit": words})


def test_it_is_printed_in_words():
    assert [str(read_interval(words)) for words in ("1 weeks", "20 working day")] == [
        "1 week",
        "20 working days",
    ]
