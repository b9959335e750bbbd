"""Team ICM agenda: every case that needs the meeting, each once, the most pressing first."""

from itertools import groupby

from pipeline.compose.agenda_cases import LEGEND, case_table, day
from pipeline.compose.agenda_minutes import minutes_each
from pipeline.compose.agenda_needs import split_words, start_words
from pipeline.compose.format_words import ages_are_episodes, counts_episodes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, listed, quoted, said
from pipeline.model.agenda import (
    GROUPS,
    NOTHING_NEEDED,
    SIGNOFF_ALONE,
    TO_ADD,
    AgendaCase,
    AgendaGroup,
    TeamAgenda,
)
from pipeline.model.content import (
    Block,
    Bullets,
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
    "actions": "actions due or overdue",
    "closure": "approaching closure",
    "timescale": "out of timescale",
    "challenges": "particular challenges",
    NOTHING_NEEDED: "not for this meeting",
}
NO_BREAK = "\N{NO-BREAK SPACE}"
GAPS = {
    "": "Nothing to do",
    "written": "Outside the meeting, the plan is to be written up",
    "signed off": "Outside the meeting, the plan is to be signed off",
    "sent": "Outside the meeting, the plan is to be sent",
}
NO_PAST = (
    "Not known yet: no earlier run has read this tracker, so how long a stage or an action has "
    "stood can’t be told."
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the agenda; parts without a case are left out."""
    agenda = subject.measures.agendas[subject.scope.team]
    return {
        "glance": _glance(subject, agenda),
        "add": _to_add(subject),
        "actions": _group(subject, agenda, "actions"),
        "closure": _group(subject, agenda, "closure"),
        "timescale": _group(subject, agenda, "timescale"),
        "challenges": _group(subject, agenda, "challenges"),
        "nothing": _nothing(agenda),
        "move_out": _to_move_out(subject),
        "notes": _notes(subject, agenda),
    }


def _glance(subject: Subject, agenda: TeamAgenda) -> tuple[Block, ...]:
    if agenda.why_not:
        return (Paragraph((f"There is no agenda: {agenda.why_not}.",)),)
    figures = {name: subject.figure(CASES, category=name) for name in LABELS}
    minutes = minutes_each(
        {name: int(f.value or 0) for name, f in figures.items() if name != NOTHING_NEEDED}
    )
    tiles = KeyFigures(tuple(_tile(subject, name, minutes.get(name, 0)) for name in LABELS))
    split = split_words(subject, agenda)
    start = start_words(subject, agenda, minutes.get("actions", 0))
    lines = (
        Paragraph(said("Actions due or overdue: ", split, ".")) if split else None,
        Paragraph(start) if start else None,
    )
    return (tiles, *(line for line in lines if line))


def _tile(subject: Subject, name: str, minutes: int) -> KeyFigure:
    """Return a group with all that it has; what stands under earlier headings takes no time here."""
    here = subject.figure(CASES, category=name)
    time: Words = (f"about {minutes} min".replace(" ", NO_BREAK),) if minutes else ()
    if name == NOTHING_NEEDED:
        alone = subject.figure(WHEREVER, category=SIGNOFF_ALONE)
        aside = said(count(alone), " with a sign-off step to do")
        return KeyFigure(LABELS[name], (count(here),), aside if alone.value else ())
    if name not in GROUPS[1:]:
        return KeyFigure(LABELS[name], (count(here),), time)
    every = _in_all(subject, name)
    if not every.value:
        return KeyFigure(LABELS[name], (count(every),))
    where: Words = ("all listed before",)
    if here.value == every.value:
        where = ()
    elif here.value:
        where = said(count(here), " not listed before")
    between = (", ",) if where and time else ()
    return KeyFigure(LABELS[name], (count(every),), (*where, *between, *time))


def _in_all(subject: Subject, group: str) -> Figure:
    """Return the figure of all in a group; of timescale, with those the tracker doesn't have yet."""
    if group == "timescale":
        return subject.figure("plans.out_of_timescale")
    return subject.figure(WHEREVER, category=group)


def _to_add(subject: Subject) -> tuple[Block, ...]:
    rows = subject.measures.tracker_changes[subject.scope.team].to_add
    if not rows:
        return ()
    began = "episode" if counts_episodes(subject) else "plan"
    new = subject.figure("reconcile.new_plans")
    lead = said(
        counted(subject.figure(CASES, category=TO_ADD), "open plan has", "open plans have"),
        f" no row in the tracker, the longest open first, each with the {began}’s start",
        *((said("; ", count(new), " too new to need one yet"),) if new.value else ()),
        ". tracker-rows.xlsx has the rows to paste in.",
    )
    items = tuple(
        said(
            Quoted(row.child_id),
            ", ",
            *((quoted(row.practitioner), ", ") if row.practitioner else ()),
            Quoted(day(row.start, subject.as_at)),
            ", new" if row.new else "",
        )
        for row in rows
    )
    return (Paragraph(lead), Bullets(items))


def _group(subject: Subject, agenda: TeamAgenda, group: AgendaGroup) -> tuple[Block, ...]:
    cases = tuple(case for case in agenda.cases if case.group == group)
    lead = Paragraph(_lead(subject, group))
    if group == "challenges" and not agenda.why_not and not agenda.knows_past:
        return (Paragraph((NO_PAST,)),)
    if not cases:
        return ()
    if group == next(case.group for case in agenda.cases):
        lead = Paragraph((*lead.words, f" {LEGEND}"))
    return (lead, *_too_soon(subject, cases), case_table(subject, agenda, cases, LABELS[group]))


def _lead(subject: Subject, group: AgendaGroup) -> Words:
    limits = subject.settings.thresholds
    figure = subject.figure(CASES, category=group)
    said_of: dict[AgendaGroup, str] = {
        "actions": "The longest overdue first.",
        "closure": "Decided to close first, by date, then identified for potential closure.",
        "timescale": f"Open {limits.out_of_timescale_months} months or more and not exempt; the "
        "longest open first.",
        "challenges": "A barrier, with the stage unchanged for at least "
        f"{limits.stage_unchanged_days} days or the action for at least "
        f"{limits.action_unchanged_days} days.",
    }
    every = _in_all(subject, group) if group != "actions" else figure
    more = (
        said(" not listed above, of ", count(every), " in all")
        if every.value != figure.value
        else ()
    )
    return said(counted(figure, "case"), more, ". ", said_of[group])


def _too_soon(subject: Subject, cases: tuple[AgendaCase, ...]) -> tuple[Block, ...]:
    """Return the prompt on closures that follow soon on a child protection plan."""
    soon = [case.child_id for case in cases if case.too_soon]
    if not soon:
        return ()
    months = subject.settings.thresholds.after_cp_plan_months
    return (
        Paragraph(
            said(
                "Is it too soon to close? A child protection plan ended less than ",
                f"{months} months ago: ",
                Quoted(", ".join(soon)),
                ".",
            )
        ),
    )


def _nothing(agenda: TeamAgenda) -> tuple[Block, ...]:
    cases = [case for case in agenda.cases if case.group is None]
    order = tuple(GAPS)
    cases.sort(key=lambda case: (order.index(case.signoff), case.child_id))
    return tuple(
        Paragraph(said(f"{GAPS[gap]}: ", Quoted(", ".join(case.child_id for case in held)), "."))
        for gap, held in groupby(cases, key=lambda case: case.signoff)
    )


def _to_move_out(subject: Subject) -> tuple[Block, ...]:
    rows = subject.measures.tracker_changes[subject.scope.team].to_move_out
    if not rows:
        return ()
    lead = said(
        counted(subject.figure("reconcile.not_open"), "row"),
        " whose child has no open plan in this team. Check each in the case system first.",
    )
    items = tuple(
        said(Quoted(row.child_id), " in row ", Quoted(str(row.row)), ": ", Quoted(row.why))
        for row in rows
    )
    return (Paragraph(lead), Bullets(items))


def _notes(subject: Subject, agenda: TeamAgenda) -> tuple[Block, ...]:
    """Return how to read the columns, and what the tracker lacks to fill them."""
    if agenda.why_not:
        return ()
    lines = [
        "Months open: complete months since the plan’s start."
        if not counts_episodes(subject)
        else ages_are_episodes(subject),
        "Action: after “was”, the one before, where none is set.",
        "Owner: “practitioner” where it is the case’s own.",
        "Sign-off: what is still to do to the plan, and the days since the step before.",
    ]
    if agenda.knows_past:
        lines.insert(1, "Weeks in it: at least, since trackers are known by earlier runs alone.")
    lacking = [
        TRACKER.column(name).header
        for name in ("action", "due", "owner", "barrier")
        if name not in agenda.columns
    ]
    if lacking:
        lines.append(
            f"The tracker has no {listed(lacking)}: what hangs on it can’t be on the agenda."
        )
    return (Paragraph((" ".join(lines),), "note"),)
