"""The front page of a period: what was made, for whom, and what to know first."""

from pipeline.compose.limits import limits
from pipeline.compose.priorities import insights
from pipeline.compose.subject import Subject
from pipeline.compose.wording import long_date
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


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the front page."""
    first = insights(subject)[:3]
    return {
        "first": (*((Insights(first),) if first else ()), *limits(subject)),
        "documents": (_documents(subject),),
        "figures": (
            Links(
                (
                    Link("figures.csv", "figures.csv", "every figure printed in any document"),
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
                Cell((document.spec.description,), link=str(document.path)),
                Cell((document.scope.name or "All localities",)),
                Cell((document.spec.audience,)),
                Cell((long_date(subject.measures.calendar.meeting(document.scope).date),)),
                Cell(({"docx": "Word", "pdf": "PDF"}[document.spec.media],)),
            )
        )
        for document in subject.planned
        if document.spec.media != "html"
    )
    return Table(
        "Documents of this period",
        (
            TableColumn("Document", 3),
            TableColumn("About", 1.4),
            TableColumn("For", 1.4),
            TableColumn("Meeting", 1.3),
            TableColumn("Kind", 0.6),
        ),
        rows,
        show_caption=False,
    )
