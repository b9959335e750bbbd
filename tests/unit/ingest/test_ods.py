"""Cells of an OpenDocument spreadsheet, as LibreOffice, Excel and Google Sheets write them."""

from datetime import date, datetime

import pytest
from open_workbooks import cell_of, ods, ods_of, row_of

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.grid import UNCALCULATED
from pipeline.ingest.workbooks.sheets import open_book, open_sheets
from pipeline.model.ingested import cell_kind

CALC = 'calcext:value-type="error"'
TEXT = 'office:value-type="string"'
DAY = datetime.fromisoformat("2026-05-29")
AFTERNOON = datetime.fromisoformat("2026-05-29T14:30")


def sheets(content):
    return open_sheets(content, ".ods")


def rows_of(content):
    return sheets(content)[0].read().grid.rows


def refusal(content):
    with pytest.raises(Refused) as caught:
        sheets(content)
    return caught.value


def formula(words, attributes=""):
    """Return a cell with a formula, its text and what is known of its value."""
    return f'<table:table-cell table:formula="of:=1" {attributes}>{words}</table:table-cell>'


@pytest.mark.parametrize(
    ("written", "read", "kind"),
    [
        ("00123", "00123", "text"),
        ("two\nlines & more", "two\nlines & more", "text"),
        (1001, 1001, "number"),
        (0.45, 0.45, "number"),
        (True, True, "number"),
        (date(2026, 5, 29), DAY, "date"),
        (AFTERNOON, AFTERNOON, "date"),
        ("#REF!", "#REF!", "text"),
        (formula("<text:p>#DIV/0!</text:p>", f'{TEXT} office:string-value="" {CALC}'), "#DIV/0!", "error"),
        (formula("<text:p>Err:502</text:p>", f'{TEXT} office:string-value="" {CALC}'), "Err:502", "error"),
        (formula("<text:p>#N/A</text:p>", f'{TEXT} office:string-value=""'), "#N/A", "error"),
        (formula("<text:p>#REF!</text:p>", 'office:value-type="float" office:value="0"'), "#REF!", "error"),
        (formula(""), UNCALCULATED, "error"),
        (formula("<text:p>ab</text:p>", TEXT), "ab", "text"),
        (formula("<text:p>42</text:p>", 'office:value-type="float" office:value="42"'), 42, "number"),
        (cell_of("shown").replace("office:value-type", 'office:string-value="meant" office:value-type'), "meant", "text"),
        (cell_of(date(2026, 5, 29)).replace("2026-05-29", "31 May", 1), "2026-05-29", "text"),
        ('<table:table-cell office:value-type="time" office:time-value="PT12H"><text:p>12:00</text:p></table:table-cell>', "12:00", "text"),
        ('<table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45%</text:p></table:table-cell>', 0.45, "number"),
        ('<table:table-cell office:value-type="float" office:value="1e999"/>', "#NUM!", "error"),
    ],
)  # fmt: skip
def test_each_kind_of_cell_is_told_from_the_others(written, read, kind):
    ((_, found),) = rows_of(ods([["x", written]]))
    assert (found, cell_kind(found)) == (read, kind)
    assert isinstance(found, bool) == isinstance(read, bool)


def test_a_formula_that_gives_an_empty_text_is_blank():
    assert rows_of(ods([["x", formula("<text:p/>")]])) == [("x",)]


def test_spaces_tabs_links_and_breaks_stand_in_the_text():
    inside = '<text:p>a<text:s text:c="3"/>b<text:tab/><text:a>c</text:a>\n  d<text:line-break/>e</text:p>'
    cell = f"<table:table-cell {TEXT}>{inside}</table:table-cell>"
    assert rows_of(ods([[cell]])) == [("a   b\tc d\ne",)]


def test_repeated_rows_and_cells_stand_as_often_as_they_say():
    rows = [
        row_of(
            [cell_of("x", number_columns_repeated=2), cell_of("", number_columns_repeated=99), "y"]
        ),
        row_of([], number_rows_repeated=2),
        row_of(["z"], number_rows_repeated=3),
        row_of([cell_of("", number_columns_repeated=16384)], number_rows_repeated=1_048_570),
    ]
    first, *rest = rows_of(ods(rows))
    assert (first[:3], first[-1], len(first)) == (("x", "x", None), "y", 102)
    assert rest == [(), (), ("z",), ("z",), ("z",)]


