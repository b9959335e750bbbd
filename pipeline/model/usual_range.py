"""What a chart shows around a line of months: their usual range, and what is beyond it."""

from dataclasses import dataclass
from typing import Literal

from pipeline.model.scopes import Scope


@dataclass(frozen=True)
class Band:
    """The usual range of a line's points from `first` to `last`; `cause` says why it begins there.

    `rows` says which rows of `figures.csv` centre, lower and upper are.
    """

    first: int
    last: int
    centre: float
    lower: float
    upper: float
    rows: tuple[tuple[str, str, Scope, str], ...]
    cause: str = ""


@dataclass(frozen=True)
class Mark:
    """A point beyond ordinary variation, upwards or down."""

    point: int
    direction: Literal["up", "down"]
    provisional: bool = False
