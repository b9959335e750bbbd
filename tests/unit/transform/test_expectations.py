"""What places expected last time, beside the forecast of then and what came."""

from datetime import date

import pytest
from spec.given import read_calendar, read_settings, validated_of

from pipeline.model.calendar import Meeting
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import Expectation, Minutes
from pipeline.model.scopes import Scope
from pipeline.transform.expectations import expectation_figures
from pipeline.transform.state import state_of

ALDER = Scope("team", "North Dale", "Alder")
NORTH = Scope("locality", "North Dale")
PERIOD, MEETING = date(2026, 5, 1), date(2026, 5, 5)
FORTNIGHT, MONTH = "2026-05-05/2026-05-18", "2026-05-05/2026-06-08"
PLANS = [
    {"child": "X1", "start": "01/01/2026", "end": ""},
    {"child": "X2", "start": "01/01/2026", "end": "18/05/2026"},
    {"child": "X3", "start": "18/05/2026", "end": "19/05/2026"},
    {"child": "X4", "start": "19/05/2026", "end": ""},
]


def found(minutes, figures=(), as_at="29/05/2026"):
    options = {"as at": as_at, "covers from": "01/04/2026"}
    validated = validated_of({"Extract": PLANS}, options)
    state, _ = state_of(validated, read_settings(options), read_calendar(options))
    meetings = {"": Meeting(MEETING, date(2026, 6, 9))}
    run = EarlierRun("2026-05-01", PERIOD, PERIOD, frozenset(), Figures(figures), meetings)
    made = expectation_figures(state, {minutes.locality: minutes}, History((run,)))
    return {(f.measure, f.scope): f for f in made}


def minutes_of(*expectations, locality="North Dale"):
    return Minutes(locality, PERIOD, date(2026, 5, 6), "a.docx", expectations=expectations)


def test_the_number_said_the_range_then_and_what_came_on_the_fortnights_last_day():
    """On 18 May X1 and X3 are open: X2 ended that day, X4 starts the day after."""
    then = Figure("forecast.open", ALDER, window=FORTNIGHT, value=4, low=3, high=6, unit="plans")
    figures = found(minutes_of(Expectation("Alder", "about 3", 3, "")), [then])
    assert {measure for measure, _ in figures} == {
        "expectation.said",
        "expectation.forecast",
        "expectation.came",
    }
    assert {figure.window for figure in figures.values()} == {FORTNIGHT}
    assert figures["expectation.said", ALDER].value == 3
    forecast = figures["expectation.forecast", ALDER]
    assert (forecast.value, forecast.low, forecast.high) == (4, 3, 6)
    assert figures["expectation.came", ALDER].value == 2


@pytest.mark.parametrize(
    ("measure", "words"),
    [("expectation.said", "no number"), ("expectation.forecast", "no forecast of then is kept")],
)
def test_what_is_not_known_is_not_supplied(measure, words):
    figure = found(minutes_of(Expectation("Alder", "fewer", None, "")))[measure, ALDER]
    assert figure.value is None
    assert words in figure.note


def test_a_fortnight_that_is_not_over_has_no_outcome():
    minutes = minutes_of(Expectation("Alder", "3", 3, ""))
    assert found(minutes, as_at="17/05/2026")["expectation.came", ALDER].value is None
    assert found(minutes, as_at="18/05/2026")["expectation.came", ALDER].value == 2


def test_the_olt_looks_to_its_next_check_in():
    minutes = minutes_of(Expectation("North Dale", "2", 2, ""), locality="")
    came = found(minutes, as_at="08/06/2026")["expectation.came", NORTH]
    assert (came.window, came.value) == (MONTH, 2)


def test_who_said_nothing_has_no_figure():
    assert found(minutes_of(Expectation("Alder", "", None, "Visits"))) == {}
