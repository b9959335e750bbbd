"""Rewrites a zip so that the same parts always make the same bytes."""

import io
import zipfile
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
FIRST: Final = "[Content_Types].xml"
UNIX: Final = 3


def fixed_zip(content: bytes) -> bytes:
    """Return the same members, content types first and the rest by name, without times."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zip_of({name: archive.read(name) for name in archive.namelist()})


def zip_of(parts: dict[str, bytes]) -> bytes:
    """Return a zip of the parts by name, in a fixed order and without times."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST, name)):
            member = zipfile.ZipInfo(name, EPOCH)
            member.create_system = UNIX
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, parts[name])
    return made.getvalue()
