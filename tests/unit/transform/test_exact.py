"""Exact tails, limits and intervals, against arithmetic with fractions and published values."""

from fractions import Fraction
from math import comb, exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transform.variation.exact import (
    binomial_limits,
    binomial_tails,
    poisson_limits,
    poisson_tails,
    rate_interval,
    share_interval,
)


def binomial(whole, share):
    """Return each chance as a fraction, with nothing rounded."""
    p = Fraction(share).limit_denominator(1000)
    return [comb(whole, k) * p**k * (1 - p) ** (whole - k) for k in range(whole + 1)]


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_binomial_tails_are_sums_of_fractions(whole, part, twentieths):
    part = min(part, whole)
    chances = binomial(whole, twentieths / 20)
    tails = binomial_tails(part, whole, twentieths / 20)
    assert tails.low == pytest.approx(float(sum(chances[: part + 1])), rel=1e-9, abs=1e-300)
    assert tails.high == pytest.approx(float(sum(chances[part:])), rel=1e-9, abs=1e-300)


@given(st.integers(0, 50), st.floats(0, 40))
def test_poisson_tails_are_sums_of_terms(count, mean):
    below = sum(exp(-mean) * mean**k / factorial(k) for k in range(count))
    tails = poisson_tails(count, mean)
    assert tails.high == pytest.approx(1 - below, abs=1e-12)
    at = exp(-mean) * mean**count / factorial(count)
    assert tails.low == pytest.approx(below + at, abs=1e-12)


def test_a_far_tail_keeps_its_digits():
    assert poisson_tails(60, 10.0).high == pytest.approx(7.9e-26, rel=0.02)
    assert binomial_tails(0, 1000, 0.5).low == pytest.approx(2.0**-1000)


def test_two_sided_doubles_the_smaller_tail_and_is_never_over_one():
    assert binomial_tails(2, 10, 0.5).two_sided == pytest.approx(2 * 56 / 1024)
    assert binomial_tails(5, 10, 0.5).two_sided == 1


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 20, 0, 0.1684), (3, 20, 0.0321, 0.3789), (10, 20, 0.2720, 0.7280), (20, 20, 0.8316, 1)],
)
def test_intervals_of_shares_are_those_of_printed_tables(part, whole, low, high):
    assert share_interval(part, whole, 0.95) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.39)],
)
def test_intervals_of_rates_are_those_of_printed_tables(count, low, high):
    assert rate_interval(count, 0.95) == pytest.approx((low, high), abs=6e-4 * max(1, high))


@given(st.integers(1, 60), st.integers(1, 19), st.sampled_from([0.95, 0.998]))
def test_what_is_within_binomial_limits_has_larger_tails_than_what_is_not(whole, share, level):
    least, most = binomial_limits(whole, share / 20, level)
    for part in range(whole + 1):
        ordinary = binomial_tails(part, whole, share / 20).two_sided >= 1 - level
        assert ordinary == (least <= part <= most)


@given(st.floats(0.1, 40), st.sampled_from([0.95, 0.998]))
def test_what_is_within_poisson_limits_has_larger_tails_than_what_is_not(mean, level):
    least, most = poisson_limits(mean, level)
    for count in (least, most):
        assert poisson_tails(count, mean).two_sided >= 1 - level
    assert poisson_tails(most + 1, mean).two_sided < 1 - level
    assert least == 0 or poisson_tails(least - 1, mean).two_sided < 1 - level


def test_a_share_of_nothing_and_of_all_leaves_no_room():
    assert binomial_limits(20, 0.0, 0.95) == (0, 0)
    assert binomial_limits(20, 1.0, 0.95) == (20, 20)
    assert poisson_limits(0.0, 0.95) == (0, 0)
