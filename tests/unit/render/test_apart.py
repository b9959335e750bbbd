"""Labels beside a chart touch none, and each stays as near its value as can be."""

from itertools import pairwise

import pytest

from pipeline.render.charts.apart import apart


def test_labels_with_room_stay_where_they_are():
    assert apart([2, 10, 20], [4, 4], (0, 30)) == [2, 10, 20]


def test_those_that_would_touch_move_up_and_down_alike():
    assert apart([10, 10], [4], (0, 30)) == [8, 12]
    assert apart([9, 10, 11, 25], [4, 4, 4], (0, 30)) == [6, 10, 14, 25]


@pytest.mark.parametrize("wanted", [[0, 0, 1], [29, 30, 30]])
def test_none_leaves_the_sheet(wanted):
    found = apart(wanted, [4, 4], (1, 29))
    assert (found[0] >= 1, found[-1] <= 29) == (True, True)
    assert all(b - a >= 4 for a, b in pairwise(found))


def test_none_are_no_matter():
    assert apart([], [], (0, 30)) == []
