"""Workbooks as people leave them: sheets, headers, merged and hidden cells, formulas, errors."""

from datetime import date, time, timedelta

from bad_inputs.catalogue.how import (
    ALDER_SHEET,
    BOOK,
    EXTRACT_PATH,
    as_book,
    book,
    book_bytes,
    both,
    plan,
    rezipped,
    secret,
    tracked,
    tracker,
    tracker_bytes,
    tracker_sheets,
)
from bad_inputs.entry import Entry

SOURCE = "workbook sheets and cells"

SHEET = f"{BOOK}, sheet Export"
XML = "xl/worksheets/sheet1.xml"
ENDED = 4


def accepted(ident, wrong, make, *rules, at="", **more):
    more.setdefault("base", "book")
    return Entry(f"book-{ident}", wrong, make, "accepted", rules, at, **more)


def kept(ident, wrong, make, rule, at, *also, **more):
    more.setdefault("base", "book")
    return Entry(f"book-{ident}", wrong, make, "kept and said", (rule, *also), at, **more)


def cell(row, **cells):
    return both(plan(row, **cells), as_book())


def sheets(change, **how):
    """Supply the extract as a workbook with the sheets that a function of its rows returns."""
    from bad_inputs.catalogue.how import workbook

    def make(authority):
        authority.put(EXTRACT_PATH, None)
        authority.put(f"extracts/{BOOK}", workbook(change(authority.plans.grid), **how))

    return make


def in_sheet(change):
    """Change the first sheet's XML."""
    return book_bytes(lambda content: rezipped(content, {XML: change}))


def spread(rows):
    """Put the rows lower and further to the right."""
    return [[], [], *([None, None, *row] for row in rows)]


def with_ids_as_numbers(authority):
    for table in (authority.plans, *authority.trackers.values()):
        at = table.names.index("child_id")
        for row in table.rows:
            row[at] = int(row[at][1:])
    authority.as_workbook()


SHEETS = [
    accepted("sheet-name", "the extract on a sheet of any name", sheets(lambda rows: {"Sheet1 (2)": rows})),
    accepted("cover", "a cover sheet before the data", sheets(lambda rows: {"Read me": [["CIN plans"], ["Contact the data team"]], "Data": rows})),
    accepted("pivot", "a sheet of counts beside the data", sheets(lambda rows: {"Data": rows, "Pivot": [["Team", "Plans"], ["Alder", 4]]})),
    accepted("two-sheets", "the extract in two sheets", sheets(lambda rows: {"North": rows[:9], "South": [rows[0], *rows[9:]]})),
    Entry("book-hidden-sheet", "last year's plans on a hidden sheet", sheets(lambda rows: {"Export": rows, "Old": rows[:4]}, hidden=("Old",)), "kept and said", ("sheet.hidden",), f"{BOOK}, sheet Old", differs=(), base="book"),
    Entry("book-very-hidden", "plans on a sheet that only a program can unhide", both(sheets(lambda rows: {"Export": rows, "Old": rows[:4]}, hidden=("Old",)), lambda a: a.put(f"extracts/{BOOK}", rezipped(a.files[f"extracts/{BOOK}"], {"xl/workbook.xml": lambda d: d.replace(b'state="hidden"', b'state="veryHidden"')}))), "kept and said", ("sheet.hidden",), f"{BOOK}, sheet Old", differs=(), base="book"),
    Entry("book-only-hidden", "the only sheet with the columns is hidden", sheets(lambda rows: {"Cover": [["CIN plans"]], "Export": rows}, hidden=("Export",)), "nothing published", at=f"{BOOK}, sheet Export", says=("hidden",)),
    Entry("book-chart-sheet", "no sheet that holds the columns", sheets(lambda _: {"Chart": [["Team", "Plans"], ["Alder", 4]]}), "nothing published", at=f"{BOOK}, sheet Chart"),
    Entry("book-empty", "a workbook with nothing in it", sheets(lambda _: {"Sheet1": []}), "nothing published", at=BOOK),
    accepted("sheet-empty-beside", "an empty sheet with the same headers", sheets(lambda rows: {"Export": rows, "Next month": rows[:1]})),
    accepted("sheet-name-odd", "a sheet whose name holds odd characters", sheets(lambda rows: {"Plans & <b>'x' ": rows})),
]  # fmt: skip