def test_what_a_person_does_not_see_is_said_and_what_is_merged_stands_in_each_row():
    rows = [
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>',
        row_of(["Child ID", "Stage"]),
        row_of([cell_of("X0001", number_rows_spanned=2), "a"]),
        row_of(["<table:covered-table-cell/>", "b"], visibility="filter"),
        row_of(["", "c"], visibility="collapse"),
    ]
    tracker, old = sheets(ods_of({"Tracker": rows, "Old": [["x"]]}, hidden=["Old"]))
    assert (tracker.hidden, old.hidden) == (False, True)
    content = tracker.read()
    assert content.grid.rows[1:] == [("X0001", "a"), ("X0001", "b"), (None, "c")]
    assert (content.hidden_rows, content.hidden_columns, content.filled) == (2, 1, 1)


def test_comments_and_shapes_are_no_part_of_a_cell_and_are_counted():
    note = "<office:annotation><text:p>ask</text:p></office:annotation>"
    shape = "<draw:frame><draw:text-box><text:p>look</text:p></draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    content = ods([[cell_of("x", note + shape + picture)]])
    assert rows_of(content) == [("x",)]
    (said,) = open_book(content, "ods").findings("a.ods")
    assert said.rule.code == "workbook.beside"
    assert "1 comment on a cell, 1 text box" in said.sentence


def test_a_sheet_kept_for_links_to_another_workbook_is_not_read():
    copied = '<table:table table:name="file" table:style-name="ta_extref"><table:table-row>'
    content = ods(["</table:table>" + copied + cell_of("theirs") + "</table:table-row>"])
    book = open_book(content, "ods")
    assert [sheet.name for sheet in book.sheets] == ["Tracker"]
    assert [said.rule.code for said in book.findings("a.ods")] == ["workbook.links"]


def test_changes_that_were_recorded_and_groups_of_rows_hide_and_add_nothing():
    tracked = "<table:tracked-changes><table:deletion><table:cell-content-deletion>" + cell_of(
        "old"
    )
    tracked += "</table:cell-content-deletion></table:deletion></table:tracked-changes>"
    group = f"<table:table-row-group>{row_of(['b'])}</table:table-row-group>"
    head = f"<table:table-header-rows>{row_of(['a'])}</table:table-header-rows>"
    assert rows_of(ods([tracked, head, group])) == [("a",), ("b",)]


@pytest.mark.parametrize(
    "content",
    [
        ods([["x"]], manifest="<manifest:encryption-data/>"),
        ods([["x"]], added=[("encrypted-package", "x")]),
    ],
)
def test_a_workbook_under_a_password_is_refused_as_that(content):
    assert refusal(content).rule.code == "file.protected"


def test_another_open_document_is_refused_as_what_it_is():
    found = refusal(ods([["x"]], kind="application/vnd.oasis.opendocument.text"))
    assert found.rule.code == "file.not_its_kind"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row_of(["x" * 1000], number_rows_repeated=1_000_000)], "file.too_long"),
        ([row_of([cell_of("x", number_columns_repeated=16_000)], number_rows_repeated=2_000)], "file.too_long"),
        ([row_of([cell_of("x", number_columns_repeated=10**9)])], "file.unsafe"),
        ([row_of([], number_rows_repeated=10**18), row_of(["x"])], "file.unsafe"),
        ([row_of(["x"], number_rows_repeated=10**9)], "file.unsafe"),
        ([row_of(["x"], number_rows_repeated="9" * 5000)], "file.damaged"),
        ([row_of(["x"], number_rows_repeated=-1)], "file.damaged"),
        ([[f'<table:table-cell {TEXT}><text:p><text:s text:c="{10**12}"/>x</text:p></table:table-cell>']], "file.unsafe"),
        ([[f"<table:table-cell><table:table><table:table-row>{cell_of('x')}</table:table-row></table:table></table:table-cell>"]], "file.unsafe"),
        (["<text:p>" * 300 + "</text:p>" * 300], "file.unsafe"),
        ([["x" * 100_001]], "file.unsafe"),
        (["<table:table-row>"], "file.damaged"),
        ([["<table:table-cell office:value-type='float'/>"]], "file.damaged"),
    ],
)  # fmt: skip
def test_what_would_fill_the_memory_or_hide_cells_is_refused(rows, expected):
    assert refusal(ods(rows)).rule.code == expected
