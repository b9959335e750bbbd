"""Which method a forecast is made by, how wide its range is, and how often that range held."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.transform.forecast.backtest import Part, Trial
from pipeline.transform.forecast.looks import (
    COMING,
    FINISHES,
    GOING,
    LAST_4,
    LAST_12,
    LINES,
    METHODS,
    MODEL,
    OPEN,
    STARTS,
)
from pipeline.transform.forecast.past import Floats
from pipeline.transform.forecast.spread import LEAST_SPREAD, chances, middle_and_range, of_open

FLOWS: Final = {"starts": STARTS, "finishes": FINISHES, "open": OPEN}
ENOUGH: Final = 6
"""Past origins below which methods are not compared."""
AS_LOOKS: Final = 10.0
"""How many looks' data it is worth that windows vary as single weeks do."""


@dataclass(frozen=True)
class Usual:
    """How much a flow varies by single weeks (`spread`), and the weeks that each method goes by."""

    spread: float
    behind: Mapping[str, float]

    def of(self, method: str, ahead: float) -> float:
        """Return how far to look for what comes from what a method expects, weeks ahead.

        A mean of few weeks is itself uncertain, the more so the further it is carried on.
        """
        return self.spread * (1 + ahead / self.behind[method])


@dataclass(frozen=True)
class Choice:
    """How one flow is forecast for the scopes of one level over one kind of horizon.

    `errors` is by method (NaN where it could not be tried); `looks` how many they are
    means over.
    Of `tried` past outcomes `held()` lay within the range.
    """

    method: str
    errors: dict[str, float]
    looks: dict[str, int]
    past: "Spread"

    @property
    def spread(self) -> float:
        """The variance of what comes, as a multiple of what is expected."""
        return self.past.overall

    @property
    def tried(self) -> int:
        """How many past outcomes the range was tried on."""
        return self.past.tried

    def held(self) -> int:
        """Return how many past outcomes lay within ranges made without their own day."""
        return self.past.held()


def choose(trial: Trial, part: Part, usual: Usual, ahead: float) -> Choice:
    """Return the choice for a part of the trial; `ahead` is how many weeks the horizon reaches."""
    wrong = trial.wrong(part)
    looked = ~np.isnan(wrong[METHODS.index(MODEL)]).all(axis=1)
    errors = {name: _mean(wrong[row]) for row, name in enumerate(METHODS)}
    method = _method(trial, part, errors, int(looked.sum()))
    expected, came = trial.of(METHODS.index(method), part, looked)
    return Choice(
        method,
        errors,
        {name: int((~np.isnan(wrong[row])).sum()) for row, name in enumerate(METHODS)},
        Spread(part.flow, expected, came, usual.of(method, ahead)),
    )


def _method(trial: Trial, part: Part, errors: dict[str, float], origins: int) -> str:
    """Return the model where it did better than the best naive line, else that line."""
    now = trial.now[:, part.flow, part.kind][:, part.scopes]
    ready = {name: not np.isnan(now[row]).any() for row, name in enumerate(METHODS)}
    if origins < ENOUGH:
        return LAST_12 if ready[LAST_12] else LAST_4
    best = min(LINES, key=lambda name: errors[name])
    return MODEL if ready[MODEL] and errors[MODEL] < errors[best] else best


class Spread:
    """How far past outcomes were from what a method expected, beside pure chance.

    `expected` and `came` are by flow, origin and scope; `usual` counts as `AS_LOOKS` looks do.
    """

    def __init__(self, flow: int, expected: Floats, came: Floats, usual: float) -> None:
        self._flow, self._expected, self._came = flow, np.maximum(expected, 0.0), came
        base = expected[COMING] + expected[GOING] if flow == OPEN else self._expected[flow]
        self._squares = ((expected[flow] - came[flow]) ** 2).sum(axis=1)
        self._bases = base.sum(axis=1)
        self._weight = AS_LOOKS * float(base.mean()) if base.any() else 1.0
        self._usual = usual
        self.tried = int(base.size)

    @property
    def overall(self) -> float:
        """The variance as a multiple of the mean, by all origins."""
        return self._of(self._squares.sum(), self._bases.sum())

    def held(self) -> int:
        """Return how many outcomes lay within ranges made without their own origin."""
        squares, bases = self._squares.sum(), self._bases.sum()
        held = 0
        for origin in range(len(self._squares)):
            spread = self._of(squares - self._squares[origin], bases - self._bases[origin])
            for scope in range(self._came.shape[2]):
                _, low, high = ranged(self._flow, self._expected[:, origin, scope], 0.0, spread)
                held += bool(low <= self._came[self._flow, origin, scope] <= high)
        return held

    def _of(self, squares: float, bases: float) -> float:
        found = (squares + self._weight * self._usual) / (bases + self._weight)
        return max(float(found), LEAST_SPREAD)


def _mean(wrong: Floats) -> float:
    known = wrong[~np.isnan(wrong)]
    return float(known.mean()) if known.size else float("nan")


def ranged(flow: int, expected: Floats, open_now: float, spread: float) -> tuple[int, int, int]:
    """Return median, low and high of a flow; for open plans those now count too."""
    if flow == OPEN:
        return middle_and_range(*of_open(open_now, expected[COMING], expected[GOING], spread))
    return middle_and_range(*chances(float(expected[flow]), spread))
