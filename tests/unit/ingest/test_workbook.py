"""Cells of an .xlsx: errors and uncalculated formulas are told from blanks; odd files refused."""

import io
from datetime import date, datetime

import pytest
import xlsxwriter
from builders import EXTRACT_HEADER, OPEN, TRACKED, TRACKER_HEADER, rezipped, workbook

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.grid import UNCALCULATED
from pipeline.ingest.workbooks.sheets import open_book, open_sheets
from pipeline.model.ingested import ErrorCell, cell_kind

SHEET = "xl/worksheets/sheet1.xml"


def rows_of(content):
    return open_sheets(content, ".xlsx")[0].read().grid.rows


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


def test_a_formula_that_gives_an_empty_text_is_blank():
    rows = b'<c r="B1" t="str"><f>IF(TRUE,"","y")</f><v></v></c></row>'
    content = rezipped(workbook({"A": [["x"]]}), {SHEET: lambda d: d.replace(b"</row>", rows)})
    assert rows_of(content) == [("x",)]


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


def test_a_workbook_saved_as_strict_open_xml_is_read_with_its_iso_dates():
    def strict(data):
        spreadsheet, office = (
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            b"http://purl.oclc.org/ooxml/officeDocument",
        )
        data = data.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", spreadsheet
        )
        return data.replace(b"http://schemas.openxmlformats.org/officeDocument/2006", office)

    parts = (
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        SHEET,
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    )
    day = b'<c r="B1" t="d"><v>2026-05-29</v></c></row>'
    content = rezipped(workbook({"A": [["x"]]}), {SHEET: lambda d: d.replace(b"</row>", day)})
    content = rezipped(content, dict.fromkeys(parts, strict))
    assert rows_of(content) == [("x", datetime.fromisoformat("2026-05-29"))]


def test_macros_are_left_alone_and_the_cells_are_read():
    content = rezipped(
        workbook({"A": [["x"]]}), added=[("xl/vbaProject.bin", bytes(range(256)) * 40)]
    )
    assert open_sheets(content, ".xlsm")[0].read().grid.rows == [("x",)]


def test_cells_and_rows_without_a_reference_follow_one_another():
    rows = b'<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row><c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh><r><t>c</t></r></is></c></row></sheetData>'
    content = rezipped(
        workbook({"A": []}), {SHEET: lambda d: d.replace(b"<sheetData/>", b"<sheetData>" + rows)}
    )
    assert rows_of(content) == [(1, None, 3, 4), ("ac",)]


def test_number_formats_say_which_numbers_are_dates():
    formats = [
        "dd/mm/yyyy;@",
        "[$-809]d mmmm yyyy",
        '"day "0',
        "#,##0\\ \\d",
        "[h]:mm",
        "General",
        "[Red]0.00",
    ]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for column, code in enumerate(formats):
            sheet.write_number(0, column, 46171, book.add_format({"num_format": code}))
    (row,) = rows_of(stream.getvalue())
    assert [isinstance(cell, date) for cell in row] == [True, True, *[False] * 5]


def test_hidden_columns_with_something_in_them_are_counted():
    columns = b'<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>'
    content = rezipped(
        workbook({"A": [["x", "y"]]}), {SHEET: lambda d: d.replace(b"<sheetData>", columns)}
    )
    assert open_sheets(content, ".xlsx")[0].read().hidden_columns == 1


def test_what_stands_beside_the_cells_is_counted():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for row in range(3):
            sheet.write_comment(row, 0, "ask")
        sheet.insert_textbox("D4", "look here")
        sheet.insert_textbox("D9", "")
    thread = b'<t:ThreadedComments xmlns:t="t"><t:threadedComment/><t:threadedComment parentId="1"/></t:ThreadedComments>'
    more = [
        ("xl/threadedComments/threadedComment1.xml", thread),
        ("xl/embeddings/oleObject1.bin", b"x"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", b"<Relationships/>"),
    ]
    said = open_book(rezipped(stream.getvalue(), added=more), "xlsx").findings("a.xlsx", "Alder")
    assert [each.rule.code for each in said] == ["workbook.beside", "workbook.links"]
    assert "holds 4 comments on cells, 1 text box, 1 embedded file;" in said[0].sentence
    assert dict(said[1].facts) == {"count": "1"}
    assert said[0].team == "Alder"
