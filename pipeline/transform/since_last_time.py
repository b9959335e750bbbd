"""Since last time: from the day after the as-at date of the pack before, up to D."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import window_name
from pipeline.model.history import History
from pipeline.model.scopes import Scope
from pipeline.transform.windows import Span

LONGEST: Final = timedelta(days=366)
"""A pack that was not made for longer is no last time."""


def last_packs(history: History, as_at: date) -> dict[tuple[str, Scope], date]:
    """Return, by pack and scope, the as-at date of the last one published."""
    runs = sorted((*history.replaced, *history.runs), key=lambda run: run.as_at)
    return {
        document: run.as_at
        for run in runs
        if run.as_at >= as_at - LONGEST
        for document in run.documents
    }


def since_spans(packs: Mapping[tuple[str, Scope], date], as_at: date) -> tuple[Span, ...]:
    """Return the windows since the packs before, the longest first."""
    first_days = sorted({then + timedelta(days=1) for then in packs.values()})
    return tuple(Span(window_name(first, as_at), first, as_at) for first in first_days)
