"""Late recording: starts and finishes that earlier runs, which saw the month whole, did not have."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from pipeline.model.dates import window_name
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figure
from pipeline.transform.days import Days, day, days
from pipeline.transform.figures import absent_figures, count_figures, share_figures
from pipeline.transform.places import Mask
from pipeline.transform.plans import Plans, merge_versions
from pipeline.transform.state import State
from pipeline.transform.windows import Span

MONTHS: Final = 13
"""How many of the latest months are looked at: those of a chart."""
NO_MONTH: Final = "no complete month is known"
NO_RUN: Final = "no earlier run saw the month whole within a month of its end"
SOON: Final = timedelta(days=31)
"""A run that first saw a month later than this saw what was recorded late, too."""


def late_figures(state: State, history: History) -> Iterator[Figure]:
    """Yield, by month, the starts and finishes recorded late, and their share over all months.

    A start (finish) is late where the first run that saw its month whole had none for that child
    in that month.
    """
    spans = state.series.months[-MONTHS:]
    seen = {} if state.lacks() else _first_to_see(history, spans)
    then = {
        span.name: _plans_then(state, run.versions, run.as_at, span)
        for span in spans
        if (run := seen.get(span.name)) is not None and run.versions is not None
    }
    for flow in ("starts", "finishes"):
        late: Mask = np.zeros(len(state.plans.start), dtype=bool)
        whole, known = late.copy(), []
        measure = f"plans.{flow}.recorded_late"
        if not spans:
            why = state.lacks() or NO_MONTH
            yield from absent_figures(measure, state.rows.scopes, unit="plans", why=why)
        for span in spans:
            windows = (span.name,)
            if why := state.lacks() or state.series.why_not(span) or _unseen(seen, span):
                yield from absent_figures(
                    measure, state.rows.scopes, windows=windows, unit="plans", why=why
                )
                continue
            mine = _inside(state.plans, flow, span)
            before = then[span.name]
            had = before.frame["child_id"][_inside(before, flow, span)]
            missed = mine & ~state.plans.frame["child_id"].isin(had).to_numpy(dtype=bool)
            note = f"since the run of {seen[span.name].as_at:%d/%m/%Y}"
            yield from count_figures(
                measure, state.rows, missed, window=span.name, of=mine, note=note
            )
            late, whole = late | missed, whole | mine
            known.append(span)
        yield from _share(state, f"{measure}.share", late, whole, known)


def _share(
    state: State, measure: str, late: Mask, whole: Mask, known: list[Span]
) -> Iterator[Figure]:
    """Yield the share of all that were recorded late in the months that could be judged."""
    if not known:
        why = state.lacks() or state.series.why or NO_RUN
        yield from absent_figures(measure, state.rows.scopes, unit="share", why=why)
        return
    window = window_name(known[0].first, known[-1].last)
    note = f"{len(known)} months" if len(known) > 1 else ""
    yield from share_figures(
        measure, state.rows, late, whole, window=window, nothing="none in these months", note=note
    )


def _first_to_see(history: History, spans: Iterable[Span]) -> dict[str, EarlierRun]:
    """Return, by month, the first run whose extract was of its last day or soon after."""
    runs = [
        run
        for run in (*history.replaced, *history.runs)
        if run.versions is not None and run.extract_date is not None
    ]
    runs.sort(key=lambda run: run.as_at)
    seen = {}
    for span in spans:
        found = (run for run in runs if run.extract_date and run.extract_date >= span.last)
        first = next(found, None)
        if first is not None and first.as_at <= span.last + SOON:
            seen[span.name] = first
    return seen


def _unseen(seen: Mapping[str, EarlierRun], span: Span) -> str:
    return "" if span.name in seen else NO_RUN


def _plans_then(state: State, versions: pd.DataFrame, as_at: date, span: Span) -> Plans:
    """Return the plans that may start or end in a month, as a run knew them, merged as today."""
    inside = np.zeros(len(versions), dtype=bool)
    for column in ("plan_start", "plan_end"):
        dates = days(versions[column])
        inside |= (dates >= day(span.first)) & (dates <= day(span.last))
    theirs = versions[versions["child_id"].isin(versions["child_id"][inside])]
    placed = theirs.assign(file="", sheet="", row=0)
    return merge_versions(placed, as_at, state.thresholds.merge_gap_days, state.places)[0]


def _inside(plans: Plans, flow: str, span: Span) -> Mask:
    dates: Days = plans.start if flow == "starts" else plans.end
    return (dates >= day(span.first)) & (dates <= day(span.last))
