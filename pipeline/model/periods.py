"""The periods that stand in the outputs folder: what they are called, and the files in each."""

import re
from datetime import date
from typing import Final

RESTRICTED: Final = "restricted"
MANIFEST: Final = "manifest.json"
FIGURES: Final = "figures.csv"
FINDINGS: Final = "findings.csv"
SNAPSHOT: Final = "snapshot"
ABOUT: Final = "snapshot/snapshot.json"
MINUTES: Final = "snapshot/minutes.json"
PRIORITIES: Final = "snapshot/priorities.json"

SNAPSHOT_FORMAT: Final = 2
"""1 had neither minutes nor the trackers' cells as typed. Every format up to this one is read."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:-r([1-9]\d*))?")


def period_of(name: str) -> tuple[date, int] | None:
    """Return the as-at date and the number of a period's folder; None if it is none's name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2] or 1)
    except ValueError:
        return None
