"""Whether what stands in a published period is still what was published there."""

from collections.abc import Collection, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from pipeline.model.periods import MANIFEST, RESTRICTED
from pipeline.model.removed import RECORD, read_record
from pipeline.publish.periods import Period

WRITTEN_IN: Final = ".docx"
"""What people are meant to write in: that it differs says nothing."""


def spoiled(outputs: Path, period: Period, paths: Sequence[str]) -> tuple[str, ...]:
    """Return which of a period's files are missing or were altered since, in words.

    `paths` are as in its hashes. Files that this user may not read count as intact.
    """
    private = outputs / RESTRICTED / period.name
    kept = _there(private)
    gone = _removed(private)
    found = [] if kept else [f"{RESTRICTED}/{period.name} is missing"]
    for path in paths:
        inside = path.removeprefix(f"{RESTRICTED}/")
        if inside == path:
            file, named = outputs / period.name / path, f"{period.name}/{path}"
        elif not kept:
            continue  # said of the whole folder
        elif inside in gone:
            continue  # removed on purpose
        else:
            file, named = private / inside, f"{RESTRICTED}/{period.name}/{inside}"
        if not _there(file):
            found.append(f"{named} is missing")
        elif not path.endswith(WRITTEN_IN) and _altered(file, period.hashes[path]):
            found.append(f"{named} was altered")
    return tuple(found)


def unreadable(periods: Sequence[Period]) -> tuple[str, ...]:
    """Return, in words, which periods' manifests can't be read."""
    return tuple(
        f"{period.name}/{MANIFEST} cannot be read" for period in periods if not period.readable
    )


def _removed(private: Path) -> Collection[str]:
    try:
        return read_record((private / RECORD).read_bytes()).hashes
    except (OSError, ValueError):
        return ()


def _there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _altered(file: Path, digest: str) -> bool:
    try:
        return sha256(file.read_bytes()).hexdigest() != digest
    except PermissionError:
        return False
    except OSError:
        return True
