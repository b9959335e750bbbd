"""The case extract as text: encodings, delimiters, quotes, headers, rows around the data."""

from bad_inputs.catalogue.how import (
    EXTRACT,
    PART,
    above,
    bad_part,
    below,
    both,
    config,
    csv_text,
    every_plan,
    file,
    headers,
    plan,
    renamed,
    secret,
    text,
    wide,
    without,
)
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "case extract: text"

HEADER = "Child ID,CIN Plan Start Date,Allocated Team"
ROW = "X4091,05/01/2026,Alder"
PART_TEXT = f"{HEADER}\n{ROW}\n"
REST = "extract.part_missing"
WORKER = "Worker Quill"


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"text-{ident}", wrong, make, "accepted", rules, at, **more)


def refused(ident, wrong, content, rule, at=PART, **more):
    """The file is a second part of the extract: it is refused, the first part stands."""
    make = bad_part(content)
    return Entry(f"text-{ident}", wrong, make, "refused", (rule, REST), at, differs=(), **more)


def encoded(encoding, name="Zoë Worker"):
    return both(
        every_plan(practitioner=lambda cell: cell.replace(WORKER, name)),
        text(lambda written: written.encode(encoding)),
    )


def delimited(delimiter, name=""):
    make = lambda authority: authority.put(  # noqa: E731 - a builder
        f"extracts/{name or EXTRACT}",
        csv_text(authority.plans.rows, authority.plans.header, delimiter),
    )
    return both(make, file(f"extracts/{EXTRACT}", None)) if name else make


def quoted(written):
    lines = [line.split(",") for line in written.splitlines()]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines) + "\n"


def with_more_fields(written):
    first, *rest = written.splitlines()
    return "\n".join([first, *(f"{line},stray" for line in rest)]) + "\n"


ENCODINGS = [
    accepted("utf8-bom", "Excel's CSV UTF-8, which begins with a mark", encoded("utf-8-sig")),
    accepted("utf16le", "Excel's Unicode Text: UTF-16 with a mark", encoded("utf-16")),
    accepted("utf16be", "UTF-16 the other way round, with a mark", text(lambda t: b"\xfe\xff" + t.encode("utf-16-be"))),
    accepted("utf16-unmarked", "UTF-16 without a mark", text(lambda t: t.encode("utf-16-le"))),
    accepted("cp1252", "plain CSV of an English Windows, with an accent", encoded("cp1252")),
    accepted("cp1252-marks", "curly quotation marks and a pound sign in Windows-1252", encoded("cp1252", "“Q” £5 – Worker")),
    Entry(
        "text-garbled",
        "accents garbled before the file was written",
        encoded("utf-8", "ZoÃ« Worker"),
        "kept and said",
        ("cell.garbled",),
        f"{EXTRACT}, Allocated Worker",
        differs=(),
    ),
    refused("mixed-encodings", "half UTF-8, half Windows-1252", PART_TEXT.encode() + "X4092,05/01/2026,Zoë\n".encode() + "X4093,05/01/2026,Zoë\n".encode("cp1252"), "text.encoding_mixed"),
    refused("no-encoding", "a byte that no encoding of ours has", PART_TEXT.encode() + b"X4092,05/01/2026,\x81\n", "text.encoding"),
    refused("utf16-odd", "UTF-16 cut in the middle of a letter", (b"\xff\xfe" + PART_TEXT.encode("utf-16-le"))[:-1], "text.encoding"),
    refused("utf16-half-pair", "half of a surrogate pair in UTF-16", b"\xff\xfe" + PART_TEXT.encode("utf-16-le") + b"\x00\xd8\x41\x00", "text.encoding"),
    refused("utf8-bom-cp1252", "a UTF-8 mark, then Windows-1252", b"\xef\xbb\xbf" + PART_TEXT.encode() + "X4092,05/01/2026,Zoë\n".encode("cp1252"), "text.encoding"),
]  # fmt: skip

