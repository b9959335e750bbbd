"""Reads the published past: the snapshots and figures of earlier periods, unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pipeline.ingest.past.period import PublishedPeriod, find_periods
from pipeline.ingest.past.run import RunReader
from pipeline.model.dates import add_months
from pipeline.model.findings import Finding
from pipeline.model.history import History

MONTHS_BACK: Final = 14
"""How far back earlier extracts are read again: the thirteen months of a chart, and one more."""


@dataclass(frozen=True)
class Past:
    """The history that could be read, and findings on what could not."""

    history: History = field(default_factory=History)
    findings: tuple[Finding, ...] = ()


def read_past(outputs: Path, as_at: date, *, looks_back: bool) -> Past:
    """Read the periods published for days before `as_at`; looking back, those of that day too."""
    periods, findings = find_periods(outputs, as_at)
    before = [period for period in periods if period.as_at < as_at]
    reader, months = RunReader(), _first_of_months(before, as_at)
    runs = [reader.read(period, with_versions=period.name in months) for period in before]
    last = {period.as_at: period.name for period in before}
    same_day = None
    for period in reversed(periods) if looks_back else ():
        if period.as_at == as_at and same_day is None:
            found = reader.read(period, with_versions=False)
            same_day = found if found.tracker is not None else None
    history = History(
        runs=tuple(run for run in runs if run.period == last[run.as_at]),
        replaced=tuple(run for run in runs if run.period != last[run.as_at]),
        same_day=same_day,
    )
    return Past(history, (*findings, *reader.findings))


def _first_of_months(periods: Sequence[PublishedPeriod], as_at: date) -> frozenset[str]:
    """Return the first periods that saw each month as a whole, of one date the last published."""
    first: dict[tuple[int, int], PublishedPeriod] = {}
    for period in periods:
        extract_date = period.extract_date
        if (
            extract_date is None
            or not add_months(as_at, -MONTHS_BACK) <= extract_date <= period.as_at
        ):
            continue
        next_day = extract_date + timedelta(days=1)
        month = (next_day.year, next_day.month)
        if month not in first or first[month].as_at == period.as_at:
            first[month] = period
    return frozenset(period.name for period in first.values())
