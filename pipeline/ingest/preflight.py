"""Looks a workbook's zip over before any library opens it: bombs, DTDs, damage, passwords."""

import io
import re
import zipfile
import zlib
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    FILE_DAMAGED,
    FILE_PROTECTED,
    FILE_UNREADABLE,
    FILE_UNSAFE,
)

MEMBERS: Final = 2_000
TOTAL: Final = 200_000_000
LARGEST: Final = 80_000_000
RATIO: Final = 200
RATIO_FROM: Final = 1_000_000
CHUNK: Final = 1 << 16

_DTD: Final = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_STRICT: Final = b"purl.oclc.org/ooxml"
_LONGEST_MARK: Final = 64


def check_workbook(content: bytes) -> None:
    """Raise Refused unless the bytes are a whole, ordinary, unprotected .xlsx or .xlsm."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive.infolist())
            read = 0
            for member in archive.infolist():
                read += _check_content(archive, member, TOTAL - read)
            names = archive.namelist()
            if "xl/workbook.xml" not in names:
                raise Refused(FILE_UNREADABLE, why="it is an archive without a workbook in it")
            if _STRICT in archive.read("xl/workbook.xml"):
                raise Refused(FILE_UNREADABLE, why="it was saved as Strict Open XML")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Refused(FILE_DAMAGED) from error


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MEMBERS:
        raise Refused(FILE_UNSAFE, why="it holds more parts than a workbook has")
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise Refused(FILE_UNSAFE, why="two of its parts have the same name")
    if any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        raise Refused(FILE_UNSAFE, why="the name of a part points outside the file")
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused(FILE_PROTECTED)
    if sum(member.file_size for member in members) > TOTAL:
        raise Refused(FILE_UNSAFE, why="it unpacks to more than 200 MB")
    ends = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < ends:
            raise Refused(FILE_UNSAFE, why="its parts overlap")
        ends = member.header_offset + 30 + len(member.filename.encode()) + member.compress_size
        big = member.file_size > RATIO_FROM
        if member.file_size > LARGEST or (
            big and member.file_size > RATIO * max(member.compress_size, 1)
        ):
            raise Refused(FILE_UNSAFE, why="a part unpacks to far more than it should")


def _check_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> int:
    """Read a part to its end (its size may be declared falsely); return how many bytes it has."""
    marked = member.filename.lower().endswith((".xml", ".rels", ".vml"))
    read, tail = 0, b""
    with archive.open(member) as stream:
        while chunk := stream.read(CHUNK):
            read += len(chunk)
            if read > min(room, LARGEST):
                raise Refused(FILE_UNSAFE, why="a part unpacks to far more than it should")
            if marked:
                # a DTD written in UTF-16 has noughts between its letters
                seen = (tail + chunk).replace(b"\x00", b"")
                if _DTD.search(seen):
                    raise Refused(FILE_UNSAFE, why="it declares a document type (DTD)")
                tail = chunk[-_LONGEST_MARK:]
    return read
