"""Files made to fill memory: small on the disk, huge when they are opened. Each must be refused."""

import io
import zipfile

MOST = 1_500_000_000
"""Bytes that a part unfolds to."""
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def unfolding(content, part):
    """Return a zip in which one part is followed by gigabytes of blanks."""
    stream, blanks = io.BytesIO(), b" " * 10_000_000
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as into:
                into.write(old.read(name))
                for _ in range(MOST // len(blanks) if name == part else 0):
                    into.write(blanks)
    return stream.getvalue()


def laughing(content, part):
    """Return a zip in which one part declares entities that unfold a billionfold."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, laughing_xml(data) if name == part else data)
    return stream.getvalue()


def laughing_xml(content):
    """Return XML whose first text is an entity that unfolds a billionfold."""
    head, mark, rest = content.partition(b"?>")
    if not mark:
        head, rest = b'<?xml version="1.0"', content
    start = rest.index(b">", rest.index(b"<")) + 1
    return head + b"?>" + LAUGHS.encode() + rest[:start] + b"&j;" + rest[start:]


def deep_xml(content):
    """Return XML with a million elements in one another before its end."""
    at = content.rindex(b"</")
    return content[:at] + b"<a>" * 1_000_000 + b"</a>" * 1_000_000 + content[at:]


def main_part(content):
    """Return the name of a zip's largest part of XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [each for each in archive.infolist() if each.filename.endswith(".xml")]
    return max(parts, key=lambda each: each.file_size).filename
