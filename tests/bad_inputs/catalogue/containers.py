"""Files that are not what they seem, are damaged, locked, or made to harm whoever opens them."""

import gzip
import io
import struct
import zipfile

from bad_inputs.catalogue.how import (
    ALDER,
    BOOK,
    EXTRACT,
    PART,
    PART_BOOK,
    bad_part,
    book_bytes,
    both,
    file,
    member,
    no_file,
    rezipped,
    secret,
    tracker_bytes,
    workbook,
)
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "files and containers"

REST = "extract.part_missing"
ALDER_PATH = f"trackers/CIN North Dale/Alder/{ALDER}"
SMALL = workbook(
    {
        "Export": [
            ["Child ID", "CIN Plan Start Date", "Allocated Team"],
            ["X4091", "05/01/2026", "Alder"],
        ]
    }
)
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "../trap.txt">]>'


def part(ident, wrong, content, rule, name=PART, **more):
    """A second part of the extract is refused; the figures are those of the first."""
    make, at = bad_part(content, name), more.pop("at", "")
    return Entry(
        f"file-{ident}", wrong, make, "refused", (rule, REST), at or name, differs=(), **more
    )


def bad_book(ident, wrong, content, rule, name=PART_BOOK, **more):
    return part(ident, wrong, content, rule, name, **more)


def bad_tracker(ident, wrong, content, rule, at=ALDER, **more):
    """Alder's tracker is refused: Alder's tracker figures are not supplied, the others stand."""
    make = content if callable(content) else file(ALDER_PATH, content)
    return Entry(f"file-{ident}", wrong, make, "refused", (rule,), at, **more)


def kept_book(ident, wrong, change, *rules, **more):
    """The extract as a workbook with something in it that is left alone."""
    return Entry(f"file-{ident}", wrong, book_bytes(change), "accepted", rules, base="book", **more)


def prologued(declared, entity=""):
    """Return a change that puts a document type above the root of an XML part."""

    def change(data):
        text = data.decode()
        head, rest = text.split("?>", 1)
        return f"{head}?>{declared}{rest.replace('</t>', f'{entity}</t>', 1)}".encode()

    return change


def zipped(*members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def same_name_twice(content):
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        data = archive.read("xl/workbook.xml")
        archive.NameToInfo.pop("xl/workbook.xml")
        archive.writestr("xl/workbook.xml", data)
    return stream.getvalue()


def flagged_encrypted(content):
    """Set the bit that says a part is encrypted, in both of its headers."""
    spoilt = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = spoilt.find(mark)
        spoilt[place + at] |= 1
    return bytes(spoilt)


def wrong_checksum(content):
    """Change a byte of a part's data, so that its checksum is not that of its content."""
    spoilt = bytearray(content)
    name_length, extra = struct.unpack("<HH", content[26:30])
    spoilt[30 + name_length + extra + 5] ^= 0xFF
    return bytes(spoilt)


def overlapping(content):
    """Have every entry of the directory point at the first part's data."""
    spoilt = bytearray(content)
    at = spoilt.find(b"PK\x01\x02")
    while at >= 0:
        spoilt[at + 42 : at + 46] = bytes(4)
        at = spoilt.find(b"PK\x01\x02", at + 4)
    return bytes(spoilt)


def many_members(content):
    return rezipped(content, added=[(f"xl/extra{n}.xml", b"") for n in range(2500)])


def sheet_of(rows):
    """Return a change that replaces the rows of a sheet."""

    def change(data):
        begin, end = data.index(b"<sheetData"), data.index(b"</sheetData>")
        return data[:begin] + b"<sheetData>" + rows + data[end:]

    return change


def with_sheet(rows):
    return rezipped(SMALL, {SHEET: sheet_of(rows)})


FIRST_ROWS = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>Child ID</t></is></c>'
    b'<c r="B1" t="inlineStr"><is><t>CIN Plan Start Date</t></is></c>'
    b'<c r="C1" t="inlineStr"><is><t>Allocated Team</t></is></c></row>'
    b'<row r="2"><c r="A2" t="inlineStr"><is><t>X4091</t></is></c>'
    b'<c r="B2" t="inlineStr"><is><t>05/01/2026</t></is></c>'
    b'<c r="C2" t="inlineStr"><is><t>Alder</t></is></c></row>'
)


