"""Barriers and opportunities: those met most, those raised last time, and room for today's."""

from pipeline.compose.last_time import barriers_raised
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, whole
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn
from pipeline.model.entries import WriteIn
from pipeline.model.forms import BARRIERS
from pipeline.model.terms import NO_BARRIER, OTHER_BARRIER

MOST_NAMED = 5
"""A meeting talks about few; the whole count is in figures.csv."""


def barriers(subject: Subject) -> tuple[Block, ...]:
    """Return the barriers met most, those raised last time, and rows for those raised today."""
    figures = [
        subject.figure("tracker.barrier", category=category)
        for category in subject.measures.figures.categories("tracker.barrier", subject.scope)
    ]
    named = [f for f in figures if f.value and f.category not in (OTHER_BARRIER, NO_BARRIER)]
    named.sort(key=lambda figure: -(figure.value or 0))
    most, rest = named[:MOST_NAMED], named[MOST_NAMED:]
    other = [f for f in figures if f.value and f.category == OTHER_BARRIER]
    none = [f for f in figures if f.value and f.category == NO_BARRIER]
    room = Table(
        "Barriers and opportunities raised",
        tuple(TableColumn(column.header, 3) for column in BARRIERS.columns),
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
    if not (most or other):
        none_met = Paragraph(
            ("No barriers could be counted from the trackers.",), "note", leads=True
        )
        return (none_met, *barriers_raised(subject), room)
    words = said(
        *(
            said(
                "No main barrier is given for ",
                count(f),
                " of ",
                whole(f),
                " cases on the trackers. ",
            )
            for f in none
        ),
        "Given most often: " if most else "",
        *(
            piece
            for n, figure in enumerate(most)
            for piece in (", " if n else "", figure.category, " (", count(figure), ")")
        ),
        "; the rest no more often than these" if rest else "",
        ". " if most else "",
        *(said("Given as Other, or in words not on the list: ", count(f), ".") for f in other),
    )
    return (Paragraph(words, leads=True), *barriers_raised(subject), room)
