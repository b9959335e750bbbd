"""OLT check-in minutes: as the locality's, with the insights and room for what is decided about each."""

from dataclasses import replace

from pipeline.compose.attendance import olt_attendees
from pipeline.compose.barriers import barriers
from pipeline.compose.charts import flow_chart
from pipeline.compose.expectations import Ahead, expectations
from pipeline.compose.first_page import BASIS, to_look_at
from pipeline.compose.insight_order import in_order
from pipeline.compose.insight_words import question, sentence, sure_words
from pipeline.compose.last_time import decided_before, previous_actions
from pipeline.compose.limits import limits
from pipeline.compose.scores import mean_or_dash
from pipeline.compose.subject import Subject
from pipeline.compose.team_tables import actions_table, data_table
from pipeline.compose.through_time import promises_kept
from pipeline.compose.wording import count, day_and_month, listed, long_date, quoted, span_words
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn, plain
from pipeline.model.entries import DateEntry, EntryLine, WriteIn
from pipeline.model.forms import (
    ACTIONS,
    DISCUSSIONS,
    EXPECTATIONS,
    FROM_THE_CHAIR,
    HOW_SURE,
    OLT_MINUTES,
    TO_ASK,
    FormColumn,
)
from pipeline.model.insights import Insight
from pipeline.model.priorities import OwnPoint

CLOSING = "closures.next_meeting"
ROOM_FOR_MORE = 2
"""Rows for what nobody saw coming."""

_ACTIONS = OLT_MINUTES.table(ACTIONS.part)
_EXPECTATIONS = OLT_MINUTES.table(EXPECTATIONS.part)
_DATE = OLT_MINUTES.line("date").label


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the minutes."""
    chart = flow_chart(subject, subject.scope, height="low")
    return {
        "date": (EntryLine(_DATE, DateEntry("meeting.date", _DATE, subject.meeting.date)),),
        "attendees": olt_attendees(subject),
        "points_covered": (),
        "previous_actions": previous_actions(subject),
        "insights": (
            _order(subject),
            _discussions(subject),
            *decided_before(subject),
        ),
        "actions": (_span(subject), actions_table(subject, _ACTIONS, CLOSING)),
        "expectations": expectations(subject, Ahead(_EXPECTATIONS, subject.meeting.until_next)),
        "data": (data_table(subject),),
        "course": (*promises_kept(subject), *((replace(chart, source=""),) if chart else ())),
        "effectiveness": (_effectiveness(subject),),
        "barriers": barriers(subject),
        "limits": limits(subject),
    }


def _order(subject: Subject) -> Paragraph:
    """Say whose order it is that the insights stand in."""
    sheet = subject.measures.priorities
    words = "In the order that the data suggests"
    if sheet is not None and any(each.choice == "take" for each in sheet.marks):
        words = "In the order that the assistant director chose"
        if sheet.meeting is not None:
            words += f" on the priorities sheet for {long_date(sheet.meeting)}"
    return Paragraph(
        ((f"{words}. Write beside each what was said and decided; other points go below."),)
    )


def _discussions(subject: Subject) -> Table:
    widths = {"ref": 0.9, "insight": 3.2, "discussed": 2.0, "decided": 2.0}
    columns = tuple(TableColumn(each.header, widths[each.name]) for each in DISCUSSIONS.columns)
    hers = tuple(_hers(n, point) for n, point in enumerate(in_order(subject).own, 1))
    found = tuple(_to_discuss(subject, each) for each in to_look_at(subject))
    own = tuple(
        Row(tuple(_room(f"point {n}", each) for each in DISCUSSIONS.columns))
        for n in range(1, ROOM_FOR_MORE + 1)
    )
    return Table(
        DISCUSSIONS.title,
        columns,
        (*hers, *found, *own),
        (BASIS,) if found else (),
        tag=DISCUSSIONS.part,
        write_in=True,
        show_caption=False,
    )


def _hers(number: int, point: OwnPoint) -> Row:
    """Return a point that the assistant director put on her priorities sheet."""
    discussed, decided = DISCUSSIONS.columns[2:]
    ref = f"AD-{number}"
    return Row(
        (
            Cell((Quoted(ref),), tone="strong"),
            Cell((quoted(point.words),), small=(FROM_THE_CHAIR,)),
            _room(ref, discussed),
            _room(ref, decided),
        )
    )


def _to_discuss(subject: Subject, insight: Insight) -> Row:
    discussed, decided = DISCUSSIONS.columns[2:]
    ref, ask = insight.ref, f"{TO_ASK}{question(insight)}"
    sure = plain(sure_words(insight))
    small = f"{HOW_SURE}{sure.lower()} {ask}" if sure else ask
    return Row(
        (
            Cell((Quoted(ref),), tone="strong"),
            Cell(sentence(subject, insight), small=(small,)),
            _room(ref, discussed),
            _room(ref, decided),
        )
    )


def _room(name: str, column: FormColumn) -> Cell:
    tag = f"discussion.{name}.{column.name}"
    return Cell(entry=WriteIn(tag, f"{column.header}, {name}", lines=2))


def _span(subject: Subject) -> Paragraph:
    """Say which days each locality's closures are of: they run between its own check-ins."""
    spans = {
        window: [
            place.name
            for place in subject.localities
            if subject.spanning(CLOSING, place).window == window
        ]
        for place in subject.localities
        if (window := subject.spanning(CLOSING, place).window)
    }
    days = "; ".join(f"{listed(names)}: {span_words(window)}" for window, names in spans.items())
    dated = (
        f"dated between each locality’s own check-ins ({days})"
        if days
        else "dated before the next check-in"
    )
    return Paragraph(
        (
            (
                f"Plans closing: decided to close on a tracker, {dated}; "
                f"“earlier”: from {day_and_month(subject.as_at)} on."
            ),
        ),
        "hint",
    )


def _effectiveness(subject: Subject) -> Table:
    columns = (
        TableColumn("Locality", 1.0),
        TableColumn("Meeting score, criteria 1 to 7", 1.95, "right"),
        TableColumn("Enabling score, criteria 8 to 11", 2.1, "right"),
        TableColumn("Longest overdue review, days", 2.05, "right"),
    )
    rows = tuple(
        Row(
            (
                Cell((place.name or "Authority",), tone="strong"),
                *(
                    Cell((mean_or_dash(subject.figure("score.mean", place, section)),))
                    for section in ("meeting", "enabling")
                ),
                Cell((count(subject.figure("review.overdue_days", place)),)),
            ),
            "body" if place.name else "total",
        )
        for place in (*subject.localities, subject.scope)
    )
    names = ", ".join(
        f"{criterion.number}\N{NO-BREAK SPACE}{criterion.name}" for criterion in CRITERIA
    )
    note = (
        (
            "Means of all single scores at each team’s latest review, from 1 (never) to 5 (always). "
            f"Criteria: {names}."
        ),
    )
    return Table("ICM effectiveness by locality", columns, rows, note, show_caption=False)