def many_rows(count):
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    return with_sheet(FIRST_ROWS + b"".join(row % (n, n) for n in range(3, count)))


def long_string(data):
    return data.replace(b"X4091", b"X" * 70_000_000)


def long_text(data):
    return data.replace(b"X4091", b"X" * 11_000_000)


NOT_WHAT_IT_SAYS = [
    part("empty", "an empty file, as of one not downloaded yet", b"", "file.empty"),
    part("line-ends", "nothing but line ends", "\r\n\r\n", "file.empty"),
    part("noughts", "nothing but noughts", bytes(5000), "file.empty"),
    part("mark-only", "nothing but a byte-order mark", b"\xef\xbb\xbf", "file.empty"),
    part("sign-in", "a sign-in page saved as .csv", "<!DOCTYPE html><html><title>Sign in</title></html>", "file.web_page"),
    part("html-table", "a table of a web page saved as .csv", "<table><tr><td>Child ID</td></tr></table>", "file.web_page"),
    part("gzip", "a gzip archive named .csv", gzip.compress(b"Child ID\n"), "file.not_its_kind"),
    part("zip", "a zip archive named .csv", zipped(("a.csv", "Child ID\n")), "file.not_its_kind"),
    part("pdf", "a PDF named .csv", b"%PDF-1.7\n", "file.not_its_kind"),
    part("rtf", "rich text named .csv", b"{\\rtf1 Child ID}", "file.not_its_kind"),
    part("picture", "a picture named .csv", b"\x89PNG\r\n\x1a\n", "file.not_its_kind"),
    part("ole-as-csv", "an OLE file of something else named .csv", OLE + bytes(600), "file.not_its_kind"),
    part("suffix-pdf", "a PDF among the extracts", b"%PDF-1.7\n", "file.other_kind", "CIN plans 29.05.2026 part 2.pdf"),
    part("suffix-docx", "a Word document among the extracts", zipped(("word/document.xml", "<x/>")), "file.other_kind", "CIN plans 29.05.2026 part 2.docx"),
    part("suffix-none", "a file without a suffix", "Child ID\n", "file.other_kind", "CIN plans 29-05-2026 part 2"),
    part("suffix-zip", "a zip of the export", zipped(("a.csv", "Child ID\n")), "file.other_kind", "CIN plans 29.05.2026 part 2.zip"),
    part("suffix-eml", "an e-mail with the export in it", "Subject: extract\n", "file.other_kind", "CIN plans 29.05.2026 part 2.eml"),
    bad_book("html-as-book", "a web page named .xlsx", "<html><body></body></html>", "file.web_page"),
    bad_book("xml-as-book", "an XML document named .xlsx", '<?xml version="1.0"?><Workbook/>', "file.not_its_kind"),
    bad_book("protected", "a workbook behind a password", OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "file.protected"),
    bad_book("zip-as-book", "a zip of something else named .xlsx", zipped(("a.txt", "hello")), "file.not_its_kind"),
    bad_book("word-as-book", "a Word document named .xlsx", zipped(("word/document.xml", "<x/>")), "file.not_its_kind"),
]  # fmt: skip

