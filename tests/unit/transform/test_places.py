"""Rows are counted for every scope; teams that lack something are left out, and said."""

import numpy as np
import pandas as pd
import pytest
from spec.given import read_settings, scope_named

from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM
from pipeline.transform.places import UNKNOWN_LOCALITY, Rows, places_of

PLACES = places_of(read_settings({}))
ALDER, BIRCH, CEDAR = (scope_named(name) for name in ("Alder", "Birch", "Cedar"))
NORTH, SOUTH = scope_named("North Dale"), scope_named("South Vale")


def rows(*teams, lacking=None):
    codes = PLACES.codes(pd.Series(teams, dtype="str"))
    scopes = PLACES.configured if lacking else PLACES.with_unknown
    return Rows(PLACES, codes, scopes, lacking or {})


def everything(found):
    return np.ones(len(found.codes), dtype=bool)


def test_the_scopes_stand_in_configs_order_with_not_known_last():
    assert PLACES.with_unknown == (
        AUTHORITY,
        NORTH,
        SOUTH,
        ALDER,
        BIRCH,
        CEDAR,
        UNKNOWN_LOCALITY,
        UNKNOWN_TEAM,
    )


def test_rows_are_counted_in_their_team_its_locality_and_the_authority():
    found = rows("Alder", "Birch", "Birch", "Cedar", "Elm", None)
    assert found.count(everything(found)) == {
        AUTHORITY: 6,
        NORTH: 3,
        SOUTH: 1,
        ALDER: 1,
        BIRCH: 2,
        CEDAR: 1,
        UNKNOWN_LOCALITY: 2,
        UNKNOWN_TEAM: 2,
    }


def test_only_rows_in_the_mask_are_counted():
    found = rows("Alder", "Alder")
    assert found.count(np.array([True, False]))[ALDER] == 1


def test_no_rows_count_as_none():
    found = rows()
    assert set(found.count(everything(found)).values()) == {0}


def test_the_members_of_a_scope_are_those_that_are_counted():
    found = rows("Alder", "Birch", "Cedar", lacking={BIRCH: "no tracker for Birch"})
    for scope in PLACES.configured:
        assert found.members(scope).sum() == found.count(everything(found))[scope]
    assert found.members(NORTH).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("scope", "why", "partly"),
    [
        (ALDER, "", ""),
        (BIRCH, "no tracker for Birch", ""),
        (NORTH, "", "1 of 2 teams"),
        (SOUTH, "no tracker for Cedar", ""),
        (AUTHORITY, "", "1 of 3 teams"),
    ],
)
def test_a_scope_says_what_its_teams_lack(scope, why, partly):
    lacking = {BIRCH: "no tracker for Birch", CEDAR: "no tracker for Cedar"}
    found = rows("Alder", "Birch", "Cedar", lacking=lacking)
    assert (found.why_not(scope), found.in_part(scope)) == (why, partly)


def test_where_all_lack_it_for_their_own_reasons_the_reason_is_general():
    found = rows(lacking={ALDER: "no tracker for Alder", BIRCH: "no tracker for Birch"})
    assert found.why_not(NORTH) == "no tracker of its teams has it"
