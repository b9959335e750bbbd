"""The team names of a file against config's: known, perhaps another's, no team, or unknown."""

import pytest
from builders import settings_of

from pipeline.setup.mapping.teams import match_teams, names_in, says_no_team

TEAMS = [
    {"name": "Alder", "aliases": ["Alder CIN Team", {"name": "Orchard", "until": "31/03/2025"}]},
    {"name": "Birch 1"},
    {"name": "Birch 2"},
    {"name": "Hazel/Holly"},
    {"name": "North Dale Disability"},
]


def matched(*names):
    return match_teams(names_in(names), settings_of(teams=TEAMS))


def test_spellings_that_differ_in_case_and_spaces_are_one_name_the_most_frequent():
    named = names_in(["alder ", "Alder", " ALDER", "Alder", None, "", "-", 7])
    assert [(each.name, each.rows) for each in named] == [("Alder", 4), ("7", 1)]


@pytest.mark.parametrize(
    "name", ["Alder", "ALDER ", "alder  cin team", "Orchard", "Hazel-Holly", "Cedar"]
)
def test_names_and_aliases_are_known(name):
    found = matched(name)
    assert (found.known, found.aliases, found.unknown) == (1, (), ())


@pytest.mark.parametrize(
    ("name", "team", "sure"),
    [
        ("Hazel & Holly", "Hazel/Holly", "likely"),
        ("Team Alder", "Alder", "likely"),
        ("Alder (North Dale)", "Alder", "likely"),
        ("The Alder Children in Need Team", "Alder", "likely"),
        ("Disability North Dale", "North Dale Disability", "likely"),
        ("Aldre", "Alder", "a guess"),
        ("Alder Duty Desk", "Alder", "a guess"),
    ],
)
def test_a_name_that_looks_like_a_teams_is_proposed_with_a_reason(name, team, sure):
    (alias,) = matched(name).aliases
    assert (alias.named.name, alias.team, alias.sure) == (name, team, sure)
    assert alias.why


@pytest.mark.parametrize("name", ["Birch", "Birch 3", "Birch A", "Alder 2", "North Dale", "Oak"])
def test_a_number_is_no_slip_and_two_candidates_are_none(name):
    found = matched(name)
    assert (found.aliases, [each.name for each in found.unknown]) == ((), [name])


@pytest.mark.parametrize(
    "name", ["Not allocated", "UNALLOCATED", "n/a", "No team", "To be allocated"]
)
def test_words_for_no_team_are_neither_mapped_nor_unknown(name):
    found = matched(name, name)
    assert [(each.name, each.rows) for each in found.no_team] == [(name, 2)]
    assert (found.aliases, found.unknown) == ((), ())


def test_a_team_may_have_any_other_name():
    assert not any(map(says_no_team, ["None Such", "Alder", "0-25 Team"]))
