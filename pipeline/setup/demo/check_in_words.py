"""What business services wrote down at a check-in: actions, what became of earlier ones, hopes, barriers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.filling import Answers, Asked
from pipeline.setup.demo.habits import Stories

REVIEW_LONG: Final = "Team manager to review plans past six months before the next ICM"
WRITE_UP: Final = "Write-up slots in calendars after each CIN meeting"
SET_DATES: Final = "Set a closing date for each case decided to close"
ACTIONS: Final = {
    "Practice supervisor to go through plans open longest with each worker": "out of timescale",
    "Team coordinator to send signed-off plans within the day": "plans not sent",
    SET_DATES: "plans closed or stepped down",
    "Bring tracker up to date before Monday's ICM": "plans not on the tracker",
    "Ask Early Help for a named contact for step-downs": "plans closed or stepped down",
    "Date every action before the next ICM": "actions overdue or undated",
    "Peer challenge of three plans with the neighbouring team": "out of timescale",
}
"""What is agreed on, and the figure it is to move."""

FIGURES: Final = {
    **ACTIONS,
    REVIEW_LONG: "past the review point",
    WRITE_UP: "plans not written up",
}
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
BARRIERS: Final = (
    ("Wait for parenting courses", "Ask commissioning for places, head of service"),
    ("Two workers off, cases shared out", "Agency cover until the end of the month"),
    ("Housing moves hold up closures", "Raise with housing at the partnership meeting"),
    ("Early Help has opened a new group", "Share the referral route with all teams"),
)
NOTES: Final = ("Half of them so far", "Waits for an answer", "", "")
HOPES_MOST: Final = (9, 14)


@dataclass(frozen=True)
class CheckIn:
    """One check-in: its places (teams, or the OLT's localities) with their open plans.

    `first` is whether it is the one of three months ago, at which two stories begin.
    """

    day: date
    places: Mapping[str, int]
    earlier: tuple[Asked, ...]
    stories: Stories
    first: bool


def minutes_answers(seed: int, check_in: CheckIn, diary: Diary) -> Answers:
    """Return what was written into the minutes; one place in seven agreed on nothing."""
    dice = Dice(seed, "minutes", *check_in.places, check_in.day)
    answers: dict[str, str | date | bool] = {
        "meeting.date": check_in.day,
        "attendee.chair.1": True,
        "attendee.business_services.1": True,
        "attendee.performance_officer.1": True,
    }
    for number, (barrier, response) in enumerate(dice.some(BARRIERS, dice.whole(1, 2)), 1):
        answers |= {f"barrier.{number}": barrier, f"barrier.{number}.response": response}
    for place, open_plans in check_in.places.items():
        answers |= _place(dice, check_in, place, diary)
        answers[f"expected.{place}"] = str(_hope(dice, check_in, place, open_plans))
    for each in check_in.earlier:
        answers |= _became(dice, each)
    return answers


def _place(dice: Dice, check_in: CheckIn, name: str, diary: Diary) -> dict[str, str | date | bool]:
    answers: dict[str, str | date | bool] = {
        f"attendee.{name}.manager": dice.chance(0.9),
        f"attendee.{name}.supervisor.1": dice.chance(0.8),
        f"attendee.{name}.head": dice.chance(0.9),
        f"icm.{name}.well": dice.pick(WELL),
        f"icm.{name}.less": dice.pick(LESS),
        f"icm.{name}.support": dice.pick(SUPPORT),
        f"expected.{name}.why": dice.pick(WHYS),
    }
    agreed = dice.some(tuple(ACTIONS), dice.weighted(((0, 1), (1, 3), (2, 3))))
    if name == check_in.stories.promising and SET_DATES not in agreed:
        agreed = [SET_DATES, *agreed[:1]]
    if check_in.first and name == check_in.stories.drifting:
        agreed = [REVIEW_LONG]
    if check_in.first and name == check_in.stories.prompted:
        agreed = [WRITE_UP]
    already = {each.action for each in check_in.earlier if each.place == name}
    agreed = [action for action in agreed if action not in already]
    answers[f"actions.{name}"] = "\n".join(agreed) or NONE
    answers[f"due.{name}"] = "\n".join(_due(dice, check_in.day, diary) for _ in agreed)
    return answers


def _hope(dice: Dice, check_in: CheckIn, place: str, open_plans: int) -> int:
    """Return how many open plans a place expects: most hope for a few less than now."""
    if place == check_in.stories.promising:
        return max(0, open_plans - dice.whole(*HOPES_MOST))
    return max(0, open_plans - dice.whole(-1, 5))


def _became(dice: Dice, asked: Asked) -> dict[str, str | date | bool]:
    """Return what is said of an earlier action; those that two stories tell of were done."""
    told = asked.action in (REVIEW_LONG, WRITE_UP)
    done = 4.5 if asked.overdue else 3.0
    outcome = dice.weighted(
        (("done", done), ("in progress", 4), ("not done", 0.8), ("no longer needed", 0.7))
    )
    if told:
        outcome = "done"
    answers: dict[str, str | date | bool] = {f"{asked.tag}.outcome": outcome}
    if asked.action in FIGURES and (told or dice.chance(0.7)):
        answers[f"{asked.tag}.figure"] = FIGURES[asked.action]
    if outcome != "done" and (note := dice.pick(NOTES)):
        answers[f"{asked.tag}.note"] = note
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
