"""Cells that should be dates: the forms people and systems write, and what is no date."""

from datetime import date, datetime

from bad_inputs.catalogue.how import (
    BOOK,
    EXTRACT,
    as_book,
    both,
    config,
    every_plan,
    plan,
    secret,
    tracked,
    value_is,
    wide,
)
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "dates"

FIRST = date(2026, 1, 5)
"""The clean start of the first plan."""
START = f"{EXTRACT}, row 2, CIN Plan Start Date"
ENDED = 4
"""The row of a plan that has ended: nothing else hangs on it."""


def as_start(ident, wrong, cell, *rules, at="", **more):
    """The first plan's start in another form: everything must come out as before."""
    return Entry(f"date-{ident}", wrong, plan(0, plan_start=cell), "accepted", rules, at, **more)


def in_book(ident, wrong, cell, *rules, at="", **more):
    """The same, in a workbook's cell."""
    make = both(plan(0, plan_start=cell), as_book())
    return Entry(f"date-{ident}", wrong, make, "accepted", rules, at, base="book", **more)


def no_start(ident, wrong, cell, rule="plan.start_unreadable", **more):
    """The start of an ended plan is no date: the row is set aside."""
    where = f"{EXTRACT}, row {ENDED + 2}, CIN Plan Start Date"
    return Entry(
        f"date-{ident}", wrong, plan(ENDED, plan_start=cell), "set aside", (rule,), where, **more
    )


def no_start_in_book(ident, wrong, cell, rule="plan.start_unreadable", **more):
    where = f"{BOOK}, sheet Export, row {ENDED + 2}, CIN Plan Start Date"
    make = both(plan(ENDED, plan_start=cell), as_book())
    return Entry(f"date-{ident}", wrong, make, "set aside", (rule,), where, base="book", **more)


def no_visit(ident, wrong, cell, rule="date.unreadable", **more):
    """A date beside the plan's own is no date: it counts as blank and is named."""
    where = f"{EXTRACT}, row 2, Last Visit Date"
    return Entry(
        f"date-{ident}", wrong, plan(0, last_visit=cell), "kept and said", (rule,), where, **more
    )


def american(cell):
    day, month, year = cell.split("/") if cell else ("", "", "")
    return f"{month}/{day}/{year}" if cell else ""


def as_day(cell):
    return datetime.strptime(cell, "%d/%m/%Y").date() if cell else None  # noqa: DTZ007


def half_swapped(cell):
    """What an American Excel makes of day-first text: a wrong date if it can, else text."""
    day = as_day(cell)
    if day is None or day.day > 12:
        return cell
    return date(day.year, day.day, day.month)


FORMS = [
    as_start("iso", "written 2026-01-05", "2026-01-05"),
    as_start("iso-time", "written with a time, as databases do", "2026-01-05 00:00:00"),
    as_start("iso-t", "written with a T and a time", "2026-01-05T23:59:00"),
    as_start("iso-fraction", "written with parts of a second", "2026-01-05 00:00:00.000"),
    as_start("no-zeros", "written without noughts", "5/1/2026"),
    as_start("two-digit-year", "with a year of two digits", "05/01/26"),
    as_start("dots", "with full stops", "05.01.2026"),
    as_start("dashes", "with dashes", "05-01-2026"),
    as_start("month-name", "as Oracle writes it", "05-Jan-2026"),
    as_start("month-name-short-year", "with the month's name and a short year", "05-Jan-26"),
    as_start("month-name-capitals", "with the month in capitals", "05-JAN-2026"),
    as_start("long", "in words", "5 January 2026"),
    as_start("ordinal", "with an ordinal", "5th January 2026"),
    as_start("ordinal-short", "with an ordinal and a short month", "5th Jan 2026"),
    as_start("time-minutes", "with hours and minutes", "05/01/2026 09:30"),
    as_start("spaces", "with spaces around it", "  05/01/2026 "),
    as_start("no-break-space", "with a space that does not break", "05/01/2026\u00a0"),
    as_start("protected", "wrapped as exports wrap texts", '="05/01/2026"'),
    as_start("full-width", "in full-width digits", wide("05/01/2026")),
    as_start("serial", "Excel's number for it, as text", "46027", "date.serial", at=f"{EXTRACT}, CIN Plan Start Date"),
    as_start("serial-time", "Excel's number with a time", "46027.75", "date.serial", at=f"{EXTRACT}, CIN Plan Start Date"),
    as_start("zone", "a time of another zone, late enough to be the next day in London in summer", "2026-01-05T23:30:00Z", "date.zoned", at=f"{EXTRACT}, CIN Plan Start Date"),
    as_start("zone-east", "a time of a zone in which it was tomorrow already", "2026-01-06T01:30:00+02:00", "date.zoned", at=f"{EXTRACT}, CIN Plan Start Date"),
    as_start("run-together", "run together, as 20260105", "20260105"),
    as_start("unseen", "with a character nobody can see", "05/01/2026\u200b"),
    in_book("cell", "a true date in a workbook", FIRST),
    in_book("cell-time", "a true date with a time", datetime(2026, 1, 5, 23, 59)),  # noqa: DTZ001
    in_book("cell-text", "text in a workbook", "05/01/2026"),
    in_book("cell-serial", "Excel's number in a cell not formatted as a date", 46027, "date.serial", at=f"{BOOK}, sheet Export, CIN Plan Start Date"),
    Entry("date-1904", "a workbook that counts days from 1904", both(every_plan(plan_start=as_day, plan_end=as_day, cin_meeting=as_day), as_book(date_1904=True)), "accepted", ("workbook.old_calendar",), BOOK, base="book"),
    Entry("date-mixed-column", "true dates and texts in one column", both(plan(0, plan_start=FIRST), plan(1, plan_start=date(2025, 10, 13)), plan(2, plan_start="2025-02-21"), as_book()), "accepted", base="book"),
]  # fmt: skip

