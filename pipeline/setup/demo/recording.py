"""When the case system comes to know of what has happened: mostly soon, now and then weeks later."""

from datetime import date, timedelta
from typing import Final

from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import NEVER

Lags = tuple[tuple[tuple[int, int], float], ...]
"""Days from and to, and how often each happens."""

START_LAGS: Final[Lags] = (((0, 0), 80), ((1, 3), 16), ((8, 25), 4))
END_LAGS: Final[Lags] = (((0, 0), 66), ((1, 4), 26), ((8, 40), 8))


def recorded(dice: Dice, day: date, lags: Lags) -> date:
    """Return the day on which it is recorded that a plan started or ended."""
    if day == NEVER:
        return day
    return day + timedelta(days=dice.whole(*dice.weighted(lags)))
