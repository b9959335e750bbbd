"""How a series varies: its limits, and the signals that ordinary variation does not explain."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["up", "down"]
SignalKind = Literal["outside", "trend", "two of three", "shift"]


@dataclass(frozen=True)
class Limits:
    """The centre line and natural limits of a stretch of points, both ends included.

    `trial` where the stretch is too short for settled limits.
    """

    first: int
    last: int
    centre: float
    lower: float
    upper: float
    trial: bool = False


@dataclass(frozen=True)
class Signal:
    """Points that ordinary variation does not explain, both ends included."""

    kind: SignalKind
    direction: Direction
    first: int
    last: int


@dataclass(frozen=True)
class Variation:
    """A series by complete month with its limits and signals.

    `why_not` says why it can't be judged (too short, too few); then there are no limits.
    `windows` are the months' names, as `Figure.window` has them.
    """

    windows: tuple[str, ...]
    values: tuple[float, ...]
    limits: tuple[Limits, ...] = ()
    signals: tuple[Signal, ...] = ()
    why_not: str = ""

    @property
    def latest(self) -> Signal | None:
        """The weightiest signal that takes in the last point; None if it is ordinary variation."""
        last = len(self.values) - 1
        return next((signal for signal in self.signals if signal.last == last), None)
