"""The simulated authorities are what they say: the truth is the truth, and each look knows no more."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest
from simulated.authority import Simulated
from simulated.insights_found import insights_at
from simulated.scenarios import SCENARIOS

from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform import transform
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows

NORTH = Scope("locality", "North")


def looks(name, seed):
    authority = Simulated(SCENARIOS[name], seed)
    return authority, list(authority.origins())


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_is_expected_is_what_comes_on_average(name):
    """Summed over authorities and months, as close as chance (families of several) allows."""
    sums = {"starts": np.zeros(2), "finishes": np.zeros(2)}
    for seed in (101, 102):
        for origin in looks(name, seed)[1][::2]:
            first = origin.calendar.meetings[""].date
            for flow in sums:
                span = (flow, AUTHORITY, first, first + timedelta(days=13))
                sums[flow] += origin.truth.expects(*span), origin.truth.came(*span)
    for expected, came in sums.values():
        assert expected > 2_500
        assert abs(came - expected) < 4 * np.sqrt(2.3 * expected)


def test_each_look_has_the_plans_that_are_open_and_no_later_end():
    authority, found = looks("steady", 101)
    origin = found[5]
    state, findings = state_of(origin.validated, authority.settings, origin.calendar)
    assert not findings
    assert state.plans.open_at(state.today).sum() == origin.truth.open_now.sum()
    assert (state.plans.end[~np.isnat(state.plans.end)] <= state.today).all()
    tracked = tracker_rows(state, origin.validated)
    assert tracked.open.all()
    assert len(tracked.frame) > 0.9 * origin.truth.open_now.sum()
    assert [run.as_at for run in origin.validated.history.runs] == authority.days[:5]


def test_a_late_end_is_in_a_later_look_only():
    authority, found = looks("late-recording", 101)
    origin = found[5]
    state, _ = state_of(origin.validated, authority.settings, origin.calendar)
    recorded = state.plans.open_at(state.today).sum()
    later, _ = state_of(found[8].validated, authority.settings, found[8].calendar)
    truly = later.plans.open_at(state.today).sum()
    assert truly == origin.truth.open_now.sum()
    assert recorded > truly + 10


def test_insights_tried_are_those_of_a_run():
    authority, figures, compared = Simulated(SCENARIOS["locality-shift"], 102), {}, []
    for row, origin in enumerate(authority.origins(figures)):
        if row not in range(13, 15):
            continue
        found, figures[origin.calendar.as_at] = insights_at(origin, authority.settings)
        measures = transform(origin.validated, authority.settings, origin.calendar)
        assert found == measures.insights
        assert set(figures[origin.calendar.as_at]) <= set(measures.figures)
        compared += found
    assert {"finishes.fell"} <= {each.rule.id for each in compared}


def test_finishes_of_the_first_locality_fall_by_two_fifths():
    before = looks("steady", 102)[1][12]
    after = looks("locality-shift", 102)[1][12]
    first = after.calendar.meetings[""].date
    span = ("finishes", NORTH, first, first + timedelta(days=13))
    left = after.truth.expects(*span) / before.truth.expects(*span)
    assert 0.6 < left < 0.63  # those that did not finish in the week before are there still
    south = ("finishes", Scope("locality", "South"), *span[2:])
    assert after.truth.expects(*south) == before.truth.expects(*south)


def test_the_same_seed_makes_the_same_authority_and_another_another():
    one, two = looks("growth", 101)[1][3], looks("growth", 101)[1][3]
    pd.testing.assert_frame_equal(one.validated.versions, two.validated.versions)
    pd.testing.assert_frame_equal(one.validated.tracker, two.validated.tracker)
    other = looks("growth", 102)[1][3]
    assert len(other.validated.versions) != len(one.validated.versions)
