"""Ranges, worked by hand from the chances of each count."""

import numpy as np
import pytest

from pipeline.transform.forecast.spread import chances, middle_and_range, of_open


def found(mean, spread):
    return middle_and_range(*chances(mean, spread))


def test_as_chance_has_it():
    """Poisson, mean 4: up to 1, 2, 6, 7 come with 0.092, 0.238, 0.889, 0.949; 2 to 6 hold 0.798."""
    assert found(4.0, 1.0) == (4, 2, 6)


def test_more_than_chance():
    """Mean 2, variance 4: k comes with (k + 1) / 2^(k + 2); up to 1 half, 0 to 4 hold 0.891."""
    lowest, chance = chances(2.0, 2.0)
    assert lowest == 0
    assert chance[:4] == pytest.approx([1 / 4, 2 / 8, 3 / 16, 4 / 32], abs=1e-6)
    assert found(2.0, 2.0) == (1, 0, 4)


def test_less_than_chance():
    """Mean 2, variance 1: four tosses of a coin."""
    lowest, chance = chances(2.0, 0.5)
    assert lowest == 0
    assert chance[:5] * 16 == pytest.approx([1, 4, 6, 4, 1])


def test_nothing_expected_is_nothing():
    assert found(0.0, 3.0) == (0, 0, 0)


def test_open_plans_are_those_now_and_starts_less_finishes():
    """10 open, 4 expected to finish (Poisson), none to start: 8 to 4 mirror 2 to 6."""
    assert middle_and_range(*of_open(10.0, 0.0, 4.0, 1.0)) == (6, 4, 8)
    lowest, chance = of_open(10.0, 3.0, 4.0, 1.5)
    counts = lowest + np.arange(len(chance))
    mean = float(counts @ chance)
    assert mean == pytest.approx(9.0, abs=1e-3)
    assert float((counts - mean) ** 2 @ chance) == pytest.approx(1.5 * 7, rel=1e-3)


@pytest.mark.parametrize("spread", [0.5, 1.0, 2.3])
@pytest.mark.parametrize("mean", [5.0, 40.0, 1_300.0, 20_000.0])
def test_mean_and_variance_are_those_asked_for(mean, spread):
    lowest, chance = chances(mean, spread)
    counts = lowest + np.arange(len(chance))
    assert float(counts @ chance) == pytest.approx(mean, rel=1e-3)
    assert float((counts - mean) ** 2 @ chance) == pytest.approx(spread * mean, rel=0.02)
    middle, low, high = middle_and_range(lowest, chance)
    held = chance[low - lowest : high - lowest + 1].sum()
    assert low <= middle <= high
    assert held == pytest.approx(0.8, abs=0.1)
