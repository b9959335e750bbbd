"""How a team's own pace counts beside the whole, worked by hand."""

import numpy as np
import pytest

from pipeline.transform.forecast.pace import memory_of, shrunken, spread_of, weights


def test_weeks_count_half_after_a_half_life_and_later_ones_not_at_all():
    assert weights(5, 1, 2.0) == pytest.approx([0, 1, 0.5**0.5, 0.5, 0.5**1.5])


def test_teams_that_differ_by_chance_alone_are_pulled_to_the_whole():
    """6 and 2 where 4 are usual: no more apart than by chance (4 + 4 = 2 x 4).

    Then two teams of no difference and four of 0.03 make 0.02; each counts as 50 finishes more.
    """
    ratio = shrunken(np.array([[6.0, 2.0]]), np.array([[4.0, 4.0]]), np.ones(1), 1.0)
    assert ratio == pytest.approx([56 / 54, 52 / 54])


def test_teams_that_differ_more_keep_more_of_their_own():
    """60 and 20 where 40 are usual: (400 + 400 - 80) / 3,200 = 0.225 beyond chance."""
    ratio = shrunken(np.array([[60.0, 20.0]]), np.array([[40.0, 40.0]]), np.ones(1), 1.0)
    prior = 1 / ((2 * 0.225 + 4 * 0.03) / 6)
    assert ratio == pytest.approx([(60 + prior) / (40 + prior), (20 + prior) / (40 + prior)])


def test_without_anything_expected_nothing_is_changed():
    assert shrunken(np.zeros((3, 2)), np.zeros((3, 2)), np.ones(3), 1.0).tolist() == [1, 1]


def test_the_spread_is_never_below_chance():
    assert spread_of(np.array([[4.0, 4.0]]), np.array([[4.0, 4.0]])) == 1
    assert spread_of(np.array([[8.0, 0.0]]), np.array([[4.0, 4.0]])) == 4


def test_a_lasting_change_makes_the_memory_short_and_none_makes_it_long():
    rng = np.random.default_rng(5)
    usual = np.full((104, 6), 10.0)
    same = rng.poisson(usual).astype(float)
    moved = rng.poisson(np.where(np.arange(104)[:, None] < 40, 20.0, usual)).astype(float)
    assert memory_of(moved, usual, 1.0) < memory_of(same, usual, 1.0)
