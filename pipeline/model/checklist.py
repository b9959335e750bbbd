"""The ICM meeting effectiveness checklist: its criteria, word for word, and its scale."""

from dataclasses import dataclass
from typing import Final, Literal

CriteriaSection = Literal["meeting", "enabling"]


@dataclass(frozen=True)
class Criterion:
    """One criterion; `wording` is the checklist's own, number and name included."""

    number: int
    section: CriteriaSection
    name: str
    wording: str


def _criterion(number: int, section: CriteriaSection, wording: str) -> Criterion:
    return Criterion(number, section, wording.partition(":")[0], f"{number}. {wording}")


CRITERIA: Final = (
    _criterion(1, "meeting", "Leadership: PS & TM both present, engaged and clear on aims"),
    _criterion(2, "meeting", "Attendance: All expected SWs there"),
    _criterion(
        3,
        "meeting",
        "Actions: Actions are reviewed, have specific dates (within weeks not months timescale) "
        "& will lead to closure (eventually if not immediately)",
    ),
    _criterion(
        4,
        "meeting",
        "Closure identification: Several cases identified for potential closure/decided to close. "
        "Threshold challenged/barriers unblocked where applicable",
    ),
    _criterion(
        5,
        "meeting",
        "Progression: Some cases have closed as a result of specific actions set and many have "
        "advanced",
    ),
    _criterion(
        6,
        "meeting",
        "Technical: ICM doc used confidently during meeting, has all CIN cases (from dashboard), "
        "and actions shared with whole team after",
    ),
    _criterion(
        7,
        "meeting",
        "Meeting dynamic: Discussions are targeted, meeting has pace, the dynamic is supportive "
        "and not critical, the team helps each other",
    ),
    _criterion(
        8,
        "enabling",
        "Plan write up: Plan is written up in hour after CIN meeting. Where not possible, it is "
        "written up within 1-2 days of meeting. (Ask PS)",
    ),
    _criterion(
        9, "enabling", "Plan send out: Plan is sent out as soon as it’s signed off (Ask TC)"
    ),
    _criterion(
        10,
        "enabling",
        "Minutes: Plan does not include verbatim minutes. Concise, relevant updates are included "
        "in ‘any new information’ and inform the actions (Ask PS/TM)",
    ),
    _criterion(
        11,
        "enabling",
        "Dashboard use: PS and TM view PowerBI dashboard (at least) weekly, before ICM & act on "
        "duration/sign off data (Ask PS/TM)",
    ),
)

SECTION_TITLES: Final[dict[CriteriaSection, str]] = {
    "meeting": "Meeting Effectiveness Criteria (Fill in by observing ICM)",
    "enabling": "Enabling Activities Criteria (Fill in by discussing with PS, TM, TC)",
}

SCALE: Final = "Score from 1 to 5 where 5 = always; 4 = often; 3 = sometimes; 2 = rarely; 1 = never"
POINTS: Final = ("1", "2", "3", "4", "5")
