"""One published period on disk: its manifest, and its files if they are as they were published."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pipeline.ingest.refusal import Refused
from pipeline.model.calendar import Meeting
from pipeline.model.dates import add_months
from pipeline.model.findings import Finding, Place
from pipeline.model.periods import MANIFEST, RESTRICTED, period_of
from pipeline.model.removed import RECORD, read_record
from pipeline.model.rules.history import (
    HISTORY_ALTERED,
    HISTORY_MANIFEST,
    HISTORY_MISSING,
    HISTORY_UNREADABLE,
)
from pipeline.model.scopes import Scope
from pipeline.model.terms import ScopeType


@dataclass(frozen=True)
class PublishedPeriod:
    """A period's folder and what its manifest says.

    `hashes` are by path, those of restricted files under `restricted/`; what retention removed is
    not among them.
    """

    outputs: Path
    name: str
    as_at: date
    number: int
    extract_date: date | None
    documents: frozenset[tuple[str, Scope]]
    meetings: Mapping[str, Meeting]
    hashes: Mapping[str, str]
    digest: str

    def read(self, path: str, lost: str) -> bytes:
        """Return a file's content. Raises Refused, saying what is lost, if it is not as published."""
        place = self.place(path)
        folder = f"{RESTRICTED}/{self.name}" if path.startswith(RESTRICTED) else self.name
        try:
            content = (self.outputs / place).read_bytes()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Refused(HISTORY_MISSING, lost=lost, folder=folder) from error
        except OSError as error:
            raise Refused(HISTORY_UNREADABLE, lost=lost, folder=folder) from error
        if sha256(content).hexdigest() != self.hashes.get(path):
            raise Refused(HISTORY_ALTERED, lost=lost, folder=folder)
        return content

    def place(self, path: str) -> str:
        """Return what findings call a file of the period."""
        private = path.startswith(f"{RESTRICTED}/")
        inside = path.removeprefix(f"{RESTRICTED}/")
        return f"{RESTRICTED}/{self.name}/{inside}" if private else f"{self.name}/{inside}"


def find_periods(outputs: Path, until: date) -> tuple[list[PublishedPeriod], list[Finding]]:
    """Return the periods up to a day in the order of their publishing, and findings on manifests."""
    if not outputs.is_dir():
        return [], []
    periods, findings = [], []
    for folder in sorted(outputs.iterdir()):
        dated = period_of(folder.name)
        if dated is None or dated[0] > until or not folder.is_dir():
            continue
        try:
            periods.append(_period(folder, *dated))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            facts = (("folder", folder.name),)
            findings.append(
                Finding(HISTORY_MANIFEST, Place(f"{folder.name}/{MANIFEST}"), facts=facts)
            )
    periods.sort(key=lambda period: (period.as_at, period.number))
    return periods, findings


def _period(folder: Path, as_at: date, number: int) -> PublishedPeriod:
    content = (folder / MANIFEST).read_bytes()
    manifest = json.loads(content)
    extract_date = manifest["extract_date"]
    hashes = {output["path"]: output["sha256"] for output in manifest["outputs"]}
    gone = _removed(folder.parent / RESTRICTED / folder.name)
    hashes |= {
        f"{RESTRICTED}/{kept['path']}": kept["sha256"]
        for kept in manifest["restricted"]
        if kept["path"] not in gone
    }
    return PublishedPeriod(
        outputs=folder.parent,
        name=folder.name,
        as_at=as_at,
        number=number,
        extract_date=date.fromisoformat(extract_date) if extract_date else None,
        documents=frozenset(
            (output["pack"], _scope(output["locality"], output["team"]))
            for output in manifest["outputs"]
            if output["pack"]
        ),
        meetings={each["locality"]: _meeting(each) for each in manifest["meetings"]},
        hashes=hashes,
        digest=sha256(content).hexdigest(),
    )


def _removed(private: Path) -> Collection[str]:
    """Return what retention removed from a period."""
    try:
        return read_record((private / RECORD).read_bytes()).hashes
    except (OSError, ValueError):
        return ()


def _scope(locality: str, team: str) -> Scope:
    kind: ScopeType = "team" if team else "locality" if locality else "authority"
    return Scope(kind, locality, team)


def _meeting(said: Mapping[str, object]) -> Meeting:
    """Return a meeting; manifests once left out the one after it."""
    day = date.fromisoformat(str(said["date"]))
    after = said.get("next")
    return Meeting(
        day,
        date.fromisoformat(str(after)) if after else add_months(day, 1),
        planned=bool(said["planned"]),
    )
