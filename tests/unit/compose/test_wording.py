"""How figures and dates are printed."""

from datetime import date

import pytest

from pipeline.compose import wording
from pipeline.model.content import plain
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import AUTHORITY


def figure(value, **parts):
    return Figure("plans.open", AUTHORITY, value=value, **parts)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1532, 0, "1,532"),
        (0, 0, "0"),
        (186.5, 0, "187"),
        (187.5, 0, "188"),
        (2.25, 1, "2.3"),
        (-2, 0, "−2"),
        (-0.04, 1, "0.0"),
        (-0.4, 0, "0"),
    ],
)
def test_numbers_are_rounded_half_up_with_a_true_minus(value, places, text):
    assert wording.rounded(value, places) == text


@pytest.mark.parametrize(
    ("show", "value", "text"),
    [
        (wording.count, 12.0, "12"),
        (wording.share, 0.734, "73%"),
        (wording.share, 0.735, "74%"),
        (wording.share, 0.145, "15%"),
        (wording.share, 1.0, "100%"),
        (wording.decimal, 187.0, "187"),
        (wording.decimal, 187.5, "187.5"),
        (wording.mean_score, 3.0, "3.0"),
        (wording.change, 2.0, "+2"),
        (wording.change, -1.0, "−1"),
        (wording.change, 0.0, "0"),
    ],
)
def test_each_kind_of_figure_has_one_form(show, value, text):
    assert show(figure(value)).text == text


@pytest.mark.parametrize(
    "show",
    [wording.count, wording.share, wording.decimal, wording.mean_score, wording.change],
)
def test_what_was_not_supplied_says_so_and_is_never_nought(show):
    assert show(not_supplied("plans.open", AUTHORITY)).text == "not supplied"


def test_a_printed_figure_knows_its_row():
    assert wording.count(figure(1)).row == ("plans.open", "", AUTHORITY, "")


def test_a_noun_agrees_with_its_number():
    assert plain(wording.counted(figure(1), "plan")) == "1 plan"
    assert plain(wording.counted(figure(0), "plan")) == "0 plans"
    assert plain(wording.counted(figure(2), "plan is", "plans are")) == "2 plans are"


def test_names_are_listed_as_people_list_them():
    assert wording.listed(["Alder"]) == "Alder"
    assert wording.listed(["Alder", "Birch", "Cedar"]) == "Alder, Birch and Cedar"


def test_dates_and_windows_are_written_out():
    assert wording.long_date(date(2026, 11, 3)) == "3 November 2026"
    assert wording.month_label("2026-10") == "Oct 26"
    assert wording.span_words("2026-11-19/2026-12-02") == "19 November to 2 December"
    assert wording.span_in_short(date(2026, 11, 19), date(2026, 12, 2)) == (
        "19 November to 2 December"
    )
    assert wording.span_in_short(date(2026, 11, 10), date(2026, 11, 23)) == "10 to 23 November"
    assert wording.near_day(date(2026, 11, 3), date(2026, 1, 1)) == "3\xa0Nov"
    assert wording.near_day(date(2025, 12, 31), date(2026, 1, 1)) == "31\xa0Dec\xa025"


def test_a_verb_agrees_with_its_number():
    assert plain(wording.verb(figure(1), "is", "are")) == "1 is"
    assert plain(wording.verb(figure(3), "is", "are")) == "3 are"