NO_DATES = [
    no_start("start-american", "month first, impossible as day first", "06/13/2025"),
    no_start("start-31-february", "31 February", "31/02/2025"),
    no_start("start-31-april", "31 April", "31/04/2025"),
    no_start("start-29-february", "29 February of a common year", "29/02/2025"),
    no_start("start-words", "words for a date", "about Easter 2025"),
    no_start("start-note", "a date with a note after it", "02/06/2025 (see notes)"),
    no_start("start-two", "two dates in one cell", "02/06/2025 & 09/06/2025"),
    no_start("start-month-only", "a month without a day", "June 2025"),
    no_start("start-year-only", "a year alone", "2025"),
    no_start("start-question", "a date with a question mark", "02/06/2025?"),
    no_start("start-error-text", "an Excel error as text", "#VALUE!"),
    no_start("start-blank", "no start at all", "", "plan.start_missing"),
    no_start("start-dash", "a dash for the start", "-", "plan.start_missing"),
    no_start("start-na", "n/a for the start", "n/a", "plan.start_missing"),
    no_start("start-null", "NULL for the start", "NULL", "plan.start_missing"),
    no_start("start-1899", "Excel's day nought", "30/12/1899"),
    no_start("start-1900", "the day that databases write for no date", "01/01/1900", "plan.start_out_of_range"),
    no_start("start-1753", "the first day that SQL Server knows", "01/01/1753"),
    no_start("start-year-slip", "a slip in the year: 1925", "02/06/1925", "plan.start_out_of_range"),
    no_start("start-year-0025", "a year of nought and two digits", "02/06/0025"),
    no_start("start-to-come", "a start next year", "02/06/2027", "plan.start_to_come"),
    no_start("start-forever", "a start in 9999", "31/12/9999", "plan.start_to_come"),
    no_start("start-serial-small", "a number too small for a date", "60"),
    no_start("start-serial-huge", "a number too large for a date", "99999999"),
    no_start_in_book("book-serial-0", "nought in a workbook's date cell", 0),
    no_start_in_book("book-serial-huge", "a huge number in a workbook's cell", 99999999),
    no_start_in_book("book-negative", "a negative number in a workbook's cell", -5),
    no_start_in_book("book-boolean", "TRUE in a workbook's date cell", cell=True),
    no_visit("visit-words", "words for a visit's date", "last Tuesday"),
    no_visit("visit-american", "a visit's date month first", "05/19/2026"),
    no_visit("visit-two", "two visits in one cell", "12/05/2026, 19/05/2026"),
    no_visit("visit-to-come", "a visit that has not happened yet", "19/06/2026", "date.to_come"),
    no_visit("visit-1900", "a visit in 1900", "01/01/1900", "date.not_credible"),
    no_visit("visit-error", "an Excel error as text for a visit", "#REF!", "cell.error"),
    no_visit("visit-9999", "a visit in 9999", "31/12/9999", "date.not_credible"),
    Entry("date-visit-dash", "dashes and n/a where a date is not known", plan(3, plan_written="-", plan_signed_off="n/a", plan_sent="--"), "accepted", ("cell.blank_word",), f"{EXTRACT}, Plan Written Date", times=3),
]  # fmt: skip

