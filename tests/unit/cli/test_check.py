"""`cinpack check` says what came in, what needs a person first, and what papers would lack."""

import pytest
from builders import Inputs
from typer.testing import CliRunner
from unit.cli.cases import NO_DATE, REFUSED, no_date, spaces

from pipeline.cli.app import app
from pipeline.errors import NothingToPublish
from pipeline.model.findings import FileAccount, Finding, Place, Rule

LONG = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"
CONFIG = """\
authority: {name: Exampleshire}
localities:
  - {name: North Dale, teams: [{name: Alder}, {name: Birch}]}
  - {name: South Vale, teams: [{name: Cedar}]}
"""


@pytest.fixture
def accounted(pretended, monkeypatch):
    """A pretended check of an authority of which no paper is asked for, 100 columns wide."""
    pretended.planned = ()
    monkeypatch.setenv("COLUMNS", "100")
    return pretended


def part_of(text, first, last=""):
    """Return the lines from one that starts so to the one before the next that starts so."""
    lines = text.splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(first))
    end = next((n for n, line in enumerate(lines) if n > begin and line.startswith(last)), None)
    return lines[begin:end] if last else lines[begin:]


def test_each_file_has_its_account_under_its_kind(cinpack, accounted):
    accounted.accounts = (
        FileAccount("extracts/plans.csv", "", "case_extract", 1234, 1230, 7, 3, 1),
        FileAccount("two.xlsx", "May", "tracker", 9, 9, 0, 0, 0),
        FileAccount("two.xlsx", "June", "tracker", 8, 8, 0, 0, 0),
        FileAccount(LONG, "Tracker", "tracker", 0, 0, 0, 0, 0, refused=True),
        FileAccount("minutes.docx", "", "form", 5, 5, 0, 0, 0),
        FileAccount("late.xlsx", "", "tracker", 7, 7, 0, 0, 0),
    )
    result = cinpack("check")
    assert result.exit_code == 0
    rows = [" ".join(line.split()) for line in result.stdout.splitlines()]
    table = rows[rows.index("Case extract") : rows.index("minutes.docx 5 5 0 0 0") + 1]
    assert table == [
        "Case extract",
        "extracts/plans.csv 1,234 1,230 7 3 1",
        "ICM tracker",
        "two.xlsx, May 9 9 0 0 0",
        "two.xlsx, June 8 8 0 0 0",
        "late.xlsx 7 7 0 0 0",
        f"{LONG} 0 0 0 0 0",
        "(refused)",
        "Returned form",
        "minutes.docx 5 5 0 0 0",
    ]
    assert result.stdout.splitlines()[-1].startswith("Nothing was left out.")


def test_which_extract_which_date_and_which_trackers_were_used_is_said(cinpack, accounted):
    account = FileAccount("plans.csv", "", "case_extract", 9, 9, 0, 0, 0)
    accounted.accounts = (account,)
    assert cinpack("check").stdout.splitlines()[:3] == [
        "As at 29/05/2026: 2 files read.",
        "Case extract: plans.csv, of 29/05/2026; format: case extract.",
        "Trackers: 0 of 2 teams; none for Alder, Birch.",
    ]
    accounted.accounts = ()
    assert "Case extract: none could be read" in cinpack("check").stdout


def test_what_needs_a_person_comes_first_by_whose_it_is(cinpack, accounted):
    warning = Rule("a.warning", "warning", "kept", "It is odd.", "Look at it.")
    accounted.accounts = (FileAccount("extracts/plans.csv", "", "case_extract", 9, 9, 0, 0, 0),)
    accounted.findings = (
        spaces(3),
        Finding(warning, Place("extracts/plans.csv")),
        *(no_date(row) for row in (10, 11, 12, 14)),
        Finding(NO_DATE, Place("extracts/plans.csv", "", 7, "End"), "", (), "31/02/2026", "X0001"),
        Finding(REFUSED, Place("b.zip")),
    )
    result = cinpack("check")
    assert result.exit_code == 3
    assert part_of(result.stdout, "Needs a person", "Good") == [
        "Needs a person, since it is left out of the figures:",
        "  Alder",
        "    No date understood. 4 of these. Write it as dd/mm/yyyy.",
        "        extracts/plans.csv, CIN Plan Start Date: rows 10 to 12 and 14",
        "  Case extract and settings",
        "    No date understood. Write it as dd/mm/yyyy.",
        "        extracts/plans.csv, row 7, End",
        "  Files and folders",
        "    The file cannot be read. Save it anew.",
        "        b.zip",
        "",
        "To correct, since it counts but perhaps not as it should:",
        "  Case extract and settings",
        "    It is odd. Look at it.",
        "        extracts/plans.csv",
        "",
    ]
    assert part_of(result.stdout, "Good", "Every")[1:] == ["  1 time: Spaces were taken out.", ""]
    last = "Left out: 6, which need a person. To correct: 1. When there is time: 1."
    assert result.stdout.splitlines()[-1] == last
    assert "31/02" not in result.output
    assert "X0001" not in result.output


