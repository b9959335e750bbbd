"""The extract, the trackers and the scores in every kind of workbook, and those kinds badly made."""

from datetime import date

from bad_inputs.catalogue.how import (
    ALDER,
    BOOK_PATH,
    EXTRACT_PATH,
    SCORES_PATH,
    bad_part,
    both,
    file,
    no_file,
    plan,
    rezipped,
    workbook,
)
from bad_inputs.entry import Entry
from old_workbooks import Error, Formula, ole, xls
from open_workbooks import ods_of, row_of, zip_of

SOURCE = "kinds of workbook"

REST = "extract.part_missing"
ALDER_PATH = f"trackers/CIN North Dale/Alder/{ALDER}"
OLD_PART = "CIN plans 29.05.2026 part 2.xls"
OPEN_PART = "CIN plans 29.05.2026 part 2.ods"
HEADER = ["Child ID", "CIN Plan Start Date", "Allocated Team"]
ROWS = [HEADER, ["X4091", "05/01/2026", "Alder"]]


def as_kind(suffix, make_book, change=lambda rows: rows):
    """Supply the extract as a workbook of another kind."""

    def make(authority):
        authority.put(EXTRACT_PATH, None)
        content = make_book({"Export": change(authority.plans.grid)})
        authority.put(f"extracts/CIN plans 29.05.2026{suffix}", content)

    return make


def tracker_as(suffix, make_book):
    """Supply Alder's tracker as a workbook of another kind."""

    def make(authority):
        rows = authority.trackers["Alder"].grid
        authority.put(ALDER_PATH, None)
        authority.put(ALDER_PATH.replace(".xlsx", suffix), make_book({"Tracker": rows}))

    return make


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"kind-{ident}", wrong, make, "accepted", rules, at, **more)


def refused(ident, wrong, content, rule, name, **more):
    make = bad_part(content, name)
    return Entry(
        f"kind-{ident}",
        wrong,
        make,
        "refused",
        (rule, REST),
        more.pop("at", name),
        differs=(),
        **more,
    )


def with_macros(sheets):
    """Return a workbook with macros, as .xlsm."""
    return rezipped(
        workbook(sheets),
        {
            "[Content_Types].xml": lambda d: d.replace(
                b"sheet.main+xml", b"sheet.macroEnabled.main+xml"
            )
        },
        [("xl/vbaProject.bin", b"Attribute VB_Name = Zzq")],
    )


def strict(sheets):
    """Return a workbook saved as Strict Open XML."""
    old, new = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    return rezipped(
        workbook(sheets),
        dict.fromkeys(
            (
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
            ),
            lambda d: d.replace(old, new),
        ),
    )


def binary(_sheets):
    """Return what has the parts of a binary workbook."""
    return zip_of(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "\x83\x01"))


