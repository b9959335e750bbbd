"""An authority started from its extract is one that the pipeline takes as it is."""

from datetime import date
from pathlib import Path

import pytest
from builders import workbook
from unit.setup.extracts import AS_AT, CANARY, HEADERS, NAME, PLACES, put, rows, text

from pipeline.config import load_settings
from pipeline.errors import NotPublished, WrongUsage
from pipeline.ingest import ingest
from pipeline.model.settings import Thresholds
from pipeline.model.terms import BARRIERS
from pipeline.setup.mapping.look import look_at
from pipeline.setup.start import placing
from pipeline.setup.start.authority import new_authority
from pipeline.setup.start.placing import refuse_what_is_there, write_authority
from pipeline.validate import validate


def found_in(extract, name="Exampleshire", as_at=None):
    return new_authority(extract, name, look_at(extract, None).columns.proposals, as_at)


def written(tmp_path, content, file=NAME, **how):
    """Start an authority in a new folder; return its settings, what is read back, and what was found."""
    extract = put(tmp_path, content, file)
    found = found_in(extract, **how)
    out = tmp_path / "out"
    write_authority(found, extract, out / "config", out / "inputs")
    settings = load_settings(out / "config")
    validated = validate(ingest(out / "inputs", settings, None), settings)
    return settings, validated, found


def open_children(made, team):
    return {row["child_id"] for row in made if row["team"] == team and not row["plan_end"]}


def test_settings_name_the_teams_where_they_are_and_the_headers_of_the_extract(tmp_path):
    settings, _, _ = written(tmp_path, text(rows()))
    assert {p.name: [t.name for t in p.teams] for p in settings.localities} == {
        "Coast": ["Harbour", "Quayside/Docks"],
        "Inland": ["Hillside", "Meadow"],
    }
    assert settings.authority.name == "Exampleshire"
    assert settings.headers.case_extract == {name: (header,) for name, header in HEADERS.items()}
    assert settings.thresholds == Thresholds()
    assert tuple(settings.words.barriers) == BARRIERS


def test_the_trackers_hold_each_teams_open_plans_and_read_back_with_nothing_but_no_stage_yet(
    tmp_path,
):
    made = rows()
    _, validated, found = written(tmp_path, text(made))
    assert validated.trackers_of == set(PLACES)
    for team in PLACES:
        on_it = validated.tracker[validated.tracker["team"] == team]["child_id"]
        assert set(on_it) == open_children(made, team)
        assert found.open_now[team] == len(on_it)
    said = {f.rule.code for f in validated.findings if f.place.file.endswith("IC Meetings.xlsx")}
    assert said == {"tracker.not_started"}  # the stage is the team's to choose
    told = [f for f in validated.findings if f.rule.code == "tracker.not_started"]
    assert len(told) == sum(1 for team in PLACES if found.open_now[team])


def test_every_setting_has_a_note_and_reasons_not_understood_are_there_to_be_sorted(tmp_path):
    written(tmp_path, text(rows()))
    config = tmp_path / "out/config"
    assert all(path.read_text().startswith("# ") for path in config.iterdir())
    words = (config / "words.yaml").read_text()
    assert "    #   Drifted off (5 rows)\n" in words
    assert "Read as stepped down by a phrase in them" in words
    assert "Needs met" not in words  # known without being listed


def test_the_extract_is_copied_as_it_is_and_the_folders_are_made(tmp_path):
    content = text(rows()).encode("utf-16")
    written(tmp_path, content)
    inputs = tmp_path / "out/inputs"
    assert (inputs / "extracts" / NAME).read_bytes() == content
    folders = {path.name for path in inputs.iterdir()}
    assert folders == {"extracts", "trackers", "minutes", "reviews", "priorities"}


def test_an_extract_that_is_there_already_stays_where_it_is(tmp_path):
    (tmp_path / "inputs/extracts").mkdir(parents=True)
    extract = put(tmp_path / "inputs/extracts", text(rows()))
    copy = write_authority(found_in(extract), extract, tmp_path / "config", tmp_path / "inputs")
    assert copy is None
    assert [path.name for path in extract.parent.iterdir()] == [NAME]


def test_without_localities_there_is_one_and_how_to_split_it(tmp_path):
    headers = {name: header for name, header in HEADERS.items() if name != "locality"}
    settings, _, _ = written(tmp_path, text(rows(), headers))
    assert [place.name for place in settings.localities] == ["Exampleshire"]
    assert "To split it, copy the lines" in (tmp_path / "out/config/authority.yaml").read_text()


def test_what_stands_for_no_team_or_looks_like_a_childs_is_made_no_team(tmp_path):
    made = rows()
    made[1]["team"], made[2]["team"] = "Not allocated", made[2]["child_id"]
    made[4]["team"] = made[5]["practitioner"]
    settings, _, found = written(tmp_path, text(made))
    assert [each.name for each in found.organisation.no_team] == ["Not allocated"]
    assert found.hidden == 2
    assert {team.name for place in settings.localities for team in place.teams} == set(PLACES)


def test_a_team_without_an_open_plan_gets_no_tracker(tmp_path):
    made = rows()
    made[0]["team"] = "Former Team"
    settings, _, found = written(tmp_path, text(made))
    assert found.open_now["Former Team"] == 0
    assert "Former Team" in [team.name for team in settings.localities[0].teams]
    assert not any("Former" in path for path in found.inputs)


