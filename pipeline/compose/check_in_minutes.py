"""Locality check-in minutes: business services open them in the meeting and write."""

from dataclasses import replace

from pipeline.compose.attendance import attendees
from pipeline.compose.barriers import barriers
from pipeline.compose.charts import flow_chart
from pipeline.compose.expectations import Ahead, expectations
from pipeline.compose.format_words import no_teams
from pipeline.compose.last_time import previous_actions
from pipeline.compose.limits import limits
from pipeline.compose.scores import score_lines
from pipeline.compose.subject import Subject
from pipeline.compose.team_tables import actions_table, data_table, icm_table
from pipeline.compose.through_time import promises_kept
from pipeline.compose.wording import day_and_month, span_words
from pipeline.model.content import Block, Paragraph
from pipeline.model.entries import DateEntry, EntryLine
from pipeline.model.forms import ACTIONS, EXPECTATIONS, MINUTES

_DATE = MINUTES.line("date").label


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the minutes."""
    chart = flow_chart(subject, subject.scope, height="low")
    return {
        "date": (EntryLine(_DATE, DateEntry("meeting.date", _DATE, subject.meeting.date)),),
        "attendees": attendees(subject),
        "points_covered": (),
        "previous_actions": previous_actions(subject),
        "icms": (icm_table(subject),),
        "actions": (
            _fortnight(subject),
            actions_table(subject, ACTIONS, "closures.fortnight"),
        ),
        "expectations": expectations(subject, Ahead(EXPECTATIONS, subject.meeting.fortnight)),
        "data": (data_table(subject),),
        "course": (*promises_kept(subject), *((replace(chart, source=""),) if chart else ())),
        "effectiveness": score_lines(subject),
        "barriers": barriers(subject),
        "limits": limits(subject),
    }


def _fortnight(subject: Subject) -> Paragraph:
    """Say which days the number counts; above the table, so that no page begins with it."""
    window = subject.spanning("closures.fortnight").window
    if why := no_teams(subject):
        closing = f"This fortnight is {span_words(window)}. How many plans close in it by team"
        return Paragraph((f"{closing} is not supplied: {why}.",), "hint")
    return Paragraph(
        (
            (
                f"Plans closing: decided to close on the tracker, dated {span_words(window)}; "
                f"“earlier”: from {day_and_month(subject.as_at)} on."
            ),
        ),
        "hint",
    )
