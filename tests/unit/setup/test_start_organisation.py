"""Teams and localities as an extract names them: one of each, and what is none is told."""

import pytest

from pipeline.setup.mapping.teams import names_in
from pipeline.setup.start.organisation import organise


def organised(*pairs):
    teams, places = zip(*pairs, strict=True)
    return organise(names_in(teams), teams, places, "Exampleshire")


def homes(found):
    return {team.name: team.locality for team in found.teams}


def test_spellings_in_case_and_spaces_are_one_team_without_an_alias():
    found = organised(("Alder", "Coast"), ("ALDER ", "coast"), ("Alder", "CIN Coast"))
    assert [(t.name, t.locality, t.rows, t.aliases) for t in found.teams] == [
        ("Alder", "Coast", 3, ())
    ]
    assert found.localities == ("Coast",)


def test_spellings_in_punctuation_are_one_team_with_an_alias_where_folders_would_differ():
    names = ["Hazel/Holly", "Hazel & Holly", "Hazel/Holly", "Hazel-Holly"]
    found = organised(*((name, "C") for name in names))
    assert [(t.name, t.aliases, t.rows) for t in found.teams] == [
        ("Hazel/Holly", ("Hazel & Holly",), 4)
    ]


def test_a_team_stands_where_most_of_its_rows_do():
    found = organised(("A", "Coast"), ("A", "Inland"), ("A", "Inland"), ("B", "Coast"), ("A", ""))
    assert homes(found) == {"A": "Inland", "B": "Coast"}
    assert {team.name: team.elsewhere for team in found.teams} == {"A": 1, "B": 0}


def test_a_team_whose_rows_name_no_locality_is_told():
    found = organised(("A", "Coast"), ("B", ""), ("B", "Not known"))
    assert homes(found) == {"A": "Coast", "B": "Exampleshire"}
    assert found.unplaced == ("B",)


def test_without_localities_all_teams_are_in_one_named_like_the_authority():
    teams = ["A", "B", "A"]
    found = organise(names_in(teams), teams, [], "Exampleshire")
    assert homes(found) == {"A": "Exampleshire", "B": "Exampleshire"}
    assert not found.has_localities


def test_words_for_no_team_are_none():
    found = organised(("A", "C"), ("Not allocated", "C"), ("", "C"), ("n/a", "C"))
    assert [team.name for team in found.teams] == ["A"]
    assert {each.name for each in found.no_team} == {"Not allocated", "n/a"}


@pytest.mark.parametrize("name", ["=A1", "+44", "@home", "x" * 81, "???"])
def test_what_no_folder_or_table_can_hold_is_left_out_and_told(name):
    found = organised(("A", "C"), (name, "C"))
    assert [team.name for team in found.teams] == ["A"]
    assert [each.name for each in (*found.left_out, *found.no_team)] == [name]


def test_a_name_on_few_rows_that_is_like_one_on_many_is_told_and_kept():
    found = organised(*[("Alder", "C")] * 20, ("Alder CIN Team", "C"), *[("Elder", "C")] * 15)
    assert found.alike == (("Alder CIN Team", "Alder"),)
    assert len(found.teams) == 3