SHAPES = [
    accepted("semicolon", "semicolons between columns", delimited(";")),
    accepted("tab", "tabs between columns, in a file named .csv", delimited("\t")),
    accepted("bar", "upright bars between columns", delimited("|")),
    accepted("tab-txt", "tabs, in a file named .txt", delimited("\t", "CIN plans 29.05.2026.txt")),
    accepted("tsv", "tabs, in a file named .tsv", delimited("\t", "CIN plans 29.05.2026.tsv")),
    accepted("sep-line", "Excel's line sep=, above the header", above("sep=,"), "row.title", at=f"{EXTRACT}, row 1"),
    refused("two-delimiters", "headers parted by commas, then again by semicolons", f"{HEADER}\n{HEADER.replace(',', ';')}\n", "text.delimiter"),
    accepted("cr", "line ends of an old Macintosh", text(lambda t: t.replace("\n", "\r"))),
    accepted("crlf", "line ends of Windows", text(lambda t: t.replace("\n", "\r\n"))),
    accepted("mixed-line-ends", "both kinds of line end in one file", text(lambda t: t.replace("\n", "\r\n", 4))),
    accepted("no-last-line-end", "no line end after the last row", text(lambda t: t.rstrip("\n"))),
    accepted("quoted", "every field in quotation marks", text(quoted)),
    accepted("line-in-cell", "a line break inside a quoted cell", plan(0, practitioner="Worker Quill\n(agency)")),
    accepted("comma-in-cell", "a comma inside a quoted cell", plan(0, practitioner="Quill, Worker")),
    accepted("quotes-in-cell", "quotation marks inside a cell, doubled", plan(0, practitioner='Worker "Quill"')),
    accepted("inch-mark", "a quotation mark in the middle of an unquoted cell", text(lambda t: t.replace("Worker Quill", 'Worker Q"uill', 1))),
    accepted("trailing-delimiter", "a delimiter too many at the end of each line", text(lambda t: t.replace("\n", ",\n"))),
    accepted("rows-trailing", "a delimiter too many under the header only", text(lambda t: t.replace("\n", ",\n").replace(",\n", "\n", 1))),
    accepted("blank-lines", "blank lines between the rows", text(lambda t: t.replace("\n", "\n\n"))),
    accepted("comma-lines", "rows of commas alone", below(",,,,,,,,,,,,", ",,,,,,,,,,,,")),
    accepted("spaces-line", "rows of spaces", below("   ", "\t")),
    refused("quote-never-closed", "a quotation mark that is never closed", f'{PART_TEXT}"X4092,05/01/2026,Alder\nX4093,05/01/2026,Alder\n', "text.quotes", at=f"{PART}, row 3"),
    refused("quote-then-more", "text after a closing quotation mark", f'{PART_TEXT}"X4092"x,05/01/2026,Alder\n', "text.quotes", at=f"{PART}, row 3"),
    Entry("text-stray-comma", "a comma in a note that nobody quoted", text(lambda t: t.replace("Worker Quill", "Quill, Worker", 1)), "set aside", ("row.uneven", "reconcile.not_open.unknown"), f"{EXTRACT}, row 2"),
    Entry("text-short-row", "a row that ends early", below("X4090,05/01/2026"), "set aside", ("row.uneven",), f"{EXTRACT}, row 13"),
    Entry("text-all-shifted", "every row has a field more than the header", text(with_more_fields), "set aside", ("row.uneven", "extract.no_usable_row"), f"{EXTRACT}, row 2", times=11, aside=11, differs=EVERYTHING),
    accepted("huge-cell", "sixty thousand words pasted into one cell", plan(0, practitioner="word " * 60_000)),
    accepted("long-line-of-notes", "a further column with long notes of several lines", lambda a: a.plans.add("notes2", ["zzq remark\nsecond line " * 40] * 11, "Notes 2"), "header.ignored", at=EXTRACT),
]  # fmt: skip

TITLES = [
    accepted("titles", "the report's title and date above the header", above("CIN plans", "As at 29/05/2026", ""), "row.title", at=f"{EXTRACT}, row 1"),
    accepted("title-wide", "a title line as wide as the table", above("CIN plans,,,,,,,,,,,,"), "row.title", at=f"{EXTRACT}, row 1"),
    accepted("page-lines", "page numbers between the rows", text(lambda t: t.replace("X4074", "Page 1 of 3,,,,,,,,,,,,\nX4074")), "row.footer", at=f"{EXTRACT}, row 5"),
    accepted("header-again", "the header again at a page break", text(lambda t: t.replace("X4074", t.splitlines()[0] + "\nX4074")), "row.header_again", at=f"{EXTRACT}, row 5"),
    accepted("grand-total", "a line of totals at the end", below("Grand Total,11,,,,,,,,,,,"), "row.footer", at=f"{EXTRACT}, row 13"),
    accepted("applied-filters", "the footer of a Power BI export", below("", '"Applied filters:\nTeam is not (Blank)\nStatus is CIN"'), "row.footer", at=f"{EXTRACT}, row 14"),
    accepted("row-count", "a line that counts the rows", below("11 rows,,,,,,,,,,,,"), "row.footer", at=f"{EXTRACT}, row 13"),
    accepted("official", "a protective marking below the rows", below("OFFICIAL-SENSITIVE"), "row.footer", at=f"{EXTRACT}, row 13"),
    accepted("end-of-report", "a line of stars that ends the report", below("*** End of report ***"), "row.footer", at=f"{EXTRACT}, row 13"),
]  # fmt: skip

