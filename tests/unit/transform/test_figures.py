"""Masks and values over rows become figures, each with its parts and its note."""

import numpy as np
import pandas as pd
import pytest
from spec.given import read_settings, scope_named

from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY
from pipeline.transform.figures import (
    absent_figures,
    count_figures,
    notes,
    share_figures,
    summary_figures,
)
from pipeline.transform.places import Rows, places_of

PLACES = places_of(read_settings({}))
ALDER, BIRCH = scope_named("Alder"), scope_named("Birch")


def rows(*teams, lacking=None):
    codes = PLACES.codes(pd.Series(teams, dtype="str"))
    return Rows(PLACES, codes, PLACES.configured, lacking or {})


def by_scope(figures):
    return {figure.scope: figure for figure in figures}


YES_NO = np.array([True, False])
BOTH = np.array([True, True])


def test_a_count_of_a_whole_has_numerator_and_denominator():
    found = by_scope(count_figures("m", rows("Alder", "Alder"), YES_NO, "c", "w", of=BOTH))
    assert found[ALDER] == Figure("m", ALDER, "c", "w", 1.0, 1.0, 2.0, unit="plans")


def test_a_count_of_no_whole_has_neither():
    found = by_scope(count_figures("m", rows("Alder", "Alder"), BOTH, unit="rows"))
    assert found[ALDER] == Figure("m", ALDER, value=2.0, unit="rows")


def test_a_whole_of_nothing_is_a_whole():
    found = by_scope(count_figures("m", rows("Alder", "Alder"), BOTH, of=BOTH))
    assert (found[BIRCH].value, found[BIRCH].numerator, found[BIRCH].denominator) == (0, 0, 0)


def test_a_share_counts_only_what_is_part_of_its_whole():
    found = by_scope(share_figures("m", rows("Alder", "Alder"), BOTH, YES_NO, nothing="none"))
    assert found[ALDER] == Figure("m", ALDER, "", "", 1.0, 1.0, 1.0, unit="share")


def test_a_share_of_nothing_is_not_supplied_and_says_that_there_is_nothing():
    said = {BIRCH: "2 left out"}
    found = by_scope(
        share_figures("m", rows("Alder", "Alder"), BOTH, BOTH, nothing="none", said=said)
    )
    assert found[BIRCH].value is None
    assert found[BIRCH].denominator == 0
    assert found[BIRCH].note == "not supplied: none; 2 left out"


@pytest.mark.parametrize(("summary", "value"), [(np.median, 5.5), (np.mean, 5.5), (np.max, 10)])
def test_values_are_summed_up_by_scope(summary, value):
    values = np.array([1, 10, 100])
    mask = np.array([True, True, False])
    figures = summary_figures(
        summary,
        "m",
        rows("Alder", "Alder", "Alder"),
        values,
        mask=mask,
        unit="days",
        nothing="none",
    )
    found = by_scope(figures)
    assert found[ALDER].value == found[AUTHORITY].value == value
    assert found[BIRCH].note == "not supplied: none"


def test_teams_that_lack_something_have_no_value_and_make_those_above_partial():
    lacking = {BIRCH: "no tracker for Birch"}
    found = by_scope(count_figures("m", rows("Alder", "Birch", lacking=lacking), BOTH))
    assert found[BIRCH].value is None
    assert found[BIRCH].note == "not supplied: no tracker for Birch"
    assert (found[AUTHORITY].value, found[AUTHORITY].note) == (1, "2 of 3 teams")


def test_absent_figures_are_there_for_each_category_window_and_scope():
    figures = list(absent_figures("m", (ALDER, BIRCH), "ab", "xyz", unit="plans", why="it lacks"))
    assert len({figure.key for figure in figures}) == 12
    assert {figure.note for figure in figures} == {"not supplied: it lacks"}


def test_a_note_has_only_parts_that_say_something():
    assert notes("", "one", "", "two") == "one; two"
