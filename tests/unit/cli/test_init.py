"""`cinpack init` starts an authority that check and run take, and replaces nothing."""

import subprocess
import sys

import pytest
from unit.cli.test_map import one_line
from unit.setup.extracts import CANARY, HEADERS, NAME, put, rows, text

NEW = ("--out", "new", "--name", "Exampleshire County Council")


@pytest.fixture
def extract(tmp_path):
    return put(tmp_path, text(rows()))


@pytest.mark.usefixtures("extract")
def test_it_writes_settings_and_trackers_and_says_what_comes_next(cinpack, tmp_path):
    result = cinpack("init", "--from", NAME, *NEW, "--yes")
    assert result.exit_code == 0
    said = one_line(result)
    assert "Found 4 teams in 2 localities, with the plans open on 29/05/2026:" in said
    assert "Coast: Harbour (10), Quayside/Docks (10)" in said
    assert "Wrote 4 trackers into new/inputs/trackers" in said
    assert "Copied the extract, unchanged and under its own name, to new/inputs/extracts/" in said
    assert "cinpack check --config new/config --inputs new/inputs" in said
    assert "cinpack run --config new/config --inputs new/inputs --outputs new/outputs" in said
    tracker = "new/inputs/trackers/CIN Coast/Quayside-Docks/Quayside-Docks IC Meetings.xlsx"
    assert (tmp_path / tracker).is_file()


@pytest.mark.usefixtures("extract")
def test_what_it_wrote_is_checked_with_nothing_left_out(cinpack, tmp_path):
    cinpack("init", "--from", NAME, *NEW, "--yes")
    command = [sys.executable, "-m", "pipeline", "check"]
    folders = ["--config", str(tmp_path / "new/config"), "--inputs", str(tmp_path / "new/inputs")]
    told = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Nothing was left out." in " ".join(told.stdout.split())


@pytest.mark.usefixtures("extract")
def test_without_anyone_to_confirm_nothing_is_written(cinpack, tmp_path):
    result = cinpack("init", "--from", NAME, *NEW)
    assert result.exit_code == 0
    assert "Nothing was written. Run it again with --yes" in one_line(result)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("answer", "there"), [("Write", True), ("No one", False)])
@pytest.mark.usefixtures("extract")
def test_a_person_is_asked_once(cinpack, tmp_path, answers, answer, there):
    said, asked = answers
    said.append(answer)
    assert cinpack("init", "--from", NAME, *NEW).exit_code == 0
    assert asked == ["Write 14 files into new/config and new/inputs?"]
    assert (tmp_path / "new").exists() is there


@pytest.mark.usefixtures("extract")
def test_what_is_there_is_named_and_left(cinpack, tmp_path):
    before = (tmp_path / "config/authority.yaml").read_text()
    result = cinpack("init", "--from", NAME, "--yes")
    assert result.exit_code == 2
    assert "config holds settings already (authority.yaml)" in one_line(result)
    assert (tmp_path / "config/authority.yaml").read_text() == before
    cinpack("init", "--from", NAME, *NEW, "--yes")
    again = cinpack("init", "--from", NAME, *NEW, "--yes")
    assert again.exit_code == 2
    assert "new/config holds settings already" in one_line(again)


@pytest.mark.usefixtures("extract")
def test_folders_can_be_named_apart_and_the_usual_ones_need_no_options(cinpack, tmp_path):
    (tmp_path / "config/authority.yaml").unlink()
    result = cinpack("init", "--from", NAME, "--yes")
    assert "\n  cinpack check\n  cinpack run\n" in result.output
    assert "Write the authority's name into config/authority.yaml" in one_line(result)
    assert (tmp_path / "inputs/minutes").is_dir()
    result = cinpack("init", "--from", NAME, "--config", "c d", "--inputs", "in", "--yes")
    assert 'cinpack check --config "c d" --inputs in\n' in result.output
    assert cinpack("init", "--from", NAME, "--out", "x", "--inputs", "y").exit_code == 2


def test_a_column_that_is_a_guess_is_left_to_a_person(cinpack, tmp_path, answers):
    made = [row | {"more": row["plan_start"]} for row in rows()]
    put(tmp_path, text(made, HEADERS | {"more": "CIN Step Began"}))
    result = cinpack("init", "--from", NAME, *NEW, "--yes")
    assert result.exit_code == 2
    assert "these columns are needed: CIN Plan Start Date." in one_line(result)
    chosen = ("--column", "plan_start=CIN Step Began")
    assert cinpack("init", "--from", NAME, *NEW, "--yes", *chosen).exit_code == 0
    said, asked = answers
    said += ["CIN Step Started", "Write"]
    assert cinpack("init", "--from", NAME, "--out", "other").exit_code == 0
    assert "(a guess:" in asked[0]


def test_an_extract_without_a_date_names_the_date_in_what_comes_next(cinpack, tmp_path):
    put(tmp_path, text(rows()), "steps.csv")
    assert cinpack("init", "--from", "steps.csv", *NEW, "--yes").exit_code == 2
    result = cinpack("init", "--from", "steps.csv", *NEW, "--yes", "--as-at", "29/05/2026")
    assert result.exit_code == 0
    assert "--inputs new/inputs --as-at 2026-05-29\n" in result.output


@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_no_id_and_no_name_of_a_person_is_printed(cinpack, tmp_path, options):
    made = rows()
    made[1]["team"], made[2]["team"] = made[5]["child_id"], made[2]["practitioner"]
    made[4]["locality"], made[3]["end_reason"] = made[7]["plan_id"], made[8]["Subject name"]
    put(tmp_path, text(made))
    result = cinpack("init", "--from", NAME, *NEW, *options)
    assert result.exit_code == 0
    assert CANARY not in result.output
    assert "2 values of the team column" in one_line(result)


def test_a_column_of_workers_stops_it(cinpack, tmp_path):
    made = [row | {"team": f"{CANARY}{n} Worker"} for n, row in enumerate(rows(120))]
    put(tmp_path, text(made, HEADERS | {"team": "Allocated Team"}))
    result = cinpack("init", "--from", NAME, *NEW, "--yes")
    assert result.exit_code == 2
    assert "more than an authority has teams" in one_line(result)
    assert CANARY not in result.output
    assert not (tmp_path / "new").exists()