def flat(authority):
    """Supply the extract as a web page's table named .xls, as some systems' Export to Excel does."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in authority.plans.grid
    )
    authority.put(
        "extracts/CIN plans 29.05.2026 part 2.xls", f"<html><table>{cells}</table></html>"
    )


REPEATED = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
FILLED = '<table:table-row table:number-rows-repeated="400000"><table:table-cell office:value-type="string"><text:p>zzq</text:p></table:table-cell></table:table-row>'
WIDE = '<table:table-row><table:table-cell table:number-columns-repeated="99999999" office:value-type="string"><text:p>zzq</text:p></table:table-cell></table:table-row>'

KINDS = [
    accepted("xlsm", "a workbook with macros, which are never run", as_kind(".xlsm", with_macros)),
    accepted("xls", "an old workbook", as_kind(".xls", xls)),
    accepted("ods", "an OpenDocument workbook", as_kind(".ods", ods_of)),
    accepted("strict", "a workbook saved as Strict Open XML", as_kind(".xlsx", strict)),
    accepted("xls-1904", "an old workbook that counts days from 1904", as_kind(".xls", lambda sheets: xls(sheets, date_1904=True)), "workbook.old_calendar", at="CIN plans 29.05.2026.xls"),
    accepted("xls-dates", "true dates in an old workbook", both(plan(0, plan_start=date(2026, 1, 5)), as_kind(".xls", xls))),
    accepted("ods-dates", "true dates in an OpenDocument workbook", both(plan(0, plan_start=date(2026, 1, 5)), as_kind(".ods", ods_of))),
    accepted("xls-hidden-rows", "hidden rows in an old workbook", as_kind(".xls", lambda s: xls(s, hidden_rows=(3,))), "row.hidden", at="CIN plans 29.05.2026.xls, sheet Export"),
    accepted("ods-empty-rows", "empty rows to the end of an OpenDocument sheet", as_kind(".ods", ods_of, lambda rows: [*rows, REPEATED])),
    accepted("xlsx-as-csv", "a workbook named .csv", lambda a: a.put(EXTRACT_PATH, workbook({"Export": a.plans.grid})), "file.misnamed", at="CIN plans 29.05.2026.csv"),
    accepted("csv-as-xlsx", "text named .xlsx", lambda a: (a.put(EXTRACT_PATH, None), a.put(BOOK_PATH, a.plans.text)), "file.misnamed", at="CIN plans 29.05.2026.xlsx"),
    accepted("csv-as-xls", "text named .xls, as some systems' Export to Excel does", lambda a: (a.put(EXTRACT_PATH, None), a.put("extracts/CIN plans 29.05.2026.xls", a.plans.text.replace(",", "\t"))), "file.misnamed", at="CIN plans 29.05.2026.xls"),
    accepted("xlsx-as-xls", "a workbook named as an old one", as_kind(".xls", workbook), "file.misnamed", at="CIN plans 29.05.2026.xls"),
    accepted("xls-as-xlsx", "an old workbook named as a new one", as_kind(".xlsx", xls), "file.misnamed", at="CIN plans 29.05.2026.xlsx"),
    accepted("tracker-xls", "a tracker that is still an old workbook", tracker_as(".xls", xls)),
    accepted("tracker-ods", "a tracker saved from LibreOffice", tracker_as(".ods", ods_of)),
    accepted("tracker-xlsm", "a tracker with macros", tracker_as(".xlsm", with_macros)),
    accepted("scores-ods", "scores in an OpenDocument workbook", lambda a: (a.put(SCORES_PATH, None), a.put("reviews/scores.ods", ods_of({"Scores": a.scores.grid})))),
    Entry("kind-xls-error", "an error cell in an old workbook", both(plan(0, last_visit=Error("#REF!")), as_kind(".xls", xls)), "kept and said", ("cell.error",), "CIN plans 29.05.2026.xls, sheet Export, row 2, Last Visit Date"),
    Entry("kind-xls-formula", "a formula with the value it last showed in an old workbook", both(plan(0, last_visit=Formula("19/05/2026")), as_kind(".xls", xls)), "accepted"),
    Entry("kind-xls-id", "an ID as a number in an old workbook", both(plan(4, child_id=4075.5), as_kind(".xls", xls)), "set aside", ("id.damaged",), "CIN plans 29.05.2026.xls, sheet Export, row 6, Child ID"),
    Entry("kind-ods-merged", "merged cells in an OpenDocument workbook", as_kind(".ods", ods_of, lambda rows: [rows[0], row_of(['<table:table-cell office:value-type="string"><text:p>X4071</text:p></table:table-cell>', *rows[1][1:5], '<table:table-cell table:number-rows-spanned="5" office:value-type="string"><text:p>Alder</text:p></table:table-cell>', *rows[1][6:]]), *[row_of([*row[:5], "<table:covered-table-cell/>", *row[6:]]) for row in rows[2:6]], *rows[6:]]), "kept and said", ("cell.merged",), "CIN plans 29.05.2026.ods, sheet Export", differs=()),
    Entry("kind-three-files", "the same extract as CSV, old and OpenDocument workbook", lambda a: (a.put("extracts/CIN plans 29.05.2026 b.xls", xls({"Export": a.plans.grid})), a.put("extracts/CIN plans 29.05.2026 c.ods", ods_of({"Export": a.plans.grid}))), "accepted", ("row.duplicate",), "CIN plans 29.05.2026.csv, row 2", times=22),
]  # fmt: skip

BAD = [
    refused("xls-protected", "an old workbook behind a password", xls({"Export": ROWS}, protected=True), "file.protected", OLD_PART),
    refused("xls-cut", "an old workbook of which half was copied", xls({"Export": ROWS})[:2500], "file.damaged", OLD_PART),
    refused("xls-garbage", "an old workbook whose stream is noise", ole({"Workbook": b"\x09\x08" + bytes(range(256)) * 30}), "file.damaged", OLD_PART),
    refused("ole-word", "an old Word document named .xls", ole({"WordDocument": b"zzq" * 2000}), "file.not_its_kind", OLD_PART),
    refused("ole-mail", "an e-mail of Outlook named .xls", ole({"__properties_version1.0": b"zzq" * 2000}), "file.not_its_kind", OLD_PART),
    refused("xls-no-columns", "an old workbook about something else", xls({"Rota": [["Week", "Name"], [1, "Zzq"]]}), "header.none", OLD_PART, at=f"{OLD_PART}, sheet Rota"),
    refused("xlsb", "a binary workbook", binary({}), "file.later_kind", "CIN plans 29.05.2026 part 2.xlsb"),
    refused("ods-cut", "an OpenDocument workbook of which half was copied", ods_of({"Export": ROWS})[:600], "file.damaged", OPEN_PART),
    refused("ods-xml", "an OpenDocument workbook whose XML breaks off", rezipped(ods_of({"Export": ROWS}), {"content.xml": lambda d: d[:-200]}), "file.damaged", OPEN_PART),
    refused("ods-dtd", "an OpenDocument workbook with a document type", rezipped(ods_of({"Export": ROWS}), {"content.xml": lambda d: d.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY e SYSTEM "../trap.txt">]>', 1)}), "file.unsafe", OPEN_PART),
    refused("ods-protected", "an OpenDocument workbook behind a password", ods_of({"Export": ROWS}, manifest='<manifest:encryption-data manifest:checksum="x"/>'), "file.protected", OPEN_PART),
    refused("ods-text", "an OpenDocument text named .ods", ods_of({"Export": ROWS}, kind="application/vnd.oasis.opendocument.text"), "file.not_its_kind", OPEN_PART),
    refused("ods-rows", "one row that says it stands four hundred thousand times", ods_of({"Export": [*ROWS, FILLED]}), "file.too_long", OPEN_PART, at=OPEN_PART),
    refused("ods-wide", "one cell that says it stands a hundred million times", ods_of({"Export": [*ROWS, WIDE]}), "file.unsafe", OPEN_PART, at=OPEN_PART),
    refused("ods-bomb", "an OpenDocument workbook that unpacks to far more than it should", lambda: rezipped(ods_of({"Export": ROWS}), added=[("Pictures/a.bin", bytes(79_000_000))]), "file.unsafe", OPEN_PART),
    refused("ods-empty", "an empty file named .ods", b"", "file.empty", OPEN_PART),
    Entry("kind-xls-web", "a web page's table named .xls", flat, "refused", ("file.web_page", REST), OLD_PART, differs=()),
    Entry("kind-tracker-xls-cut", "half of a tracker that is an old workbook", both(no_file(ALDER_PATH), file(ALDER_PATH.replace(".xlsx", ".xls"), xls({"Tracker": ROWS})[:2500])), "refused", ("file.damaged",), "Alder IC Meetings.xls"),
    Entry("kind-tracker-xlsb", "a tracker saved as a binary workbook", both(no_file(ALDER_PATH), file(ALDER_PATH.replace(".xlsx", ".xlsb"), binary({}))), "refused", ("file.later_kind",), "Alder IC Meetings.xlsb"),
]  # fmt: skip

ENTRIES = [*KINDS, *BAD]
