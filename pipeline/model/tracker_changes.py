"""The rows in which a team's tracker and the extract differ, child by child: for that team alone."""

from dataclasses import dataclass
from datetime import date

from pipeline.model.agenda import SignoffGap


@dataclass(frozen=True)
class RowToAdd:
    """An open plan with no row in its team's tracker; `new` plans need not be there yet.

    `signoff` is the next step of its sign-off, `signoff_days` counts from the step before; None
    where its date is not known.
    """

    child_id: str
    practitioner: str
    start: date
    new: bool
    out_of_timescale: bool = False
    signoff: SignoffGap = ""
    signoff_days: int | None = None


@dataclass(frozen=True)
class RowToMoveOut:
    """A tracker row whose child has no open plan in that team, and why; `row` is the tracker's.

    `ended` is when its last plan ended, where that is why; `to_do` what to do besides moving it
    out. `keep` marks a row that must stay: its open plan is of a team not known, so no other
    team's papers have the child.
    """

    child_id: str
    practitioner: str
    stage: str
    row: int
    why: str
    to_do: str = ""
    ended: date | None = None
    keep: bool = False


@dataclass(frozen=True)
class TrackerChanges:
    """What one team's tracker lacks and what it holds too much; `why_not` where that is unknown."""

    to_add: tuple[RowToAdd, ...] = ()
    to_move_out: tuple[RowToMoveOut, ...] = ()
    why_not: str = ""
