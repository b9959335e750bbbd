"""What LibreOffice saves as .xls, .ods and .xlsx is read as the same cells."""

import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook
from verify.libreoffice import workbooks_as

from pipeline.ingest.workbooks.sheets import open_sheets

SAMPLE = sorted((Path(__file__).parents[2] / "inputs/trackers").glob("**/*.xlsx"))[:3]
KINDS = ("xls", "ods", "xlsx")


def cells(content, kind):
    """Return what every sheet holds, and what of it a person does not see."""
    found = {}
    for sheet in open_sheets(content, f".{kind}"):
        read = sheet.read()
        rows = [list(row) for row in read.grid.rows]
        if rows:  # a chart's own sheet has none
            facts = (sheet.hidden, read.hidden_rows, read.hidden_columns, read.filled)
            found[sheet.name] = (facts, rows)
    return found


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Return a workbook with an error, a formula, a merged cell, and rows and sheets hidden."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet, old = book.add_worksheet("Tracker"), book.add_worksheet("Old")
        sheet.write_row("A1", ["Child ID", "Stage", "Due", "Notes"])
        sheet.merge_range("A2:A4", "00123")
        sheet.write_column("B2", ["one", "two", "three"])
        sheet.write_datetime("C2", datetime.fromisoformat("2026-05-29T14:30"), day)
        sheet.write_formula("C3", "=C2+7", day, 46178.5)
        sheet.write_formula("D2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D3", "=NA()", None, "#N/A")
        sheet.write_string("D4", "#REF!")
        sheet.write_string("E4", "two\nlines & é £")
        sheet.write_comment("A1", "ask")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("D:D", None, None, {"hidden": True})
        old.write("A1", "x")
        old.hide()
    path = tmp_path_factory.mktemp("odd") / "odd.xlsx"
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_trackers_are_the_same_in_every_kind(kind, tmp_path):
    assert SAMPLE
    for original, saved in workbooks_as(kind, SAMPLE, tmp_path).items():
        same = cells(original.read_bytes(), "xlsx") == cells(saved.read_bytes(), kind)
        assert same, f"{original.name} as .{kind}"


@pytest.mark.parametrize("kind", KINDS)
def test_errors_dates_merged_and_hidden_cells_are_the_same_in_every_kind(kind, odd, tmp_path):
    (saved,) = workbooks_as(kind, [odd], tmp_path).values()
    assert cells(saved.read_bytes(), kind) == cells(odd.read_bytes(), "xlsx")


def test_the_sample_trackers_are_read_as_openpyxl_reads_them():
    for path in SAMPLE:
        ours = cells(path.read_bytes(), "xlsx")
        for sheet in load_workbook(
            io.BytesIO(path.read_bytes()), read_only=True, data_only=True
        ).worksheets:
            theirs = [_trimmed(row) for row in sheet.iter_rows(values_only=True)]
            while theirs and not theirs[-1]:
                theirs.pop()
            assert ours[sheet.title][1] == theirs, f"{path.name}, {sheet.title}"


def _trimmed(row):
    row = list(row)
    while row and row[-1] is None:
        row.pop()
    return row
