"""The rows in which a team's tracker and the extract differ, child by child: for that team alone."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RowToAdd:
    """An open plan with no row in its team's tracker; `new` plans need not be there yet."""

    child_id: str
    practitioner: str
    start: date
    new: bool


@dataclass(frozen=True)
class RowToMoveOut:
    """A tracker row whose child has no open plan in that team, and why; `row` is the tracker's."""

    child_id: str
    practitioner: str
    stage: str
    row: int
    why: str


@dataclass(frozen=True)
class TrackerChanges:
    """What one team's tracker lacks and what it holds too much; `why_not` where that is unknown."""

    to_add: tuple[RowToAdd, ...] = ()
    to_move_out: tuple[RowToMoveOut, ...] = ()
    why_not: str = ""