DAMAGED = [
    bad_book("cut", "a workbook whose end is missing", SMALL[:-900], "file.damaged"),
    bad_book("cut-half", "a workbook of which half was copied", SMALL[: len(SMALL) // 2], "file.damaged"),
    bad_book("head-only", "only the first bytes of a workbook", SMALL[:40], "file.damaged"),
    bad_book("checksum", "a workbook with a changed byte in a part", wrong_checksum(SMALL), "file.damaged"),
    bad_book("no-sheet-part", "a workbook that lacks the sheet it lists", zipped(*[(m, zipfile.ZipFile(io.BytesIO(SMALL)).read(m)) for m in zipfile.ZipFile(io.BytesIO(SMALL)).namelist() if m != SHEET]), "file.damaged", at=f"{PART_BOOK}, sheet Export"),
    bad_book("sheet-xml", "a sheet whose XML breaks off", rezipped(SMALL, {SHEET: lambda d: d[: len(d) // 2]}), "file.damaged", at=f"{PART_BOOK}, sheet Export"),
    bad_book("strings-xml", "texts whose XML breaks off", rezipped(SMALL, {STRINGS: lambda d: d[:-20]}), "file.damaged"),
    bad_book("string-index", "a cell that points at a text that is not there", rezipped(SMALL, {SHEET: lambda d: d.replace(b"<v>0</v>", b"<v>9999</v>")}), "file.damaged", at=f"{PART_BOOK}, sheet Export"),
    bad_book("no-sheets", "a workbook without a sheet", rezipped(SMALL, {"xl/workbook.xml": lambda d: d[: d.index(b"<sheets>")] + b"<sheets/>" + d[d.index(b"</sheets>") + 9 :]}), "file.empty"),
    bad_tracker("tracker-cut", "a tracker of which half was synced", tracker_bytes(lambda d: d[: len(d) // 2]), "file.damaged"),
    bad_tracker("tracker-empty", "a tracker that was not downloaded yet", b"", "file.empty"),
    bad_tracker("tracker-password", "a tracker behind a password", OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "file.protected"),
    bad_tracker("tracker-page", "a sign-in page named as a tracker", "<!DOCTYPE html><html></html>", "file.web_page"),
    bad_tracker("tracker-csv", "a tracker saved as CSV under its old name", "Child ID,Stage\nX4071,Decided to close\n", "file.not_its_kind"),
    Entry("file-only-damaged", "the only extract is damaged", both(no_file(f"extracts/{EXTRACT}"), file(f"extracts/{BOOK}", SMALL[:-900])), "nothing published", at=BOOK, says=("damaged",)),
    Entry("file-only-damaged-asked", "the only extract is damaged, and the date is asked for", both(no_file(f"extracts/{EXTRACT}"), file(f"extracts/{BOOK}", SMALL[:-900])), "refused", ("file.damaged",), BOOK, words=("--as-at", "29/05/2026"), differs=EVERYTHING),
]  # fmt: skip

HOSTILE = [
    bad_book("laughs-sheet", "nested entities in a sheet", rezipped(SMALL, {SHEET: prologued(LAUGHS, "&j;")}), "file.unsafe"),
    bad_book("laughs-strings", "nested entities in the texts", rezipped(SMALL, {STRINGS: prologued(LAUGHS, "&j;")}), "file.unsafe"),
    bad_book("entity-outside", "an entity that names a file of this machine", rezipped(SMALL, {STRINGS: prologued(OUTSIDE, "&e;")}), "file.unsafe"),
    bad_book("entity-harmless", "a harmless entity of its own", rezipped(SMALL, {STRINGS: prologued('<!DOCTYPE x [<!ENTITY e "zzq">]>', "&e;")}), "file.unsafe"),
    bad_book("dtd-utf16", "a document type in UTF-16", rezipped(SMALL, {STRINGS: lambda d: ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "zzq">]>' + d.decode().split("?>", 1)[1]).encode("utf-16")}), "file.unsafe"),
    bad_book("dtd-rels", "a document type among the relations", rezipped(SMALL, {"xl/_rels/workbook.xml.rels": prologued(OUTSIDE)}), "file.unsafe"),
    bad_book("bomb-string", "one text that unpacks to seventy megabytes", lambda: rezipped(SMALL, {STRINGS: long_string}), "file.unsafe"),
    bad_book("bomb-text", "one text of eleven megabytes", lambda: rezipped(SMALL, {STRINGS: long_text}), "file.unsafe"),
    bad_book("bomb-members", "thousands of parts", lambda: many_members(SMALL), "file.unsafe"),
    bad_book("bomb-total", "parts that unpack to more than 200 MB together", lambda: rezipped(SMALL, added=[(f"xl/media/image{n}.bin", bytes(45_000_000)) for n in range(5)]), "file.unsafe"),
    bad_book("bomb-rows", "rows to the end of the sheet", lambda: many_rows(310_000), "file.too_long", at=f"{PART_BOOK}, sheet Export"),
    bad_book("overlap", "parts that overlap one another", overlapping(SMALL), "file.unsafe"),
    bad_book("member-twice", "two parts of the same name", same_name_twice(SMALL), "file.unsafe"),
    bad_book("member-outside", "a part whose name climbs out of the file", rezipped(SMALL, added=[("../../trap.txt", b"zzq")]), "file.unsafe"),
    bad_book("member-root", "a part whose name begins at the root", rezipped(SMALL, added=[("/trap.txt", b"zzq")]), "file.unsafe"),
    bad_book("member-encrypted", "a part that says it is encrypted", flagged_encrypted(SMALL), "file.protected"),
    bad_book("cell-outside", "a cell beyond the last column", with_sheet(FIRST_ROWS + b'<row r="3"><c r="XFE3"><v>1</v></c></row>'), "file.unsafe", at=f"{PART_BOOK}, sheet Export"),
    bad_book("row-outside", "a row beyond the last one", with_sheet(FIRST_ROWS + b'<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "file.unsafe", at=f"{PART_BOOK}, sheet Export"),
    bad_book("rows-unordered", "rows in no order", with_sheet(FIRST_ROWS + b'<row r="9"><c r="A9"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'), "file.unsafe", at=f"{PART_BOOK}, sheet Export"),
    Entry("file-sparse", "two cells in opposite corners of a sheet", both(bad_part(with_sheet(FIRST_ROWS + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), PART_BOOK)), "set aside", ("id.missing", "column.in_part"), f"{PART_BOOK}, sheet Export, row 1048576, Child ID", differs=EVERYTHING),
    bad_tracker("tracker-laughs", "nested entities in a tracker", tracker_bytes(lambda d: rezipped(d, {STRINGS: prologued(LAUGHS, "&j;")})), "file.unsafe"),
    bad_tracker("tracker-bomb", "a tracker that unpacks to far more than it should", tracker_bytes(lambda d: rezipped(d, added=[("xl/media/image1.bin", bytes(79_000_000))])), "file.unsafe"),
]  # fmt: skip

LEFT_ALONE = [
    kept_book("links", "links to another workbook, with what they last showed", lambda d: rezipped(d, added=[("xl/externalLinks/externalLink1.xml", b"<externalLink><v>zzqchild</v></externalLink>")]), "workbook.links", at=BOOK),
    kept_book("embedded", "another file embedded in the workbook", lambda d: rezipped(d, added=[("xl/embeddings/oleObject1.bin", OLE + b"zzqchild")]), "workbook.beside", at=BOOK),
    kept_book("connection", "a query of a database", lambda d: rezipped(d, added=[("xl/connections.xml", b'<connections><connection name="x" odcFile="http://127.0.0.1/x"/></connections>')])),
    kept_book("signature", "a signed workbook", lambda d: rezipped(d, added=[("_xmlsignatures/sig1.xml", b"<Signature/>")])),
    kept_book("comments", "threaded comments that mention people", lambda d: rezipped(d, added=[("xl/threadedComments/threadedComment1.xml", b"<ThreadedComments>zzqchild</ThreadedComments>")])),
    kept_book("picture-outside", "a picture that is fetched from elsewhere", lambda d: rezipped(d, added=[("xl/drawings/_rels/drawing1.xml.rels", b'<Relationships><Relationship Id="r1" Target="http://127.0.0.1/x.png" TargetMode="External" Type="image"/></Relationships>')])),
    kept_book("utf16-part", "a part written in UTF-16", member("docProps/app.xml", lambda d: d.decode().replace("UTF-8", "UTF-16").encode("utf-16"))),
    Entry("file-secrets-in-parts", "children's names in parts that no one reads", both(book_bytes(lambda d: rezipped(d, added=[("customXml/item1.xml", b"<x>Zzqname</x>")])), secret("Zzqname")), "accepted", base="book"),
]  # fmt: skip

ENTRIES = [*NOT_WHAT_IT_SAYS, *DAMAGED, *HOSTILE, *LEFT_ALONE]