ROWS = [
    accepted("title", "a title and a blank line above the header", book(lambda rows: [["CIN plans as at 29/05/2026"], [], *rows]), "row.title", at=f"{SHEET}, row 1"),
    accepted("lower-right", "the table neither at the top nor at the left", book(spread)),
    Entry("book-header-row-21", "the header below the twentieth row", book(lambda rows: [["line"]] * 20 + rows), "nothing published", at=SHEET),
    accepted("blank-between", "blank rows between the teams", book(lambda rows: [*rows[:5], [], [], *rows[5:]])),
    accepted("blank-far-below", "a stray space far below the table", in_sheet(lambda d: d.replace(b"</sheetData>", b'<row r="90000"><c r="A90000" t="inlineStr"><is><t> </t></is></c></row></sheetData>'))),
    accepted("formatted-empty", "formatted rows without content to the end of the sheet", in_sheet(lambda d: d.replace(b"</sheetData>", b"".join(b'<row r="%d" ht="15"/>' % n for n in range(20, 20_000)) + b"</sheetData>"))),
    accepted("hidden-rows", "hidden rows, as of a filter", as_book(hidden_rows=(3, 4)), "row.hidden", at=SHEET),
    accepted("grouped-rows", "rows folded away in a group", in_sheet(lambda d: d.replace(b'<row r="3"', b'<row r="3" outlineLevel="1" hidden="1"')), "row.hidden", at=SHEET),
    accepted("hidden-columns", "hidden columns", in_sheet(lambda d: d.replace(b"<sheetData>", b'<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>')), "column.hidden", at=SHEET),
    accepted("filtered", "a filter left on", in_sheet(lambda d: d.replace(b"</sheetData>", b'</sheetData><autoFilter ref="A1:M12"/>'))),
    accepted("subtotal", "a subtotal between the teams", book(lambda rows: [*rows[:6], ["Total Alder", 5], *rows[6:]]), "row.footer", at=f"{SHEET}, row 7"),
    accepted("header-again", "the header again at a page break", book(lambda rows: [*rows[:6], rows[0], *rows[6:]]), "row.header_again", at=f"{SHEET}, row 7"),
    accepted("filters-note", "a Power BI footer in one cell", book(lambda rows: [*rows, [], ["Applied filters:\nStatus is CIN"]]), "row.footer", at=f"{SHEET}, row 14"),
    kept("merged", "a team's name merged down its rows", as_book(merged=(("F2:F6", "Alder"),)), "cell.merged", SHEET, differs=()),
    accepted("merged-title", "a title merged across the columns", lambda a: a.as_workbook([["CIN plans"], *a.plans.grid], merged=(("A1:M1", "CIN plans"),)), "row.title", at=f"{SHEET}, row 1"),
    kept("ditto", "a team's name once, blanks under it, nothing merged", both(*(plan(row, team="") for row in (1, 2, 3)), as_book()), "team.missing", f"{SHEET}, row 3, Allocated Team", "reconcile.not_open.team_not_known", times=3),
    Entry("book-two-header-rows", "headers over two rows", book(lambda rows: [["", "Plan", "Plan"], ["Child", "Start", "End"], *rows[1:]]), "nothing published", at=SHEET),
]  # fmt: skip

