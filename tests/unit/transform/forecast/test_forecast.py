"""What holds of every forecast: the order of rows never matters, the future never changes the past."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from simulated.authority import Simulated
from simulated.scenarios import SCENARIOS

from pipeline.model.history import History
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.forecast import forecast_figures
from pipeline.transform.forecast.outlook import look_ahead
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows


def figures_of(authority, origin, validated=None):
    validated = validated or origin.validated
    state, _ = state_of(validated, authority.settings, origin.calendar)
    tracker = tracker_rows(state, validated)
    return list(forecast_figures(state, tracker, validated.history.runs))


@pytest.fixture(scope="module")
def look():
    authority = Simulated(SCENARIOS["stages-informative"], 104)
    return authority, list(authority.origins())[4]


def shuffled(frame, seed):
    return frame.sample(frac=1, random_state=seed).reset_index(drop=True)


def test_the_order_of_rows_never_matters(look):
    authority, origin = look
    seen = origin.validated
    runs = tuple(
        replace(run, versions=shuffled(run.versions, 1), tracker=shuffled(run.tracker, 2))
        for run in seen.history.runs
    )
    other = replace(
        seen,
        versions=shuffled(seen.versions, 3),
        tracker=shuffled(seen.tracker, 4),
        history=History(runs),
    )
    assert figures_of(authority, origin) == figures_of(authority, origin, other)


def test_what_comes_after_the_as_at_date_changes_nothing(look):
    authority, origin = look
    versions = origin.validated.versions.copy()
    still_open = versions.index[versions["plan_end"].isna()][:200]
    versions.loc[still_open, "plan_end"] = pd.Timestamp(origin.validated.as_at) + pd.Timedelta(
        days=3
    )
    later = versions.tail(50).assign(
        child_id=[f"Y{n}" for n in range(50)],
        plan_start=pd.Timestamp(origin.validated.as_at) + pd.Timedelta(days=1),
        plan_end=pd.NaT,
    )
    other = replace(origin.validated, versions=pd.concat([versions, later], ignore_index=True))
    assert figures_of(authority, origin) == figures_of(authority, origin, other)


def test_trackers_of_no_use_leave_age_alone(look):
    authority, origin = look
    found = figures_of(
        authority, origin, replace(origin.validated, tracker=None, tracker_columns={})
    )
    open_plans = [f for f in found if f.measure == "forecast.open"]
    assert all(figure.supplied for figure in open_plans)
    declared = [f for f in found if f.measure == "forecast.open.if_declared"]
    assert not any(figure.supplied for figure in declared)


def test_a_range_holds_its_middle(look):
    found = [f for f in figures_of(*look) if f.measure.startswith("forecast.")]
    assert len({figure.scope for figure in found}) == 19
    assert all(0 <= f.low <= f.value <= f.high for f in found if f.supplied)


def test_declared_closures_make_fewer_open_plans(look):
    found = {(f.measure, f.window): f for f in figures_of(*look) if f.scope == AUTHORITY}
    for (measure, window), figure in found.items():
        if measure == "forecast.open.if_declared":
            assert figure.value < found["forecast.open", window].value


def test_where_one_locality_slows_down_its_forecast_follows():
    """A year after finishes fell by 40 % in the North, fewer are expected there for each plan."""
    authority = Simulated(SCENARIOS["locality-shift"], 104)
    origin = list(authority.origins())[18]
    found = {(f.measure, f.scope): f for f in figures_of(authority, origin)}
    window = origin.calendar.meetings[""].fortnight

    def share(name):
        scope = Scope("locality", name)
        expected = [f for f in figures_of(authority, origin) if f.window == window]
        finishes = next(f for f in expected if (f.measure, f.scope) == ("forecast.finishes", scope))
        open_plans = next(f for f in expected if (f.measure, f.scope) == ("forecast.open", scope))
        return finishes.value / open_plans.value

    assert found
    assert share("North") < 0.8 * np.mean([share(name) for name in ("South", "East", "West")])


@pytest.mark.parametrize("name", ["steady", "late-recording"])
def test_late_recording_is_told_from_earlier_snapshots(name):
    """Three ends in ten recorded late, by ten working days on average: the last week lacks a quarter."""
    authority = Simulated(SCENARIOS[name], 104)
    origins = list(authority.origins())
    state, _ = state_of(origins[8].validated, authority.settings, origins[8].calendar)
    tracker = tracker_rows(state, origins[8].validated)
    ahead = look_ahead(state, tracker, origins[8].validated.history.runs)
    recorded = ahead.forecaster.recorded
    assert recorded.told
    assert recorded.starts == pytest.approx(np.ones(8), abs=0.02)
    if name == "steady":
        assert recorded.finishes == pytest.approx(np.ones(8), abs=0.02)
    else:
        assert recorded.finishes[0] == pytest.approx(0.76, abs=0.06)
        assert recorded.finishes[7] > 0.98
        missing = ahead.forecaster.late[1][0]
        truly = ahead.forecaster.open_now[0] - origins[8].truth.open_now.sum()
        assert missing == pytest.approx(truly, rel=0.35)
        assert look_ahead(state, tracker, ()).forecaster.recorded.told is False
