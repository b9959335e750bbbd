"""The forecast as figures: each with its range, and by which method it was made."""

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.model.history import EarlierRun
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import Scope
from pipeline.transform.figures import notes
from pipeline.transform.forecast.choice import FLOWS, Choice
from pipeline.transform.forecast.horizons import Horizon, View, views
from pipeline.transform.forecast.looks import MODEL
from pipeline.transform.forecast.outlook import Outlook, look_ahead, why_not
from pipeline.transform.forecast.trial_figures import trial_figures
from pipeline.transform.state import State
from pipeline.transform.tracker_rows import TrackerRows

IF_DECLARED: Final = "forecast.open.if_declared"
"""Open plans if the closures that trackers declare for the time until then all happen."""
MEASURES: Final = (*(f"forecast.{name}" for name in FLOWS), IF_DECLARED)


def forecast_figures(
    state: State, tracker: TrackerRows, runs: Sequence[EarlierRun]
) -> Iterator[Figure]:
    """Yield the forecast of each scope, then how the methods did on the authority's own past."""
    seen = views(state.rows.scopes, state.calendar)
    why = why_not(state, seen)
    outlook = None if why else look_ahead(state, tracker, runs)
    done: set[tuple[Scope, str]] = set()
    for view in seen:
        for kind, span in view.distinct:
            if (view.scope, span.window) in done:
                continue
            done.add((view.scope, span.window))
            reason = why or state.rows.why_not(view.scope)
            if outlook is None or reason:
                yield from _absent(view.scope, span, reason)
            else:
                yield from _flows(outlook, view, kind)
                yield _if_declared(outlook, tracker, view, kind)
    yield from trial_figures(outlook, seen[0].distinct, why)


def _absent(scope: Scope, span: Horizon, why: str) -> Iterator[Figure]:
    for measure in MEASURES:
        yield not_supplied(measure, scope, window=span.window, unit="plans", why=why)


def _flows(outlook: Outlook, view: View, kind: int) -> Iterator[Figure]:
    index, span = outlook.views.index(view), view.spans[kind]
    past = outlook.known_already(span, index)
    for name in FLOWS:
        found = outlook.ranged(name, kind, index)
        yield _figure(
            f"forecast.{name}",
            view.scope,
            span,
            tuple(each + past.get(name, 0.0) for each in found),
            by(outlook.choice(name, kind, view.scope), outlook),
        )


def _if_declared(outlook: Outlook, tracker: TrackerRows, view: View, kind: int) -> Figure:
    index, scope, span = outlook.views.index(view), view.scope, view.spans[kind]
    rows = tracker.rows("stage", any_of=("planned_closure", "due"))
    why = rows.why_not(scope) if scope in rows.scopes else "no tracker has it"
    if outlook.beyond is None or why:
        return not_supplied(IF_DECLARED, scope, window=span.window, unit="plans", why=why)
    more = float(outlook.beyond[kind, index])
    made = by(outlook.choice("open", kind, scope), outlook)
    found = outlook.ranged("open", kind, index, more)
    return _figure(IF_DECLARED, scope, span, found, notes(made, rows.in_part(scope)))


def _figure(
    measure: str, scope: Scope, span: Horizon, found: tuple[float, ...], note: str
) -> Figure:
    middle, low, high = (float(max(each, 0)) for each in found)
    return Figure(
        measure,
        scope,
        window=span.window,
        value=middle,
        low=low,
        high=high,
        unit="plans",
        note=note,
    )


def by(choice: Choice, outlook: Outlook) -> str:
    """Return in words what a forecast was made by."""
    if choice.method != MODEL:
        return f"the mean of the {choice.method} goes on"
    return (
        f"by age of plan, {'tracker stage, ' if outlook.trial.stages else ''}team and recent pace"
    )
