"""Whether a figure moved as wanted: exact chances, worked by hand."""

import pytest

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, OTHER_WAY
from pipeline.transform.verdicts import ORDINARY, TOO_FEW, counts_moved, scores_moved, shares_moved


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        (5, 0, (MOVED, "")),  # 1 in 32
        (4, 0, (CANT_TELL, TOO_FEW)),  # 1 in 16; nothing could have been told of four
        (12, 4, (MOVED, "")),  # 2,517 in 65,536
        (12, 5, (CANT_TELL, TOO_FEW)),  # 9,402 in 131,072; to 6 would have been 1 in 8
        (40, 30, (CANT_TELL, ORDINARY)),  # to 20 would have been 7 in 1,000
        (5, 5, (CANT_TELL, TOO_FEW)),  # to 2 would have been 29 in 128
        (18, 18, (CANT_TELL, TOO_FEW)),  # to 9 would have been 6 in 100
        (20, 20, (NOT_YET, "")),  # to 10 would have been 1 in 20
        (20, 24, (NOT_YET, "")),  # a little the other way
        (4, 12, (NOT_YET, OTHER_WAY)),  # too few to see it fall, but it rose beyond chance
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
        (0, 4, (CANT_TELL, TOO_FEW)),
        (40, 45, (CANT_TELL, ORDINARY)),  # to 60 would have been 3 in 100
        (4, 12, (MOVED, "")),
        (0, 0, (CANT_TELL, TOO_FEW)),  # half as many again is none
        (3, 1, (CANT_TELL, TOO_FEW)),
        (20, 19, (CANT_TELL, TOO_FEW)),  # to 30 would have been 1 in 10
        (40, 39, (NOT_YET, "")),  # to 60 would have been 3 in 100
        (37, 7, (NOT_YET, OTHER_WAY)),
    ],
)
def test_a_count_that_is_to_rise(then, now, verdict):
    assert counts_moved(then, now, "up") == verdict


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        ((5, 5), (0, 4), (MOVED, "")),  # 1 in 126
        ((3, 4), (1, 4), (CANT_TELL, TOO_FEW)),  # 17 in 70
        ((3, 4), (0, 4), (CANT_TELL, TOO_FEW)),  # 4 in 56
        ((5, 69), (5, 70), (CANT_TELL, TOO_FEW)),  # to 2 would have been 1 in 5
        ((3, 100), (3, 95), (CANT_TELL, TOO_FEW)),  # the same, whichever way so small a part drifts
        ((4, 4), (0, 4), (MOVED, "")),  # 1 in 70
        ((4, 4), (4, 4), (CANT_TELL, TOO_FEW)),  # to 2 would have been 15 in 70
        ((8, 8), (8, 8), (NOT_YET, "")),  # to 4 would have been 70 in 1,820
        ((2, 4), (2, 4), (CANT_TELL, TOO_FEW)),
        ((0, 4), (4, 4), (NOT_YET, OTHER_WAY)),  # the wrong way, beyond chance
        ((10, 83), (11, 87), (CANT_TELL, TOO_FEW)),  # to 5 would have been 1 in 8
        ((23, 253), (14, 235), (CANT_TELL, ORDINARY)),  # 1 in 8
        ((6, 10), (5, 100), (MOVED, "")),
        ((6, 10), (6, 10), (CANT_TELL, TOO_FEW)),  # to 3 would have been 1 in 5
        ((20, 40), (20, 40), (NOT_YET, "")),  # to 10 would have been 2 in 100
        ((12, 30), (13, 60), (CANT_TELL, ORDINARY)),  # more, but fewer of a hundred
        ((12, 30), (6, 15), (CANT_TELL, TOO_FEW)),  # fewer, but as many of a hundred
        ((120, 300), (60, 150), (NOT_YET, "")),  # likewise, with enough to tell
        ((3, 10), (0, 0), (CANT_TELL, TOO_FEW)),
        ((0, 0), (3, 10), (CANT_TELL, TOO_FEW)),
        ((300, 600), (100, 600), (MOVED, "")),
    ],
)
def test_a_share_that_is_to_fall(then, now, verdict):
    assert shares_moved(then, now, "down") == verdict


def test_a_share_that_is_to_rise():
    assert shares_moved((0, 4), (4, 4), "up") == (MOVED, "")
    assert shares_moved((1, 4), (3, 4), "up") == (CANT_TELL, TOO_FEW)
    assert shares_moved((20, 60), (24, 60), "up") == (CANT_TELL, ORDINARY)
    assert shares_moved((4, 4), (0, 4), "up") == (NOT_YET, OTHER_WAY)
    assert shares_moved((20, 60), (20, 60), "up") == (NOT_YET, "")  # to 30 would have been 5 in 100
    assert shares_moved((4, 4), (4, 4), "up") == (CANT_TELL, TOO_FEW)


@pytest.mark.parametrize(
    ("up", "down", "could_rise", "verdict"),
    [
        (5, 0, 11, (MOVED, "")),  # 1 in 32
        (4, 0, 11, (CANT_TELL, ORDINARY)),
        (7, 1, 11, (MOVED, "")),  # 9 in 256
        (6, 1, 11, (CANT_TELL, ORDINARY)),  # 8 in 128
        (0, 0, 9, (NOT_YET, "")),  # half of 9 are 5: 1 in 32
        (0, 0, 8, (CANT_TELL, TOO_FEW)),  # half of 8 are 4: 1 in 16
        (1, 2, 11, (NOT_YET, "")),
        (1, 2, 7, (CANT_TELL, TOO_FEW)),
        (0, 5, 7, (NOT_YET, OTHER_WAY)),
        (0, 0, 0, (CANT_TELL, TOO_FEW)),  # all are at the top
    ],
)
def test_scores_that_are_to_rise(up, down, could_rise, verdict):
    assert scores_moved(up, down, could_rise) == verdict
