"""`figures.csv` holds each figure in full, in an order of its own."""

import csv
from io import StringIO

import pytest
from unit.publish.small_run import ALDER

from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM, Scope
from pipeline.publish.figures_csv import figures_csv, number


def rows_of(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))


def test_the_header_is_the_contracts(ready):
    first = figures_csv((), ready.measures.settings)
    assert first == (
        b"measure,category,scope_type,locality,team,window,value,numerator,denominator,low,high,"
        b"unit,note\n"
    )


def test_a_share_stands_unrounded_and_what_is_not_supplied_blank(ready):
    rows = rows_of(figures_csv(ready.measures.figures, ready.measures.settings))
    by_measure = {row["measure"]: row for row in rows if row["scope_type"] == "authority"}
    assert float(by_measure["plans.share"]["value"]) == 2 / 3
    assert by_measure["plans.share"]["numerator"] == "2"
    assert by_measure["visits.overdue"]["value"] == ""
    assert by_measure["visits.overdue"]["note"] == "not supplied"


def test_rows_go_from_the_authority_down_in_whatever_order_they_were_made(ready):
    settings = ready.measures.settings
    content = figures_csv(ready.measures.figures, settings)
    scopes = [row["scope_type"] for row in rows_of(content) if row["measure"] == "plans.open"]
    assert scopes == ["authority", "locality", "team"]
    assert figures_csv(reversed(list(ready.measures.figures)), settings) == content


def test_places_that_config_does_not_know_come_last(ready):
    figures = [Figure("plans.open", scope, value=1.0) for scope in (UNKNOWN_TEAM, ALDER)]
    rows = rows_of(figures_csv(figures, ready.measures.settings))
    assert [row["team"] for row in rows] == ["Alder", "Not known"]


def test_categories_keep_the_order_in_which_they_were_made(ready):
    bands = ("0-3", "3-6", "12-24")
    figures = [Figure("plans.band", AUTHORITY, band, value=1.0) for band in bands]
    rows = rows_of(figures_csv(figures, ready.measures.settings))
    assert [row["category"] for row in rows] == list(bands)


def test_names_with_commas_and_accents_come_back_whole(ready):
    scope = Scope("team", 'Llŷn, "west"', "Ynys Môn")
    (row,) = rows_of(figures_csv([Figure("plans.open", scope)], ready.measures.settings))
    assert (row["locality"], row["team"]) == (scope.locality, scope.team)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0.0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (-3.5, "-3.5"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_numbers_are_written_in_full(value, text):
    assert number(value) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_a_fault(value):
    with pytest.raises(ValueError, match="not a number"):
        number(value)
