"""What the Operational Leadership Team wrote: decisions in its minutes, marks on the priorities sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.filling import Answers

SAID: Final = (
    "Head of service to look with the team at what changed",
    "Staffing has been short there since the summer",
    "Talked through; worth watching for another month",
)
DECIDED: Final = (
    "Bring what was found to the next check-in",
    "Agree with the team who can help, and by when",
    "No action now, look again next month",
)
OWN_POINT: Final = "Early Help offer for families who step down"
HER_WORDS: Final = ("Start with this one", "", "For the head of service to open")


def discussed(seed: int, day: date, tags: Sequence[str]) -> Answers:
    """Return what was said and decided about each insight that the minutes give room for.

    `tags` are of that room; the rows for points of their own stay empty.
    """
    dice = Dice(seed, "discussions", day)
    return {
        tag: dice.pick(SAID if tag.endswith(".discussed") else DECIDED)
        for tag in tags
        if not tag.startswith("discussion.point ")
    }


def marked(seed: int, day: date, tags: Sequence[str]) -> Answers:
    """Return the assistant director's marks: the first insights are taken, the last ones parked."""
    dice = Dice(seed, "priorities", day)
    choices = [tag for tag in tags if tag.endswith(".choice")]
    answers: dict[str, str | date | bool] = {"own.1": OWN_POINT, "own.1.order": "4"}
    for place, tag in enumerate(choices):
        insight = tag.removesuffix(".choice")
        answers[tag] = ("take", "take", "take", "note")[place] if place < 4 else "park"
        if place < 3:
            answers[f"{insight}.order"] = str(place + 1)
            answers[f"{insight}.words"] = dice.pick(HER_WORDS)
    return answers
