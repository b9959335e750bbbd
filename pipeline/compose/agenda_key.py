"""The key to the agenda's columns and marks: what is in use, said once above its first table."""

from typing import Final

from pipeline.compose.format_words import ages_are_episodes
from pipeline.compose.subject import Subject
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import Paragraph
from pipeline.model.names import same_name

MARKS: Final = {
    "closure": ("C", "approaching closure"),
    "timescale": ("T", "out of timescale"),
    "challenges": ("P", "particular challenge"),
}
EXEMPT: Final = ("E", "exempt from the timescale")
TOO_SOON: Final = "S"


def marks(case: AgendaCase, *, apart: bool = False) -> str:
    """Return the letters of why else the case is on the agenda, and of what to bear in mind.

    A case kept apart stands in no group: it has the letters of all.
    """
    elsewhere = case.groups if apart else case.groups[1:]
    letters = [MARKS[group][0] for group in elsewhere if group in MARKS]
    letters += [EXEMPT[0]] if case.exempt else []
    letters += [TOO_SOON] if case.too_soon else []
    return "".join(letters)


def owner_is_practitioner(case: AgendaCase) -> bool:
    """Return whether the action is the case's own practitioner's."""
    return bool(case.owner) and same_name(case.owner) == same_name(case.practitioner)


def key(subject: Subject, agenda: TeamAgenda) -> Paragraph:
    """Return the key to what the tables of this agenda have."""
    cases = [*(case for case in agenda.cases if case.groups), *agenda.kept]
    lines = [ages_are_episodes(subject)]
    if agenda.knows_past:
        lines.append("Weeks in it: weeks at this stage, at least.")
    if any(case.previous_action and not case.action for case in cases):
        lines.append("“was”: the last action, where none is set.")
    if any(owner_is_practitioner(case) for case in cases):
        lines.append("Owner “practitioner”: the one named in the same row.")
    if any(case.signoff for case in cases):
        lines.append("Sign-off: what the plan needs next, and days since the step before.")
    listed = (case for case in agenda.cases if case.groups)
    used = {*map(marks, listed), *(marks(case, apart=True) for case in agenda.kept)}
    months = subject.settings.thresholds.after_cp_plan_months
    soon = (TOO_SOON, f"too soon to close? a child protection plan ended under {months} months ago")
    meanings = [
        f"{mark} {words}"
        for mark, words in (*MARKS.values(), EXEMPT, soon)
        if mark in "".join(used)
    ]
    if meanings:
        lines.append(f"Also: {', '.join(meanings)}.")
    return Paragraph((" ".join(line for line in lines if line),), "note")
