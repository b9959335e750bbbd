"""What is expected of a place follows its own year before, and what moves all places alike."""

import numpy as np
import pytest

from pipeline.transform.insights.flows import Series
from pipeline.transform.insights.shifts import Spread, furthest, shift_of, spread_of

STEADY = Spread(own=1.0, common=0.0)
SEASONAL = Spread(own=1.0, common=0.04)


def series(*latest, usual=60, blocks=18, exposure=None):
    """Return a series whose latest blocks are given, the very latest first; a plan a family."""
    counts = np.array([*latest, *[usual] * (blocks - len(latest))], dtype=float)
    return Series(counts, counts, np.ones(blocks) if exposure is None else np.array(exposure))


def test_a_lasting_fall_in_one_place_is_far_out():
    shift = furthest(series(36, 36), series(usual=240), STEADY)
    assert (shift.blocks, shift.found, shift.expected) == (2, 72, 120)
    assert shift.far < -3


def test_a_fall_that_all_places_share_is_none_of_one_place():
    shift = furthest(series(36, 36), series(144, 144, usual=240), SEASONAL)
    assert abs(shift.far) < 1


def test_late_recording_that_all_places_share_is_no_fall():
    shift = shift_of(series(48), series(192, usual=240), 1, STEADY)
    assert abs(shift.far) < 1.5


def test_without_other_places_the_latest_block_is_left_out():
    nothing = series(usual=0)
    assert abs(furthest(series(20), nothing, STEADY).far) < 0.5
    found = furthest(series(60, 20, 20), nothing, STEADY)
    assert (found.left_out, found.blocks) == (1, 2)
    assert found.far < -3


def test_too_short_a_past_tells_nothing():
    assert furthest(series(10, blocks=6), series(usual=240, blocks=6), STEADY) is None


def test_counts_that_jump_about_need_more():
    wild = Spread(own=4.0, common=0.0)
    calm, jumpy = (furthest(series(36, 36), series(usual=240), each) for each in (STEADY, wild))
    assert abs(jumpy.far) == pytest.approx(abs(calm.far) / 2, rel=0.1)


def test_spread_tells_what_is_common_from_what_is_a_places_own():
    seasons = np.array([1.2, 0.8] * 8)
    found = spread_of([series(*(60 * seasons), blocks=16)] * 2)
    assert found.own == 1
    assert found.common == pytest.approx(0.04, abs=0.02)
    apart = [series(*(60 * factors), blocks=16) for factors in (seasons, 2 - seasons)]
    assert spread_of(apart).own > 2
    assert spread_of(apart).common == 0


def test_a_lasting_shift_hardly_counts_as_spread():
    assert spread_of([series(30, 30, 30, 30), series(usual=60)]).own < 1.5


def test_no_counts_at_all_are_borne():
    assert spread_of([series(usual=0)] * 3) == Spread(1.0, 0.0)
    assert spread_of([]) == Spread(1.0, 0.0)


def test_what_is_expected_grows_with_what_can_finish():
    twice = [2.0, 2.0, *[1.0] * 16]
    same = furthest(series(120, 120, exposure=twice), series(usual=240), STEADY)
    assert abs(same.far) < 0.5
    slower = shift_of(series(60, 60, exposure=twice), series(usual=240), 2, STEADY)
    assert slower.expected == pytest.approx(240, rel=0.02)
    assert slower.far < -3


def test_siblings_are_one_event_and_counted_each():
    plans, families = np.full(18, 60.0), np.full(18, 30.0)
    plans[:2], families[:2] = 36, 18
    mine = Series(plans, families, np.ones(18))
    shift = shift_of(mine, series(usual=240), 2, STEADY)
    alone = shift_of(series(36, 36), series(usual=240), 2, STEADY)
    assert (shift.found, shift.expected) == (72, pytest.approx(alone.expected))
    assert abs(shift.far) < abs(alone.far)
