"""E-mail drafts: what a circulation list is told about the papers that it gets."""

from typing import Final

from pipeline.compose.subject import Subject
from pipeline.compose.wording import long_date
from pipeline.model.circulation import Sent
from pipeline.model.content import Block, Bullets, Paragraph
from pipeline.model.packs import Circulated, PlannedDocument

KINDS: Final = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}

HOW: Final[dict[Sent, str]] = {
    "OLT": "The first page of the briefing says what to look at first; the rest is evidence.",
    "business services": (
        "Please open the minutes in the meeting and write in them. Send them back as Word documents "
        "afterwards: what stands in them is in next month’s."
    ),
    "locality": "Please look at them before the meeting, where they are on the screen.",
    "reviewer": "Please fill the form in when you observe the next ICM, and send it back as a Word document.",
    "team": (
        "They name children by their ID: please keep them within the team. New actions are written in "
        "the tracker."
    ),
}


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the message."""
    circulated = _circulated(subject)
    return {
        "message": (
            Paragraph(("Dear all,",)),
            Paragraph((_about(subject, circulated),)),
            *((Paragraph((circulated.list.note,)),) if circulated.list.note else ()),
        ),
        "papers": (Bullets(tuple((_named(paper),) for paper in circulated.papers)),),
        "how": (Paragraph((HOW[circulated.list.gets],)), *_sheet(circulated)),
    }


def _sheet(circulated: Circulated) -> tuple[Block, ...]:
    """Ask for the priorities sheet back where it is among the papers."""
    if not any(paper.spec.name == "priorities" for paper in circulated.papers):
        return ()
    words = (
        "The marks on the priorities sheet set the order of the discussion: please send it back before "
        "the meeting."
    )
    return (Paragraph((words,)),)


def about(subject: Subject) -> str:
    """Return what the papers of a list are for, as the subject line has it."""
    circulated = _circulated(subject)
    if circulated.list.team:
        return f"{circulated.list.team}’s ICMs"
    if circulated.list.gets == "reviewer":
        return "the next effectiveness reviews"
    if circulated.list.gets == "OLT":
        return f"the OLT CIN Check-In on {long_date(subject.meeting.date)}"
    if circulated.list.locality:
        return f"the {circulated.list.locality} CIN Check-In on {long_date(subject.meeting.date)}"
    return "the CIN Check-Ins"


def _circulated(subject: Subject) -> Circulated:
    circulated = subject.document.circulated
    if circulated is None:
        message = "only a draft for a circulation list is composed here"
        raise ValueError(message)
    return circulated


def _about(subject: Subject, circulated: Circulated) -> str:
    paper = "The paper" if len(circulated.papers) == 1 else "The papers"
    verb = "is" if len(circulated.papers) == 1 else "are"
    return (
        f"{paper} for {about(subject)} {verb} attached. The figures are as at "
        f"{long_date(subject.as_at)}."
    )


def _named(paper: PlannedDocument) -> str:
    where = f", {paper.scope.name}" if paper.scope.name else ""
    return f"{paper.spec.label}{where} ({KINDS[paper.spec.media]}): {paper.spec.description}"
