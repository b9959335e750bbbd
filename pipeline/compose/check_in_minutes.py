"""Locality check-in minutes: business services open them in the meeting and write."""

from datetime import timedelta

from pipeline.compose.attendance import attendees
from pipeline.compose.charts import flow_chart
from pipeline.compose.limits import limits
from pipeline.compose.scores import score_lines
from pipeline.compose.subject import Subject
from pipeline.compose.team_tables import actions_table, data_table, icm_table
from pipeline.compose.wording import count, said, short_day, span_words, whole
from pipeline.model.content import (
    Block,
    Cell,
    Choice,
    DateEntry,
    EntryLine,
    Paragraph,
    Row,
    Table,
    TableColumn,
    WriteIn,
)
from pipeline.model.terms import DECIDED, IDENTIFIED, NO_BARRIER, OTHER_BARRIER

BLANK_ROWS = 3
OUTCOMES_OF_ACTIONS = ("done", "in progress", "not done", "no longer needed")
FIGURES_TO_MOVE = (
    "open plans",
    "out of timescale",
    "plans closing",
    "plans not written up",
    "plans not signed off",
    "plans not sent",
    "plans not on the tracker",
    "actions overdue or undated",
    "effectiveness scores",
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the minutes."""
    chart = flow_chart(subject, subject.scope, height="small")
    return {
        "date": (EntryLine("Date", DateEntry("meeting.date", "Date", subject.meeting.date)),),
        "attendees": attendees(subject),
        "points_covered": (),
        "previous_actions": (_previous_actions(),),
        "icms": (icm_table(subject),),
        "actions": (actions_table(subject), _fortnight_note(subject)),
        "expectations": (_expectations(subject),),
        "data": (data_table(subject), *((chart,) if chart else ())),
        "effectiveness": score_lines(subject),
        "barriers": _barriers(subject),
        "limits": limits(subject),
    }


def _previous_actions() -> Table:
    columns = (
        TableColumn("Ref", 0.7),
        TableColumn("Team", 1.1),
        TableColumn("Action", 2.6),
        TableColumn("By when", 1.1),
        TableColumn("Figure it was to move", 1.5),
        TableColumn("Outcome", 1.2),
        TableColumn("Note", 1.5),
    )
    rows = tuple(
        Row(
            (
                Cell(),
                Cell(entry=WriteIn(f"previous.{n}.team", f"Team of action {n}")),
                Cell(entry=WriteIn(f"previous.{n}.action", f"Action {n}")),
                Cell(entry=WriteIn(f"previous.{n}.due", f"By when, action {n}")),
                Cell(entry=Choice(f"previous.{n}.figure", f"Figure, action {n}", FIGURES_TO_MOVE)),
                Cell(
                    entry=Choice(
                        f"previous.{n}.outcome", f"Outcome, action {n}", OUTCOMES_OF_ACTIONS
                    )
                ),
                Cell(entry=WriteIn(f"previous.{n}.note", f"Note, action {n}")),
            )
        )
        for n in range(1, BLANK_ROWS + 1)
    )
    return Table(
        "Actions from last time",
        columns,
        rows,
        tag="previous_actions",
        write_in=True,
        show_caption=False,
    )


def _fortnight_note(subject: Subject) -> Paragraph:
    window = subject.spanning("closures.fortnight").window
    return Paragraph(
        (
            (
                f"This fortnight is {span_words(window)}. The number counts plans that the team’s "
                f"tracker shows as decided to close with a date in it."
            ),
        ),
        "note",
    )


def _expectations(subject: Subject) -> Table:
    over = subject.meeting.date + timedelta(days=14)
    rows = tuple(
        Row(
            (
                Cell((team.team,), tone="strong"),
                Cell((count(subject.figure("plans.open", team)),)),
                Cell((count(subject.figure("tracker.stage", team, IDENTIFIED)),)),
                Cell((count(subject.figure("tracker.stage", team, DECIDED)),)),
                Cell((count(subject.spanning("closures.fortnight", team)),)),
                Cell(entry=WriteIn(f"expected.{team.team}", f"Expected by {team.team}")),
                Cell(entry=WriteIn(f"expected.{team.team}.why", f"What will do it, {team.team}")),
            )
        )
        for team in subject.teams
    )
    columns = (
        TableColumn("Team", 1.4),
        TableColumn("Open now", 0.8, "right"),
        TableColumn("Identified for closure", 1, "right"),
        TableColumn("Decided to close", 0.9, "right"),
        TableColumn("Closing this fortnight", 1, "right"),
        TableColumn(f"We expect, {short_day(over)}", 1.1),
        TableColumn("What will make the difference", 2.4),
    )
    return Table(
        "What we want the data to do",
        columns,
        rows,
        tag="expectations",
        write_in=True,
        show_caption=False,
    )


def _barriers(subject: Subject) -> tuple[Block, ...]:
    figures = [
        subject.figure("tracker.barrier", category=category)
        for category in subject.measures.figures.categories("tracker.barrier", subject.scope)
    ]
    named = [f for f in figures if f.value and f.category not in (OTHER_BARRIER, NO_BARRIER)]
    named.sort(key=lambda figure: -(figure.value or 0))
    met = [*named, *(f for f in figures if f.value and f.category == OTHER_BARRIER)]
    none = [f for f in figures if f.value and f.category == NO_BARRIER]
    room = Table(
        "Barriers and opportunities raised",
        (TableColumn("Barrier or opportunity", 3), TableColumn("What we will do about it", 3)),
        tuple(
            Row(
                (
                    Cell(entry=WriteIn(f"barrier.{n}", f"Barrier or opportunity {n}", lines=2)),
                    Cell(entry=WriteIn(f"barrier.{n}.response", f"Response {n}", lines=2)),
                )
            )
            for n in (1, 2)
        ),
        tag="barriers",
        write_in=True,
        show_caption=False,
    )
    if not met:
        return (Paragraph(("No barriers could be counted from the trackers.",), "note"), room)
    words = said(
        *(
            said("No main barrier is given for ", count(f), " of ", whole(f), " cases. ")
            for f in none
        ),
        "Given most often: ",
        *(
            piece
            for n, figure in enumerate(met)
            for piece in (", " if n else "", figure.category, " (", count(figure), ")")
        ),
        ".",
    )
    return (Paragraph(words), room)
