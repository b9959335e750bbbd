"""Annex A: List 6 is found among the lists, under any usual name, with every status left in."""

from datetime import date

import pytest
from builders import csv_text, said, workbook
from national import LIST_6, annex_a, in_need

from pipeline.errors import NothingToPublish

NAME = "extracts/Annex A 29.05.2026.xlsx"


def only(read, **parts):
    (table,) = read(**parts).of_kind("case_extract")
    return table


def test_list_6_gives_the_columns_of_an_extract_and_the_status(inputs, read):
    inputs.put(NAME, annex_a([in_need(), in_need("X0002", **{"Case status": "e) Closed episode"})]))
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    assert table.rows.iloc[0].to_dict() == {
        "child_id": "X0001",
        "date_of_birth": "03/04/2017",
        "disability": "b) No",
        "plan_start": "05/01/2026",
        "primary_need": "N1 - Abuse or neglect",
        "last_visit": "19/05/2026",
        "plan_end": None,
        "end_reason": None,
        "status": "c) Child in need plan",
        "team": "Alder",
        "practitioner": "Worker Quill",
    }
    assert table.rows["status"].tolist() == ["c) Child in need plan", "e) Closed episode"]
    assert table.headers["plan_start"] == "CIN Start Date"
    assert table.rows.index.tolist() == [3, 4]
    assert ingested.extract_format == "annex_a"
    assert ingested.extract_date == date(2026, 5, 29)


def test_columns_of_the_list_that_no_figure_needs_are_not_called_unknown(inputs, read):
    inputs.put(NAME, annex_a())
    assert not said(read(), "header.ignored")


def test_a_column_that_is_not_of_the_list_is_told_by_its_letter(inputs, read):
    inputs.put(NAME, annex_a([[*in_need(), "x"]], header=(*LIST_6, "Notes2")))
    (found,) = said(read(), "header.ignored")
    assert "ignored: O." in found.sentence
    assert found.value == "Notes2"


@pytest.mark.parametrize(
    "sheet",
    [
        "List 6",
        "List_6",
        "list6",
        "List 06",
        "List 6 - Children in Need",
        "Children in Need",
        "CIN",
    ],
)
def test_the_sheet_is_found_under_each_usual_name(inputs, read, sheet):
    inputs.put(NAME, annex_a(sheet=sheet))
    assert only(read).sheet == sheet


@pytest.mark.parametrize("other", ["List 60", "List 16", "List 1", "List 11", "Old list 6"])
def test_of_two_sheets_with_the_columns_the_one_so_named_is_read(inputs, read, other):
    inputs.put(NAME, annex_a(more={other: [LIST_6, in_need("X0009")]}.items()))
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    assert (table.sheet, table.rows["child_id"].tolist()) == ("List 6", ["X0001"])
    assert other in {found.place.sheet for found in said(ingested, "sheet.not_read")} | {"List 1"}


def test_headers_may_stand_in_the_first_row(inputs, read):
    inputs.put(NAME, annex_a(title=""))
    assert only(read).rows.index.tolist() == [2]


def test_a_csv_of_the_list_alone_is_read_too(inputs, read):
    inputs.put("extracts/list_6 29.05.2026.csv", csv_text([in_need()], LIST_6))
    assert only(read).format == "annex_a"


@pytest.mark.parametrize(
    ("usual", "written"),
    [
        ("Case status", "Case Status"),
        ("Case status", "Status"),
        ("Child Unique ID", "Child’s Unique ID"),
        ("Does the Child have a Disability", "Does the child have a disability?"),
        ("CIN Start Date", "CiN start date "),
    ],
)
def test_headers_drift_and_are_known(inputs, read, usual, written):
    header = [written if each == usual else each for each in LIST_6]
    inputs.put(NAME, annex_a(header=header))
    assert len(only(read).headers) == 11


def test_config_may_give_a_column_of_the_list_another_header(inputs, read):
    header = ["Held by" if each == "Allocated Team" else each for each in LIST_6]
    inputs.put(NAME, annex_a(header=header))
    assert only(read, headers={"annex_a": {"team": ["Held by"]}}).rows["team"].tolist() == ["Alder"]


@pytest.mark.parametrize("missing", ["Case status", "CIN Start Date", "Allocated Team"])
def test_without_a_needed_column_the_list_is_refused_by_its_name(inputs, read, missing):
    header = ["Other" if each == missing else each for each in LIST_6]
    inputs.put(NAME, annex_a(header=header))
    with pytest.raises(NothingToPublish) as caught:
        read()
    assert f"Needed columns are missing: {missing}" in str(caught.value)
    assert "sheet List 6" in str(caught.value)


def test_an_annex_without_list_6_is_refused_as_such(inputs, read):
    grid = [["Child Unique ID", "Date of Contact"], ["X0001", "01/05/2026"]]
    inputs.put(NAME, workbook({"List 1": grid, "List_10": grid}))
    with pytest.raises(NothingToPublish, match="not List 6"):
        read()


def test_a_title_may_give_the_date(inputs, read):
    content = annex_a(title="List 6: Children in Need as at 29/05/2026")
    inputs.put("extracts/Annex A.xlsx", content)
    assert read().extract_date == date(2026, 5, 29)


def test_without_a_date_the_user_is_asked_for_one_or_the_one_asked_for_stands(inputs, read):
    inputs.put("extracts/Annex A.xlsx", annex_a())
    assert read(date(2026, 5, 29)).extract_date is None


def test_lines_below_the_list_are_passed_over(inputs, read):
    footer = ["Applied filters:\nLocality is North Dale"]
    inputs.put(NAME, annex_a([in_need(), [], footer]))
    table = only(read)
    assert (len(table.rows), table.passed_over) == (1, 3)


def test_a_list_without_rows_is_refused_as_a_failed_export(inputs, read):
    inputs.put(NAME, workbook({"List 6": [LIST_6]}))
    with pytest.raises(NothingToPublish, match="failed export"):
        read()
