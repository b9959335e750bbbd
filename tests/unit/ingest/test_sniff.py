"""A file is what its bytes say; what cannot be read is refused with what to do."""

import pytest
from builders import EXTRACT_HEADER, OPEN, csv_text, rezipped, workbook
from old_workbooks import ole, xls
from open_workbooks import ods, zip_of

from pipeline.ingest.files.preflight import open_archive
from pipeline.ingest.files.sniff import sniff
from pipeline.ingest.refusal import Refused

WORKBOOK = workbook({"Tracker": [EXTRACT_HEADER, OPEN]})
TEXT = csv_text([OPEN], EXTRACT_HEADER).encode()
OLE = ole({"WordDocument": b""})
XML_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


def code(call, *args):
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value.rule.code


@pytest.mark.parametrize(
    ("content", "suffix", "expected"),
    [
        (b"", ".csv", "file.empty"),
        (b"\n\r\n", ".csv", "file.empty"),
        (b"\x00" * 100, ".xlsx", "file.empty"),
        (b"<!DOCTYPE html><html><body>Sign in", ".csv", "file.web_page"),
        (b"\xef\xbb\xbf\n <HTML>", ".xlsx", "file.web_page"),
        (b"\x1f\x8b" + TEXT, ".csv", "file.not_its_kind"),
        (b"%PDF-1.7", ".csv", "file.not_its_kind"),
        (OLE, ".xls", "file.not_its_kind"),
        (bytes(range(256)) * 4, ".xlsx", "file.not_its_kind"),
        (XML_2003, ".xls", "file.not_its_kind"),
        (zip_of("word/document.xml"), ".xlsx", "file.not_its_kind"),
        (zip_of("xl/workbook.bin"), ".xlsb", "file.not_its_kind"),
        (zip_of("Index/Document.iwa"), ".xlsx", "file.not_its_kind"),
        (zip_of("notes.txt"), ".xlsx", "file.not_its_kind"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".xlsx", "file.protected"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(content, suffix, expected):
    assert code(sniff, content, suffix) == expected


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".xlsm", ".xls", ".ods", ".txt"])
def test_what_holds_tables_is_told_by_its_content_whatever_its_name_says(suffix):
    assert sniff(TEXT, suffix) == "delimited"
    assert sniff(TEXT.decode().encode("utf-16"), suffix) == "delimited"
    assert sniff(WORKBOOK, suffix) == "xlsx"
    assert sniff(ods([["x"]]), suffix) == "ods"
    assert sniff(xls({"A": [["x"]]}), suffix) == "xls"


def test_a_whole_workbook_passes_the_preflight():
    open_archive(WORKBOOK)


def dtd(data):
    return data.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook', 1)


def far_beyond(data):
    return data.replace(b"</sheetData>", b" " * 3_000_000 + b"</sheetData>")


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (WORKBOOK[:-3000], "file.damaged"),
        (WORKBOOK[: len(WORKBOOK) // 2], "file.damaged"),
        (rezipped(WORKBOOK, {"xl/workbook.xml": dtd}), "file.unsafe"),
        (
            rezipped(WORKBOOK, {"xl/workbook.xml": lambda d: dtd(d).decode().encode("utf-16")}),
            "file.unsafe",
        ),
        (rezipped(WORKBOOK, {SHEET: far_beyond}), "file.unsafe"),
        (rezipped(WORKBOOK, added=[("../outside.xml", b"x")]), "file.unsafe"),
        (rezipped(WORKBOOK, added=[(f"part{n}", b"") for n in range(2001)]), "file.unsafe"),
    ],
    ids=["cut", "halved", "dtd", "dtd in utf-16", "bomb", "outside", "many parts"],
)
def test_a_workbook_that_is_damaged_or_unsafe_is_refused_before_it_is_opened(content, expected):
    assert code(open_archive, content) == expected


def test_two_parts_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = rezipped(WORKBOOK, added=[("xl/workbook.xml", b"<workbook/>")])
    assert code(open_archive, content) == "file.unsafe"


def test_a_falsely_declared_size_does_not_get_past_the_stream():
    content = rezipped(WORKBOOK, {SHEET: lambda d: d + b" " * 100})
    damaged = bytearray(content)
    at = bytes(damaged).rindex(SHEET.encode())
    damaged[at - 22 : at - 18] = (10).to_bytes(4, "little")
    assert code(open_archive, bytes(damaged)) == "file.damaged"
