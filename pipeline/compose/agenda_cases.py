"""The agenda's table of cases: a compact line each, in the same columns in every group."""

from datetime import date

from pipeline.compose.agenda_key import marks, owner_is_practitioner
from pipeline.compose.agenda_needs import IN_SHORT, need_words
from pipeline.compose.agenda_widths import names_width, text_widths
from pipeline.compose.format_words import age_header
from pipeline.compose.subject import Subject
from pipeline.compose.wording import NO_BREAK, near_day, quoted, said
from pipeline.model.agenda import ACTION_NEEDS, AgendaCase, SignoffGap, TeamAgenda
from pipeline.model.content import Cell, Quoted, Row, Table, TableColumn, Words, plain
from pipeline.model.terms import NOT_RECOGNISED, STAGES

STAGE_WORDS = dict(zip(STAGES, ("Awaiting", "Underway", "Identified", "Decided"), strict=True))
GAP_WORDS = {"": "", "written": "write", "signed off": f"sign{NO_BREAK}off", "sent": "send"}
LEAST_ID_MM, ID_LETTER_MM = 15, 2.1
"""Widths are in millimetres of the page: an ID must not break."""
PAGE_MM = 277.0


def case_table(
    subject: Subject, agenda: TeamAgenda, cases: tuple[AgendaCase, ...], caption: str
) -> Table:
    """Return the cases of a group; those of the first stand under what their action needs.

    Closures have the date that they are sorted by.
    """
    closing = any(case.group == "closure" for case in cases)
    shown = cases if closing else agenda.cases
    unread = any(case.stage == NOT_RECOGNISED for case in cases)
    columns = _columns(subject, agenda, shown, unread=unread, closing=closing)
    rows: list[Row] = []
    for need in (*ACTION_NEEDS, ""):
        held = [case for case in cases if (case.need if case.group == "actions" else "") == need]
        if held and need:
            rows.append(Row((Cell(need_words(subject, need)),), "group"))
        rows += (Row(_cells(subject, agenda, case, closing=closing)) for case in held)
    return Table(caption, columns, tuple(rows), show_caption=False)


def kept_table(subject: Subject, agenda: TeamAgenda) -> Table:
    """Return the cases kept apart, the most pressing first, each with what its action needs."""
    cases = agenda.kept
    unread = any(case.stage == NOT_RECOGNISED for case in cases)
    closing = any(case.closing for case in cases)
    columns = _columns(subject, agenda, cases, unread=unread, closing=closing, apart=True)
    rows = (Row(_cells(subject, agenda, case, closing=closing, apart=True)) for case in cases)
    return Table("Cases whose team is not settled", columns, tuple(rows), show_caption=False)


def _columns(
    subject: Subject,
    agenda: TeamAgenda,
    shown: tuple[AgendaCase, ...],
    *,
    unread: bool,
    closing: bool,
    apart: bool = False,
) -> tuple[TableColumn, ...]:
    """Return the columns, as wide as what is `shown` in them needs."""
    every = (*agenda.cases, *agenda.kept)
    longest = max(len(case.child_id) for case in every)
    before = [
        TableColumn("Child", max(LEAST_ID_MM, longest * ID_LETTER_MM + 2.5)),
        TableColumn("Practitioner", names_width(case.practitioner for case in every)),
        TableColumn(age_header(subject, "Months open"), 14, "right"),
        TableColumn("Stage", 24 if unread else 17),
        *((TableColumn("Weeks in it", 12.5, "right"),) if agenda.knows_past else ()),
    ]
    between = [
        TableColumn("Owner", names_width(plain(_owner(agenda, case)) for case in shown)),
        TableColumn("Due", 17.5, "right"),
        *((TableColumn("Action is", 17.5),) if apart else ()),
        *((TableColumn("Closing", 17.5, "right"),) if closing else ()),
    ]
    after = [TableColumn("Sign-off", 20.5), TableColumn("Also", 8.5)]
    action, barrier = text_widths(
        [(plain(_action(case)), case.barrier) for case in shown],
        PAGE_MM - sum(column.width for column in (*before, *between, *after)),
    )
    return (
        *before,
        TableColumn("Action", action),
        *between,
        TableColumn("Main barrier", barrier),
        *after,
    )


def _cells(
    subject: Subject,
    agenda: TeamAgenda,
    case: AgendaCase,
    *,
    closing: bool,
    apart: bool = False,
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
        _date(subject, case.due if case.action else None),
        *((Cell((IN_SHORT[case.need],)),) if apart else ()),
        *((_date(subject, case.closing),) if closing else ()),
        Cell((quoted(case.barrier),)),
        Cell(next_step(case.signoff, case.signoff_days)),
        Cell((marks(case, apart=apart),)),
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


def _date(subject: Subject, day: date | None) -> Cell:
    return Cell((Quoted(near_day(day, subject.as_at) if day else ""),))


def next_step(signoff: SignoffGap, days: int | None) -> Words:
    """Return the next step of a sign-off, and the days since the one before: `sign off 4 d`."""
    if days is None:
        return (GAP_WORDS[signoff],)
    return said(f"{GAP_WORDS[signoff]}{NO_BREAK}", Quoted(f"{days}{NO_BREAK}d"))
