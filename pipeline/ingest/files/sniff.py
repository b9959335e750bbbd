"""Tells by its bytes what a file really is, whatever its name says."""

from typing import Final, Literal

from pipeline.ingest.files.other_files import OLD_DOCUMENT, WEB_PAGE, is_binary, unzipped, zipped
from pipeline.ingest.files.preflight import part_names
from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    FILE_EMPTY,
    FILE_NOT_ITS_KIND,
    FILE_PROTECTED,
    FILE_TOO_LARGE,
    FILE_WEB_PAGE,
)

Form = Literal["delimited", "xlsx", "xls", "ods"]

DELIMITED: Final = (".csv", ".txt", ".tsv")
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
LARGEST: Final = 100_000_000

CALLED: Final[dict[Form, str]] = {
    "delimited": "plain text",
    "xlsx": "an Excel workbook (.xlsx)",
    "xls": "an old Excel workbook (.xls)",
    "ods": "an OpenDocument spreadsheet (.ods)",
}
_SUFFIXES: Final[dict[Form, tuple[str, ...]]] = {
    "delimited": DELIMITED,
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls",),
    "ods": (".ods",),
}

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_BOOKS: Final = tuple(f"{name}\0\0\0\0".encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def sniff(content: bytes, suffix: str) -> Form:
    """Return what the file is: delimited text, or a workbook of one of three kinds.

    Raises Refused if it is empty, protected, too large, or nothing that holds tables.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(FILE_EMPTY)
    if len(content) > LARGEST:
        raise Refused(FILE_TOO_LARGE, limit=f"{LARGEST // 1_000_000} MB")
    if content.startswith(_OLE):
        return _ole(content)
    if content.startswith(_ZIPS):
        return _zip(content)
    found = unzipped(content)
    if not found and suffix not in DELIMITED and is_binary(content):
        found = "neither a workbook nor text"
    if found:
        rule = FILE_WEB_PAGE if found == WEB_PAGE else FILE_NOT_ITS_KIND
        raise Refused(rule, found=found)
    return "delimited"


def is_misnamed(form: Form, suffix: str) -> bool:
    """Return whether a file's suffix is that of another kind of file."""
    return suffix not in _SUFFIXES[form]


def _ole(content: bytes) -> Form:
    if any(name in content for name in _OLD_BOOKS):
        return "xls"
    if _ENCRYPTED in content:
        raise Refused(FILE_PROTECTED)
    raise Refused(FILE_NOT_ITS_KIND, found=OLD_DOCUMENT)


def _zip(content: bytes) -> Form:
    parts = part_names(content)
    names = {part.lower() for part in parts}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names or "encrypted-package" in names:
        return "ods"
    raise Refused(FILE_NOT_ITS_KIND, found=zipped(parts))
