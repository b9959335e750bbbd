"""The managers' review point at six months: plans past it, and plans that reach it."""

from collections.abc import Iterator
from datetime import timedelta

from pipeline.model.dates import interval
from pipeline.model.measures import Figure
from pipeline.transform.days import day, months_later
from pipeline.transform.durations import lasted
from pipeline.transform.figures import absent_figures, count_figures
from pipeline.transform.state import State


def review_point_figures(state: State) -> Iterator[Figure]:
    """Yield the open plans past the review point, and those reaching it by meeting and month."""
    yield from past_review_point_figures(state)
    yield from _reaching(state)


def past_review_point_figures(state: State) -> Iterator[Figure]:
    """Yield the plans open at D that are past the review point."""
    measure, months = "plans.past_review_point", state.thresholds.review_point_months
    if why := state.lacks():
        yield from absent_figures(measure, state.rows.scopes, unit="plans", why=why)
        return
    everyone = state.plans.open_at(state.today)
    late = lasted(state, months)
    yield from count_figures(measure, state.rows, late, of=everyone, note=state.note)


def _reaching(state: State) -> Iterator[Figure]:
    """Yield the open plans that reach the review point before the next meeting, and by month."""
    measure, rows = "plans.reaching_review_point", state.rows
    reaches = months_later(state.plans.start, state.thresholds.review_point_months)
    open_now = state.plans.open_at(state.today)
    for scope in rows.scopes:
        first = state.as_at + timedelta(days=1)
        last = state.calendar.meeting(scope).next - timedelta(days=1)
        window = interval(first, last) if first <= last else ""
        if why := state.lacks() or rows.why_not(scope):
            yield from absent_figures(measure, (scope,), windows=(window,), unit="plans", why=why)
            continue
        mask = open_now & (reaches >= day(first)) & (reaches <= day(last)) & rows.members(scope)
        value = float(mask.sum())
        yield Figure(measure, scope, window=window, value=value, unit="plans", note=state.note)
    for span in state.series.months:
        if why := state.lacks() or state.series.why_not(span):
            yield from absent_figures(
                measure, rows.scopes, windows=(span.name,), unit="plans", why=why
            )
            continue
        inside = (reaches >= day(span.first)) & (reaches <= day(span.last))
        mask = inside & state.plans.open_at(day(span.last))
        yield from count_figures(measure, rows, mask, window=span.name)