CELLS = [
    accepted("ids-numbers", "IDs as numbers, there and in the trackers", with_ids_as_numbers),
    Entry("book-id-too-long", "an ID as a number of more digits than Excel keeps", cell(ENDED, child_id=12345678901234567), "set aside", ("id.damaged",), f"{SHEET}, row 6, Child ID", base="book"),
    Entry("book-id-fraction", "an ID as a number with a fraction", cell(ENDED, child_id=4075.5), "set aside", ("id.damaged",), f"{SHEET}, row 6, Child ID", base="book"),
    Entry("book-id-boolean", "TRUE for an ID", cell(ENDED, child_id=True), "set aside", ("id.damaged",), f"{SHEET}, row 6, Child ID", base="book"),
    Entry("book-id-date", "an ID that Excel has made a date", cell(ENDED, child_id=date(2026, 3, 4)), "set aside", ("id.damaged",), f"{SHEET}, row 6, Child ID", base="book"),
    Entry("book-id-formula", "an ID by a formula that was never calculated", in_sheet(lambda d: _retype(d, b"A6", b'<c r="A6"><f>B6</f></c>')), "set aside", ("id.uncalculated",), f"{SHEET}, row 6, Child ID", base="book"),
    Entry("book-id-error", "an ID that shows #N/A", in_sheet(lambda d: _retype(d, b"A6", b'<c r="A6" t="e"><v>#N/A</v></c>')), "set aside", ("id.error",), f"{SHEET}, row 6, Child ID", base="book"),
    kept("visit-error", "a date that shows #REF!", in_sheet(lambda d: _retype(d, b"M2", b'<c r="M2" t="e"><v>#REF!</v></c>')), "cell.error", f"{SHEET}, row 2, Last Visit Date"),
    kept("visit-uncalculated", "a date by a formula that was never calculated", in_sheet(lambda d: _retype(d, b"M2", b'<c r="M2"><f>TODAY()</f></c>')), "cell.uncalculated", f"{SHEET}, row 2, Last Visit Date"),
    accepted("formula-cached", "a formula with the value it last showed", in_sheet(lambda d: _retype(d, b"M2", b'<c r="M2" t="str"><f>TEXT(1,2)</f><v>19/05/2026</v></c>'))),
    Entry("book-start-error", "a start that shows #VALUE!", in_sheet(lambda d: _retype(d, b"B6", b'<c r="B6" t="e"><v>#VALUE!</v></c>')), "set aside", ("plan.start_unreadable",), f"{SHEET}, row 6, CIN Plan Start Date", base="book"),
    Entry("book-end-error", "an end that shows #VALUE!", in_sheet(lambda d: _retype(d, b"C6", b'<c r="C6" t="e"><v>#VALUE!</v></c>')), "set aside", ("plan.end_unreadable",), f"{SHEET}, row 6, CIN Plan End Date", base="book"),
    accepted("inline", "texts written in the cells themselves", in_sheet(lambda d: _retype(d, b"A2", b'<c r="A2" t="inlineStr"><is><t>X4071</t></is></c>'))),
    accepted("rich-text", "an ID in two colours", in_sheet(lambda d: _retype(d, b"A2", b'<c r="A2" t="inlineStr"><is><r><t>X4</t></r><r><rPr><b/></rPr><t>071</t></r></is></c>'))),
    accepted("apostrophe", "an ID with Excel's apostrophe before it", in_sheet(lambda d: d.replace(b'<c r="A2" t="s"', b'<c r="A2" t="s" quotePrefix="1"'))),
    Entry("book-control", "a control character in a name", cell(0, practitioner="Worker\x0bQuill"), "repaired", ("cell.cleaned",), f"{SHEET}, row 2, Allocated Worker", base="book"),
    accepted("escape", "a name that looks like Excel's own escape", cell(0, practitioner="Worker _x0041_ Quill")),
    accepted("time-cell", "a time of day in a column of dates that nobody asked for", lambda a: (a.plans.add("t", [time(9, 30).isoformat()] * 11, "Time seen"), a.as_workbook()), "header.ignored", at=SHEET),
    accepted("duration-cell", "lengths of time in a further column", lambda a: (a.plans.add("t", [timedelta(days=3).days] * 11, "Days open"), a.as_workbook()), "header.ignored", at=SHEET),
    accepted("colour", "rows coloured to say something", in_sheet(lambda d: d.replace(b'<row r="2"', b'<row r="2" s="1" customFormat="1"'))),
    kept("boolean-team", "TRUE for a team", cell(ENDED, team=True), "team.unknown", f"{SHEET}, Allocated Team"),
    kept("number-team", "a number for a team", cell(ENDED, team=17), "team.unknown", f"{SHEET}, Allocated Team"),
    accepted("number-worker", "a worker by number", cell(0, practitioner=40717)),
    accepted("many-styles", "a text of every kind of space", cell(0, practitioner=" Worker\u2003Quill\u00a0 ")),
    accepted("text-number", "a secret in a comment of a cell", both(as_book(), secret("Zzqcomment"), lambda a: a.put(f"extracts/{BOOK}", rezipped(a.files[f"extracts/{BOOK}"], added=[("xl/comments1.xml", b"<comments>Zzqcomment</comments>")])))),
]  # fmt: skip


