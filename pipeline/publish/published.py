"""What publishing answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from pipeline.model.findings import Finding


@dataclass(frozen=True)
class Published:
    """A period that stands in the outputs folder.

    `already`: it stood there before, with this same result. `changed`: what differs from the
    result published before for the same as-at date, in words. `spoiled`: what is missing or altered
    in earlier periods of that date, in words. `findings` are those of the whole run.
    """

    period: str
    as_at: date
    folder: Path
    restricted: Path
    documents: tuple[PurePosixPath, ...]
    findings: tuple[Finding, ...]
    already: bool = False
    changed: tuple[str, ...] = ()
    spoiled: tuple[str, ...] = ()
