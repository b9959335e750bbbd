"""Cells of a workbook: errors and uncalculated formulas are told from blanks; odd files refused."""

from datetime import date

import pytest
from builders import EXTRACT_HEADER, OPEN, TRACKED, TRACKER_HEADER, rezipped, workbook

from pipeline.ingest.refusal import Refused
from pipeline.ingest.workbook import UNCALCULATED, open_workbook
from pipeline.model.ingested import ErrorCell, cell_kind

SHEET = "xl/worksheets/sheet1.xml"


def rows_of(content):
    return open_workbook(content)[0].read().grid.rows


def test_an_excel_error_is_no_text_and_no_blank():
    content = rezipped(
        workbook({"A": [["x", "y"]]}),
        {SHEET: lambda d: d.replace(b"</row>", b'<c r="C1" t="e"><v>#REF!</v></c></row>')},
    )
    ((_, _, cell),) = rows_of(content)
    assert cell == ErrorCell("#REF!")
    assert cell_kind(cell) == "error"


def test_a_formula_without_a_saved_value_is_no_blank():
    content = rezipped(
        workbook({"A": [["x"]]}),
        {SHEET: lambda d: d.replace(b"</row>", b'<c r="B1"><f>A1&amp;"y"</f></c></row>')},
    )
    ((_, cell),) = rows_of(content)
    assert cell is UNCALCULATED


def test_a_formula_gives_its_saved_value():
    content = rezipped(
        workbook({"A": [["x"]]}),
        {SHEET: lambda d: d.replace(b"</row>", b'<c r="B1"><f>40+2</f><v>42</v></c></row>')},
    )
    ((_, cell),) = rows_of(content)
    assert cell == 42


def test_a_serial_that_is_no_date_shows_as_an_error_not_as_a_day():
    content = workbook({"A": [[date(2026, 1, 5)]]})
    content = rezipped(content, {SHEET: lambda d: d.replace(b"<v>46027</v>", b"<v>99999999</v>")})
    assert isinstance(rows_of(content)[0][0], ErrorCell)
    content = rezipped(content, {SHEET: lambda d: d.replace(b"<v>99999999</v>", b"<v>0</v>")})
    assert not isinstance(rows_of(content)[0][0], date)


def test_a_wrong_dimension_in_the_file_hides_no_row():
    content = rezipped(
        workbook({"A": [["x", "y"], ["z"]]}),
        {SHEET: lambda d: d.replace(b'ref="A1:B2"', b'ref="A1"')},
    )
    assert [list(row) for row in rows_of(content)] == [["x", "y"], ["z"]]


def test_rows_far_apart_are_counted_and_cost_nothing():
    rows = [["x"], *([] for _ in range(99_999)), ["y"]]
    read = rows_of(workbook({"A": rows}))
    assert len(read) == 100_001
    assert read[100_000] == ("y",)


def test_rows_out_of_order_are_refused_for_a_reader_would_drop_them():
    content = rezipped(
        workbook({"A": [["x"], ["y"], ["z"]]}),
        {SHEET: lambda d: d.replace(b'<row r="2"', b'<row r="9"')},
    )
    with pytest.raises(Refused) as caught:
        rows_of(content)
    assert caught.value.rule.code == "file.unsafe"


def test_a_damaged_sheet_is_refused_and_not_a_traceback():
    content = rezipped(workbook({"A": [["x"]]}), {SHEET: lambda d: d[:-40]})
    with pytest.raises(Refused) as caught:
        rows_of(content)
    assert caught.value.rule.code == "file.damaged"


def test_pictures_and_links_and_odd_extensions_are_left_alone():
    extension = b'<extLst><ext uri="{00000000-0000-0000-0000-000000000000}"/></extLst></worksheet>'
    content = rezipped(
        workbook({"A": [["x"]]}),
        {SHEET: lambda d: d.replace(b"</worksheet>", extension)},
        added=[("xl/media/image1.png", b"no picture at all")],
    )
    assert rows_of(content) == [("x",)]


def test_a_cell_merged_downwards_stands_in_each_of_its_rows_and_no_further(inputs, read):
    rows = [OPEN, ("", "01/02/2026", "", "", "", "Alder"), ("", "02/02/2026", "", "", "", "Alder")]
    content = workbook({"A": [EXTRACT_HEADER, *rows]}, merged=[("A2:A3", "X0007")])
    inputs.put("extracts/CIN plans 29.05.2026.xlsx", content)
    ingested = read()
    ids = ingested.of_kind("case_extract")[0].rows["child_id"].tolist()
    assert ids == ["X0007", "X0007", None]
    assert "cell.merged" in {finding.rule.code for finding in ingested.findings}


def test_hidden_rows_are_read_and_said(inputs, read):
    inputs.extract()
    inputs.tracker(TRACKED, ("X0002", *TRACKED[1:]), hidden_rows=[3])
    ingested = read()
    assert len(ingested.of_kind("tracker")[0].rows) == 2
    (said,) = [f for f in ingested.findings if f.rule.code == "row.hidden"]
    assert dict(said.facts) == {"count": "1"}


def test_a_hidden_sheet_of_the_same_columns_is_not_read_and_said(inputs, read):
    inputs.extract()
    sheets = {"Tracker": [TRACKER_HEADER, TRACKED], "Old": [TRACKER_HEADER, ("X0009", "", "x")]}
    path = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"
    inputs.put(path, workbook(sheets, hidden=["Old"]))
    ingested = read()
    assert ingested.of_kind("tracker")[0].rows["child_id"].tolist() == ["X0001"]
    (said,) = [f for f in ingested.findings if f.rule.code == "sheet.hidden"]
    assert (said.place.sheet, said.needs_person) == ("Old", False)


def test_a_workbook_whose_only_fitting_sheet_is_hidden_is_refused(inputs, read):
    inputs.extract()
    sheets = {"Summary": [["Stage", "Count"]], "Tracker": [TRACKER_HEADER, TRACKED]}
    path = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"
    inputs.put(path, workbook(sheets, hidden=["Tracker"]))
    ingested = read()
    assert ingested.refused == (("tracker", "Alder IC Meetings.xlsx"),)
    assert "sheet.only_hidden" in {finding.rule.code for finding in ingested.findings}


def test_characters_that_excel_writes_as_escapes_are_the_characters_that_it_shows():
    content = rezipped(
        workbook({"A": [["text"]]}),
        {"xl/sharedStrings.xml": lambda d: d.replace(b">text<", b">a_x000D_b _x005F_x0041_<")},
    )
    assert rows_of(content) == [("a\rb _x0041_",)]
