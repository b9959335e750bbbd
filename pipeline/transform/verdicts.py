"""Whether a figure moved as wanted, beyond what chance alone would do."""

from math import comb
from typing import Final

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, Verdict
from pipeline.model.variation import Direction
from pipeline.transform.variation.exact import binomial_tails

RARE: Final = 0.05
"""A change is beyond ordinary variation if chance alone does as much less than once in twenty."""
ORDINARY: Final = "ordinary variation"
TOO_FEW: Final = "too few"

Judgement = tuple[Verdict, str]
"""The verdict, and why it can't be told; blank where it can."""
Part = tuple[int, int]
"""How many of how many."""


def counts_moved(then: int, now: int, wanted: Direction) -> Judgement:
    """Judge two counts of as many days: by chance, each is as likely to have any one of them."""
    total = then + now
    fewer, more = _half(total, now), _half(total, then)
    if wanted == "up":
        return _judge(now - then, good=more, bad=fewer, best=0.0)
    return _judge(then - now, good=fewer, bad=more, best=_half(then, 0))


def shares_moved(then: Part, now: Part, wanted: Direction) -> Judgement:
    """Judge two shares by Fisher's exact test: by chance, any of both may be among the parts."""
    if not then[1] or not now[1]:
        return CANT_TELL, TOO_FEW
    change = now[0] * then[1] - then[0] * now[1]
    fewer, more = _drawn(now, then), _drawn(then, now)
    if wanted == "up":
        return _judge(change, good=more, bad=fewer, best=_drawn(then, (now[1], now[1])))
    return _judge(-change, good=fewer, bad=more, best=_drawn((0, now[1]), then))


def scores_moved(up: int, down: int) -> Judgement:
    """Judge scores by how many went up and down: by chance, each is as likely as the other."""
    return _judge(up - down, good=_half(up + down, down), bad=_half(up + down, up), best=0.0)


def _judge(gain: int, *, good: float, bad: float, best: float) -> Judgement:
    """Return the verdict on a gain (a loss below 0).

    `good` and `bad` are the chances of a change at least as good, at least as bad; `best` is that
    of the best there could have been.
    """
    if gain > 0:
        return (MOVED, "") if good <= RARE else (CANT_TELL, ORDINARY)
    return (NOT_YET, "") if min(bad, best) <= RARE else (CANT_TELL, TOO_FEW)


def _half(total: int, most: int) -> float:
    """Return the chance of at most `most` heads in `total` throws of a coin."""
    return binomial_tails(most, total, 0.5).low


def _drawn(first: Part, second: Part) -> float:
    """Return the chance that the first has at most its parts, were those of both dealt at random."""
    parts, whole = first[0] + second[0], first[1] + second[1]
    ways = (comb(first[1], k) * comb(second[1], parts - k) for k in range(first[0] + 1))
    return sum(ways) / comb(whole, parts)
