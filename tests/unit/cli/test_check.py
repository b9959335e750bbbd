"""`cinpack check` gives the account of every file, and the findings by rule."""

import pytest
from unit.cli.cases import REFUSED, no_date, spaces

from pipeline.errors import NothingToPublish
from pipeline.model.findings import FileAccount, Finding, Place, Rule

LONG = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"


def test_each_file_has_its_account(cinpack, pretended):
    pretended.accounts = (
        FileAccount("extracts/plans.csv", "", "case_extract", 1234, 1230, 7, 3, 1),
        FileAccount(LONG, "Tracker", "tracker", 0, 0, 0, 0, 0, refused=True),
    )
    result = cinpack("check")
    assert result.exit_code == 0
    assert "As at 29/05/2026: 2 files read." in result.stdout
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["extracts/plans.csv", "case", "extract", "1,234", "1,230", "7", "3", "1"] in rows
    assert [*LONG.split(), "Tracker", "refused", "0", "0", "0", "0", "0"] in rows
    assert "No findings." in result.stdout


def test_findings_stand_by_rule_with_counts_and_first_places(cinpack, pretended):
    refused = Finding(REFUSED, Place("extracts/b.csv"))
    pretended.findings = (spaces(3), *(no_date(row) for row in range(10, 15)), refused)
    result = cinpack("check")
    assert result.exit_code == 3
    said = result.stdout[result.stdout.index("date.unreadable") :]
    assert said.splitlines() == [
        "date.unreadable (problem, set aside), 5 times: No date understood. Write it as dd/mm/yyyy.",
        "    extracts/plans.csv, row 10, CIN Plan Start Date",
        "    extracts/plans.csv, row 11, CIN Plan Start Date",
        "    extracts/plans.csv, row 12, CIN Plan Start Date",
        "    and 2 more places",
        "file.unreadable (problem, refused), 1 time: The file cannot be read. Save it anew.",
        "    extracts/b.csv",
        "text.spaces (note, repaired), 1 time: Spaces were taken out.",
        "    extracts/plans.csv, row 3, Allocated Team",
    ]
    assert "31/02" not in result.output
    assert "X0001" not in result.output


def test_facts_in_which_findings_differ_are_left_open(cinpack, pretended):
    rule = Rule("r", "note", "kept", "{team} has no {what}.", "")
    pretended.findings = tuple(
        Finding(rule, Place(f"{team}.xlsx"), facts=(("team", team), ("what", "row")))
        for team in ("Alder", "Birch")
    )
    assert "r (note, kept), 2 times: ... has no row." in cinpack("check").stdout


def test_markup_in_a_file_name_is_printed_as_it_stands(cinpack, pretended):
    pretended.accounts = (FileAccount("[bold]a[/bold]\x1b.csv", "", "scores", 1, 1, 0, 0, 0),)
    assert "[bold]a[/bold]?.csv" in cinpack("check").stdout


@pytest.mark.usefixtures("pretended")
def test_the_first_three_steps_are_shown(cinpack):
    steps = [line.split()[0] for line in cinpack("check").stderr.splitlines()]
    assert steps == ["ingest", "validate", "transform"]


def test_nothing_readable_is_code_1(cinpack, pretended):
    pretended.fails_with = NothingToPublish("Nothing could be read.")
    result = cinpack("check", "--as-at", "2026-05-29")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "Nothing could be read.")
