"""What the actions of an agenda need, in words: how many of each, and where to start."""

from collections import Counter
from datetime import date, timedelta
from typing import Final

from pipeline.compose.subject import Subject
from pipeline.compose.wording import NO_BREAK, count, day_and_month, joined, near_day, said
from pipeline.model.agenda import ACTION_NEEDS, ActionNeed, TeamAgenda
from pipeline.model.content import Quoted, Words

MEETING_MINUTES: Final = 30
REACHED: Final = 15
"""About how many cases half an hour holds at two minutes each, the least that settles an action."""

NEEDS: Final[dict[str, tuple[str, str]]] = {
    "overdue": ("actions.overdue", "overdue"),
    "due": ("actions.due_soon", "due by"),
    "undated": ("actions.undated", "without a date"),
    "missing": ("actions.missing", "without an action"),
}
IN_SHORT: Final[dict[ActionNeed, str]] = {
    "": f"due{NO_BREAK}later",
    "overdue": "overdue",
    "due": f"due{NO_BREAK}soon",
    "undated": "undated",
    "missing": "missing",
}
STEPS: Final = {
    "overdue": "",
    "due": "",
    "closure": "approaching closure",
    "timescale": "out of timescale",
    "challenges": "with particular challenges",
    "stage": "whose stage is to be agreed",
    "undated": "",
    "missing": "",
}
"""In what order to take cases when time is short: what can be put in beforehand comes last."""


def need_words(subject: Subject, need: ActionNeed) -> Words:
    """Return the heading of those that need it: `Overdue: 78`."""
    measure, _ = NEEDS[need]
    words = _words(subject, need)
    return said(f"{words[0].upper()}{words[1:]}: ", count(subject.figure(measure)))


def split_words(subject: Subject, agenda: TeamAgenda) -> Words:
    """Return how the actions are made up: `78 overdue, 2 due soon, 21 undated, 26 missing`."""
    parts: list[Words] = []
    for need in ACTION_NEEDS:
        if any(case.need == need for case in agenda.cases):
            number = count(subject.figure(NEEDS[need][0]))
            parts.append(said(number, f"{NO_BREAK}{IN_SHORT[need]}"))
    return joined(parts, ", ")


def start_words(subject: Subject, agenda: TeamAgenda, closing: int) -> Words:
    """Return where to start when there are more cases than the meeting holds; nothing otherwise.

    So many as are `closing` before long come first.
    """
    cases = [case for case in agenda.cases if case.groups]
    if len(cases) <= REACHED:
        return ()
    dates = "date" if closing == 1 else "dates"
    first = f"the closing {dates} below, then " if closing else ""
    reach = f"{MEETING_MINUTES} minutes reach about {REACHED} cases."
    opening = f"{reach} First {first}"
    to_do = {case.need for case in cases} & {"undated", "missing"}
    before = " Missing actions and dates can go in before." if to_do else ""
    overdue = [case.due for case in cases if case.need == "overdue" and case.due]
    if len(overdue) >= REACHED:
        last, number = _reached(overdue, max(1, REACHED - closing))
        rest = ", as time allows" if number + closing > REACHED else ""
        return said(
            f"{opening}the longest overdue, due by ",
            Quoted(near_day(last, subject.as_at)),
            f"{rest}.",
            before,
        )
    steps: list[Words] = []
    taken = closing
    for name, words in STEPS.items():
        number = sum((case.need or case.group) == name for case in cases)
        if number and (taken < REACHED or not steps):
            figure = (
                subject.figure(NEEDS[name][0])
                if name in NEEDS
                else subject.figure("agenda.cases", category=name)
            )
            many = ("one",) if figure.value == 1 else (count(figure),)
            steps.append(said("the ", many, f" {words or _words(subject, name)}"))
            taken += number
    return said(opening, joined(steps, ", then "), ", as time allows.", before)


def due_soon_by(subject: Subject) -> date:
    """Return the last day on which an action, or a closure, is soon."""
    return subject.as_at + timedelta(days=subject.settings.thresholds.action_due_soon_days)


def _reached(overdue: list[date], most: int) -> tuple[date, int]:
    """Return up to which day about as many were due as time is for, and how many; days stay whole."""
    taken, number = [], 0
    for day, many in sorted(Counter(overdue).items()):
        number += many
        taken.append((day, number))
    return min(taken, key=lambda each: abs(each[1] - most))


def _words(subject: Subject, need: str) -> str:
    if need != "due":
        return NEEDS[need][1]
    return f"due by {day_and_month(due_soon_by(subject))}"
