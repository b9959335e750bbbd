"""What business services wrote down at a check-in: actions, hopes and barriers."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.filling import Answers
from pipeline.setup.demo.organisation import DemoTeam

ACTIONS: Final = (
    "Practice supervisor to go through plans open longest with each worker",
    "Team manager to review plans past six months before the next ICM",
    "Team coordinator to send signed-off plans within the day",
    "Set a closing date for each case decided to close",
    "Bring tracker up to date before Monday's ICM",
    "Ask Early Help for a named contact for step-downs",
    "Write-up slots in calendars after each CIN meeting",
    "Peer challenge of three plans with the neighbouring team",
)
NONE: Final = "No further actions"
WELL: Final = (
    "Good attendance, actions reviewed first",
    "Team helps each other with barriers",
    "Actions have dates and owners",
)
LESS: Final = (
    "Meeting overruns when cases are told in full",
    "Tracker not always up to date",
    "Few closures identified",
)
SUPPORT: Final = ("Threshold advice on long plans", "Business support for sending plans out", "")
WHYS: Final = (
    "Closures already agreed with families",
    "Two step-downs wait for an Early Help place",
    "Several assessments end this month",
)
BARRIER: Final = ("Wait for parenting courses", "Ask commissioning for places, head of service")


def minutes_answers(
    seed: int,
    teams: Mapping[DemoTeam, int],
    meeting: date,
    diary: Diary,
) -> Answers:
    """Return what was written into a locality's minutes; one team in seven agreed on nothing.

    `teams` are the locality's, each with its open plans, from which it says what it expects.
    """
    dice = Dice(seed, "minutes", *(team.name for team in teams), meeting)
    answers: dict[str, str | date | bool] = {
        "meeting.date": meeting,
        "attendee.chair.1": True,
        "attendee.business_services.1": True,
        "attendee.performance_officer.1": True,
        "barrier.1": BARRIER[0],
        "barrier.1.response": BARRIER[1],
    }
    for team, open_plans in teams.items():
        hope = max(0, open_plans - dice.whole(0, 6))
        answers |= _team(dice, team, meeting, diary) | {f"expected.{team.name}": str(hope)}
    return answers


def _team(dice: Dice, team: DemoTeam, meeting: date, diary: Diary) -> dict[str, str | date | bool]:
    name = team.name
    answers: dict[str, str | date | bool] = {
        f"attendee.{name}.manager": dice.chance(0.9),
        f"attendee.{name}.supervisor.1": dice.chance(0.8),
        f"icm.{name}.well": dice.pick(WELL),
        f"icm.{name}.less": dice.pick(LESS),
        f"icm.{name}.support": dice.pick(SUPPORT),
        f"expected.{name}.why": dice.pick(WHYS),
    }
    agreed = dice.some(ACTIONS, dice.weighted(((0, 1), (1, 3), (2, 3))))
    answers[f"actions.{name}"] = "\n".join(agreed) or NONE
    answers[f"due.{name}"] = "\n".join(_due(dice, meeting, diary) for _ in agreed)
    return answers


def _due(dice: Dice, meeting: date, diary: Diary) -> str:
    """Return a date as people write one in a hurry."""
    day = diary.after(meeting + timedelta(days=dice.whole(7, 35)))
    return dice.weighted(
        (
            (f"{day:%d/%m/%Y}", 6),
            (f"{day:%d/%m/%y}", 3),
            (f"{day.day}/{day.month}", 1),
            ("next meeting", 1),
        )
    )
