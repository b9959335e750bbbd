"""Places are named higher or lower than the authority only beyond what chance explains."""

import pytest

from pipeline.model.scopes import Scope
from pipeline.transform.variation.compare import Place, compare_counts, compare_shares

ALDER, BIRCH = (Scope("team", "North Dale", name) for name in ("Alder", "Birch"))


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        (0, 19, "too few to judge"),
        (19, 19, "too few to judge"),
        (0, 20, "lower"),  # 0.7 to the power of 20 is 0.0008: doubled, less than 0.002
        (1, 20, "ordinary"),  # and 20 x 0.3 x 0.7^19 = 0.0068 more
        (6, 20, "ordinary"),
        (20, 20, "higher"),
    ],
)
def test_a_share_beside_the_authority_s_thirty_per_cent(part, whole, verdict):
    (found,) = compare_shares([Place(ALDER, part, whole)], 0.3)
    assert found.verdict == verdict
    assert found.expected == pytest.approx(0.3 * whole)


@pytest.mark.parametrize(
    ("count", "expected", "verdict"),
    [
        (9, 2.9, "too few to judge"),
        (0, 6.9, "ordinary"),  # e to the power of -6.9 is 0.00101: doubled, more than 0.002
        (0, 7.0, "lower"),  # of -7, 0.00091
        (7, 7.0, "ordinary"),
        (40, 7.0, "higher"),
    ],
)
def test_a_count_beside_what_was_expected(count, expected, verdict):
    (found,) = compare_counts([Place(ALDER, count, expected=expected)])
    assert found.verdict == verdict


def test_each_place_keeps_its_exact_tails_and_both_limits():
    low, usual = compare_shares([Place(ALDER, 2, 10), Place(BIRCH, 5, 10)], 0.5)
    assert (low.place.scope, usual.place.scope) == (ALDER, BIRCH)
    assert low.tails.two_sided == pytest.approx(2 * (1 + 10 + 45) / 1024)
    # of 1,024: 1 and 10 at the ends; 2 x 11 is under 5 %, 2 x 1 is just under 0.2 %
    assert usual.limits == ((2, 8), (1, 9))


def test_the_same_share_is_ordinary_in_a_small_team_and_not_in_a_large_one():
    small, large = compare_shares([Place(ALDER, 9, 20), Place(BIRCH, 90, 200)], 0.3)
    assert (small.verdict, large.verdict) == ("ordinary", "higher")