HEADERS = [
    accepted("alias", "headers that other systems use", headers(child_id="Person ID", team="Team Name", plan_start="Plan Start")),
    accepted("alias-config", "a header that config names", both(headers(team="Resp Tm"), config("headers:\n  case_extract:\n    team: [Resp Tm]\n"))),
    accepted("header-case", "headers in capitals, with odd spaces", headers(child_id="CHILD  ID ", plan_start=" cin plan start date", team="Allocated\u00a0Team")),
    accepted("header-lines", "a header over two lines of one cell", headers(plan_start="CIN Plan\nStart Date")),
    accepted("header-unseen", "a header with characters nobody can see", headers(team="Allocated\u200b Team\ufeff")),
    accepted("header-wide", "a header in full-width letters", headers(child_id=wide("Child ID"))),
    accepted("header-marks", "headers with question and punctuation marks", headers(child_id="Child_ID:", plan_end="CIN-Plan-End-Date?")),
    accepted("column-order", "columns in another order", lambda a: (a.plans.header.reverse(), a.plans.names.reverse(), [row.reverse() for row in a.plans.rows])),
    accepted("columns-unknown", "columns nobody asked for, names of children among them", both(lambda a: a.plans.add("surname", ["Zzqsurname"] * 11, "Surname"), secret("Zzqsurname")), "header.ignored", at=EXTRACT),
    accepted("header-overwritten", "a worker's name where a header should be", text(lambda t: t.replace("Allocated Worker", "Worker Umber", 1)), "header.ignored", at=EXTRACT),
    accepted("columns-thousand", "a thousand columns nobody asked for", lambda a: [a.plans.add(f"c{n}", ["zzq"] * 11, f"Column {n}") for n in range(1000)], "header.ignored", at=EXTRACT),
    accepted("header-long", "a header of five thousand letters", lambda a: a.plans.add("long", [""] * 11, "Long " * 1000), "header.ignored", at=EXTRACT),
    accepted("header-nameless", "columns without a header", lambda a: a.plans.add("", ["zzq note"] * 11, " ")),
    accepted("alias-beside", "the usual header, and another that often means the same", lambda a: a.plans.add("other", ["zzq team"] * 11, "Team"), "header.ignored", at=EXTRACT),
    refused("header-twice", "two columns of one name", f"{HEADER},Child ID\n{ROW},X4092\n", "header.repeated", at=f"{PART}, row 1, Child ID"),
    refused("header-missing", "no column with the team", f"Child ID,CIN Plan Start Date\n{ROW}\n", "header.missing"),
    refused("header-none", "a file that is about something else", "Invoice,Amount\n17,4.50\n", "header.none"),
    refused("headerless", "data without any header", "X4091,05/01/2026,Alder\nX4092,06/01/2026,Birch\n", "header.none"),
    refused("header-far-down", "twenty-five title lines above the header", "line\n" * 25 + PART_TEXT, "header.none"),
    refused("header-only", "headers and no rows", f"{HEADER}\n", "table.no_rows"),
    Entry("text-only-header-only", "an export that failed: headers and no rows, and no other extract", text(lambda t: t.splitlines()[0] + "\n"), "nothing published", at=EXTRACT, says=("no rows", "Export it again")),
    Entry("text-only-no-team", "the only extract lacks the team's column", without("team"), "nothing published", at=EXTRACT, says=("Allocated Team",)),
    refused("json", "JSON saved as .csv", '[{"Child ID": "X4091", "CIN Plan Start Date": "2026-01-05", "Allocated Team": "Alder"}]', "header.none"),
    refused("apology", "the system's apology in place of the export", "The report could not be generated. Try again later.\n", "header.none"),
]  # fmt: skip

NAMES = [
    accepted("suffix-capitals", "a file named .CSV", renamed("CIN plans 29.05.2026.CSV")),
    accepted("date-iso-name", "the date in the name as 2026-05-29", renamed("2026-05-29 CIN.csv")),
    accepted("date-run-name", "the date in the name as 20260529", renamed("CINplans_20260529.csv")),
    accepted("date-spaces-name", "the date in the name as 29 05 2026", renamed("CIN plans 29 05 2026.csv")),
]  # fmt: skip

ENTRIES = [*ENCODINGS, *SHAPES, *TITLES, *HEADERS, *NAMES]
