"""Exact tails, against arithmetic with fractions."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transform.variation.exact import binomial_tails


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


def test_a_far_tail_keeps_its_digits():
    assert binomial_tails(0, 1000, 0.5).low == pytest.approx(2.0**-1000)
