"""How many plans, children and families there are, and how many plans start and finish."""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from pipeline.model.measures import Figure, not_supplied
from pipeline.model.terms import INTENDED, OUTCOMES
from pipeline.transform.days import day
from pipeline.transform.figures import absent_figures, count_figures, summary_figures
from pipeline.transform.places import Mask
from pipeline.transform.state import State
from pipeline.transform.windows import Span


def caseload_figures(state: State) -> Iterator[Figure]:
    """Yield open plans, children and families, starts, finishes by outcome, and lengths."""
    yield from open_figures(state)
    yield from _open_by_window(state)
    yield from _distinct(state, "plans.open.children", "children")
    yield from _distinct(state, "plans.open.families", "families", "family_id")
    spans = state.series
    for span in spans.flows:
        yield from _starts_and_finishes(state, span)
    for span in spans.judged:
        yield from outcome_figures(state, span)
    for span in chain(spans.months, spans.so_far, spans.year):
        yield from _lengths(state, span)


def finished_in(state: State, span: Span) -> Mask:
    """Return which plans finished inside a window."""
    end = state.plans.end
    return (end >= day(span.first)) & (end <= day(span.last))


def open_figures(state: State) -> Iterator[Figure]:
    """Yield the open plans at D."""
    measure = "plans.open"
    if why := state.lacks():
        yield from absent_figures(measure, state.rows.scopes, unit="plans", why=why)
    else:
        open_plans = state.plans.open_at(state.today)
        yield from count_figures(measure, state.rows, open_plans, note=state.note)


def _open_by_window(state: State) -> Iterator[Figure]:
    measure = "plans.open"
    for span in chain(state.series.months, state.series.so_far, state.series.weeks):
        if why := state.lacks() or state.series.why_not(span):
            windows = (span.name,)
            yield from absent_figures(
                measure, state.rows.scopes, windows=windows, unit="plans", why=why
            )
        else:
            mask = state.plans.open_at(day(span.last))
            yield from count_figures(
                measure, state.rows, mask, window=span.name, note=state.series.note(span)
            )


def _distinct(state: State, measure: str, unit: str, column: str = "") -> Iterator[Figure]:
    """Count distinct children, or families: a child of no known family is one of its own."""
    if why := state.lacks(*([column] if column else [])):
        yield from absent_figures(measure, state.rows.scopes, unit=unit, why=why)
        return
    frame = state.plans.frame[state.plans.open_at(state.today)]
    who = "child " + frame["child_id"]
    if column:
        who = ("family " + frame[column]).fillna(who)
    codes = state.plans.codes[state.plans.open_at(state.today)]
    for scope in state.rows.scopes:
        if why := state.rows.why_not(scope):
            yield not_supplied(measure, scope, unit=unit, why=why)
            continue
        value = float(who[state.places.below(scope)[codes]].nunique())
        yield Figure(measure, scope, value=value, unit=unit, note=state.note)


def _starts_and_finishes(state: State, span: Span) -> Iterator[Figure]:
    if why := state.lacks() or state.series.why_not(span):
        for measure in ("plans.starts", "plans.finishes"):
            for scope in state.rows.scopes:
                yield not_supplied(measure, scope, window=span.name, unit="plans", why=why)
        return
    start = state.plans.start
    started = (start >= day(span.first)) & (start <= day(span.last))
    note = state.series.note(span)
    yield from count_figures("plans.starts", state.rows, started, window=span.name, note=note)
    finished = finished_in(state, span)
    yield from count_figures("plans.finishes", state.rows, finished, window=span.name, note=note)


def outcome_figures(state: State, span: Span) -> Iterator[Figure]:
    """Yield the finishes of a window by what the end reason means."""
    measure, windows = "plans.finishes.outcome", (span.name,)
    wanted = "plans.finishes.closed_or_stepped_down"
    if why := state.lacks("end_reason") or state.series.why_not(span):
        yield from absent_figures(
            measure, state.rows.scopes, OUTCOMES, windows, unit="plans", why=why
        )
        yield from absent_figures(wanted, state.rows.scopes, windows=windows, unit="plans", why=why)
        return
    finished = finished_in(state, span)
    outcome = state.plans.outcome
    for name in OUTCOMES:
        mask = finished & (outcome == name)
        yield from count_figures(
            measure, state.rows, mask, name, span.name, of=finished, note=state.series.note(span)
        )
    mask = finished & np.isin(outcome, INTENDED)
    yield from count_figures(
        wanted, state.rows, mask, window=span.name, of=finished, note=state.series.note(span)
    )


def _lengths(state: State, span: Span) -> Iterator[Figure]:
    measure, windows = "plans.length.median_days", (span.name,)
    if why := state.lacks() or state.series.why_not(span):
        yield from absent_figures(measure, state.rows.scopes, windows=windows, unit="days", why=why)
        return
    length = (state.plans.end - state.plans.start).astype("int64")
    yield from summary_figures(
        np.median,
        measure,
        state.rows,
        length,
        mask=finished_in(state, span),
        window=span.name,
        unit="days",
        nothing="no plan finished in it",
    )
