"""Names what a file is that holds no tables that are read: for the sentence that refuses it."""

from collections.abc import Sequence
from typing import Final

WEB_PAGE: Final = "a web page"
OLD_DOCUMENT: Final = "a document of an old Office program, but no workbook"

_STARTS: Final = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_PAGES: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<table")
_XML_SPREADSHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_ZIPPED: Final = (
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("index/", "an Apple Numbers or Pages file"),
    ("index.zip", "an Apple Numbers or Pages file"),
)
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD: Final = 4000


def zipped(parts: Sequence[str]) -> str:
    """Return what a zip is, by the names of its parts."""
    for start, words in _ZIPPED:
        if any(part.lower().startswith(start) for part in parts):
            return words
    return "a zip archive"


def unzipped(content: bytes) -> str:
    """Return what a file is by its beginning; blank if it may be delimited text."""
    for start, words in _STARTS:
        if content.startswith(start):
            return words
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_PAGES):
        return WEB_PAGE
    if not head.startswith(b"<?xml"):
        return ""
    if b"<html" in head:
        return WEB_PAGE
    return "an XML spreadsheet of Excel 2003" if _XML_SPREADSHEET in head else "an XML document"


def is_binary(content: bytes) -> bool:
    """Return whether noughts stand at the start, unless every other byte is one, as in UTF-16."""
    head = content[:_HEAD]
    wide = content.startswith(_WIDE_MARKS) or not all(any(head[each::2]) for each in (0, 1))
    return b"\x00" in head and not wide
