"""An entry goes into a settings file, and every other character of it stays."""

import pytest
import yaml

from pipeline.setup.config_edit.insertion import with_entry

TEAM = ("headers", "case_extract", "team")
ALDER = ("localities", 0, "teams", 0, "aliases")

COMMENTED = """\
# Ours.
headers:
  # The case extract.
  case_extract:
    practitioner: [Case Holder]  # since May
    # end of ours

  # The trackers.
  tracker:
    stage: [Where are we]
"""


def at(text, loc):
    found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - strings only
    for step in loc:
        found = found[step]
    return found


@pytest.mark.parametrize(
    ("text", "loc", "whole"),
    [
        ("", TEAM, "headers:\n  case_extract:\n    team: [New]\n"),
        ("# a note", TEAM, "# a note\nheaders:\n  case_extract:\n    team: [New]\n"),
        (
            "headers:\n  # note\n\nwords: {}\n",
            TEAM,
            "headers:\n  case_extract:\n    team: [New]\n  # note\n\nwords: {}\n",
        ),
        ("headers: {}\n", TEAM, "headers: {case_extract: {team: [New]}}\n"),
        (
            "headers: {tracker: {stage: [A]}}  # why\n",
            TEAM,
            "headers: {tracker: {stage: [A]}, case_extract: {team: [New]}}  # why\n",
        ),
        (
            "headers:\n  case_extract:\n    team: [A,]\n",
            TEAM,
            "headers:\n  case_extract:\n    team: [A, New,]\n",
        ),
        (
            "headers:\n  case_extract:\n    team:\n    - A  # first\n    - B\n  tracker:\n",
            TEAM,
            "headers:\n  case_extract:\n    team:\n    - A  # first\n    - B\n    - New\n  tracker:\n",
        ),
        (
            "headers:\n  case_extract:\n    team:\n    locality: [A]\n",
            TEAM,
            "headers:\n  case_extract:\n    team: [New]\n    locality: [A]\n",
        ),
        (
            COMMENTED,
            TEAM,
            COMMENTED.replace("# since May\n", "# since May\n    team: [New]\n"),
        ),
        (
            "localities:\n  - name: N\n    teams:\n      - {name: Alder}\n",
            ALDER,
            "localities:\n  - name: N\n    teams:\n      - {name: Alder, aliases: [New]}\n",
        ),
        (
            "localities:\n- name: N\n  teams:\n  - name: Alder  # the first\n\n  - name: Birch",
            ALDER,
            (
                "localities:\n- name: N\n  teams:\n  - name: Alder  # the first\n    aliases: [New]\n"
                "\n  - name: Birch"
            ),
        ),
        (
            "localities: [{name: N, teams: [{name: Alder, aliases: }]}]",
            ALDER,
            "localities: [{name: N, teams: [{name: Alder, aliases: [New] }]}]",
        ),
        (
            "localities:\n- name: N\n  teams:\n  - name: Alder\n    aliases:\n    - {name: A, until: 01/02/2026}",
            ALDER,
            "localities:\n- name: N\n  teams:\n  - name: Alder\n    aliases:\n    - {name: A, until: 01/02/2026}\n    - New\n",
        ),
    ],
)
def test_the_entry_is_added_and_nothing_else_moves(text, loc, whole):
    assert with_entry(text, loc, "New") == whole
    assert at(whole, loc)[-1] == "New"


def test_windows_line_ends_stay():
    text = COMMENTED.replace("\n", "\r\n")
    added = with_entry(text, TEAM, "New")
    assert added == with_entry(COMMENTED, TEAM, "New").replace("\n", "\r\n")


@pytest.mark.parametrize(
    "entry", ["Team: name", "#1", "- a", '"quoted"', "yes", "Jö’s team", "a, b", "[x]", "5", " "]
)
@pytest.mark.parametrize("text", ["", "headers: {case_extract: {team: [A]}}"])
def test_words_with_a_meaning_in_yaml_come_back_as_they_are(text, entry):
    assert at(with_entry(text, TEAM, entry), TEAM)[-1] == entry
