"""What there is to know about a family's time on a plan: who, since when, why, until when."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.organisation import DemoTeam

NEVER: Final = date.max
"""The end of a plan that goes on for longer than the simulation looks ahead."""

KINDS: Final = (("short", 14.0), ("usual", 79.0), ("exempt", 3.5), ("stuck", 3.5))
"""What plans turn out to be: with these lengths a plan lasts 5.75 months on average (DfE's plan
figures give that for a county whose 1,600 open plans see 280 starts a month), with a long tail."""

EXEMPTIONS: Final = (("Disability", 7.0), ("Supervision order", 2.0), ("Private fostering", 1.0))
NEEDS: Final = (
    ("N1", 56.0),
    ("N5", 15.0),
    ("N4", 12.0),
    ("N3", 6.0),
    ("N6", 5.0),
    ("N2", 3.0),
    ("N8", 2.0),
    ("N0", 1.0),
)
CHILDREN: Final = ((1, 50.0), (2, 28.0), (3, 14.0), (4, 8.0))

MET, EARLY_HELP, CP_PLAN = (
    "Child\N{RIGHT SINGLE QUOTATION MARK}s needs met",
    "Step down to Early Help",
    "Escalated to child protection",
)
REASONS: Final = (
    (MET, 30.0),
    ("Aims of plan achieved", 18.0),
    (EARLY_HELP, 18.0),
    ("Step down to universal services", 8.0),
    (CP_PLAN, 9.0),
    ("Became looked after", 3.0),
    ("Moved out of area", 5.0),
    ("Transferred to adult services", 2.0),
    ("Family withdrew consent", 4.0),
    ("See case note", 1.2),
    ("Other", 0.8),
    ("RC7", 0.6),
    ("", 0.4),
)
"""Local words; config says what each means, except for "See case note" and "Other"."""

SHORT_REASONS: Final = (
    (CP_PLAN, 38.0),
    ("Became looked after", 10.0),
    ("Moved out of area", 14.0),
    ("Family withdrew consent", 14.0),
    (MET, 24.0),
)


@dataclass(frozen=True)
class Child:
    """A child, who has an obviously invented id and no name."""

    id: str
    need: str
    exemption: str


@dataclass(frozen=True)
class Episode:
    """A family's time on a plan; `ends` has the day each child's plan ends, after today or not."""

    key: str
    team: DemoTeam
    family: str
    start: date
    cp_plan_end: date | None
    children: tuple[Child, ...]
    ends: tuple[date, ...]
    reason: str

    @property
    def end(self) -> date:
        """The day on which the last child's plan ends."""
        return max(self.ends)


def months_needed(dice: Dice, kind: str) -> float:
    """Return how many months of work at the usual pace a plan of that kind takes."""
    if kind == "short":
        return 0.2 + dice.waiting(1.1)
    scale = {"usual": 2.65, "exempt": 8.0, "stuck": 6.5}[kind]
    return 0.3 + dice.waiting(scale) + dice.waiting(scale)


def invent_child(dice: Dice, number: int, kind: str) -> Child:
    """Return the `number`-th child; about one in fifty still has the old system's zero-led id."""
    exemption = dice.weighted(EXEMPTIONS) if kind == "exempt" else ""
    need = "N2" if exemption == "Disability" else dice.weighted(NEEDS)
    old = dice.chance(0.02)
    return Child(f"{number:07d}" if old else f"X{_scattered(number)}", need, exemption)


def family_id(number: int) -> str:
    """Return the id of the `number`-th family."""
    return f"F{_scattered(number)}"


def _scattered(number: int) -> int:
    """Return a different six-figure number for each of the first 900,000 numbers."""
    return 100_000 + number * 7_919 % 900_000
