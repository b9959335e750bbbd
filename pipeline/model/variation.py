"""How a series varies: its limits, and the signals that ordinary variation does not explain."""

from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.dates import interval, month_bounds

Direction = Literal["up", "down"]
SignalKind = Literal["outside", "trend", "two of three", "shift"]
SIGNALS: Final[tuple[SignalKind, ...]] = ("outside", "trend", "two of three", "shift")
"""The kinds of signal, the weightiest first."""


@dataclass(frozen=True)
class Limits:
    """The centre line and natural limits of a stretch of points, both ends included.

    `trial` where the stretch is too short for settled limits. `cause` says why they were
    calculated anew from its first point on; blank for the first stretch.
    """

    first: int
    last: int
    centre: float
    lower: float
    upper: float
    trial: bool = False
    cause: str = ""


@dataclass(frozen=True)
class Signal:
    """Points that ordinary variation does not explain, both ends included.

    `provisional` where it rests on the last point, and late recording alone could explain that.
    """

    kind: SignalKind
    direction: Direction
    first: int
    last: int
    provisional: bool = False


@dataclass(frozen=True)
class Variation:
    """A series by complete month with its limits and signals, the weightiest signal first.

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

    def at(self, point: int) -> Signal | None:
        """Return the weightiest signal that takes in a point, if there is one."""
        return next((s for s in self.signals if s.first <= point <= s.last), None)

    def window(self, limits: Limits) -> str:
        """Return the ISO interval for which limits hold, as their figures have it."""
        first, last = self.windows[limits.first], self.windows[limits.last]
        return interval(month_bounds(first)[0], month_bounds(last)[1])

    def limits_at(self, point: int) -> Limits | None:
        """Return the limits that hold for a point, if there are any."""
        return next((each for each in self.limits if each.first <= point <= each.last), None)
