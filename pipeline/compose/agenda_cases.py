"""The agenda's table of cases: a compact line each, in the same columns in every group."""

from datetime import date

from pipeline.compose.agenda_key import marks, owner_is_practitioner
from pipeline.compose.agenda_needs import need_words
from pipeline.compose.format_words import age_header
from pipeline.compose.subject import Subject
from pipeline.compose.wording import quoted, said, short_day
from pipeline.model.agenda import ACTION_NEEDS, AgendaCase, TeamAgenda
from pipeline.model.content import Cell, Quoted, Row, Table, TableColumn, Words
from pipeline.model.terms import NOT_RECOGNISED, STAGES

STAGE_WORDS = dict(zip(STAGES, ("Awaiting", "Underway", "Identified", "Decided"), strict=True))
GAP_WORDS = {"": "", "written": "write", "signed off": "sign off", "sent": "send"}
LEAST_ID_MM, ID_LETTER_MM = 15, 2.1
"""Widths are in millimetres of the page: an ID must not break."""


def case_table(
    subject: Subject, agenda: TeamAgenda, cases: tuple[AgendaCase, ...], caption: str
) -> Table:
    """Return the cases of a group; those of the first stand under what their action needs.

    Closures have the date that they are sorted by.
    """
    longest = max(len(case.child_id) for case in agenda.cases)
    unread = any(case.stage == NOT_RECOGNISED for case in cases)
    closing = any(case.group == "closure" for case in cases)
    stage = 24.0 if unread else 17.0
    columns = [
        TableColumn("Child", max(LEAST_ID_MM, longest * ID_LETTER_MM + 2.5)),
        TableColumn("Practitioner", 27.5),
        TableColumn(age_header(subject, "Months open"), 14, "right"),
        TableColumn("Stage", stage),
        *((TableColumn("Weeks in it", 12.5, "right"),) if agenda.knows_past else ()),
        TableColumn("Action", 82.5 - stage - (7 if closing else 0)),
        TableColumn("Owner", 26.5),
        TableColumn("Due", 16.5, "right"),
        *((TableColumn("Closing", 16.5, "right"),) if closing else ()),
        TableColumn("Main barrier", 43 if closing else 50.5),
        TableColumn("Sign-off", 20.5),
        TableColumn("Also", 8.5),
    ]
    rows: list[Row] = []
    for need in (*ACTION_NEEDS, ""):
        held = [case for case in cases if (case.need if case.group == "actions" else "") == need]
        if held and need:
            rows.append(Row((Cell(need_words(subject, need)),), "group"))
        rows += (Row(_cells(subject, agenda, case, closing=closing)) for case in held)
    return Table(caption, tuple(columns), tuple(rows), show_caption=False)


def _cells(
    subject: Subject, agenda: TeamAgenda, case: AgendaCase, *, closing: bool
) -> tuple[Cell, ...]:
    weeks = "" if case.stage_days is None else f"{case.stage_days // 7}+"
    return (
        Cell((Quoted(case.child_id),), tone="strong"),
        Cell((quoted(case.practitioner),)),
        Cell((Quoted(str(case.months_open)),)),
        Cell((STAGE_WORDS.get(case.stage, case.stage),)),
        *((Cell((Quoted(weeks),)),) if agenda.knows_past else ()),
        Cell(_action(case)),
        Cell(_owner(agenda, case)),
        Cell((Quoted(day(case.due, subject.as_at) if case.action else ""),)),
        *((Cell((Quoted(day(case.closing, subject.as_at)),)),) if closing else ()),
        Cell((quoted(case.barrier),)),
        Cell(_gap(case)),
        Cell((marks(case),)),
    )


def _action(case: AgendaCase) -> Words:
    if case.action or not case.previous_action:
        return (quoted(case.action),)
    return said("was: ", quoted(case.previous_action))


def _owner(agenda: TeamAgenda, case: AgendaCase) -> Words:
    if not case.owner:
        return ("no owner" if case.action and "owner" in agenda.columns else "",)
    if owner_is_practitioner(case):
        return ("practitioner",)
    return (quoted(case.owner),)


def day(of: date | None, as_at: date) -> str:
    """Return `3 Nov`, or `3 Nov 25` where it isn't of the as-at date's year; nothing for none."""
    if of is None:
        return ""
    return short_day(of) if of.year == as_at.year else f"{short_day(of)} {of:%y}"


def _gap(case: AgendaCase) -> Words:
    if case.signoff_days is None:
        return (GAP_WORDS[case.signoff],)
    return said(f"{GAP_WORDS[case.signoff]} ", Quoted(f"{case.signoff_days} d"))
