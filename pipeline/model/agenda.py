"""The cases of one team's Improvement Cycle Meeting, child by child: for that team alone."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

AgendaGroup = Literal["actions", "closure", "timescale", "challenges", "stage"]
GROUPS: Final[tuple[AgendaGroup, ...]] = (
    "actions",
    "closure",
    "timescale",
    "challenges",
    "stage",
)
"""Why a case is on the agenda, in the order in which the meeting takes them."""

NOTHING_NEEDED: Final = "nothing needed"
SIGNOFF_ALONE: Final = "sign-off alone"
"""Of those that need nothing from the meeting: a plan to write up, to sign off or to send."""
TO_ADD: Final = "to add"
TIMESCALE_TO_ADD: Final = "timescale to add"
"""Of those out of timescale: plans that the tracker has no row for."""

ActionNeed = Literal["", "overdue", "undated", "missing", "due"]
ACTION_NEEDS: Final[tuple[ActionNeed, ...]] = ("overdue", "due", "undated", "missing")
"""What an action needs, in the order of the agenda; `due` is due within days of D."""

SignoffGap = Literal["", "written", "signed off", "sent"]
"""The first step after the CIN meeting that is still to be done."""


@dataclass(frozen=True)
class AgendaCase:
    """One row of the team's tracker whose child's plan is open; blank or None where nothing is given.

    `groups` are those it belongs to, in order: it stands in the first. `stage_days` and
    `action_days` are how long both have stood unchanged, at least; None where no earlier run knows
    the tracker. `signoff_days` counts from the step before; None where its date is not known.
    `closing` is the date that measures of closures go by: the planned one, else, of a plan decided
    to close, the action's; of one identified the planned one alone; None for all others.
    `exempt` is whether the plan's time open is never held against it.
    """

    child_id: str
    practitioner: str
    start: date
    months_open: int
    stage: str
    stage_days: int | None
    action: str
    previous_action: str
    owner: str
    due: date | None
    closing: date | None
    need: ActionNeed
    action_days: int | None
    barrier: str
    signoff: SignoffGap
    signoff_days: int | None
    groups: tuple[AgendaGroup, ...]
    too_soon: bool
    exempt: bool

    @property
    def group(self) -> AgendaGroup | None:
        """The group that the case stands in; None if it needs nothing."""
        return self.groups[0] if self.groups else None


@dataclass(frozen=True)
class TeamAgenda:
    """A team's cases in the order of its agenda; `why_not` where they can't be known.

    `kept` are the rows that stay although no team has their open plan: the meeting works them too,
    but no figure of the team counts them. `columns` are those that its tracker has; `knows_past` whether an earlier run has read it.
    """

    cases: tuple[AgendaCase, ...] = ()
    columns: frozenset[str] = frozenset()
    knows_past: bool = False
    kept: tuple[AgendaCase, ...] = ()
    why_not: str = ""
