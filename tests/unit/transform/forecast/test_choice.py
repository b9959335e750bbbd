"""The model is taken only where it did better on the past than the better naive line."""

import numpy as np
import pytest

from pipeline.transform.forecast.backtest import Part, Trial
from pipeline.transform.forecast.choice import Usual, choose
from pipeline.transform.forecast.looks import LAST_4, LAST_12, METHODS, MODEL, STARTS

USUAL = Usual(1.0, {LAST_4: 4.0, LAST_12: 12.0, MODEL: 52.0})
PART = Part(STARTS, 0, np.array([True, True]))


def trial_of(errors, origins=10, now=10.0):
    """Return a trial in which 10 came each time and each method was off by so many."""
    shape = (len(METHODS), 5, 1, origins, 2)
    expected = np.full(shape, np.nan)
    for name, error in errors.items():
        expected[METHODS.index(name)] = 10.0 + error
    present = np.full((len(METHODS), 5, 1, 2), now)
    return Trial(tuple(range(origins)), expected, np.full(shape[1:], 10.0), present, stages=True)


@pytest.mark.parametrize(
    ("errors", "method"),
    [
        ({LAST_4: 3, LAST_12: 2, MODEL: 1}, MODEL),
        ({LAST_4: 3, LAST_12: 2, MODEL: 2}, LAST_12),
        ({LAST_4: 1, LAST_12: 2, MODEL: 1.5}, LAST_4),
    ],
)
def test_the_better_one_is_taken(errors, method):
    choice = choose(trial_of(errors), PART, USUAL, 3.0)
    assert choice.method == method
    assert choice.errors[MODEL] == errors[MODEL]
    assert choice.looks[MODEL] == 20


def test_with_few_past_days_nothing_is_compared():
    assert (
        choose(trial_of({LAST_4: 3, LAST_12: 2, MODEL: 1}, 5), PART, USUAL, 3.0).method == LAST_12
    )


def test_a_method_that_lacks_its_weeks_now_is_not_taken():
    trial = trial_of({LAST_4: 3, LAST_12: 2, MODEL: 1}, 0)
    trial.now[[METHODS.index(LAST_12), METHODS.index(MODEL)]] = np.nan
    assert choose(trial, PART, USUAL, 3.0).method == LAST_4


def test_the_spread_is_that_of_the_past_with_ten_looks_of_the_usual():
    """Off by 5 where 15 were expected: 20 looks of 25 and 10 x 15 x (1 + 3 / 52) over 30 x 15."""
    choice = choose(trial_of({LAST_4: 9, LAST_12: 9, MODEL: 5}), PART, USUAL, 3.0)
    usual = 1 + 3 / 52
    assert choice.spread == pytest.approx((20 * 25 + 150 * usual) / (20 * 15 + 150))


def test_the_range_is_tried_on_each_past_day_without_it():
    near = choose(trial_of({LAST_4: 9, LAST_12: 9, MODEL: 1}), PART, USUAL, 3.0)
    assert (near.held(), near.tried) == (20, 20)
    trial = trial_of({LAST_4: 9, LAST_12: 9, MODEL: 1})
    trial.happened[STARTS, 0, 3] = 40.0
    off = choose(trial, PART, USUAL, 3.0)
    assert (off.held(), off.tried) == (18, 20)
