"""Workbooks: what the content says, as text, in accessible tables, the same bytes each time."""

import io
from datetime import date

import openpyxl
import pytest

from pipeline.model.content import (
    Cell,
    PackContent,
    Paragraph,
    Quoted,
    Row,
    Section,
    Table,
    TableColumn,
)
from pipeline.model.identity import Identity
from pipeline.model.scopes import Scope
from pipeline.render import make

ROWS = (("00123", "=1+1"), ("@SUM(A1)", "http://example.org"))


@pytest.fixture
def content():
    table = Table(
        "Rows to add",
        (TableColumn("Child ID"), TableColumn("Notes")),
        tuple(Row(tuple(Cell((Quoted(text),)) for text in row)) for row in ROWS),
    )
    scope = Scope("team", "North Dale", "R&D")
    return PackContent(
        identity=Identity("tracker_rows", scope, "2026-05-29", "1"),
        title="R&D: rows",
        authority="Exampleshire",
        scope_name="R&D",
        as_at=date(2026, 5, 29),
        as_at_words="29 May 2026",
        classification="OFFICIAL-SENSITIVE",
        colour="#12436D",
        sections=(
            Section("add", "Rows to add", (Paragraph(("Copy these.",)), table)),
            Section("out", "Rows to move out", (Paragraph(("There are none.",)),)),
        ),
    )


@pytest.fixture
def book(content):
    return openpyxl.load_workbook(io.BytesIO(make(content, "xlsx")))


def test_a_sheet_for_each_section_with_its_words(book):
    assert book.sheetnames == ["Rows to add", "Rows to move out"]
    add, out = book.worksheets
    assert [add["A1"].value, add["A3"].value, out["A3"].value] == [
        "R&D: rows",
        "Copy these.",
        "There are none.",
    ]
    assert "As at 29 May 2026" in add["A2"].value


def test_every_cell_is_text_and_none_a_formula_or_a_link(book):
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet["A6:B7"]]
    assert rows == [list(row) for row in ROWS]
    assert {cell.data_type for row in sheet["A6:B7"] for cell in row} == {"s"}
    assert all(cell.hyperlink is None for row in sheet["A6:B7"] for cell in row)


def test_the_table_has_a_header_row_that_stays_and_repeats(book):
    sheet = book.worksheets[0]
    (table,) = sheet.tables.values()
    assert table.ref == "A5:B7"
    assert sheet.freeze_panes == "B6"
    assert sheet.print_title_rows == "$5:$5"


def test_same_content_same_bytes(content):
    assert make(content, "xlsx") == make(content, "xlsx")
