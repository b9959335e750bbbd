"""Turns bytes into text: UTF-8, UTF-16 or Windows-1252, strictly; never a guess that cannot fail."""

import codecs
import io

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    ENCODING,
    ENCODING_MIXED,
)

_SHARE_OF_NULS = 0.3
"""In UTF-16 text of this country nearly every second byte is nought."""


def decode(content: bytes) -> str:
    """Return the text of a file.

    A byte-order mark decides; else UTF-8 if all of it is; else Windows-1252, unless some lines
    are UTF-8 and others not. Raises Refused with the line of the first byte that does not fit.
    """
    if content.startswith(codecs.BOM_UTF8):
        return _decode(content.removeprefix(codecs.BOM_UTF8), "utf-8", "UTF-8")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode(content, "utf-16", "UTF-16")
    head = content[:4000]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if half and half.count(0) > _SHARE_OF_NULS * len(head):
            return _decode(content, name, "UTF-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line(content, error.start)
    lines = io.BytesIO(content.replace(b"\r", b"\n"))
    if any(_is_utf8_beyond_ascii(each) for each in lines):
        raise Refused(ENCODING_MIXED, line=str(line))
    return _decode(content, "cp1252", "Windows-1252")


def _decode(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line(content, error.start)
        raise Refused(ENCODING, line=str(line), encoding=name) from error


def _line(content: bytes, position: int) -> int:
    before = content[:position]
    return 1 + max(before.count(b"\n"), before.count(b"\r"))


def _is_utf8_beyond_ascii(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
