"""Plans that came back: started within a year of the end of the child's last plan."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from pipeline.model.dates import add_months
from pipeline.model.measures import Figure
from pipeline.transform.days import day, months_later
from pipeline.transform.figures import absent_figures, count_figures
from pipeline.transform.places import Mask
from pipeline.transform.state import State
from pipeline.transform.windows import Span

MEASURE: Final = "plans.returned"
SHARE: Final = "plans.returned.share"
MONTHS: Final = 12


def returned_figures(state: State) -> Iterator[Figure]:
    """Yield the plans started in each window within twelve months of that child's last plan's end.

    A window is not supplied where the ends of the twelve months before it are not all known.
    """
    returned = _returned(state)
    for span in state.series.judged:
        yield from _in_window(state, span, returned)


def returned_in(state: State, span: Span) -> Iterator[Figure]:
    """Yield the same of one window that is no month, and as a share."""
    for figure in _in_window(state, span, _returned(state)):
        yield figure
        if figure.value is not None and figure.denominator:
            part = figure.value / figure.denominator
            yield replace(figure, measure=SHARE, value=part, unit="share")


def _in_window(state: State, span: Span, returned: Mask) -> Iterator[Figure]:
    if why := state.lacks() or _why_not(state, span):
        windows = (span.name,)
        yield from absent_figures(
            MEASURE, state.rows.scopes, windows=windows, unit="plans", why=why
        )
        return
    start = state.plans.start
    started = (start >= day(span.first)) & (start <= day(span.last))
    yield from count_figures(
        MEASURE,
        state.rows,
        started & returned,
        window=span.name,
        of=started,
        note=state.series.note(span),
    )


def _returned(state: State) -> Mask:
    """Return which plans started no later than twelve months after the child's last one ended."""
    plans = state.plans
    order = np.lexsort((plans.start, pd.factorize(plans.frame["child_id"])[0]))
    child = plans.frame["child_id"].to_numpy(dtype=object)[order]
    last_end = months_later(plans.end[order][:-1], MONTHS)
    again = (child[1:] == child[:-1]) & (plans.start[order][1:] <= last_end)
    returned = np.zeros(len(order), dtype=bool)
    returned[order[1:]] = again
    return returned


def _why_not(state: State, span: Span) -> str:
    series = state.series
    if why := series.why_not(span):
        return why
    known = series.covered_from
    if known is not None and add_months(known, MONTHS) > span.first:
        return (
            f"needs the ends of the {MONTHS} months before; they are known from {known:%d/%m/%Y} on"
        )
    return ""