def _retype(data, reference, cell_xml):
    """Put another cell in the place of one of a sheet's XML."""
    begin = data.index(b'<c r="%b"' % reference)
    close, empty = data.find(b"</c>", begin), data.find(b"/>", begin)
    end = empty + 2 if 0 <= empty < close else close + 4
    return data[:begin] + cell_xml + data[end:]


TRACKERS = [
    Entry("book-tracker-error", "a tracker's due date that shows #REF!", tracker_bytes(lambda d: rezipped(d, {XML: lambda x: _retype(x, b"H2", b'<c r="H2" t="e"><v>#REF!</v></c>')})), "kept and said", ("cell.error",), f"{ALDER_SHEET}, row 2, Due date"),
    Entry("book-tracker-uncalculated", "a tracker's stage by a formula that was never calculated", tracker_bytes(lambda d: rezipped(d, {XML: lambda x: _retype(x, b"C2", b'<c r="C2"><f>D2</f></c>')})), "kept and said", ("cell.uncalculated", "tracker.stage_missing"), f"{ALDER_SHEET}, row 2, Stage"),
    Entry("book-tracker-merged", "a worker's name merged down the rows", tracker(lambda rows: rows, merged=(("B2:B3", "Worker Quill"),)), "kept and said", ("cell.merged",), ALDER_SHEET, differs=()),
    Entry("book-tracker-hidden-rows", "rows hidden in a tracker", tracker(lambda rows: rows, hidden_rows=(3,)), "accepted", ("row.hidden",), ALDER_SHEET),
    Entry("book-tracker-title", "lines above a tracker's header", tracker(lambda rows: [["Alder ICM"], [], *rows]), "accepted", ("row.title",), f"{ALDER_SHEET}, row 1"),
    Entry("book-tracker-second", "rows on a second sheet with the tracker's columns", tracker_sheets(lambda rows: {"Tracker": rows, "Siblings": rows[:2]}), "refused", ("sheet.not_read",), "Alder IC Meetings.xlsx, sheet Siblings", differs=()),
    Entry("book-tracker-archive", "closed children on a hidden sheet", tracker_sheets(lambda rows: {"Tracker": rows, "Closed": rows[:3]}, hidden=("Closed",)), "kept and said", ("sheet.hidden",), "Alder IC Meetings.xlsx, sheet Closed", differs=()),
    Entry("book-tracker-other-sheet", "the tracker on a sheet of another name", tracker_sheets(lambda rows: {"Sheet1": rows, "Summary": [["Stage", "Children"]]}), "accepted"),
    Entry("book-tracker-sheet-case", "the tracker's sheet in capitals, with a space", tracker_sheets(lambda rows: {"TRACKER ": rows}), "accepted"),
    Entry("book-tracker-all-hidden", "the tracker's sheet hidden", tracker_sheets(lambda rows: {"Cover": [["ICM"]], "Tracker": rows}, hidden=("Tracker",)), "refused", ("sheet.only_hidden",), "Alder IC Meetings.xlsx, sheet Tracker"),
    Entry("book-tracker-blank", "blank rows between the children", tracker(lambda rows: [*rows[:3], [], [], *rows[3:]]), "accepted"),
    Entry("book-tracker-control", "a control character in a note", tracked(0, notes="note\x1bred"), "repaired", ("cell.cleaned",), f"{ALDER_SHEET}, row 2, Notes"),
    Entry("book-tracker-bidi", "a character that turns the writing round", tracked(0, action="Send \u202eletter"), "repaired", ("cell.cleaned",), f"{ALDER_SHEET}, row 2, Action"),
    Entry("book-tracker-lines", "a note of several lines", tracked(0, notes="first line\r\nsecond line\n\nthird line"), "accepted"),
    Entry("book-tracker-long", "a note as long as a cell can be", tracked(0, notes="zzq " * 8000), "accepted"),
    Entry("book-tracker-empty", "a tracker with headers and no rows", tracker(lambda rows: rows[:1]), "kept and said", ("table.empty", "reconcile.not_on_tracker"), ALDER_SHEET),
    Entry("book-tracker-headerless", "a tracker without its headers", tracker(lambda rows: rows[1:]), "refused", ("header.none",), ALDER_SHEET),
]  # fmt: skip

ENTRIES = [*SHEETS, *ROWS, *CELLS, *TRACKERS]
