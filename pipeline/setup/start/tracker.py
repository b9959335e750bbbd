"""A team's tracker workbook: the table of cases, ready for its first meeting."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from pipeline.model.tables import TRACKER
from pipeline.setup.start.open_plans import OpenPlan
from pipeline.setup.start.other_sheets import BARRIER_LIST, STAGE_LIST, write_how_to, write_lists
from pipeline.setup.start.styles import HEADER
from pipeline.setup.start.summary import write_summary

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

READY: Final = 1_000
"""The last row that is ready for cases: lists offered, dates checked, gaps marked."""
COLUMNS: Final = {column.name: chr(ord("A") + at) for at, column in enumerate(TRACKER.columns)}
WIDTHS: Final = {
    "child_id": 12,
    "practitioner": 18,
    "stage": 21,
    "barrier": 21,
    "previous_action": 26,
    "action": 32,
    "owner": 16,
    "due": 19,
    "planned_closure": 19,
    "discussed": 15,
    "notes": 22,
}
"""As narrow as can be, since all columns are printed on one page; the dates have room for a word."""
WIDEST: Final = 32
TWO_LINES: Final = 30
"""Height of the header row: below a header there is room for the button of its filter."""
A4: Final = 9
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


def tracker_bytes(
    team: str,
    plans: Sequence[OpenPlan],
    barriers: Sequence[str],
    day: date,
    classification: str,
) -> bytes:
    """Return the workbook as bytes, the same for the same plans; `day` is the extract's."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": f"ICM tracker: {team}", "created": _moment(day)})
    sheets = [book.add_worksheet(name) for name in ("Tracker", "Summary", "Lists", "How to use")]
    for sheet in sheets:
        sheet.set_paper(A4)
        sheet.set_header(f"&L{_in_header(team)}: ICM tracker&R{_in_header(classification)}")
        sheet.set_footer("&L&A&RPage &P of &N")
    write_lists(book, sheets[2], barriers)
    _write_cases(book, sheets[0], plans)
    write_summary(book, sheets[1], team, len(plans), barriers)
    write_how_to(book, sheets[3], team, len(plans), day)
    book.close()
    return stream.getvalue()


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day


def _in_header(text: str) -> str:
    """Return text as a page header shows it, where & begins a code."""
    return text.replace("&", "&&")


def _write_cases(book: "Workbook", sheet: "Worksheet", plans: Sequence[OpenPlan]) -> None:
    wrap = {"valign": "top", "text_wrap": True}
    formats = {
        "id": book.add_format({**wrap, "num_format": "@"}),
        "text": book.add_format(wrap),
        "date": book.add_format({**wrap, "num_format": "dd/mm/yyyy", "align": "left"}),
    }
    header = book.add_format(HEADER)
    for at, column in enumerate(TRACKER.columns):
        width = max(WIDTHS[column.name], min(_longest(plans, column.name) + 3, WIDEST))
        sheet.set_column(at, at, width, formats[column.kind])
    sheet.set_row(0, TWO_LINES)
    sheet.add_table(
        0,
        0,
        max(len(plans), 1),
        len(TRACKER.columns) - 1,
        {
            "name": "Cases",
            "style": "Table Style Light 1",
            "columns": [
                {
                    "header": column.header,
                    "header_format": header,
                    "format": formats[column.kind],
                }
                for column in TRACKER.columns
            ],
        },
    )
    for row, plan in enumerate(plans, start=1):
        sheet.write_string(row, 0, plan.child_id, formats["id"])
        if plan.practitioner:
            sheet.write_string(row, 1, plan.practitioner, formats["text"])
    sheet.ignore_errors({"number_stored_as_text": f"A2:A{READY}"})
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    _check_entries(sheet)
    _mark_gaps(book, sheet)


def _longest(plans: Sequence[OpenPlan], name: str) -> int:
    """Return how long the longest text is that a column begins with."""
    return max((len(getattr(plan, name, "")) for plan in plans), default=0)


def _check_entries(sheet: "Worksheet") -> None:
    """Offer the lists and check the dates; a barrier that is not listed is only warned of."""
    rules: dict[str, dict[str, Any]] = {
        "stage": {
            "validate": "list",
            "source": f"={STAGE_LIST}",
            "error_title": "One of the four stages",
            "error_message": "Choose one of the four stages from the list.",
        },
        "barrier": {
            "validate": "list",
            "source": f"={BARRIER_LIST}",
            "error_type": "warning",
            "error_title": "Another barrier",
            "error_message": "This barrier is not on the list, so it counts as Other. Keep it?",
        },
    }
    for column in TRACKER.columns:
        if column.kind == "date":
            rules[column.name] = {
                "validate": "date",
                "criteria": "between",
                "minimum": EARLIEST,
                "maximum": LATEST,
                "error_title": "A date",
                "error_message": "Write a date as dd/mm/yyyy. Words belong in the notes.",
            }
    for name, rule in rules.items():
        sheet.data_validation(f"{COLUMNS[name]}2:{COLUMNS[name]}{READY}", rule)


def _mark_gaps(book: "Workbook", sheet: "Worksheet") -> None:
    """Mark what is overdue with a word, and what is missing with a pattern; not by colour alone."""
    overdue = book.add_format(
        {"bold": True, "bg_color": "#FFD9D9", "num_format": '"Overdue "dd/mm/yyyy'}
    )
    gap = book.add_format(
        {"pattern": 14, "fg_color": "#E0B050", "bg_color": "#FFF6DD", "border": 4}
    )
    child, stage, action, due, closure = (
        f"${COLUMNS[name]}2" for name in ("child_id", "stage", "action", "due", "planned_closure")
    )
    marks: tuple[tuple[str, str, Format], ...] = (
        ("due", f"AND(ISNUMBER({due}),{due}<TODAY())", overdue),
        ("planned_closure", f"AND(ISNUMBER({closure}),{closure}<TODAY())", overdue),
        ("due", f"AND(LEN(TRIM({action}))>0,LEN({due})=0)", gap),
        ("action", f"AND(LEN({child})>0,LEN(TRIM({action}))=0)", gap),
        ("stage", f"AND(LEN({child})>0,LEN(TRIM({stage}))=0)", gap),
    )
    for name, criteria, mark in marks:
        sheet.conditional_format(
            f"{COLUMNS[name]}2:{COLUMNS[name]}{READY}",
            {"type": "formula", "criteria": f"={criteria}", "format": mark},
        )