ORDER = [
    Entry("date-american-column", "a column of dates month first", every_plan(plan_start=american), "refused", ("date.month_first", "extract.no_usable_row"), f"{EXTRACT}, CIN Plan Start Date", differs=EVERYTHING),
    Entry("date-half-swapped", "an American Excel has swapped half the column", both(every_plan(plan_start=half_swapped), as_book()), "refused", ("date.swapped", "extract.no_usable_row"), f"{BOOK}, sheet Export, CIN Plan Start Date", differs=EVERYTHING, base="book"),
    Entry("date-american-ends", "the column of ends month first, starts day first", every_plan(plan_end=american), "set aside", ("plan.end_unreadable",), f"{EXTRACT}, row 6, CIN Plan End Date", times=3, aside=3, differs=("Alder", "Birch", "Cedar")),
]  # fmt: skip

ENDS = [
    Entry("date-end-unreadable", "an end that is no date", plan(ENDED, plan_end="20/13/2026"), "set aside", ("plan.end_unreadable",), f"{EXTRACT}, row 6, CIN Plan End Date"),
    Entry("date-end-1900", "an end in 1900, a database's word for none", plan(ENDED, plan_end="01/01/1900"), "set aside", ("plan.end_out_of_range",), f"{EXTRACT}, row 6, CIN Plan End Date"),
    Entry("date-end-9999", "an end in 9999: no end", plan(0, plan_end="31/12/9999"), "repaired", ("plan.end_forever",), f"{EXTRACT}, row 2, CIN Plan End Date"),
    Entry("date-end-2099", "an end in 2099: no end", plan(0, plan_end="2099-12-31"), "repaired", ("plan.end_forever",), f"{EXTRACT}, row 2, CIN Plan End Date"),
    Entry("date-end-to-come", "an end next month", plan(0, plan_end="26/06/2026"), "accepted", ("plan.end_to_come",), f"{EXTRACT}, row 2, CIN Plan End Date"),
    Entry("date-end-first", "an end before the start", plan(ENDED, plan_end="01/06/2025"), "set aside", ("plan.end_before_start",), f"{EXTRACT}, row 6, CIN Plan End Date"),
    Entry("date-end-same-day", "a plan of one day", plan(ENDED, plan_start="20/04/2026"), "kept and said", ("plan.one_day",), f"{EXTRACT}, row 6, CIN Plan End Date"),
    Entry("date-end-dash", "a dash for the end of an open plan", plan(0, plan_end="-"), "accepted", ("cell.blank_word",), f"{EXTRACT}, CIN Plan End Date"),
    Entry("date-end-ongoing", "the word ongoing for the end", plan(ENDED, plan_end="ongoing"), "set aside", ("plan.end_unreadable",), f"{EXTRACT}, row 6, CIN Plan End Date"),
    Entry("date-leap-day", "a plan that starts on 29 February", plan(4, plan_start="29/02/2024"), "accepted", differs=("Alder",), holds=(value_is("plans.open", 8),)),
    Entry("date-birth-unborn", "a date of birth still to come, as for the unborn", plan(0, date_of_birth="14/08/2026"), "accepted"),
    Entry("date-birth-1900", "a date of birth that cannot be", plan(0, date_of_birth="01/01/1899"), "kept and said", ("date.unreadable",), f"{EXTRACT}, row 2, Date of Birth"),
    Entry("date-birth-adult", "a date of birth of an adult", plan(0, date_of_birth="03/04/1990"), "accepted", ("child.adult",), f"{EXTRACT}, row 2, Date of Birth"),
    Entry("date-due-words", "an action due by the end of November", tracked(0, due="end of Nov"), "kept and said", ("tracker.due_unreadable",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Due date"),
    Entry("date-due-asap", "an action due as soon as possible", both(tracked(0, due="ASAP"), secret("ASAP")), "kept and said", ("tracker.due_unreadable",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Due date"),
    Entry("date-due-year", "an action due in 2062", tracked(0, due="15/06/2062"), "kept and said", ("date.not_credible",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Due date"),
    Entry("date-due-serial", "a due date as Excel's number", tracked(0, due=46188), "accepted", ("date.serial",), "Alder IC Meetings.xlsx, sheet Tracker, Due date"),
    Entry("date-due-past", "an action long overdue", tracked(0, due="15/01/2026"), "accepted", differs=("Alder",)),
    Entry("date-discussed-american", "last discussed on a day that is none", tracked(0, discussed="05/26/2026"), "kept and said", ("date.unreadable",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Last discussed"),
    Entry("date-closure-bad", "a planned closure that is no date", tracked(2, planned_closure="w/c 8th"), "kept and said", ("date.unreadable",), "Alder IC Meetings.xlsx, sheet Tracker, row 4, Planned closure date"),
    Entry("date-holidays-far", "dates over which no bank holidays are known", both(config("meetings:\n  olt: {dates: [04/06/2026]}\n")), "accepted", differs=EVERYTHING),
]  # fmt: skip

ENTRIES = [*FORMS, *NO_DATES, *ORDER, *ENDS]
