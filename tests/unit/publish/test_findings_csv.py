"""The restricted findings: every one, with what a spreadsheet must not take for a formula."""

import csv
from io import StringIO

import pytest
from unit.publish.small_run import NO_DATE

from pipeline.model.findings import Finding, Place, Rule
from pipeline.publish.findings_csv import findings_csv


def rows_of(*findings):
    content = findings_csv(findings).decode("utf-8")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_a_finding_stands_with_its_place_value_and_child():
    finding = Finding(NO_DATE, Place("a.csv", "S", 7, "Due date"), "Alder", (), "soon", "X0001")
    assert rows_of(finding) == [
        {
            "rule": "date.unreadable",
            "severity": "problem",
            "effect": "set aside",
            "file": "a.csv",
            "sheet": "S",
            "row": "7",
            "column": "Due date",
            "team": "Alder",
            "what": "No date understood.",
            "remedy": "Write dd/mm/yyyy.",
            "value": "soon",
            "child_id": "X0001",
        }
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_starts_like_a_formula_is_quoted(start):
    (row,) = rows_of(Finding(NO_DATE, Place("=a.csv"), value=f"{start}1+1"))
    assert row["value"] == f"'{start}1+1"
    assert row["file"] == "'=a.csv"


def test_values_with_line_breaks_and_quotes_come_back_whole():
    value = 'one\r\ntwo\rthree "four", five'
    (row,) = rows_of(Finding(NO_DATE, Place("a.csv"), value=value))
    assert row["value"] == value


def test_half_a_surrogate_pair_is_spelled_out():
    (row,) = rows_of(Finding(NO_DATE, Place("a.csv"), value="\ud83d"))
    assert row["value"] == "\\ud83d"


def test_what_needs_a_person_comes_first_then_by_place():
    note = Rule("n", "note", "repaired", "", "")
    findings = [
        Finding(note, Place("a.csv", row=1)),
        Finding(NO_DATE, Place("b.csv", row=10)),
        Finding(NO_DATE, Place("b.csv", row=9)),
    ]
    rows = rows_of(*findings)
    assert [(row["rule"], row["row"]) for row in rows] == [
        ("date.unreadable", "9"),
        ("date.unreadable", "10"),
        ("n", "1"),
    ]
    assert rows == rows_of(*reversed(findings))
