"""What each place expected its open plans to be at the last check-in, beside the forecast then and what came."""

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.model.calendar import Meeting
from pipeline.model.dates import add_months, last_day
from pipeline.model.history import History
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.minutes import Minutes
from pipeline.model.scopes import Scope, localities, teams
from pipeline.transform.days import day
from pipeline.transform.state import State
from pipeline.transform.windows import Span

SAID, FORECAST, CAME = "expectation.said", "expectation.forecast", "expectation.came"


def expectation_figures(
    state: State, last_minutes: Mapping[str, Minutes], history: History
) -> Iterator[Figure]:
    """Yield, for each place that wrote what it expects, its number, the range then, and what came.

    A locality's minutes look to the end of the fortnight, the OLT's to the next check-in.
    """
    for locality, minutes in last_minutes.items():
        places = teams(state.settings, locality) if locality else localities(state.settings)
        said = {each.team: each for each in minutes.expectations if each.words}
        window = _window(minutes, history)
        for place in places:
            if place.name in said:
                plans = said[place.name].plans
                yield _said(place, window, plans)
                yield _forecast(place, window, minutes, history)
                yield _came(state, place, window)


def _window(minutes: Minutes, history: History) -> str:
    """Return the span that minutes looked ahead to, by the meeting that they were made for."""
    run = history.latest(by=minutes.period)
    planned = run.meetings.get(minutes.locality) or run.meetings.get("") if run else None
    meeting = planned or Meeting(minutes.meeting, add_months(minutes.meeting, 1))
    return meeting.fortnight if minutes.locality else meeting.until_next


def _said(place: Scope, window: str, plans: int | None) -> Figure:
    if plans is None:
        why = "what was written is no number"
        return not_supplied(SAID, place, window=window, unit="plans", why=why)
    return Figure(SAID, place, window=window, value=float(plans), unit="plans")


def _forecast(place: Scope, window: str, minutes: Minutes, history: History) -> Figure:
    """Return the forecast that the pack of those minutes printed."""
    run = history.latest(by=minutes.period)
    found = run.figures.find("forecast.open", place, window=window) if run else None
    if found is None or not found.supplied:
        why = "no forecast of then is kept"
        return not_supplied(FORECAST, place, window=window, unit="plans", why=why)
    return Figure(
        FORECAST,
        place,
        window=window,
        value=found.value,
        low=found.low,
        high=found.high,
        unit="plans",
        note=found.note,
    )


def _came(state: State, place: Scope, window: str) -> Figure:
    last = last_day(window)
    if why := state.lacks() or state.rows.why_not(place) or _why_not_known(state, last):
        return not_supplied(CAME, place, window=window, unit="plans", why=why)
    value = float(state.rows.count(state.plans.open_at(day(last)))[place])
    return Figure(CAME, place, window=window, value=value, unit="plans")


def _why_not_known(state: State, last: date) -> str:
    """Return why the plans open on a day can't be told; blank where they can.

    Those of the last day that is known can be told without any finished plan.
    """
    if last > state.as_at:
        return "it is not over yet"
    known = min(state.as_at, state.series.known_to or state.as_at)
    return "" if last == known else state.series.why_not(Span("", last, last))