@pytest.mark.parametrize(
    "name", ["Hazel: Holly?", "Con", "Docks.", "#1 {Quay}", "Jo\u0308rd & Söhne", "x" * 40]
)
def test_awkward_names_of_teams_and_places_come_back_from_settings_and_folders(tmp_path, name):
    made = [row | {"team": name, "locality": name} for row in rows()]
    settings, validated, _ = written(tmp_path, text(made))
    assert [team.name for team in settings.localities[0].teams] == list(validated.trackers_of)
    assert len(validated.tracker) == len(open_children(made, name))
    assert not any(f.rule.code.startswith("tracker.e") for f in validated.findings)


def test_rows_that_would_be_set_aside_name_no_team(tmp_path):
    made = rows()
    made[1] |= {"team": "Nowhere", "plan_start": ""}
    _, _, found = written(tmp_path, text(made))
    assert {team.name for team in found.organisation.teams} == set(PLACES)


def test_the_same_extract_gives_the_same_bytes(tmp_path):
    extract = put(tmp_path, text(rows()))
    one, other = found_in(extract), found_in(extract)
    assert (one.config, one.inputs) == (other.config, other.inputs)


def test_annex_a_starts_an_authority_from_its_plans_alone(tmp_path):
    header = (
        *("Child Unique ID", "CIN Start Date", "CIN Closure Date", "Reason for Closure"),
        *("Case Status", "Allocated Team", "Allocated Worker"),
    )
    plans = [
        ("X0001", date(2026, 1, 5), None, None, "c) Child in need plan", "Harbour", "Pat Example"),
        ("X0002", date(2026, 2, 5), None, None, "c) Child in need plan", "Meadow", "Pat Example"),
        ("X0003", date(2026, 2, 5), None, None, "a) Looked after child", "Care Team", "Sam Sample"),
    ]
    content = workbook({"List_6": [header, *plans]})
    settings, validated, _ = written(tmp_path, content, "Annex A 29.05.2026.xlsx")
    assert [team.name for team in settings.localities[0].teams] == ["Harbour", "Meadow"]
    assert set(validated.tracker["child_id"]) == {"X0001", "X0002"}


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (rows(team=""), "names no teams"),
        (
            [row | {"team": f"Person {n}"} for n, row in enumerate(rows(300))],
            "different values, more than an authority has teams",
        ),
        (rows(team="=formula"), "can be a team's"),
        (rows(plan_start="soon"), "No row of the extract could be used"),
    ],
)
def test_an_extract_that_tells_no_teams_stops_with_a_sentence(tmp_path, made, said):
    extract = put(tmp_path, text(made))
    headers = look_at(extract, None, [f"{name}={h}" for name, h in HEADERS.items()]).columns
    with pytest.raises(WrongUsage, match=said) as caught:
        new_authority(extract, "Exampleshire", headers.proposals, None)
    assert CANARY not in str(caught.value)


def test_an_extract_without_a_date_takes_one_from_a_person(tmp_path):
    extract = put(tmp_path, text(rows()), "CIN steps.csv")
    with pytest.raises(WrongUsage, match="--as-at"):
        found_in(extract)
    found = found_in(extract, as_at=AS_AT)
    assert (found.day, found.own_date) == (AS_AT, False)
    assert found_in(put(tmp_path, text(rows()))).own_date


class TestPlacing:
    """Nothing that is there is replaced, and nothing half is left."""

    @pytest.mark.parametrize(
        ("there", "named"),
        [
            ("config/authority.yaml", "authority.yaml"),
            ("config/other.yml", "other.yml"),
            ("inputs/trackers/CIN Coast/Harbour/x.xlsx", "x.xlsx"),
        ],
    )
    def test_settings_and_trackers_that_are_there_are_named(self, tmp_path, there, named):
        path = tmp_path / there
        path.parent.mkdir(parents=True)
        path.write_text("mine")
        with pytest.raises(WrongUsage, match=rf"already \(.*{named}\)"):
            refuse_what_is_there(tmp_path / "config", tmp_path / "inputs")

    def test_a_file_in_place_of_a_folder_is_named(self, tmp_path):
        (tmp_path / "config").write_text("mine")
        with pytest.raises(WrongUsage, match="is a file, not a folder"):
            refuse_what_is_there(tmp_path / "config", tmp_path / "inputs")

    def test_another_extract_of_the_same_name_stays(self, tmp_path):
        extract = put(tmp_path, text(rows()))
        theirs = tmp_path / "out/inputs/extracts" / NAME
        theirs.parent.mkdir(parents=True)
        theirs.write_text("mine")
        with pytest.raises(WrongUsage, match="There already, and not replaced"):
            write_authority(
                found_in(extract), extract, tmp_path / "out/config", tmp_path / "out/inputs"
            )
        assert theirs.read_text() == "mine"
        assert not (tmp_path / "out/config").exists()

    def test_a_disk_that_fills_up_leaves_nothing(self, tmp_path, monkeypatch):
        extract = put(tmp_path, text(rows()))
        found = found_in(extract)
        makes, made = placing._make_folder, []

        def fill_up(folder, into):
            made.append(folder)
            if len(made) > 10:
                raise OSError(28, "No space left on device", str(folder))
            makes(folder, into)

        monkeypatch.setattr(placing, "_make_folder", fill_up)
        with pytest.raises(NotPublished, match="No space left on device"):
            write_authority(found, extract, tmp_path / "out/config", tmp_path / "out/inputs")
        assert sorted(path.name for path in Path(tmp_path).iterdir()) == [NAME]
