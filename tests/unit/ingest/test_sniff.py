"""A file is what its bytes say; what cannot be read is refused with what to do."""

import pytest
from builders import EXTRACT_HEADER, OPEN, csv_text, rezipped, workbook

from pipeline.ingest.preflight import check_workbook
from pipeline.ingest.refusal import Refused
from pipeline.ingest.sniff import sniff

WORKBOOK = workbook({"Tracker": [EXTRACT_HEADER, OPEN]})
TEXT = csv_text([OPEN], EXTRACT_HEADER).encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


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
        (WORKBOOK, ".csv", "file.not_its_kind"),
        (TEXT, ".xlsx", "file.not_its_kind"),
        (b"\x1f\x8b" + TEXT, ".csv", "file.not_its_kind"),
        (b"%PDF-1.7", ".csv", "file.not_its_kind"),
        (OLE, ".xlsx", "file.old_excel"),
        (OLE, ".csv", "file.old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".xlsx", "file.protected"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(content, suffix, expected):
    assert code(sniff, content, suffix) == expected


def test_text_and_workbooks_are_told_apart():
    assert sniff(TEXT, ".csv") == sniff(TEXT, ".txt") == "delimited"
    assert sniff(WORKBOOK, ".xlsx") == sniff(WORKBOOK, ".xlsm") == "workbook"


def test_a_whole_workbook_passes_the_preflight():
    check_workbook(WORKBOOK)


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
        (
            rezipped(
                WORKBOOK,
                {
                    "xl/workbook.xml": lambda d: d.replace(
                        b"schemas.openxmlformats.org/spreadsheetml/2006/main",
                        b"purl.oclc.org/ooxml/spreadsheetml/main",
                    )
                },
            ),
            "file.unreadable",
        ),
    ],
    ids=["cut", "halved", "dtd", "dtd in utf-16", "bomb", "outside", "many parts", "strict"],
)
def test_a_workbook_that_is_damaged_or_unsafe_is_refused_before_it_is_opened(content, expected):
    assert code(check_workbook, content) == expected


def test_two_parts_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = rezipped(WORKBOOK, added=[("xl/workbook.xml", b"<workbook/>")])
    assert code(check_workbook, content) == "file.unsafe"


def test_a_zip_that_is_no_workbook_is_refused():
    stream = rezipped(WORKBOOK, added=[])
    import io
    import zipfile

    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("notes.txt", "x")
    assert code(check_workbook, empty.getvalue()) == "file.unreadable"
    check_workbook(stream)


def test_a_falsely_declared_size_does_not_get_past_the_stream():
    content = rezipped(WORKBOOK, {SHEET: lambda d: d + b" " * 100})
    damaged = bytearray(content)
    at = bytes(damaged).rindex(SHEET.encode())
    damaged[at - 22 : at - 18] = (10).to_bytes(4, "little")
    assert code(check_workbook, bytes(damaged)) == "file.damaged"
