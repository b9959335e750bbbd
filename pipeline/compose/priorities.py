"""Priorities sheet: each insight with a choice, a number and room for the Assistant Director's words."""

from itertools import islice

from pipeline.compose.first_page import BASIS, GLOSS, NOTHING_FOUND, RULE, guessed
from pipeline.compose.insight_decisions import decided_words
from pipeline.compose.insight_words import background, question, sentence
from pipeline.compose.subject import Subject
from pipeline.compose.wording import said
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn
from pipeline.model.entries import Choice, DateEntry, EntryLine, WriteIn
from pipeline.model.forms import CHOSEN, OWN, PRIORITIES
from pipeline.model.insights import Insight
from pipeline.model.priorities import CHOICES

OWN_LINES = 3
MOST_DECIDED = 2
"""Of what was already decided about an insight; where to look stands in the briefing."""
WIDTHS = {"ref": 1.1, "insight": 4.8, "choice": 1.0, "order": 0.6, "words": 2.2, "own": 8.0}

_MEETING = PRIORITIES.line("meeting").label


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the sheet."""
    decided = (words for i in subject.measures.insights for words in decided_words(subject, i))
    return {
        "meeting": (
            EntryLine(_MEETING, DateEntry("priorities.meeting", _MEETING, subject.meeting.date)),
        ),
        "insights": (_insights(subject),),
        "own": (_own(),),
        "rule": (Paragraph((RULE,), "note"), Paragraph((BASIS, GLOSS, *guessed(decided)), "note")),
    }


def _insights(subject: Subject) -> Table | Paragraph:
    found = subject.measures.insights
    if not found:
        return Paragraph((NOTHING_FOUND,))
    return Table(
        CHOSEN.title,
        tuple(TableColumn(column.header, WIDTHS[column.name]) for column in CHOSEN.columns),
        tuple(_row(subject, each) for each in found),
        tag=CHOSEN.part,
        write_in=True,
        show_caption=False,
    )


def _row(subject: Subject, insight: Insight) -> Row:
    ref, tag = insight.ref, f"{CHOSEN.part}.{insight.ref}"
    decided = islice(decided_words(subject, insight), MOST_DECIDED)
    small = background(subject, insight, decided)
    if insight.good:
        small = said(*((small, " ") if small else ()), f"Something to share: {question(insight)}")
    return Row(
        (
            Cell((Quoted(ref),), tone="strong"),
            Cell(sentence(subject, insight), small=small),
            Cell(entry=Choice(f"{tag}.choice", f"Take, note or park, {ref}", CHOICES)),
            Cell(entry=WriteIn(f"{tag}.order", f"Order, {ref}")),
            Cell(entry=WriteIn(f"{tag}.words", f"In your words, {ref}")),
        )
    )


def _own() -> Table:
    rows = tuple(
        Row(
            (
                Cell(entry=WriteIn(f"own.{n}", f"Your own point {n}", lines=2)),
                Cell(entry=WriteIn(f"own.{n}.order", f"Order of your own point {n}")),
            )
        )
        for n in range(1, OWN_LINES + 1)
    )
    columns = tuple(TableColumn(column.header, WIDTHS[column.name]) for column in OWN.columns)
    return Table(OWN.title, columns, rows, tag=OWN.part, write_in=True, show_caption=False)
