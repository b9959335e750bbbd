"""Tells by its first bytes what a file really is, whatever its name says."""

from typing import Literal

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    FILE_EMPTY,
    FILE_NOT_ITS_KIND,
    FILE_OLD_EXCEL,
    FILE_PROTECTED,
    FILE_TOO_LARGE,
    FILE_WEB_PAGE,
)

Form = Literal["delimited", "workbook"]

DELIMITED = (".csv", ".txt", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm")
LARGEST = 100_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def sniff(content: bytes, suffix: str) -> Form:
    """Return whether the file is delimited text or a workbook.

    Raises Refused if it is empty, protected, too large, or not what its suffix says.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(FILE_EMPTY)
    if len(content) > LARGEST:
        raise Refused(FILE_TOO_LARGE, limit=f"{LARGEST // 1_000_000} MB")
    if content.startswith(_OLE):
        protected = _ENCRYPTED in content
        raise Refused(FILE_PROTECTED if protected else FILE_OLD_EXCEL)
    zipped = content.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if suffix in WORKBOOKS and zipped:
        return "workbook"
    if suffix in DELIMITED and not zipped:
        found = _other_form(content)
        if not found:
            return "delimited"
    else:
        found = "a zip archive or workbook" if zipped else _other_form(content) or "plain text"
    if found == "a web page":
        raise Refused(FILE_WEB_PAGE)
    raise Refused(FILE_NOT_ITS_KIND, suffix=suffix, found=found)


def _other_form(content: bytes) -> str:
    for magic, words in _OTHERS:
        if content.startswith(magic):
            return words
    head = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<table")):
        return "a web page"
    if head.startswith(b"<?xml"):
        return "a web page" if b"<html" in content[:2000].lower() else "an XML document"
    return ""
