"""Whether a figure moved as wanted, beyond what chance alone would do."""

from math import comb
from typing import Final

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, OTHER_WAY, Verdict
from pipeline.model.variation import Direction
from pipeline.transform.variation.exact import binomial_tails

RARE: Final = 0.05
"""A change is beyond ordinary variation if chance alone does as much less than once in twenty."""
ORDINARY: Final = "may be chance"
TOO_FEW: Final = "numbers too small"

Judgement = tuple[Verdict, str]
"""The verdict, and what more is to be said of it: why it can't be told, or that it went the other way."""
Part = tuple[int, int]
"""How many of how many."""


def counts_moved(then: int, now: int, wanted: Direction) -> Judgement:
    """Judge two counts of as many days: by chance, each is as likely to have any one of them."""
    total, less, more = then + now, then // 2, then + -(-then // 2)
    fewer, greater = _half(total, now), _half(total, then)
    if wanted == "up":
        return _judge(now - then, good=greater, bad=fewer, enough=_half(then + more, then))
    return _judge(then - now, good=fewer, bad=greater, enough=_half(then + less, less))


def shares_moved(then: Part, now: Part, wanted: Direction) -> Judgement:
    """Judge two shares by Fisher's exact test: by chance, any of both may be among the parts."""
    if not then[1] or not now[1]:
        return CANT_TELL, TOO_FEW
    change = now[0] * then[1] - then[0] * now[1]
    fewer, greater = _drawn(now, then), _drawn(then, now)
    if wanted == "up":
        more = min(now[1], -(-3 * then[0] * now[1] // (2 * then[1])))
        return _judge(change, good=greater, bad=fewer, enough=_drawn(then, (more, now[1])))
    less = then[0] * now[1] // (2 * then[1])
    return _judge(-change, good=fewer, bad=greater, enough=_drawn((less, now[1]), then))


def scores_moved(up: int, down: int, could_rise: int) -> Judgement:
    """Judge scores by how many went up and down: by chance, each is as likely as the other.

    Half the way is that half of those that could rise do, and none falls.
    """
    total, enough = up + down, 0.5 ** -(-could_rise // 2)
    return _judge(up - down, good=_half(total, down), bad=_half(total, up), enough=enough)


def _judge(gain: int, *, good: float, bad: float, enough: float) -> Judgement:
    """Return the verdict on a gain (a loss below 0).

    `good` and `bad` are the chances of a change at least as good, at least as bad; `enough` is that
    of a move by half the way wanted: where chance alone does that, the numbers are too small.
    """
    if gain > 0 and good <= RARE:
        return MOVED, ""
    if gain < 0 and bad <= RARE:
        return NOT_YET, OTHER_WAY
    if enough > RARE:
        return CANT_TELL, TOO_FEW
    return (CANT_TELL, ORDINARY) if gain > 0 else (NOT_YET, "")


def _half(total: int, most: int) -> float:
    """Return the chance of at most `most` heads in `total` throws of a coin."""
    return binomial_tails(most, total, 0.5).low


def _drawn(first: Part, second: Part) -> float:
    """Return the chance that the first has at most its parts, were those of both dealt at random."""
    parts, whole = first[0] + second[0], first[1] + second[1]
    ways = (comb(first[1], k) * comb(second[1], parts - k) for k in range(first[0] + 1))
    return sum(ways) / comb(whole, parts)
