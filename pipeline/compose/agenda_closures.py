"""Approaching closure: each plan decided to close with its date, and which dates need a look."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from pipeline.compose.agenda_needs import due_soon_by
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    NO_BREAK,
    count,
    counted,
    day_and_month,
    joined,
    near_day,
    said,
    span_in_short,
)
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import Paragraph, Quoted, Words
from pipeline.model.measures import Figure
from pipeline.model.terms import DECIDED, IDENTIFIED

CHECK_IN: Final = "the locality’s check-in"
Dated = list[tuple[date, AgendaCase]]
PLANNED_DATE_PASSED: Final = ", and the date planned has passed: "


def closing_dates(subject: Subject, agenda: TeamAgenda) -> tuple[Paragraph, ...]:
    """Return every plan decided to close, by its date, wherever the agenda lists it.

    The counts are those of the measures of closures: passed or without a date, then to come.
    """
    decided = [case for case in agenda.cases if case.stage == DECIDED]
    every = _dated(agenda.cases)
    dated = [each for each in every if each[1].stage == DECIDED]
    lines = (
        _to_agree(subject, decided, dated),
        _to_decide(subject, every),
        _to_come(subject, dated),
        _before_action(subject, every),
    )
    return tuple(Paragraph(line) for line in lines if line)


def identified(agenda: TeamAgenda) -> Words:
    """Return who is identified for closure, for where no table of closures lists them."""
    ids = [case.child_id for case in agenda.cases if case.stage == IDENTIFIED]
    return said(" Identified for closure: ", Quoted(", ".join(ids)), ".") if ids else ()


def closing_first(subject: Subject, agenda: TeamAgenda) -> Words:
    """Return who is to close by the time that actions are due soon, or was to by now; nothing for none.

    An action's date does not show it: the child may be closed before the action is done. Who is
    identified alone is named where the planned date has passed, since closing is to be decided.
    """
    soon, dated = due_soon_by(subject), closing_soon(subject, agenda)
    decided = [each for each in dated if each[1].stage == DECIDED]
    passed = [each for each in decided if each[0] < subject.as_at]
    to_come, undecided = decided[len(passed) :], _passed_undecided(subject, dated)
    parts: list[Words] = []
    if passed:
        dates = "date" if len(passed) == 1 else "dates"
        parts.append(said(f"Past their closing {dates}: ", _ids(subject, passed)))
    if to_come:
        closes = "closing" if parts else "Closing"
        parts.append(said(f"{closes} by {day_and_month(soon)}: ", _ids(subject, to_come)))
    if undecided:
        begin = "identified" if parts else "Identified"
        parts.append(said(begin, PLANNED_DATE_PASSED, _ids(subject, undecided)))
    if not parts:
        return ()
    these = "This comes" if len(dated) == 1 else "These come"
    return said(joined(parts, "; "), f". {these} first, whatever the action’s date.")


def closing_soon(subject: Subject, agenda: TeamAgenda) -> Dated:
    """Return who is to be closed, or decided on, before actions that are due soon."""
    dated, soon = _dated((*agenda.cases, *agenda.kept)), due_soon_by(subject)
    decided = [each for each in dated if each[1].stage == DECIDED and each[0] <= soon]
    return [*decided, *_passed_undecided(subject, dated)]


def too_soon(subject: Subject, agenda: TeamAgenda) -> Words:
    """Return the prompt on closures that follow soon on a child protection plan; nothing for none."""
    soon = [case.child_id for case in (*agenda.cases, *agenda.kept) if case.too_soon]
    if not soon:
        return ()
    months = subject.settings.thresholds.after_cp_plan_months
    asked = "Is it too soon to close? A child protection plan ended less than "
    return said(asked, f"{months} months ago: ", Quoted(", ".join(soon)), ".")


def _to_agree(subject: Subject, decided: list[AgendaCase], dated: Dated) -> Words:
    """Return whose closing date has passed, and who has none."""
    passed, undated = subject.figure("closures.overdue"), subject.figure("closures.undated")
    parts: list[Words] = []
    if passed.value:
        ids = _ids(subject, (each for each in dated if each[0] < subject.as_at))
        many = counted(passed, "closing date has passed: ", "closing dates have passed: ")
        parts.append(said(many, ids, ". Close, or agree a new date."))
    if undated.value:
        ids = Quoted(", ".join(case.child_id for case in decided if not case.closing))
        many = counted(undated, "plan decided to close has", "plans decided to close have")
        parts.append(said(many, " no closing date: ", ids, ". Agree one."))
    return joined(parts, " ")


def _to_decide(subject: Subject, every: Dated) -> Words:
    """Return who is identified alone although the planned date has passed."""
    passed = _passed_undecided(subject, every)
    if not passed:
        return ()
    ids = _ids(subject, passed)
    return said("Identified", PLANNED_DATE_PASSED, ids, ". Decide, or agree a new date.")


def _dated(cases: Iterable[AgendaCase]) -> Dated:
    """Return cases with their closing dates, the first to close first."""
    return sorted(((c.closing, c) for c in cases if c.closing), key=lambda each: each[0])


def _passed_undecided(subject: Subject, dated: Dated) -> Dated:
    """Return who is identified alone although the planned date has passed."""
    return [each for each in dated if each[1].stage == IDENTIFIED and each[0] < subject.as_at]


def _to_come(subject: Subject, dated: Dated) -> Words:
    """Return who closes before the check-in, in the fortnight from it, and after that."""
    fortnight = subject.spanning("closures.fortnight")
    if fortnight.value is None:
        return ()
    first, last = map(date.fromisoformat, fortnight.window.split("/"))
    parts: list[Words] = []

    def add(figure: Figure, when: Words, ids: Quoted) -> None:
        if figure.value:
            verb = counted(figure, "plan is to close", "plans are to close")
            parts.append(said(count(figure) if parts else verb, when, ": ", ids, "."))

    add(
        subject.spanning("closures.before_meeting"),
        said(f" before {CHECK_IN} on ", Quoted(day_and_month(first))),
        _ids(subject, (each for each in dated if subject.as_at <= each[0] < first)),
    )
    add(
        fortnight,
        said(
            f" in the fortnight from {'it, to ' if parts else f'{CHECK_IN}, '}",
            Quoted(day_and_month(last) if parts else span_in_short(first, last)),
        ),
        _ids(subject, (each for each in dated if first <= each[0] <= last)),
    )
    if later := [each for each in dated if each[0] > last]:
        parts.append(said("Later: " if parts else "To close later: ", _ids(subject, later), "."))
    return joined(parts, " ")


def _before_action(subject: Subject, every: Dated) -> Words:
    """Return who is to close, or may, before the action that is still to be done."""
    early = [
        (closing, case)
        for closing, case in every
        if case.action and case.due and closing < case.due
    ]
    if not early:
        return ()
    return said("Closing before the action is due: ", _ids(subject, early), ". Check both dates.")


def _ids(subject: Subject, dated: Iterable[tuple[date, AgendaCase]]) -> Quoted:
    """Return IDs with their closing dates: `X1 (12 Nov), X2 (13 Nov)`."""
    return Quoted(
        ", ".join(
            f"{case.child_id}{NO_BREAK}({near_day(closing, subject.as_at)})"
            for closing, case in dated
        )
    )
