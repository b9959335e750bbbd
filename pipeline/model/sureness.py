"""How sure an insight is: how often chance alone would bring one as strong."""

from typing import Final

VERY_SURE: Final = 0.001
FAIRLY_SURE: Final = 0.1
"""In a smaller part of months chance alone would bring one as strong, somewhere in the authority.

Far out, chance does more than the tests know: the papers say one month in a hundred of what is very sure.
"""
LESS_SURE: Final = "less sure"

KINDS_OF_TEST: Final = 14
"""Changes of four flows in the authority, its localities and its teams; differences of the two latter."""


def in_a_month(chance: float, looks: float) -> float:
    """Return how often a month chance alone brings one as strong, in any place and kind of test.

    `chance` is that of one look, `looks` how many a run takes in one kind of test. At most 1.
    """
    return min(1.0, chance * looks * KINDS_OF_TEST)


def degree(chance: float | None) -> str:
    """Return "very sure", "fairly sure" or "less sure"; blank where chance plays no part."""
    if chance is None:
        return ""
    if chance < FAIRLY_SURE:
        return "very sure" if chance < VERY_SURE else "fairly sure"
    return LESS_SURE
