"""A tracker workbook as a team keeps it: the sheet of cases, and the sheet that counts them."""

import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from pipeline.model.terms import STAGES
from pipeline.setup.demo.tracker_dirt import Layout
from pipeline.setup.demo.tracker_row import TrackerRow
from pipeline.setup.demo.words import BARRIERS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS: Final = {
    "child_id": 12,
    "practitioner": 22,
    "stage": 29,
    "barrier": 30,
    "previous_action": 33,
    "action": 38,
    "owner": 22,
    "due": 13,
    "planned_closure": 15,
    "discussed": 14,
    "notes": 24,
}
SPARE_ROWS: Final = 200
"""Rows below the last one that are ready for new cases: validated, formatted and counted."""

COLOUR: Final = "#12436D"


def tracker_bytes(rows: Sequence[TrackerRow], layout: Layout, as_at: date) -> bytes:
    """Return the workbook as bytes, the same for the same rows."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    book.set_properties(
        {
            "title": "ICM tracker (invented)",
            "created": datetime(as_at.year, as_at.month, as_at.day),  # noqa: DTZ001 - a day
        }
    )
    cases = book.add_worksheet(layout.sheet)
    summary = book.add_worksheet("Summary")
    _write_cases(book, cases, rows, layout)
    _write_summary(book, summary, rows, layout)
    book.close()
    return stream.getvalue()


def _write_cases(
    book: "Workbook", sheet: "Worksheet", rows: Sequence[TrackerRow], layout: Layout
) -> None:
    header = book.add_format(
        {
            "bold": True,
            "font_color": "white",
            "bg_color": COLOUR,
            "text_wrap": True,
            "valign": "top",
        }
    )
    plain = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    if layout.title:
        sheet.write_string(0, 0, layout.title, book.add_format({"bold": True, "font_size": 14}))
    for column, (name, text) in enumerate(layout.headers.items()):
        sheet.set_column(column, column, WIDTHS[name])
        sheet.write_string(layout.top, column, text, header)
        for place, row in enumerate(rows, start=layout.top + 1):
            value = getattr(row, name)
            if isinstance(value, date):
                sheet.write_datetime(place, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, plain)
            elif value:
                sheet.write_string(place, column, str(value), plain)
    last_row, last_column = layout.top + len(rows) + SPARE_ROWS, len(layout.headers) - 1
    sheet.freeze_panes(layout.top + 1, 1)
    sheet.autofilter(layout.top, 0, layout.top + len(rows), last_column)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(layout.top)
    _offer_lists(sheet, layout, last_row)
    _mark_overdue(book, sheet, layout, last_row)


def _offer_lists(sheet: "Worksheet", layout: Layout, last_row: int) -> None:
    """Offer the stages and barriers as lists; another word is warned of, not refused."""
    names = list(layout.headers)
    first_barrier = 5 + len(STAGES)
    for name, first, count in (
        ("stage", 3, len(STAGES)),
        ("barrier", first_barrier, len(BARRIERS)),
    ):
        column = names.index(name)
        sheet.data_validation(
            layout.top + 1,
            column,
            last_row,
            column,
            {
                "validate": "list",
                "source": f"=Summary!$A${first}:$A${first + count - 1}",
                "error_type": "warning",
                "error_title": "Another word",
                "error_message": "This word is not in the list on the Summary sheet. Keep it?",
            },
        )


def _mark_overdue(book: "Workbook", sheet: "Worksheet", layout: Layout, last_row: int) -> None:
    late = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True})
    names, first = list(layout.headers), layout.top + 1
    for name in ("due", "planned_closure"):
        column = names.index(name)
        cell = f"${chr(ord('A') + column)}{first + 1}"
        sheet.conditional_format(
            first,
            column,
            last_row,
            column,
            {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({cell}),{cell}<TODAY())",
                "format": late,
            },
        )


def _write_summary(
    book: "Workbook", sheet: "Worksheet", rows: Sequence[TrackerRow], layout: Layout
) -> None:
    bold = book.add_format({"bold": True, "font_color": "white", "bg_color": COLOUR})
    large = book.add_format({"bold": True, "font_size": 14})
    sheet.set_column(0, 0, 34)
    sheet.write_string(0, 0, "Summary", large)
    top = 1
    for title, words, name in (
        ("Stage", STAGES, "stage"),
        ("Main barrier", tuple(BARRIERS), "barrier"),
    ):
        column = chr(ord("A") + list(layout.headers).index(name))
        first, last = layout.top + 2, layout.top + 1 + len(rows) + SPARE_ROWS
        cells = f"'{layout.sheet}'!${column}${first}:${column}${last}"
        # COUNTIF takes no notice of case, but does of a space at the end.
        counted = Counter(str(getattr(row, name)).lower() for row in rows)
        sheet.write_string(top, 0, title, bold)
        sheet.write_string(top, 1, "Cases", bold)
        for place, word in enumerate(words, start=top + 1):
            sheet.write_string(place, 0, word)
            count = f"=COUNTIF({cells},$A{place + 1})"
            sheet.write_formula(place, 1, count, None, counted[word.lower()])
        top += len(words) + 2
