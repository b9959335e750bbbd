"""Chance that anyone can have again."""

from collections import Counter

import pytest

from pipeline.setup.demo.dice import Dice


def test_the_stream_is_the_same_in_every_version_of_python_and_on_every_machine():
    dice = Dice(7, "any", "purpose")
    assert [dice.whole(0, 999) for _ in range(5)] == [528, 14, 681, 348, 59]


def test_another_purpose_or_seed_is_another_stream():
    first = [Dice(7, "extract").between(0, 1), Dice(7, "trackers").between(0, 1)]
    assert len({*first, Dice(8, "extract").between(0, 1)}) == 3


def test_whole_numbers_reach_both_ends_and_no_further():
    dice = Dice(1, "whole")
    assert {dice.whole(2, 4) for _ in range(200)} == {2, 3, 4}


def test_weighted_follows_the_weights():
    dice = Dice(1, "weights")
    counts = Counter(
        dice.weighted((("often", 9), ("rarely", 1), ("never", 0))) for _ in range(5000)
    )
    assert counts["often"] / 5000 == pytest.approx(0.9, abs=0.02)
    assert counts["never"] == 0


@pytest.mark.parametrize("mean", [0.4, 3.0, 40.0])
def test_events_come_as_often_as_expected(mean):
    dice = Dice(1, "events")
    assert sum(dice.events(mean) for _ in range(4000)) / 4000 == pytest.approx(mean, rel=0.05)


def test_some_items_are_different_ones_and_no_more_than_there_are():
    dice = Dice(1, "some")
    assert len(set(dice.some(range(10), 4))) == 4
    assert sorted(dice.some("abc", 9)) == ["a", "b", "c"]
