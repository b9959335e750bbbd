"""A new tracker in LibreOffice: its summary counts anew, and what is overdue or missing is marked."""

import io
import subprocess
from datetime import date, datetime

import numpy as np
import pytest
from openpyxl import load_workbook
from verify.libreoffice import workbooks_as

from pipeline.model.terms import BARRIERS, STAGES
from pipeline.setup.start.open_plans import OpenPlan
from pipeline.setup.start.tracker import tracker_bytes

PLANS = tuple(OpenPlan(f"X000{n}", "Sam Sample") for n in range(1, 6))
PAST, AHEAD = datetime.fromisoformat("2020-01-06"), datetime.fromisoformat("2098-12-01")
"""Past and to come whatever the day on which this runs: the workbook looks at today."""

ROWS = (
    {"C": STAGES[0], "D": BARRIERS[0], "F": "Visit", "H": PAST, "J": PAST},
    {"C": STAGES[1], "D": BARRIERS[0], "F": "Call", "H": AHEAD, "J": PAST},
    {"C": STAGES[1], "D": "Weather", "F": "Write", "J": PAST},
    {"C": STAGES[3], "H": PAST, "I": PAST},
    {"C": "Somewhere else"},
    {"A": "X0006", "C": STAGES[2], "F": "Ask", "H": PAST, "I": AHEAD, "J": PAST},
)
"""What a team fills in: the last row is one that it added below the others."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    book = load_workbook(
        io.BytesIO(tracker_bytes("Alder", PLANS, BARRIERS, date(2026, 5, 29), "OFFICIAL"))
    )
    sheet = book["Tracker"]
    for at, row in enumerate(ROWS, start=2):
        for letter, value in row.items():
            sheet[f"{letter}{at}"] = value
            if isinstance(value, datetime):
                sheet[f"{letter}{at}"].number_format = sheet.column_dimensions["H"].number_format
    path = tmp_path_factory.mktemp("tracker") / "filled.xlsx"
    book.save(path)  # without the values that formulas had: LibreOffice must count
    return path


GAP = (248, 229, 186)
"""How LibreOffice shades the pattern that marks a gap, red, green and blue."""


def test_the_summary_counts_what_the_tracker_holds_now(filled, tmp_path):
    (saved,) = workbooks_as("xlsx", [filled], tmp_path).values()
    sheet = load_workbook(saved, data_only=True)["Summary"]
    told = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4) if row[0].value}
    assert [told[stage] for stage in STAGES] == [1, 2, 1, 1]
    assert told["No stage yet, or another word"] == 1
    assert told["All cases"] == 6
    assert told[BARRIERS[0]] == 2
    assert told["Another barrier (counts as Other)"] == 1
    assert told["No barrier given"] == 3
    assert told["Due date has passed"] == 3
    assert told["Action without a due date"] == 1
    assert told["No action"] == 2
    assert told["Planned closure date has passed"] == 1
    assert told["Not discussed yet"] == 2


def test_lists_are_offered_still_after_libreoffice_saved_the_tracker(filled, tmp_path):
    (saved,) = workbooks_as("xlsx", [filled], tmp_path).values()
    rules = load_workbook(saved)["Tracker"].data_validations.dataValidation
    told = {str(rule.sqref).split(":")[0]: (rule.type, rule.formula1) for rule in rules}
    assert told["C2"] == ("list", "Stages")
    assert told["D2"] == ("list", "Barriers")
    assert told["H2"][0] == "date"


def test_what_is_overdue_is_shown_as_a_word_and_what_is_not_is_not(filled, tmp_path):
    (pdf,) = workbooks_as("pdf", [filled], tmp_path).values()
    command = ["pdftotext", "-layout", str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert told.count("Overdue 06/01/2020") == 4  # three due dates and a planned closure
    assert "Overdue 01/12/2098" not in told
    assert told.count("01/12/2098") == 2


def test_an_action_without_a_date_and_a_case_without_an_action_are_marked(filled, tmp_path):
    marked = {}
    for name, letter in (("as it is", ""), ("dated", "H"), ("acted on", "F")):
        book = load_workbook(filled)
        for row in range(2, 8) if letter else ():
            book["Tracker"][f"{letter}{row}"] = AHEAD if letter == "H" else "Visit"
        path = tmp_path / f"{name}.xlsx"
        book.save(path)
        marked[name] = path
    made = workbooks_as("pdf", list(marked.values()), tmp_path)
    shaded = {name: _shaded(made[path]) for name, path in marked.items()}
    assert shaded["as it is"] > shaded["acted on"] > 0
    assert shaded["as it is"] > shaded["dated"] > 0


def _shaded(pdf):
    """Return how many points of the first page are shaded as a gap."""
    command = ["pdftoppm", "-r", "60", "-l", "1", str(pdf)]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, points = told.split(b"\n", 3)
    width, height = map(int, size.split())
    page = np.frombuffer(points, dtype=np.uint8).reshape(height * width, 3).astype(int)
    return int((abs(page - GAP).max(axis=1) < 6).sum())
