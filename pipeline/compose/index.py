"""The front page of a period: what was made, for whom, and what to know first."""

from collections.abc import Sequence

from pipeline.compose.first_page import to_look_at
from pipeline.compose.insight_words import told
from pipeline.compose.limits import limits
from pipeline.compose.subject import Subject
from pipeline.compose.wording import short_date
from pipeline.model.content import (
    Block,
    Cell,
    Insights,
    Link,
    Links,
    Row,
    Table,
    TableColumn,
)
from pipeline.model.packs import PlannedDocument

KINDS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "eml": "E-mail"}


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the front page."""
    first = tuple(told(subject, each) for each in to_look_at(subject)[:3])
    papers = [each for each in subject.planned if each.spec.media not in ("html", "eml")]
    drafts = [each for each in subject.planned if each.spec.media == "eml"]
    return {
        "first": (*((Insights(first),) if first else ()), *limits(subject)),
        "documents": (_documents(subject, papers, "Documents of this period"),),
        "emails": (_documents(subject, drafts, "E-mail drafts of this period"),) if drafts else (),
        "figures": (
            Links(
                (
                    Link(
                        "figures.csv", "figures.csv", "every figure of ours that a document prints"
                    ),
                    Link("data-quality.html", "data-quality.html", "what was read and set aside"),
                    Link("manifest.json", "manifest.json", "which inputs and versions made this"),
                )
            ),
        ),
    }


def _documents(subject: Subject, listed: Sequence[PlannedDocument], caption: str) -> Table:
    rows = tuple(
        Row(
            (
                Cell(
                    (_name(document),),
                    small=(document.spec.description,),
                    link=str(document.path),
                ),
                Cell((_audience(document),)),
                Cell((_meeting(subject, document),)),
                Cell((KINDS[document.spec.media],)),
            )
        )
        for document in listed
    )
    return Table(
        caption,
        (
            TableColumn("Document", 4),
            TableColumn("For", 1.5),
            TableColumn("Meeting", 1.2),
            TableColumn("Kind", 0.6),
        ),
        rows,
        show_caption=False,
    )


def _name(document: PlannedDocument) -> str:
    """Return what sets a document apart from the others: its label and whom it is about."""
    if document.circulated is not None:
        return f"{document.spec.label}, {document.circulated.list.name}"
    return (
        f"{document.spec.label}, {document.scope.name}"
        if document.scope.name
        else document.spec.label
    )


def _meeting(subject: Subject, document: PlannedDocument) -> str:
    """Return the date of the meeting that a document is for; a team's are weekly, and in no config."""
    if document.scope.team:
        return "next ICM"
    return short_date(subject.measures.calendar.meeting(document.scope).date)


def _audience(document: PlannedDocument) -> str:
    return document.circulated.list.gets if document.circulated else document.spec.audience
