"""What the actions of an agenda need, in words: how many of each, and which to start with."""

from datetime import timedelta

from pipeline.compose.agenda_minutes import MEETING_MINUTES
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, short_date
from pipeline.model.agenda import ACTION_NEEDS, TO_ADD, ActionNeed, TeamAgenda
from pipeline.model.content import Quoted, Words

NEEDS: dict[ActionNeed, tuple[str, str]] = {
    "overdue": ("actions.overdue", "overdue"),
    "undated": ("actions.undated", "without a date"),
    "missing": ("actions.missing", "without an action"),
    "due": ("actions.due_soon", "due by"),
}


def need_words(subject: Subject, need: ActionNeed) -> Words:
    """Return the heading of those that need it: `Overdue: 78`."""
    measure, _ = NEEDS[need]
    words = _words(subject, need)
    return said(f"{words[0].upper()}{words[1:]}: ", count(subject.figure(measure)))


def split_words(subject: Subject, agenda: TeamAgenda) -> Words:
    """Return how the actions are made up: `78 overdue, the longest first; 2 due by 10 November`."""
    parts: list[Words] = []
    for need in ACTION_NEEDS:
        if any(case.need == need for case in agenda.cases):
            order = ", the longest first" if need == "overdue" else ""
            figure = subject.figure(NEEDS[need][0])
            parts.append(said(count(figure), f" {_words(subject, need)}{order}"))
    return said(*(part for n, each in enumerate(parts) for part in ("; " if n else "", each)))


def start_words(subject: Subject, agenda: TeamAgenda, minutes: int) -> Words:
    """Return where to start when there are more cases than minutes; nothing otherwise.

    `minutes` are those of the actions.
    """
    cases = [case for case in agenda.cases if case.groups]
    to_add = subject.figure("agenda.cases", category=TO_ADD).value or 0
    if len(cases) + to_add <= MEETING_MINUTES:
        return ()
    overdue = [case for case in cases if case.need == "overdue"]
    opening = f"{MEETING_MINUTES} minutes don’t hold them all. "
    before = " New cases, missing dates and missing actions can be put in before the meeting."
    if not overdue:
        return (f"{opening}Take them in this order as far as time allows.{before}",)
    last = overdue[minutes - 1].due if 0 < minutes < len(overdue) else None
    if last is None:
        return (f"{opening}Start with the actions that are overdue.{before}",)
    return said(
        f"{opening}Start with the longest overdue: {minutes} minutes, one a case, reach those due by ",
        Quoted(short_date(last)),
        f".{before}",
    )


def _words(subject: Subject, need: ActionNeed) -> str:
    if need != "due":
        return NEEDS[need][1]
    soon = subject.as_at + timedelta(days=subject.settings.thresholds.action_due_soon_days)
    return f"due by {soon.day} {soon:%B}"
