"""The record of what retention removed from a period: paths and hashes, no values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

RECORD: Final = "removed.json"
"""Its name in the period's restricted folder."""
FORMAT: Final = 1


@dataclass(frozen=True)
class Removed:
    """What was removed on a day: SHA-256 by path in the period's restricted folder."""

    on: date
    hashes: Mapping[str, str]


def record_of(removed: Removed) -> bytes:
    """Return the record as JSON."""
    said = {
        "format": FORMAT,
        "on": removed.on.isoformat(),
        "removed": [{"path": path, "sha256": sha} for path, sha in sorted(removed.hashes.items())],
    }
    return f"{json.dumps(said, indent=2, ensure_ascii=False)}\n".encode()


def read_record(content: bytes) -> Removed:
    """Return what a record says. Raises ValueError if it is none."""
    try:
        said = json.loads(content)
        hashes = {str(each["path"]): str(each["sha256"]) for each in said["removed"]}
        return Removed(date.fromisoformat(said["on"]), hashes)
    except (KeyError, TypeError) as error:
        message = "no record of what was removed"
        raise ValueError(message) from error
