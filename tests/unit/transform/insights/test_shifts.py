"""What is expected of a place follows its own year before, and what moves all places alike."""

import numpy as np
import pytest

from pipeline.transform.insights.shifts import Spread, furthest, shift_of, spread_of

STEADY = Spread(own=1.0, common=0.0)
SEASONAL = Spread(own=1.0, common=0.04)


def series(*latest, usual=60, blocks=20):
    """Return a series whose latest blocks are given, the very latest first."""
    return np.array([*latest, *[usual] * (blocks - len(latest))], dtype=float)


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
    nothing = np.zeros(20)
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
    together = np.array([60 * seasons, 60 * seasons])
    found = spread_of(together)
    assert found.own == 1
    assert found.common == pytest.approx(0.04, abs=0.02)
    apart = np.array([60 * seasons, 60 * (2 - seasons)])
    assert spread_of(apart).own > 2
    assert spread_of(apart).common == 0


def test_a_lasting_shift_hardly_counts_as_spread():
    shifted = np.array([series(30, 30, 30, 30), series(usual=60)])
    assert spread_of(shifted).own < 1.5


def test_no_counts_at_all_are_borne():
    assert spread_of(np.zeros((3, 8))) == Spread(1.0, 0.0)
    assert spread_of(np.zeros((0, 0))) == Spread(1.0, 0.0)
