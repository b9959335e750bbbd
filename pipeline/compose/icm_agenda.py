"""Team ICM agenda: every case that needs the meeting, each once, the most pressing first."""

from itertools import groupby

from pipeline.compose.agenda_cases import case_table
from pipeline.compose.agenda_minutes import minutes_each
from pipeline.compose.format_words import ages_are_episodes, counts_episodes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, listed, quoted, said, short_date
from pipeline.model.agenda import (
    NOTHING_NEEDED,
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
from pipeline.model.tables import TRACKER

CASES = "agenda.cases"
LABELS = {
    TO_ADD: "to add to the tracker",
    "actions": "actions due or overdue",
    "closure": "approaching closure",
    "timescale": "out of timescale",
    "challenges": "particular challenges",
    NOTHING_NEEDED: "need nothing this time",
}
GAPS = {
    "": "Nothing outstanding",
    "written": "Only the plan to write up",
    "signed off": "Only the plan to sign off",
    "sent": "Only the plan to send",
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
    return (
        KeyFigures(
            tuple(
                KeyFigure(LABELS[name], (count(figure),), _minutes(minutes.get(name, 0)))
                for name, figure in figures.items()
            )
        ),
    )


def _minutes(minutes: int) -> Words:
    return (f"about {minutes} min",) if minutes else ()


def _to_add(subject: Subject) -> tuple[Block, ...]:
    rows = subject.measures.tracker_changes[subject.scope.team].to_add
    if not rows:
        return ()
    began = "episode started" if counts_episodes(subject) else "plan started"
    new = subject.figure("reconcile.new_plans")
    lead = said(
        counted(subject.figure(CASES, category=TO_ADD), "open plan has", "open plans have"),
        " no row in the tracker, the longest open first",
        *((said("; ", count(new), " so new that it need not have one yet"),) if new.value else ()),
        ". tracker-rows.xlsx has the rows to paste in.",
    )
    items = tuple(
        said(
            Quoted(row.child_id),
            ", ",
            *((quoted(row.practitioner), ", ") if row.practitioner else ()),
            f"{began} ",
            Quoted(short_date(row.start)),
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
    return (lead, *_too_soon(subject, cases), case_table(subject, agenda, cases, LABELS[group]))


def _lead(subject: Subject, group: AgendaGroup) -> Words:
    limits = subject.settings.thresholds
    figure = subject.figure(CASES, category=group)
    said_of: dict[AgendaGroup, str] = {
        "actions": "Overdue first, then without a date, then without an action, then due soon.",
        "closure": "Decided to close first, by date, then identified for potential closure.",
        "timescale": f"Open {limits.out_of_timescale_months} months or more and not exempt; the "
        "longest open first.",
        "challenges": "A barrier, with the stage unchanged for at least "
        f"{limits.stage_unchanged_days} days or the action for at least "
        f"{limits.action_unchanged_days} days.",
    }
    return said(counted(figure, "case"), ". ", said_of[group])


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
        "Owner: “practitioner” where it is the case’s own.",
        "Sign-off: the next step after the CIN meeting, and the days since the step before.",
        "Also: the other groups that the case belongs to.",
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
