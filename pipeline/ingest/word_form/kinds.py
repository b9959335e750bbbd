"""Tells by its first bytes what came back in place of a Word document, and how to mend that."""

from typing import Final, NoReturn

from pipeline.ingest.files.sniff import LARGEST
from pipeline.ingest.refusal import Refused
from pipeline.model.rules.documents import (
    DOCUMENT_EMPTY,
    DOCUMENT_OTHER_KIND,
    DOCUMENT_PROTECTED,
    DOCUMENT_UNSAFE,
)

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAIL: Final = "__substg1.0".encode("utf-16-le")
_OLD_EXCEL: Final = "Workbook".encode("utf-16-le")

SAVE: Final = "Open it in Word and save it as .docx"
COPY: Final = "Copy what is in it into the form and put that here"
TAKE_OUT: Final = "Save the form that is in it here by itself"
_OTHERS: Final = (
    (b"%PDF", "a PDF", COPY),
    (b"{\\rtf", "a rich-text document (.rtf)", SAVE),
    (b"\x1f\x8b", "an archive", TAKE_OUT),
    (b"Rar!", "an archive", TAKE_OUT),
    (b"7z\xbc\xaf", "an archive", TAKE_OUT),
    (b"\x89PNG", "a picture", COPY),
    (b"\xff\xd8\xff", "a picture", COPY),
    (b"GIF8", "a picture", COPY),
    (b"BM", "a picture", COPY),
    (b"II*\x00", "a picture", COPY),
    (b"MM\x00*", "a picture", COPY),
)
_MAIL_HEADS: Final = (b"received:", b"from:", b"return-path:", b"mime-version:", b"delivered-to:")
_WEB: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")


def refuse_other_documents(content: bytes, suffix: str) -> None:
    """Raise Refused unless the bytes can be those of a Word document: a zip."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(DOCUMENT_EMPTY)
    if len(content) > LARGEST:
        raise Refused(DOCUMENT_UNSAFE, why="it is far larger than a form")
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found, how = _other(content, suffix)
        raise Refused(DOCUMENT_OTHER_KIND, found=found, how=how)


def refuse_other_archives(names: set[str], mimetype: bytes) -> NoReturn:
    """Raise Refused if a zip holds something else than a Word document."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        found, how = (
            "an OpenDocument file (.odt)",
            "Open it in Word or LibreOffice and save it as .docx",
        )
    elif "xl/workbook.xml" in names:
        found, how = "an Excel workbook", COPY
    elif "ppt/presentation.xml" in names:
        found, how = "a presentation", COPY
    elif "[Content_Types].xml" in names:
        found, how = "not whole, or another kind of Office file", SAVE
    else:
        found, how = "a zip archive", TAKE_OUT
    raise Refused(DOCUMENT_OTHER_KIND, found=found, how=how)


def _other(content: bytes, suffix: str) -> tuple[str, str]:
    if content.startswith(_OLE):
        return _old_office(content)
    for magic, found, how in _OTHERS:
        if content.startswith(magic):
            return found, how
    return _text(content, suffix)


def _old_office(content: bytes) -> tuple[str, str]:
    if _ENCRYPTED in content:
        raise Refused(DOCUMENT_PROTECTED)
    if _MAIL in content:
        return "an e-mail", TAKE_OUT
    if _OLD_EXCEL in content:
        return "an old Excel workbook (.xls)", COPY
    return "an old Word document (.doc)", SAVE


def _text(content: bytes, suffix: str) -> tuple[str, str]:
    head = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_WEB) or b"<html" in head:
        return "a web page", "If it is a sign-in page, sign in and download the form again"
    if suffix == ".eml" or head.startswith(_MAIL_HEADS):
        return "an e-mail", TAKE_OUT
    if head.startswith(b"<?xml"):
        return "an XML file", SAVE
    return "plain text" if _is_text(content) else "of another kind", COPY


def _is_text(content: bytes) -> bool:
    return b"\x00" not in content[:2000] or content.startswith((b"\xff\xfe", b"\xfe\xff"))