def test_many_places_are_cut_short(cinpack, accounted):
    accounted.findings = tuple(
        no_date(row, f"{name}.csv") for name in "abcdef" for row in range(2, 60, 2)
    )
    said = part_of(cinpack("check").stdout, "Needs a person", "Every")
    assert sum("CIN Plan Start Date: rows 2, 4, 6" in line for line in said) == 4
    assert sum("and 17 more" in line for line in said) == 4
    assert "        and 2 more places" in said


@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_no_line_is_wider_than_the_terminal(cinpack, accounted, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    rule = Rule("a.b", "problem", "set aside", "So it is with very many words. " * 9, "Mend it.")
    accounted.accounts = (FileAccount(LONG * 2, "", "tracker", 99_999, 99_999, 9_999, 0, 0),)
    accounted.findings = tuple(Finding(rule, Place("a.xlsx", "", row)) for row in range(2, 99, 2))
    lines = cinpack("check").stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert any("99,999" in line for line in lines)


def test_markup_in_a_file_name_is_printed_as_it_stands(cinpack, accounted):
    accounted.accounts = (FileAccount("[bold]a[/bold]\x1b.csv", "", "scores", 1, 1, 0, 0, 0),)
    assert "[bold]a[/bold]?.csv" in cinpack("check").stdout


@pytest.mark.usefixtures("accounted")
def test_the_steps_that_a_check_takes_are_shown(cinpack):
    steps = [line.split()[0] for line in cinpack("check").stderr.splitlines()]
    assert steps == ["ingest", "validate", "transform", "compose"]


def test_nothing_readable_is_code_1(cinpack, accounted):
    accounted.fails_with = NothingToPublish("Nothing could be read.")
    result = cinpack("check", "--as-at", "2026-05-29")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "Nothing could be read.")


class TestOnFiles:
    """On real files, with the whole pipeline."""

    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        (tmp_path / "config").mkdir()
        (tmp_path / "config" / "authority.yaml").write_text(CONFIG)
        monkeypatch.chdir(tmp_path)
        inputs = Inputs(tmp_path / "inputs")
        inputs.extract()
        for team, place in (
            ("Alder", "North Dale"),
            ("Birch", "North Dale"),
            ("Cedar", "South Vale"),
        ):
            inputs.tracker(("X0002", "", "Decided to close"), team=team, locality=place)
        return inputs

    def test_the_papers_that_would_lack_figures_are_named_with_the_reason(self, folder):
        (folder.root / "trackers/CIN South Vale/Cedar/Cedar IC Meetings.xlsx").unlink()
        result = CliRunner().invoke(app, ["check"])
        said = " ".join(" ".join(part_of(result.stdout, "The papers would print")).split())
        assert "no tracker for Cedar: OLT briefing " in said
        assert "Check-in minutes " in said
        assert "the extract has no CIN Meeting Date and no Plan Written Date: OLT briefing " in said
        assert not (folder.root.parent / "outputs").exists()

    @pytest.mark.parametrize(
        ("path", "content", "code"),
        [
            ("README.md", b"", 0),
            ("odd.txt", b"outside every folder", 0),
            ("extracts/CIN plans 01.05.2026.csv", b"older, and so not opened", 0),
            ("extracts/CIN plans 01.06.2026.csv", b"newer, and no extract", 3),
            ("trackers/CIN North Dale/Ash/Ash IC Meetings.xlsx", b"of no team", 3),
            ("reviews/scores.csv", b"Locality,Team\n", 3),
            (
                "reviews/scores.csv",
                b"Locality,Team,Observation date,Criterion,Score\nNorth Dale,Oak,01/05/2026,1,4\n",
                3,
            ),
        ],
    )
    def test_check_and_run_end_with_the_same_code(self, folder, path, content, code):
        folder.put(path, content)
        checked = CliRunner().invoke(app, ["check"])
        ran = CliRunner().invoke(app, ["run", "--pack", "data-quality", "--jobs", "1"])
        assert (checked.exit_code, ran.exit_code) == (code, code), checked.output
