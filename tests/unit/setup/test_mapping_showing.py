"""Which values of a file may be shown: names of places and reasons, never what is a child's."""

import pytest
from builders import settings_of
from unit.setup.extracts import CANARY, HEADERS, put, rows, text

from pipeline.setup.mapping.look import look_at
from pipeline.setup.mapping.showing import Private, looks_like_a_value
from pipeline.setup.mapping.values import profile


@pytest.mark.parametrize(
    ("value", "like"),
    [
        ("X0001", True),
        ("05/01/26", True),
        ("5 Jan 2026", True),
        ("a@example.org", True),
        ("AB12CD34", True),
        ("17", True),
        ("North Dale", False),
        ("0-25 Disability Team", False),
        ("Team 12", False),
        ("11-16", True),
    ],
)
def test_ids_dates_and_addresses_are_told_from_names(value, like):
    assert looks_like_a_value(value) is like


def test_a_workers_name_that_strayed_into_another_column_stays_private():
    private = Private([["Jo Invented"] * 5, ["X0001"]])
    assert not private.may_show("jo  invented", 2)
    assert private.may_show("Alder", 2)
    assert Private([["Alder"] * 2]).may_show("Alder", 40)


def look(tmp_path, made, **settings):
    path = put(tmp_path, text(made))
    return look_at(path, settings_of(**settings) if settings else None)


def test_names_of_teams_places_and_reasons_may_be_shown(tmp_path):
    names = look(tmp_path, rows()).names
    assert {each.name for each in names["locality"].named} == {"Coast", "Inland"}
    assert {each.rows for each in names["team"].named} == {15}
    assert len(names["end_reason"].named) == 4


def test_an_end_reason_on_one_row_alone_is_not_shown(tmp_path):
    made = rows()
    made[0]["end_reason"] = "Somebody moved in with somebody"
    names = look(tmp_path, made).names["end_reason"]
    assert (len(names.named), names.hidden) == (4, 1)
    assert not any("Somebody" in each.name for each in names.named)


def test_an_id_or_a_worker_in_the_team_column_is_counted_and_not_shown(tmp_path):
    made = rows()
    made[0]["team"], made[1]["team"] = made[5]["child_id"], made[2]["practitioner"]
    names = look(tmp_path, made).names["team"]
    assert names.hidden == 2
    assert not any(CANARY in each.name for each in names.named)


@pytest.mark.parametrize(
    "values",
    [
        [f"Person{n // 2} Somebody" for n in range(200)],
        [f"Somebody, Person {n % 8}" for n in range(200)],
        [
            f"A long free text about case {n % 3}, with much to say of it that is nobody's name and long"
            for n in range(200)
        ],
    ],
)
def test_a_column_of_people_or_notes_is_not_one_of_words(values):
    assert not profile(values).is_of_words


def test_no_name_is_shown_of_a_column_with_too_many(tmp_path):
    made = [row | {"team": f"Somebody, Person{n}"} for n, row in enumerate(rows(90))]
    found = look(tmp_path, made)
    assert "team" not in found.names
    headers = HEADERS | {"team": "Allocated Team"}
    names = look_at(put(tmp_path, text(made, headers)), None).names["team"]
    assert (names.named, names.too_many) == ((), 90)


def test_a_guess_of_a_column_shows_none_of_its_values(tmp_path):
    headers = HEADERS | {"more": "Team (then)"}
    made = [row | {"more": row["team"]} for row in rows()]
    found = look_at(put(tmp_path, text(made, {**headers, "team": "Team (now)"})), None)
    assert found.columns.of("team").sure == "a guess"
    assert "team" not in found.names


def test_what_places_and_reasons_mean_is_told_against_the_settings(tmp_path):
    made = rows()
    found = look(tmp_path, made, words={"outcomes": {"closed": ["Moved"]}})
    assert [each.name for each in found.localities] == ["Coast", "Inland"]
    assert found.reasons.known == 2
    assert {name: [each.name for each in named] for name, named in found.reasons.read.items()} == {
        "stepped down": ["Step down to EH"]
    }
    assert [each.name for each in found.reasons.unknown] == ["Drifted off"]
