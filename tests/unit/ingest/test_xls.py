"""Cells of an old Excel workbook; the process that reads it may die or dally without harm."""

from datetime import date, datetime

import pytest
from old_workbooks import Error, Formula, Styled, ole, xls

from pipeline.ingest.refusal import Refused
from pipeline.ingest.workbooks import xls as reader
from pipeline.ingest.workbooks.sheets import open_book, open_sheets
from pipeline.model.ingested import ErrorCell, cell_kind

DAY = datetime.fromisoformat("2026-05-29")
AFTERNOON = datetime.fromisoformat("2026-05-29T14:30")


def sheets(content):
    return open_sheets(content, ".xls")


def rows_of(content):
    return sheets(content)[0].read().grid.rows


def code(content):
    with pytest.raises(Refused) as caught:
        sheets(content)
    return caught.value.rule.code


def cell_of(cell, **how):
    """Return a cell as it is read, a text beside it."""
    ((_, found),) = rows_of(xls({"A": [["x", cell]]}, **how))
    return found


@pytest.mark.parametrize(
    ("written", "read", "kind"),
    [
        ("00123", "00123", "text"),
        ("é £ 😀", "é £ 😀", "text"),
        (1001, 1001, "number"),
        (0.45, 0.45, "number"),
        (True, True, "number"),
        (date(2026, 5, 29), DAY, "date"),
        (AFTERNOON, AFTERNOON, "date"),
        (Error("#REF!"), "#REF!", "error"),
        (Error("#N/A"), "#N/A", "error"),
        ("#REF!", "#REF!", "text"),
        (Formula(Error("#NAME?")), "#NAME?", "error"),
        (Formula(42.0), 42, "number"),
        (Formula("ab"), "ab", "text"),
        (Formula(value=True), True, "number"),
        (float("inf"), "#NUM!", "error"),
    ],
)
def test_each_kind_of_cell_is_told_from_the_others(written, read, kind):
    found = cell_of(written)
    assert (found, cell_kind(found)) == (read, kind)
    assert isinstance(found, bool) == isinstance(read, bool)


def test_a_formula_that_gives_an_empty_text_is_blank():
    assert rows_of(xls({"A": [["x", Formula("")], [Formula("")], ["y"]]})) == [("x",), (), ("y",)]


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    assert cell_of(date(2026, 5, 29), date_1904=True) == DAY
    book = open_book(xls({"A": [["x"]]}, date_1904=True), "xls")
    assert [finding.rule.code for finding in book.findings("a.xls")] == ["workbook.old_calendar"]


@pytest.mark.parametrize("serial", [-5, 99_999_999])
def test_a_serial_that_is_no_date_is_an_error(serial):
    assert isinstance(cell_of(Styled(serial), number_format="dd/mm/yyyy"), ErrorCell)


def test_a_time_of_day_is_no_date():
    assert cell_of(Styled(0.5), number_format="hh:mm") == "12:00:00"


def test_what_a_person_does_not_see_is_said_and_what_is_merged_stands_in_each_row():
    rows = [["Child ID", "Stage"], ["X0001", "a"], [None, "b"], [None, "c"]]
    book = xls(
        {"Tracker": rows, "Old": [["x"]]},
        hidden=["Old"],
        hidden_rows=[3],
        hidden_columns=[2, 9],
        merged=[(1, 2, 3)],
    )
    tracker, old = sheets(book)
    assert (tracker.name, tracker.hidden, old.name, old.hidden) == ("Tracker", False, "Old", True)
    content = tracker.read()
    assert content.grid.rows[2:] == [("X0001", "b"), (None, "c")]
    assert (content.hidden_rows, content.hidden_columns, content.filled) == (1, 1, 1)
    assert tracker.read() is content


def test_a_workbook_under_a_password_is_refused_as_that():
    assert code(xls({"A": [["x"]]}, protected=True)) == "file.protected"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (xls({"A": [["x"]]})[:1500], "file.damaged"),
        (ole({"Workbook": b"no records at all"}), "file.damaged"),
        (ole({"Workbook": xls({"A": [["x"]]})}), "file.damaged"),
    ],
    ids=["cut", "no records", "a file in a file"],
)
def test_a_damaged_workbook_is_refused_and_not_a_traceback(content, expected):
    assert code(content) == expected


@pytest.mark.parametrize(
    "program",
    [
        "import time; time.sleep(60)",
        "import os, signal; os.kill(os.getpid(), 9)",
        "raise SystemExit(3)",
        "x = [bytes(1 << 20) for _ in range(1 << 14)]",
        "pass",
    ],
    ids=["dallies", "killed", "fails", "takes the memory", "says nothing"],
)
def test_a_process_that_does_not_answer_makes_a_finding(tmp_path, monkeypatch, program):
    child = tmp_path / "child.py"
    limit = f"import sys; sys.path.insert(0, {str(reader.CHILD.parent)!r}); import xls_child\n"
    child.write_text(f"{limit}xls_child.limit_memory(256 << 20)\n{program}\n", encoding="utf-8")
    monkeypatch.setattr(reader, "CHILD", child)
    monkeypatch.setattr(reader, "SECONDS", 2)
    assert code(xls({"A": [["x"]]})) == "file.too_much"


def test_more_cells_than_there_may_be_are_refused(monkeypatch):
    monkeypatch.setattr(reader, "MOST_CELLS", 20)
    assert code(xls({"A": [["x"] * 7] * 3})) == "file.too_much"
    assert rows_of(xls({"A": [["x"] * 7] * 2})) == [("x",) * 7] * 2


def test_more_text_than_there_may_be_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MOST_SAID", 2_000)
    assert code(xls({"A": [["x" * 300]] * 9})) == "file.too_much"


def test_a_document_in_which_a_workbook_is_only_named_is_refused_as_what_it_is():
    content = ole({"WordDocument": "Workbook\0\0\0\0".encode("utf-16-le")})
    assert code(content) == "file.not_its_kind"
