"""The forecast after a chart's line: where it stands, and how it is said."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from pipeline.compose.outlook import outlook, outlook_words
from pipeline.compose.subject import Subject
from pipeline.model.content import plain
from pipeline.model.measures import Figure, Figures, not_supplied
from pipeline.model.packs import PlannedDocument
from pipeline.model.scopes import AUTHORITY


@pytest.fixture
def subject_with(measures):
    """Return the authority's subject with one figure, the forecast, and its window."""
    until = measures.calendar.meeting(AUTHORITY).until_next

    def make(**numbers):
        figure = (
            Figure("forecast.open", AUTHORITY, "", until, **numbers)
            if numbers
            else not_supplied("forecast.open", AUTHORITY, "", until)
        )
        document = PlannedDocument(None, AUTHORITY, PurePosixPath("paper.pdf"))
        return Subject(replace(measures, figures=Figures([figure])), document), until

    return make


def test_it_stands_as_many_months_after_the_line_as_days_pass(subject_with):
    subject, until = subject_with(value=1520.0, low=1490.0, high=1550.0)
    found = outlook(subject, AUTHORITY, "2026-04")
    last = date.fromisoformat(until.split("/")[1])
    assert found.after == pytest.approx((last - date(2026, 4, 30)).days / 30.4, abs=0.05)
    assert (found.number, found.spread) == ("1,520", "four in five: 1,490 to 1,550")
    assert found.name.startswith(f"expected by {last.day} ")


def test_the_sentence_says_value_day_and_range(subject_with):
    subject, until = subject_with(value=1520.0, low=1490.0, high=1550.0)
    last = date.fromisoformat(until.split("/")[1])
    assert plain(outlook_words(subject, AUTHORITY)) == (
        f" If nothing changes, about 1,520 by {last.day} {last:%B}; four times in five, 1,490 to 1,550."
    )


def test_without_a_forecast_nothing_is_drawn_or_said(subject_with):
    subject, _ = subject_with()
    assert outlook(subject, AUTHORITY, "2026-04") is None
    assert outlook_words(subject, AUTHORITY) == ()
