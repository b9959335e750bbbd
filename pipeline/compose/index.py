"""The front page of a period: what was made, for whom, and what to know first."""

from pipeline.compose.first_page import insights
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


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the front page."""
    first = insights(subject)[:3]
    return {
        "first": (*((Insights(first),) if first else ()), *limits(subject)),
        "documents": (_documents(subject),),
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


def _documents(subject: Subject) -> Table:
    rows = tuple(
        Row(
            (
                Cell(
                    (_name(document),),
                    small=(document.spec.description,),
                    link=str(document.path),
                ),
                Cell((document.spec.audience,)),
                Cell((short_date(subject.measures.calendar.meeting(document.scope).date),)),
                Cell(({"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}[document.spec.media],)),
            )
        )
        for document in subject.planned
        if document.spec.media != "html"
    )
    return Table(
        "Documents of this period",
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
    return (
        f"{document.spec.label}, {document.scope.name}"
        if document.scope.name
        else document.spec.label
    )
