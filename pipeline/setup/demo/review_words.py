"""What a reviewer wrote down after observing a locality's ICMs."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.filling import Answers
from pipeline.setup.demo.scores import Observed

DOING: Final = (
    "TM to email TC as soon as a plan is signed off",
    "15 minutes in calendars for the dashboard before each ICM",
    "PS to open each ICM with last week's actions",
)
CHANGED: Final = (
    "Up on most criteria since the spring; write-up still slow in one team",
    "Actions and closure identification both up, dynamic as good as before",
)
EXPECTED: Final = (
    "Criteria 8 and 9 expected to go up to 4",
    "Criteria 3 and 11 expected to go up to 4 or 5",
)


def review_answers(
    seed: int, locality: str, reviews: Mapping[str, Observed], diary: Diary
) -> Answers:
    """Return what was written into a locality's form; `reviews` are by team."""
    last = max(review.day for review in reviews.values())
    dice = Dice(seed, "review words", locality, last)
    observer = next(iter(reviews.values())).observer
    answers: dict[str, str | date | bool] = {
        "review.date": last,
        "review.completed_by": observer,
        "improvements.changed": dice.pick(CHANGED),
        "improvements.doing": dice.pick(DOING),
        "improvements.expected": dice.pick(EXPECTED),
        "next_review.date": diary.after(last + timedelta(days=dice.whole(30, 80))),
        "next_review.person": observer,
    }
    for team, review in reviews.items():
        answers[f"observed.{team}"] = review.day
        answers |= {f"score.{number}.{team}": str(score) for number, score in review.scores.items()}
    return answers
