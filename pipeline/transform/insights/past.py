"""Since when earlier runs have found the same, and whether it has become worse."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from pipeline.model.history import EarlierRun, History
from pipeline.model.insights import Insight

A_MONTH_AGO = timedelta(days=21)
"""Runs of the same month prepare the same meeting: what they found is no older matter."""
WORSE = 1.25
LEAST_WORSE = 5
"""A matter is worse if it is a quarter, and so many plans, further beyond what was expected."""


def with_past(insights: Iterable[Insight], history: History, as_at: date) -> Iterator[Insight]:
    """Yield each insight with the day since when runs have found it without a break."""
    before = [run for run in reversed(history.runs) if run.as_at < as_at]
    for each in insights:
        unbroken = _unbroken(before, each)
        since = each.since or (unbroken[-1].as_at if unbroken else None)
        older = [run for run in unbroken if run.as_at <= as_at - A_MONTH_AGO]
        standing = bool(older) and not is_worse(each, beyond_in(older[0], each))
        yield replace(each, since=since, standing=standing)


def _unbroken(before: list[EarlierRun], insight: Insight) -> list[EarlierRun]:
    """Return the latest runs that all found the same, the latest first."""
    return list(takewhile(lambda run: beyond_in(run, insight) is not None, before))


def beyond_in(run: EarlierRun, insight: Insight) -> float | None:
    """Return how far beyond what was expected a run found the same; None if it did not."""
    rows = run.figures.of("insight.beyond", insight.place)
    return next((row.value for row in rows if row.category == insight.rule.id), None)


def is_worse(insight: Insight, then: float | None) -> bool:
    """Return whether it is clearly further out than it was; not where that is not known."""
    if then is None:
        return False
    return insight.beyond >= max(then * WORSE, then + LEAST_WORSE)
