"""The sheets beside a tracker's cases: the lists that it offers, and how to use it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from pipeline.model.terms import STAGES
from pipeline.setup.start.styles import CELL, HEADER, TITLE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

STAGE_LIST: Final = "Stages"
BARRIER_LIST: Final = "Barriers"

MEANINGS: Final = (
    (
        "Child ID",
        "The child's ID as the case system has it. One row for each child; no child's name.",
    ),
    ("Practitioner", "Who holds the case."),
    ("Stage", "One of the four stages, from the list."),
    ("Main barrier", "What stands most in the way, from the list. Another word counts as Other."),
    ("Previous action", "What was agreed the time before. Move the old action here."),
    ("Action", "What is agreed now: one thing that brings the plan nearer to its end."),
    ("Action owner", "Who does it: one person."),
    ("Due date", "By when: weeks ahead, not months. Written as dd/mm/yyyy."),
    ("Planned closure date", "When the plan is to end, once that is foreseen."),
    ("Last discussed", "The day of the meeting at which the case was last discussed."),
    ("Notes", "Whatever else the meeting needs."),
)
MARKS: Final = (
    ("Overdue and a date, in bold", "The due date or the planned closure date has passed."),
    ("Hatched cell under Due date", "There is an action and no date for it."),
    ("Hatched cell under Action", "There is a child and no action."),
    ("Hatched cell under Stage", "There is a child and no stage."),
)


def write_lists(book: "Workbook", sheet: "Worksheet", barriers: Sequence[str]) -> None:
    """Write the stages and barriers, and name the cells in which they stand."""
    header = book.add_format(HEADER)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 40)
    for column, (title, name, words) in enumerate(
        (("Stages", STAGE_LIST, STAGES), ("Main barriers", BARRIER_LIST, barriers))
    ):
        sheet.write_string(0, column, title, header)
        for row, word in enumerate(words, start=1):
            sheet.write_string(row, column, word)
        letter = chr(ord("A") + column)
        book.define_name(name, f"=Lists!${letter}$2:${letter}${len(words) + 1}")
    sheet.freeze_panes(1, 0)
    sheet.fit_to_pages(1, 0)


def write_how_to(book: "Workbook", sheet: "Worksheet", team: str, cases: int, day: date) -> None:
    """Write what each column is for and what each mark means."""
    header = book.add_format(HEADER)
    cell = book.add_format(CELL)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 84)
    sheet.fit_to_pages(1, 0)
    sheet.set_landscape()
    sheet.write_string(0, 0, "How to use this tracker", book.add_format(TITLE))
    plans = "1 open CIN plan" if cases == 1 else f"{cases:,} open CIN plans"
    steps = (
        ("What it is", f"The tracker of {team} for its weekly Improvement Cycle Meeting (ICM)."),
        ("What is in it", f"The team's {plans} on {day:%d/%m/%Y}: child and practitioner."),
        ("First meeting", "Choose a stage for each case. Agree an action, an owner and a date."),
        ("New cases", "Type below the last row: the table grows with what you type."),
        ("Ended plans", "Delete the whole row of the table once the plan has ended."),
        (
            "Keep",
            "The file's name and folder, the sheet names and the headers: by these it is read.",
        ),
        ("Free to change", "The order of the columns, columns of your own, filters and widths."),
        ("Privacy", "It is about single children: keep it inside the service."),
        (
            "Lists",
            "Barriers stand on the sheet Lists: put a new one in a row inside that list.",
        ),
    )
    top = 2
    for title, rows in (
        ("In short", steps),
        ("Column of the sheet Tracker", MEANINGS),
        ("Mark", MARKS),
    ):
        sheet.write_string(top, 0, title, header)
        sheet.write_string(top, 1, "What it means", header)
        for row, (name, words) in enumerate(rows, start=top + 1):
            sheet.write_string(row, 0, name, cell)
            sheet.write_string(row, 1, words, cell)
        top += len(rows) + 2
