"""Looks an Office file's zip over before any library opens it: bombs, DTDs, damage, passwords."""

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    FILE_DAMAGED,
    FILE_PROTECTED,
    FILE_UNSAFE,
)

MEMBERS: Final = 2_000
TOTAL: Final = 200_000_000
LARGEST: Final = 80_000_000
RATIO: Final = 200
RATIO_FROM: Final = 1_000_000
CHUNK: Final = 1 << 16
MARKED: Final = (".xml", ".rels", ".vml")
"""What the names of parts end in that are XML."""
DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What Python raises over an archive that is not whole."""

_DTD: Final = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_ENTRY: Final = b"PK\x01\x02"
_TOO_MANY: Final = "it holds more parts than such a file has"
_USUAL: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_TAG: Final = 2_000_000
_ODDLY_WRITTEN: Final = "a part is not written as an office program writes it"
_MOST_TAGS: Final = 12_000_000
"""A sheet of 80 MB has three quarters as many; many more would take minutes to read."""
_LONGEST_MARK: Final = 64


def part_names(content: bytes) -> tuple[str, ...]:
    """Return what the parts of a zip are called; nothing is unpacked. Raises Refused."""
    return tuple(_opened(content).namelist())


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Open a zip, every part of which is safe to read. Raises Refused."""
    archive = _opened(content)
    try:
        check_archive(archive)
    except DAMAGE as error:
        raise Refused(FILE_DAMAGED) from error
    return archive


def _opened(content: bytes) -> zipfile.ZipFile:
    if content.count(_ENTRY) > 2 * MEMBERS:  # Python would list them all before one can count them
        raise Refused(FILE_UNSAFE, why=_TOO_MANY)
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise Refused(FILE_DAMAGED) from error


def check_archive(archive: zipfile.ZipFile) -> None:
    """Raise Refused unless every part of an Office file's zip is safe to read; `DAMAGE` if not whole."""
    _check_members(archive.infolist())
    read, tags = 0, 0
    for member in archive.infolist():
        markup = _Markup() if member.filename.lower().endswith(MARKED) else None
        read += _check_content(archive, member, TOTAL - read, markup)
        tags += markup.tags if markup else 0
        if tags > _MOST_TAGS:
            raise Refused(FILE_UNSAFE, why=_ODDLY_WRITTEN)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MEMBERS:
        raise Refused(FILE_UNSAFE, why=_TOO_MANY)
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise Refused(FILE_UNSAFE, why="two of its parts have the same name")
    if any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        raise Refused(FILE_UNSAFE, why="the name of a part points outside the file")
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused(FILE_PROTECTED)
    if any(member.compress_type not in _USUAL for member in members):
        raise Refused(FILE_UNSAFE, why="it is packed in a way that no office program uses")
    if sum(member.file_size for member in members) > TOTAL:
        raise Refused(FILE_UNSAFE, why="it unpacks to more than 200 MB")
    ends = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < ends:
            raise Refused(FILE_UNSAFE, why="its parts overlap")
        ends = member.header_offset + 30 + len(_named(member)) + member.compress_size
        big = member.file_size > RATIO_FROM
        if member.file_size > LARGEST or (
            big and member.file_size > RATIO * max(member.compress_size, 1)
        ):
            raise Refused(FILE_UNSAFE, why="a part unpacks to far more than it should")


def _named(member: zipfile.ZipInfo) -> bytes:
    return member.filename.encode("utf-8" if member.flag_bits & 0x800 else "cp437", "replace")


def _check_content(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int, markup: "_Markup | None"
) -> int:
    """Read a part to its end (its size may be declared falsely); return how many bytes it has."""
    read = 0
    with archive.open(member) as stream:
        while chunk := stream.read(CHUNK):
            read += len(chunk)
            if read > min(room, LARGEST):
                raise Refused(FILE_UNSAFE, why="a part unpacks to far more than it should")
            if markup:
                markup.check(chunk)
    return read


class _Markup:
    """Looks over the XML of one part, piece by piece."""

    def __init__(self) -> None:
        self.tags = 0
        self._tail = b""
        self._open = -1
        """How long the tag is so far in which the last piece ended; -1 if it ended in none."""

    def check(self, chunk: bytes) -> None:
        """Raise Refused over a document type and over a tag that does not end."""
        # a DTD written in UTF-16 has noughts between its letters
        if _DTD.search((self._tail + chunk).replace(b"\x00", b"")):
            raise Refused(FILE_UNSAFE, why="it declares a document type (DTD)")
        self._tail = chunk[-_LONGEST_MARK:]
        self.tags += chunk.count(b"<")
        opened, closed = chunk.rfind(b"<"), chunk.rfind(b">")
        if opened > closed:
            self._open = len(chunk) - opened
        elif closed >= 0 or self._open < 0:
            self._open = -1
        else:
            self._open += len(chunk)
        if self._open > _LONGEST_TAG:
            raise Refused(FILE_UNSAFE, why=_ODDLY_WRITTEN)
