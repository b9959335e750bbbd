"""Locality check-in minutes: business services open them in the meeting and write."""

from datetime import timedelta

from pipeline.compose.attendance import attendees
from pipeline.compose.barriers import barriers
from pipeline.compose.charts import flow_chart
from pipeline.compose.format_words import in_cell, no_teams
from pipeline.compose.last_time import expected_before, previous_actions
from pipeline.compose.limits import limits
from pipeline.compose.scores import score_lines
from pipeline.compose.subject import Subject
from pipeline.compose.team_tables import actions_table, data_table, icm_table
from pipeline.compose.through_time import promises_kept
from pipeline.compose.wording import count, short_day, span_words
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn
from pipeline.model.entries import DateEntry, EntryLine, WriteIn
from pipeline.model.forms import ACTIONS, EXPECTATIONS, MINUTES
from pipeline.model.terms import DECIDED, IDENTIFIED

_DATE = MINUTES.line("date").label


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the minutes."""
    chart = flow_chart(subject, subject.scope, height="small")
    return {
        "date": (EntryLine(_DATE, DateEntry("meeting.date", _DATE, subject.meeting.date)),),
        "attendees": attendees(subject),
        "points_covered": (),
        "previous_actions": previous_actions(subject),
        "icms": (icm_table(subject),),
        "actions": (
            actions_table(subject, ACTIONS, "closures.fortnight"),
            _fortnight_note(subject),
        ),
        "expectations": (_expectations(subject),),
        "data": (data_table(subject), *promises_kept(subject), *((chart,) if chart else ())),
        "effectiveness": score_lines(subject),
        "barriers": barriers(subject),
        "limits": limits(subject),
    }


def _fortnight_note(subject: Subject) -> Paragraph:
    window = subject.spanning("closures.fortnight").window
    if why := no_teams(subject):
        closing = f"This fortnight is {span_words(window)}. How many plans close in it by team"
        return Paragraph((f"{closing} is not supplied: {why}.",), "note")
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
                Cell((team.team,), small=expected_before(subject, team), tone="strong"),
                *(
                    Cell(in_cell(subject, (count(figure),)))
                    for figure in (
                        subject.figure("plans.open", team),
                        subject.figure("tracker.stage", team, IDENTIFIED),
                        subject.figure("tracker.stage", team, DECIDED),
                        subject.spanning("closures.fortnight", team),
                    )
                ),
                Cell(entry=WriteIn(f"expected.{team.team}", f"Expected by {team.team}")),
                Cell(entry=WriteIn(f"expected.{team.team}.why", f"What will do it, {team.team}")),
            )
        )
        for team in subject.teams
    )
    columns = (
        TableColumn(EXPECTATIONS.header("team"), 1.4),
        TableColumn(EXPECTATIONS.header("open"), 0.8, "right"),
        TableColumn(EXPECTATIONS.header("identified"), 1, "right"),
        TableColumn(EXPECTATIONS.header("decided"), 0.9, "right"),
        TableColumn(EXPECTATIONS.header("closing"), 1, "right"),
        TableColumn(f"{EXPECTATIONS.header('expected')}, {short_day(over)}", 1.1),
        TableColumn(EXPECTATIONS.header("why"), 2.4),
    )
    return Table(
        EXPECTATIONS.title,
        columns,
        rows,
        tag="expectations",
        write_in=True,
        show_caption=False,
    )
