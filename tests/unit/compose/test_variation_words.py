"""One sentence says what a series of months shows, without a word of statistics."""

import re

import pytest

from pipeline.compose.variation_words import variation_sentence
from pipeline.model.variation import Limits, Signal, Variation

MONTHS = tuple(f"{2025 + n // 12}-{n % 12 + 1:02}" for n in range(15))
LIMITS = Limits(0, 14, 20, 10, 30)


def said(*signals, measure="plans.finishes", limits=(LIMITS,), **more):
    found = Variation(MONTHS, (20.0,) * 15, limits, signals, **more)
    return variation_sentence(measure, found)


def test_ordinary_months_are_said_to_be_so():
    assert said() == "Finishes are within their usual range."
    assert said(measure="plans.starts") == "Starts are within their usual range."


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        (Signal("outside", "down", 14, 14), "were below their usual range in March 2026"),
        (Signal("outside", "up", 13, 14), "have been above their usual range since February 2026"),
        (Signal("trend", "up", 8, 14), "have risen every month since September 2025"),
        (
            Signal("shift", "down", 7, 14),
            "have been below their average every month since August 2025",
        ),
        (
            Signal("two of three", "up", 12, 14),
            "have been near the top of their usual range since January 2026",
        ),
    ],
)
def test_a_signal_is_said_with_its_months(signal, words):
    assert said(signal) == f"Finishes {words}. That is more than month-to-month variation."


def test_a_signal_that_late_recording_could_explain_is_said_to_be_provisional():
    assert said(Signal("outside", "down", 14, 14, provisional=True)).endswith(
        "It is provisional: late recording alone could explain it."
    )


def test_what_was_out_of_the_ordinary_before_is_told_with_its_months():
    assert said(Signal("shift", "down", 2, 9)) == (
        "Finishes are within their usual range now; they were below their average every month from "
        "March to October 2025."
    )


def test_every_month_outside_the_range_is_told_oldest_first():
    low, high = Signal("outside", "down", 9, 9), Signal("outside", "up", 1, 2)
    assert said(low, high, measure="plans.open") == (
        "Open plans are within their usual range now; they were above it from February to March 2025 "
        "and below it in October 2025."
    )


def test_open_plans_point_to_starts_and_finishes():
    found = said(Signal("outside", "up", 14, 14), measure="plans.open")
    assert found.endswith("A caseload changes slowly: starts and finishes tell why.")


def test_what_can_t_be_judged_says_so():
    why = "too few to judge: on average there are fewer than 3"
    assert said(limits=(), why_not=why) == f"Finishes: {why}."
    assert "too few to judge" in said(limits=(Limits(0, 10, 20, 10, 30),))


def test_no_word_of_statistics_is_used():
    signals = [Signal(kind, "up", 8, 14) for kind in ("outside", "trend", "two of three", "shift")]
    for sentence in (said(), *map(said, signals)):
        assert not re.search(r"sigma|SPC|XmR|limit|mean\b|deviation|signal", sentence)
