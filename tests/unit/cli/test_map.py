"""`cinpack map` says what it sees, asks, writes what was confirmed, and prints nothing of a child."""

import pytest
from unit.setup.extracts import CANARY, HEADERS, NAME, PLACES, put, rows, text

TEAMS = ("Alder", "Alder CIN Team", "Brich", "Elsewhere")
CENSUS = (
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
    "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header><Children/></Message>"
)


@pytest.fixture
def extract(tmp_path):
    return put(tmp_path, text(rows(teams=TEAMS)))


def settings(tmp_path):
    return {path.name: path.read_text() for path in (tmp_path / "config").iterdir()}


def one_line(result):
    return " ".join(result.output.split())


@pytest.mark.usefixtures("extract")
def test_without_anyone_to_confirm_it_says_what_it_sees_and_writes_nothing(cinpack, tmp_path):
    before = settings(tmp_path)
    result = cinpack("map", NAME)
    assert result.exit_code == 0
    said = one_line(result)
    assert f"{NAME}: the header is in row 2, with 60 rows below it; of 29/05/2026." in said
    for header in HEADERS.values():
        assert header in said
    assert "Headers that are not used: Subject name, Flag." in said
    assert '"Alder CIN Team" (15 rows) for Alder: it has the same words (likely)' in said
    assert '"Brich" (15 rows) for Birch: it is spelled almost like it (a guess)' in said
    assert "Teams that config does not know: Elsewhere (15 rows)." in said
    assert "End reasons that are not understood: Drifted off (5 rows)." in said
    assert "Nothing was written. Run it again with --yes" in said
    assert settings(tmp_path) == before


@pytest.mark.usefixtures("extract")
def test_yes_writes_what_is_sure_or_likely_tells_the_lines_and_leaves_guesses(cinpack, tmp_path):
    result = cinpack("map", NAME, "--yes")
    assert result.exit_code == 0
    said = one_line(result)
    files = settings(tmp_path)
    lines = files["headers.yaml"].splitlines()
    at = lines.index("    team: [Worker Team]") + 1
    assert f'config/headers.yaml, line {at}: "Worker Team" is Allocated Team' in said
    assert '"Alder CIN Team" is the team Alder' in said
    assert "{name: Alder, aliases: [Alder CIN Team]}" in files["authority.yaml"]
    assert 'Left out, being a guess: "Brich" as another name of Birch.' in said
    assert "Brich" not in files["authority.yaml"]


def test_a_second_time_there_is_nothing_left_to_map(cinpack, tmp_path):
    put(tmp_path, text(rows(teams=("Alder", "Birch"))))
    cinpack("map", NAME, "--yes")
    before = settings(tmp_path)
    result = cinpack("map", NAME, "--yes")
    assert "There is nothing left to map." in result.output
    assert result.exit_code == 0
    assert settings(tmp_path) == before


@pytest.mark.usefixtures("extract")
def test_a_person_is_asked_once_for_what_is_likely_and_for_each_guess(cinpack, tmp_path, answers):
    said, asked = answers
    said += ["sure or likely"]
    cinpack("map", NAME)
    assert len(asked) == 2
    assert "(8 headers, 1 team name) into config?" in asked[0]
    assert asked[1] == 'Is "Brich" another name of the team Birch?'
    assert "Brich" not in settings(tmp_path)["authority.yaml"]


@pytest.mark.usefixtures("extract")
def test_only_a_guess_may_be_confirmed(cinpack, tmp_path, answers):
    said, _ = answers
    said += ["Brich"]
    cinpack("map", NAME)
    files = settings(tmp_path)
    assert list(files) == ["authority.yaml"]
    assert "{name: Birch, aliases: [Brich]}" in files["authority.yaml"]


@pytest.mark.usefixtures("extract", "answers")
def test_who_says_no_to_all_changes_nothing(cinpack, tmp_path):
    before = settings(tmp_path)
    assert "Nothing was written" in cinpack("map", NAME).output
    assert settings(tmp_path) == before


def test_a_needed_column_that_is_not_found_needs_a_person_who_can_name_it(cinpack, tmp_path):
    put(tmp_path, text(rows(), HEADERS | {"team": "Grouping"}))
    result = cinpack("map", NAME)
    assert result.exit_code == 3
    assert "Needed and not found: Allocated Team." in one_line(result)
    assert '--column "team=HEADER"' in one_line(result)
    assert cinpack("map", NAME, "--column", "team=Grouping", "--yes").exit_code == 0
    assert "    team: [Grouping]\n" in settings(tmp_path)["headers.yaml"]


@pytest.mark.parametrize("config", ["config", "none"])
def test_no_id_and_no_name_of_a_person_is_printed(cinpack, tmp_path, config):
    made = rows()
    made[0]["team"], made[1]["team"] = made[5]["child_id"], made[2]["practitioner"]
    made[2]["locality"], made[3]["end_reason"] = made[7]["plan_id"], made[8]["Subject name"]
    headers = HEADERS | {f"{CANARY} 12345": "x", "Subject name": "Subject name"}
    put(tmp_path, text(made, headers))
    for options in ((), ("--yes",)):
        assert CANARY not in cinpack("map", NAME, "--config", config, *options).output


@pytest.mark.parametrize("change", ["no header", "workers"])
def test_nor_of_a_file_that_is_not_what_it_seems(cinpack, tmp_path, change):
    made = [row | {"team": f"{CANARY}{n} Worker"} for n, row in enumerate(rows(120))]
    content = text(made, HEADERS | {"team": "Allocated Team"})
    put(tmp_path, content if change == "workers" else content.split("\n", 2)[2])
    result = cinpack("map", NAME)
    assert CANARY not in result.output
    assert result.exit_code == (0 if change == "workers" else 2)


@pytest.mark.usefixtures("extract")
def test_without_settings_it_tells_how_to_start(cinpack):
    result = cinpack("map", NAME, "--config", "none")
    assert result.exit_code == 0
    assert f'cinpack init --from "{NAME}"' in one_line(result)
    assert "Teams: Alder (15 rows)" in one_line(result)
    assert cinpack("map", NAME, "--config", "none", "--yes").exit_code == 2
    said = one_line(cinpack("map", NAME, "--config", "our authority/config"))
    assert f'cinpack init --from "{NAME}" --out "our authority"' in said


def test_a_national_format_needs_no_mapping(cinpack, tmp_path):
    put(tmp_path, CENSUS, "census.xml")
    result = cinpack("map", "census.xml")
    assert "it needs no mapping" in one_line(result)
    assert result.exit_code == 0


def test_comments_and_everything_else_in_the_settings_stay(cinpack, tmp_path):
    path = tmp_path / "config/authority.yaml"
    path.write_text("# Ours since May.\n" + path.read_text() + "# The end.\n")
    put(tmp_path, text(rows(teams=(*PLACES, "Alder Team"))))
    before = path.read_text()
    cinpack("map", NAME, "--yes")
    assert path.read_text() == before.replace(
        "{name: Alder}", "{name: Alder, aliases: [Alder Team]}"
    )
