"""The restricted findings: every one, with what a spreadsheet must not take for a formula."""

import csv
from io import StringIO

import pytest
from builders import settings_of
from unit.publish.small_run import NO_DATE

from pipeline.model.findings import Finding, Place, Rule
from pipeline.publish.figures_csv import figures_csv
from pipeline.publish.findings_csv import findings_csv


def rows_of(*findings):
    content = findings_csv(findings).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_a_finding_stands_with_its_place_value_and_child():
    finding = Finding(NO_DATE, Place("a.csv", "S", 7, "Due date"), "Alder", (), "soon", "X0001")
    assert rows_of(finding) == [
        {
            "needs_person": "yes",
            "severity": "problem",
            "effect": "set aside",
            "team": "Alder",
            "file": "a.csv",
            "sheet": "S",
            "row": "7",
            "column": "Due date",
            "child_id": "X0001",
            "value": "soon",
            "what": "No date understood.",
            "remedy": "Write dd/mm/yyyy.",
            "rule": "date.unreadable",
        }
    ]


def test_excel_knows_it_for_utf_8_and_figures_csv_stays_plain():
    content = findings_csv([Finding(NO_DATE, Place("a.csv"), value="Siân")])
    assert content.startswith(b'\xef\xbb\xbf"needs_person",')
    assert "Siân".encode() in content
    assert figures_csv((), settings_of()).startswith(b"measure,")


@pytest.mark.parametrize(
    "start",
    ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\xa0 @", "\uff1d", "\uff0b", "\uff0d", "\uff20"],
)
def test_what_starts_like_a_formula_is_quoted(start):
    (row,) = rows_of(Finding(NO_DATE, Place("=a.csv"), value=f"{start}1+1"))
    assert row["value"] == f"'{start}1+1"
    assert row["file"] == "'=a.csv"


@pytest.mark.parametrize("value", ["00123", "1-2", "a=b", "'quoted'", "31/02/2026", "", " "])
def test_any_other_value_is_as_it_was(value):
    (row,) = rows_of(Finding(NO_DATE, Place("a.csv"), value=value))
    assert row["value"] == value


def test_values_with_line_breaks_and_quotes_come_back_whole():
    value = 'one\r\ntwo\rthree "four", five'
    (row,) = rows_of(Finding(NO_DATE, Place("a.csv"), value=value))
    assert row["value"] == value


def test_half_a_surrogate_pair_is_spelled_out():
    (row,) = rows_of(Finding(NO_DATE, Place("a.csv"), value="\ud83d"))
    assert row["value"] == "\\ud83d"


def test_what_needs_a_person_comes_first_then_by_place():
    note = Rule("n", "note", "repaired", "", "")
    kept = Rule("p", "problem", "kept", "", "")
    findings = [
        Finding(kept, Place("a.csv", row=1)),
        Finding(note, Place("a.csv", row=1)),
        Finding(NO_DATE, Place("b.csv", row=10)),
        Finding(NO_DATE, Place("b.csv", row=9)),
    ]
    rows = rows_of(*findings)
    assert [(row["rule"], row["row"]) for row in rows] == [
        ("date.unreadable", "9"),
        ("date.unreadable", "10"),
        ("p", "1"),
        ("n", "1"),
    ]
    assert rows == rows_of(*reversed(findings))
