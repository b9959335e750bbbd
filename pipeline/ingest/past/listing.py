"""What stands in the outputs folder: each period, what it published, and what is left of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pipeline.ingest.past.period import PublishedPeriod, find_periods
from pipeline.ingest.refusal import Refused
from pipeline.model.findings import Finding
from pipeline.model.periods import FIGURES, RESTRICTED

State = Literal["kept", "removed", "damaged"]


@dataclass(frozen=True)
class ListedPeriod:
    """A period: how many papers of each pack it published, and whether its files are as published."""

    name: str
    as_at: date
    papers: tuple[tuple[str, int], ...]
    child_level: State
    figures: State


def list_periods(outputs: Path) -> tuple[tuple[ListedPeriod, ...], tuple[Finding, ...]]:
    """Return every period, the oldest first, and findings on what is spoilt."""
    periods, findings = find_periods(outputs, date.max)
    return tuple(_listed(period, findings) for period in periods), tuple(findings)


def _listed(period: PublishedPeriod, findings: list[Finding]) -> ListedPeriod:
    private = [path for path in period.hashes if path.startswith(f"{RESTRICTED}/")]
    spoilt = [path for path in (*private, FIGURES) if not _is_whole(period, path, findings)]
    child_level: State = "kept" if private else "removed"
    return ListedPeriod(
        name=period.name,
        as_at=period.as_at,
        papers=tuple(sorted(Counter(pack for pack, _ in period.documents).items())),
        child_level="damaged" if set(spoilt) & set(private) else child_level,
        figures="damaged" if FIGURES in spoilt else "kept",
    )


def _is_whole(period: PublishedPeriod, path: str, findings: list[Finding]) -> bool:
    try:
        period.read(path, "a run goes on without it")
    except Refused as refused:
        findings.append(refused.finding(period.place(path)))
        return False
    return True
