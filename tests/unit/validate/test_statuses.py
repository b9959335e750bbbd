"""Of Annex A only the rows of CIN plans count; what is not understood is set aside, never guessed."""

import pytest
from builders import said, settings_of
from unit.validate.raw_tables import validated_of

from pipeline.validate.statuses import StatusWords, status_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("c) Child in need plan", "CIN plan"),
        ("C)  CHILD IN NEED PLAN ", "CIN plan"),
        ("c - Child in Need", "CIN plan"),
        ("c", "CIN plan"),
        ("CIN", "CIN plan"),
        ("CiN Plan", "CIN plan"),
        ("Child in Need", "CIN plan"),
        ("Child-in-need plan (open)", "CIN plan"),
        ("a) Looked after child", "looked after"),
        ("CLA", "looked after"),
        ("LAC", "looked after"),
        ("CLA&CPP", "looked after"),
        ("CP/CLA", "looked after"),
        ("b) Child Protection plan", "child protection plan"),
        ("CP Ext", "child protection plan"),
        ("CPP", "child protection plan"),
        ("d) Open assessment", "assessment"),
        ("Open asmt", "assessment"),
        ("CF Assessment in progress", "assessment"),
        ("CIN assessment", "assessment"),
        ("e) Closed episode", "closed"),
        ("Closed - stepdown", "closed"),
        ("Closed CIN plan", "closed"),
        ("CIN plan ended", "closed"),
        ("Care leaver", "closed"),
    ],
)
def test_a_status_is_read_in_the_spellings_that_are_met(text, kind):
    assert status_kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Misc",
        "c) Child protection plan",
        "b) Child in need plan",
        "No CIN plan",
        "Child not in need",
        "CIN plan and CP plan",
        "CIN plan, assessment under way",
        "CIN?plan?pending",
        "c) Something else",
        "5",
    ],
)
def test_a_status_that_is_unknown_or_contradicts_itself_is_not_understood(text):
    assert status_kind(text) is None


def test_only_rows_of_cin_plans_are_plans_and_the_others_are_counted_by_what_they_are():
    statuses = ("CIN", "CLA", "c) Child in need plan", "CP", "b) Child Protection plan", "closed")
    validated = validated_of("annex_a", [{"status": status} for status in statuses])
    assert validated.versions["child_id"].tolist() == ["X1", "X3"]
    (finding,) = said(validated, "status.passed_over")
    assert "child protection plan 2, closed 1, looked after 1." in finding.sentence
    assert not finding.needs_person
    (account,) = validated.accounts
    assert (account.read, account.used, account.set_aside, account.passed_over) == (6, 2, 0, 4)


def test_what_is_passed_over_has_no_other_finding():
    validated = validated_of("annex_a", [{}, {"status": "CP", "plan_start": "soon", "team": "Elm"}])
    codes = {finding.rule.code for finding in validated.findings}
    assert codes.isdisjoint({"plan.start_unreadable", "team.unknown"})


def test_a_status_nobody_knows_is_listed_once_with_its_rows_and_each_row_is_set_aside():
    validated = validated_of("annex_a", [{}, *[{"status": "Zebedee"}] * 7, {"status": "-"}])
    assert validated.versions["child_id"].tolist() == ["X1"]
    (listed,) = said(validated, "status.listed")
    assert listed.value == "Zebedee"
    assert "(7: rows 3, 4, 5, 6, 7 and 2 more)" in listed.sentence
    rows = said(validated, "status.unknown")
    assert [(f.place.row, f.child_id) for f in rows] == [(n + 1, f"X{n}") for n in range(2, 9)]
    assert said(validated, "status.missing")[0].place.row == 10
    assert not any("Zebedee" in f.sentence for f in validated.findings)
    (account,) = validated.accounts
    assert (account.used, account.set_aside) == (1, 8)


def test_an_authoritys_own_words_for_a_status_count_and_go_before_ofsteds():
    words = {"statuses": {"CIN plan": ["Family Help (s17)", "CP"], "closed": ["No longer ours"]}}
    rows = [
        {"status": status} for status in ("family  help (S17)", "CP", "No longer ours", "b) CP")
    ]
    validated = validated_of("annex_a", rows, words=words)
    assert validated.versions["child_id"].tolist() == ["X1", "X2"]
    (finding,) = said(validated, "status.passed_over")
    assert "child protection plan 1, closed 1." in finding.sentence


def test_the_names_of_the_statuses_are_no_words_for_them_unless_listed():
    assert StatusWords(settings_of()).kind("looked after") == "looked after"
    assert StatusWords(settings_of()).kind("plan") is None


def test_without_the_column_no_row_is_taken_for_a_plan():
    from dataclasses import replace
    from datetime import date

    from builders import settings_of
    from unit.validate.raw_tables import raw_table

    from pipeline.model.ingested import Ingested
    from pipeline.validate import validate

    table = raw_table("annex_a", [{}])
    headers = {name: header for name, header in table.headers.items() if name != "status"}
    table = replace(table, rows=table.rows.drop(columns="status"), headers=headers)
    validated = validate(Ingested(date(2026, 5, 29), None, (table,), ()), settings_of())
    assert validated.versions is None
    assert said(validated, "status.missing")


def test_an_export_without_a_single_cin_plan_is_a_problem_not_a_nought():
    validated = validated_of("annex_a", [{"status": "CLA"}])
    assert validated.versions is None
    (finding,) = said(validated, "extract.no_row_counts")
    assert finding.needs_person
