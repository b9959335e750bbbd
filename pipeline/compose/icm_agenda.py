"""Team ICM agenda: every case that needs the meeting, each once, the most pressing first."""

from itertools import groupby

from pipeline.compose.agenda_cases import case_table
from pipeline.compose.agenda_closures import (
    closing_dates,
    closing_first,
    closing_soon,
    identified,
    too_soon,
)
from pipeline.compose.agenda_key import MARKS, key
from pipeline.compose.agenda_needs import split_words, start_words
from pipeline.compose.agenda_rows import rows_to_add, rows_to_move_out, too_new
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, joined, listed, said, unbroken
from pipeline.model.agenda import (
    NOTHING_NEEDED,
    SIGNOFF_ALONE,
    TIMESCALE_TO_ADD,
    TO_ADD,
    AgendaGroup,
    SignoffGap,
    TeamAgenda,
)
from pipeline.model.content import (
    Block,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quoted,
    Words,
)
from pipeline.model.measures import Figure
from pipeline.model.tables import TRACKER

CASES, WHEREVER = "agenda.cases", "agenda.in_group"
LABELS = {
    TO_ADD: "to add to the tracker",
    "actions": "actions to settle",
    "closure": "approaching closure",
    "timescale": "out of timescale",
    "challenges": "particular challenges",
    "stage": "stage to agree",
    NOTHING_NEEDED: "not for this meeting",
}
GAPS: dict[SignoffGap, str] = {
    "written": "plan to write up",
    "signed off": "plan to sign off",
    "sent": "plan to send",
}
NOT_A_STAGE = "What the tracker says is not one of the four stages."
NO_PAST = (
    "Not known yet: no earlier run has read this tracker, so how long a stage or an action has "
    "stood can’t be told."
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the agenda; parts without a case are left out."""
    agenda = subject.measures.agendas[subject.scope.team]
    return {
        "glance": _glance(subject, agenda),
        "add": rows_to_add(subject),
        "move_out": rows_to_move_out(subject),
        "actions": _group(subject, agenda, "actions"),
        "closure": _group(subject, agenda, "closure"),
        "timescale": _group(subject, agenda, "timescale"),
        "challenges": _group(subject, agenda, "challenges"),
        "stage": _group(subject, agenda, "stage"),
        "nothing": _nothing(agenda),
        "notes": _notes(agenda),
    }


def _glance(subject: Subject, agenda: TeamAgenda) -> tuple[Block, ...]:
    if agenda.why_not:
        return (Paragraph((f"There is no agenda: {agenda.why_not}.",)),)
    unread = subject.figure(WHEREVER, category="stage").value
    names = [name for name in LABELS if name != "stage" or unread]
    tiles = KeyFigures(tuple(_tile(subject, agenda, name) for name in names))
    lines = (
        start_words(subject, agenda, len(closing_soon(subject, agenda))),
        closing_first(subject, agenda),
        too_soon(subject, agenda),
    )
    return (tiles, *(Paragraph(line) for line in lines if line))


def _tile(subject: Subject, agenda: TeamAgenda, name: str) -> KeyFigure:
    """Return a group with all that it has, and how much of it no earlier heading lists."""
    here = subject.figure(CASES, category=name)
    if name == TO_ADD:
        new = subject.figure("reconcile.new_plans")
        needed = subject.figure("reconcile.not_on_tracker")
        more = " more" if needed.value else ""
        aside = said(count(new), f"{more} {too_new(subject)}") if new.value else ()
        return KeyFigure(LABELS[name], (count(needed),), aside)
    if name == NOTHING_NEEDED:
        alone = subject.figure(WHEREVER, category=SIGNOFF_ALONE)
        aside = said(count(alone), " with a sign-off to do")
        return KeyFigure(LABELS[name], (count(here),), aside if alone.value else ())
    if name == "actions":
        return KeyFigure(LABELS[name], (count(here),), split_words(subject, agenda))
    every = _in_all(subject, name)
    where: Words = ()
    if here.value != every.value:
        where = said(count(here), " not listed before") if here.value else ("all listed before",)
    if (
        name == "timescale"
        and (to_add := subject.figure(WHEREVER, category=TIMESCALE_TO_ADD)).value
    ):
        where = said(where, ", ", count(to_add), unbroken(" without a row"))
    return KeyFigure(LABELS[name], (count(every),), where)


def _in_all(subject: Subject, group: str) -> Figure:
    """Return the figure of all in a group; of timescale, with those the tracker doesn't have yet."""
    if group == "timescale":
        return subject.figure("plans.out_of_timescale")
    return subject.figure(WHEREVER, category=group)


def _group(subject: Subject, agenda: TeamAgenda, group: AgendaGroup) -> tuple[Block, ...]:
    cases = tuple(case for case in agenda.cases if case.group == group)
    if group == "challenges" and not agenda.why_not and not agenda.knows_past:
        return (Paragraph((NO_PAST,)),)
    closing = closing_dates(subject, agenda) if group == "closure" and not agenda.why_not else ()
    if not cases:
        return (*_all_before(subject, agenda, group), *closing)
    blocks: list[Block] = [*closing]
    if group != "actions":
        blocks.insert(0, Paragraph(_lead(subject, agenda, group)))
    if group == next(case.group for case in agenda.cases) and not agenda.kept:
        blocks.append(key(subject, agenda))
    return (*blocks, case_table(subject, agenda, cases, LABELS[group]))


def _all_before(subject: Subject, agenda: TeamAgenda, group: AgendaGroup) -> tuple[Paragraph, ...]:
    """Return where the cases of a group stand that has no table of its own; nothing for none."""
    if agenda.why_not or group == "actions":
        return ()
    every = _in_all(subject, group)
    if not every.value:
        return ()
    where = (f", marked {MARKS[group][0]}",) if group in MARKS else _ids(agenda, group)
    to_add = _without_row(subject) if group == "timescale" else ()
    if to_add and subject.figure(WHEREVER, category=TIMESCALE_TO_ADD).value == every.value:
        where = ()
    more = identified(agenda) if group == "closure" else ()
    if group == "stage":
        more = (f" {NOT_A_STAGE}",)
    all_of_them = ", listed before" if every.value == 1 else ", all listed before"
    return (Paragraph(said(counted(every, "case"), all_of_them, where, to_add, ".", more)),)


def _ids(agenda: TeamAgenda, group: AgendaGroup) -> Words:
    ids = (case.child_id for case in agenda.cases if group in case.groups)
    return said(": ", Quoted(", ".join(ids)))


def _without_row(subject: Subject) -> Words:
    """Return how many plans out of timescale stand among those that the tracker has no row for."""
    to_add = subject.figure(WHEREVER, category=TIMESCALE_TO_ADD)
    return said(" (", count(to_add), " among the plans without a row)") if to_add.value else ()


def _lead(subject: Subject, agenda: TeamAgenda, group: AgendaGroup) -> Words:
    limits = subject.settings.thresholds
    figure = subject.figure(CASES, category=group)
    said_of: dict[AgendaGroup, str] = {
        "closure": "Decided to close first, then identified, each by closing date: the planned one; "
        "if closing is decided and none is planned, the action’s.",
        "timescale": f"Open {limits.out_of_timescale_months} months or more and not exempt; the "
        "longest open first.",
        "challenges": "A barrier, with the stage unchanged for at least "
        f"{limits.stage_unchanged_days} days or the action for at least "
        f"{limits.action_unchanged_days} days.",
        "stage": NOT_A_STAGE,
    }
    every = _in_all(subject, group)
    without_row = _without_row(subject) if group == "timescale" else ()
    more = (
        said(" not listed before, of ", count(every), " in all", without_row)
        if every.value != figure.value
        else ()
    )
    before = _named_before(agenda, group) if more and group == "stage" else ()
    return said(counted(figure, "case"), more, ". ", said_of[group], before)


def _named_before(agenda: TeamAgenda, group: AgendaGroup) -> Words:
    """Return the IDs of a group’s cases that an earlier heading lists."""
    there = [c.child_id for c in agenda.cases if group in c.groups and c.group != group]
    return said(" Listed before: ", Quoted(", ".join(there)), ".")


def _nothing(agenda: TeamAgenda) -> tuple[Block, ...]:
    cases = [case for case in agenda.cases if case.group is None]
    order = ("", *GAPS)
    cases.sort(key=lambda case: (order.index(case.signoff), case.child_id))
    held = {
        gap: Quoted(", ".join(case.child_id for case in each))
        for gap, each in groupby(cases, key=lambda case: case.signoff)
    }
    idle = said("On track: ", held[""], ". ") if "" in held else ()
    to_do = [said(f"{words} (", held[gap], ")") for gap, words in GAPS.items() if gap in held]
    outside = said("Outside the meeting: ", joined(to_do, ", "), ".") if to_do else ()
    return (Paragraph(said(idle, outside)),) if held else ()


def _notes(agenda: TeamAgenda) -> tuple[Block, ...]:
    """Return what the tracker lacks to fill the columns."""
    if agenda.why_not:
        return ()
    lacking = [
        TRACKER.column(name).header
        for name in ("action", "due", "owner", "barrier")
        if name not in agenda.columns
    ]
    if not lacking:
        return ()
    return (
        Paragraph(
            (f"The tracker has no {listed(lacking)}: what hangs on it can’t be on the agenda.",),
            "note",
        ),
    )
