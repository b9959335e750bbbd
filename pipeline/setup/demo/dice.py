"""Chance that falls the same way on every machine and in every version of Python.

Only `random()` of Python's generator is promised never to change, so all else is made from it.
"""

from collections.abc import Sequence
from math import log
from random import Random
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")


def lot(seed: int, *purpose: object) -> int:
    """Return a number that looks drawn, always the same for its name: quicker than dice."""
    return crc32("/".join(map(str, (seed, *purpose))).encode())


class Dice:
    """A stream of chance of its own, named by the seed and by what it decides.

    Streams are independent: a change in how trackers are made leaves the extract as it was.
    """

    def __init__(self, seed: int, *purpose: object) -> None:
        self._draw = Random("/".join(map(str, (seed, *purpose)))).random  # noqa: S311 - no secret

    def chance(self, share: float) -> bool:
        """Return True in that share of cases."""
        return self._draw() < share

    def between(self, low: float, high: float) -> float:
        """Return a number from `low` up to `high`."""
        return low + (high - low) * self._draw()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int(self._draw() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items, all as likely."""
        return items[int(self._draw() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """Return one of the items, each as likely as the weight beside it."""
        left = self._draw() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` different items (all, if there are fewer) in a random order."""
        pool = list(items)
        chosen = []
        for _ in range(min(count, len(pool))):
            place = int(self._draw() * len(pool))
            pool[place], pool[-1] = pool[-1], pool[place]
            chosen.append(pool.pop())
        return chosen

    def waiting(self, mean: float) -> float:
        """Return a waiting time of that mean, as between chance events."""
        return -mean * log(1.0 - self._draw())

    def events(self, mean: float) -> int:
        """Return how many chance events happen where `mean` are expected (Poisson)."""
        count, spent = 0, self.waiting(1.0)
        while spent < mean:
            count += 1
            spent += self.waiting(1.0)
        return count
