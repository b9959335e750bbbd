"""Whether a figure moved as wanted: exact chances, worked by hand."""

import pytest

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET
from pipeline.transform.verdicts import ORDINARY, TOO_FEW, counts_moved, scores_moved, shares_moved


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        (5, 0, (MOVED, "")),  # 1 in 32
        (4, 0, (CANT_TELL, ORDINARY)),  # 1 in 16
        (12, 4, (MOVED, "")),  # 2,517 in 65,536
        (12, 5, (CANT_TELL, ORDINARY)),  # 9,402 in 131,072
        (5, 5, (NOT_YET, "")),  # to none would have been 1 in 32
        (4, 4, (CANT_TELL, TOO_FEW)),  # to none would have been 1 in 16
        (4, 12, (NOT_YET, "")),  # too few to see it fall, but it rose beyond chance
        (0, 0, (CANT_TELL, TOO_FEW)),
        (0, 4, (CANT_TELL, TOO_FEW)),
        (1_200, 1_000, (MOVED, "")),
    ],
)
def test_a_count_that_is_to_fall(then, now, verdict):
    assert counts_moved(then, now, "down") == verdict


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        (0, 5, (MOVED, "")),
        (0, 4, (CANT_TELL, ORDINARY)),
        (4, 12, (MOVED, "")),
        (0, 0, (NOT_YET, "")),  # it could have risen without end
        (3, 1, (NOT_YET, "")),
    ],
)
def test_a_count_that_is_to_rise(then, now, verdict):
    assert counts_moved(then, now, "up") == verdict


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        ((5, 5), (0, 4), (MOVED, "")),  # 1 in 126
        ((3, 4), (1, 4), (CANT_TELL, ORDINARY)),  # 17 in 70
        ((3, 4), (0, 4), (CANT_TELL, ORDINARY)),  # 4 in 56
        ((4, 4), (0, 4), (MOVED, "")),  # 1 in 70
        ((4, 4), (4, 4), (NOT_YET, "")),  # to none would have been 1 in 70
        ((2, 4), (2, 4), (CANT_TELL, TOO_FEW)),  # to none would have been 6 in 28
        ((0, 4), (4, 4), (NOT_YET, "")),  # the wrong way, beyond chance
        ((6, 10), (5, 100), (MOVED, "")),
        ((6, 10), (6, 10), (NOT_YET, "")),
        ((12, 30), (13, 60), (CANT_TELL, ORDINARY)),  # more, but fewer of a hundred
        ((12, 30), (6, 15), (NOT_YET, "")),  # fewer, but as many of a hundred
        ((3, 10), (0, 0), (CANT_TELL, TOO_FEW)),
        ((0, 0), (3, 10), (CANT_TELL, TOO_FEW)),
        ((300, 600), (100, 600), (MOVED, "")),
    ],
)
def test_a_share_that_is_to_fall(then, now, verdict):
    assert shares_moved(then, now, "down") == verdict


def test_a_share_that_is_to_rise():
    assert shares_moved((0, 4), (4, 4), "up") == (MOVED, "")
    assert shares_moved((1, 4), (3, 4), "up") == (CANT_TELL, ORDINARY)
    assert shares_moved((4, 4), (0, 4), "up") == (NOT_YET, "")
    assert shares_moved((4, 4), (4, 4), "up") == (CANT_TELL, TOO_FEW)


@pytest.mark.parametrize(
    ("up", "down", "verdict"),
    [
        (5, 0, (MOVED, "")),  # 1 in 32
        (4, 0, (CANT_TELL, ORDINARY)),
        (7, 1, (MOVED, "")),  # 9 in 256
        (6, 1, (CANT_TELL, ORDINARY)),  # 8 in 128
        (0, 0, (NOT_YET, "")),
        (1, 2, (NOT_YET, "")),
    ],
)
def test_scores_that_are_to_rise(up, down, verdict):
    assert scores_moved(up, down) == verdict
