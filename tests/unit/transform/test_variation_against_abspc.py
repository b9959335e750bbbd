"""Limits and signals are those that NHS Wales' abspc finds, which was written without ours."""

from itertools import accumulate

import numpy as np
import pandas as pd
import pytest
from abspc import spc
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.transform.variation.judging import judged
from pipeline.transform.variation.limits import TOO_WIDE, average_moving_range, natural_limits
from pipeline.transform.variation.signals import RUN, signals_of

counts = st.lists(st.integers(3, 60), min_size=12, max_size=36).map(lambda n: tuple(map(float, n)))
drifting = st.lists(st.integers(-4, 5), min_size=14, max_size=36).map(
    lambda steps: tuple(accumulate(map(float, steps), initial=40.0))
)
series = st.one_of(counts, drifting)
SOME = settings(max_examples=300)


def their_limits(values):
    """Return their mean and limits: they leave no moving range out, and don't stop at zero."""
    frame = spc.calculate_control_limits(pd.DataFrame({"value": values}), "XmR")
    return frame["mean"][0], frame["lcl"][0], frame["ucl"][0]


@SOME
@given(series)
def test_limits_are_theirs_where_no_step_is_too_wide(values):
    steps = np.abs(np.diff(values))
    if not steps.any() or (steps >= TOO_WIDE * steps.mean()).any():
        return
    ours, (centre, lower, upper) = natural_limits(values), their_limits(values)
    assert ours.centre == pytest.approx(centre)
    # they take 3 / 1.128 for 2.66
    assert ours.upper - centre == pytest.approx(upper - centre, rel=2e-4)
    assert ours.lower == pytest.approx(max(0, lower), rel=2e-4, abs=2e-4 * centre)


@SOME
@given(series)
def test_a_step_too_wide_is_left_out_and_the_rest_averaged_as_theirs(values):
    steps = np.abs(np.diff(values))
    kept = steps[steps < TOO_WIDE * steps.mean()]
    if not kept.size:
        assert average_moving_range(values) == 0
        return
    # a series with the kept steps alone, up and down in turn
    walk = np.concatenate(([0.0], np.cumsum(kept * np.where(np.arange(kept.size) % 2, -1, 1))))
    centre, _, upper = their_limits(walk)
    assert 2.66 * average_moving_range(values) == pytest.approx(upper - centre, rel=2e-4)


@SOME
@given(series)
def test_signals_mark_the_points_that_theirs_do(values):
    limits = natural_limits(values)
    reach = limits.upper - limits.centre
    if not reach:
        return
    n = np.ones(len(values))
    points, mean, low, high = (
        np.array(values),
        n * limits.centre,
        n * (limits.centre - reach),
        n * limits.upper,
    )
    warn = n * reach * 2 / 3
    theirs = {
        "outside": spc._rule1_astronomical(points, high, low),
        "trend": spc._rule3_trend(points, RUN),
        "two of three": spc._rule4_two_in_three(points, mean, high, low, mean + warn, mean - warn),
        "shift": spc._rule2_shift(points, mean, RUN),
    }
    found = signals_of(values, limits)
    for kind, marks in theirs.items():
        ours = {
            point
            for signal in found
            if signal.kind == kind
            for point in range(signal.first, signal.last + 1)
        }
        wanted = set(np.flatnonzero(marks).tolist())
        if kind == "two of three":  # theirs leaves out the points between those that are far out
            ends = {end for s in found if s.kind == kind for end in (s.first, s.last)}
            assert ends <= wanted <= ours
        else:
            assert ours == wanted, kind


@SOME
@given(series, st.integers(6, 20))
def test_stretches_apart_are_judged_as_two_series(values, cut):
    if not 6 <= cut <= len(values) - 6:
        return
    months = tuple(str(n) for n in range(len(values)))
    whole = judged(months, values, {cut: "a cause"})
    for limits in whole.limits:
        own = values[limits.first : limits.last + 1]
        alone = natural_limits(own)
        assert (limits.centre, limits.upper) == (alone.centre, alone.upper)
        found = [s for s in whole.signals if limits.first <= s.first <= limits.last]
        moved = [
            (s.kind, s.direction, s.first + limits.first, s.last + limits.first)
            for s in signals_of(own, alone)
        ]
        assert sorted((s.kind, s.direction, s.first, s.last) for s in found) == sorted(moved)
