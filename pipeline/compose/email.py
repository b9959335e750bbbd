"""E-mail drafts: what a circulation list is told about the papers that it gets."""

from typing import Final

from pipeline.compose.review_words import planned_by_team
from pipeline.compose.subject import Subject
from pipeline.compose.wording import long_date, said
from pipeline.model.circulation import AUTHORITYS, Sent
from pipeline.model.content import Block, Bullets, Paragraph, Words
from pipeline.model.packs import Circulated, PlannedDocument
from pipeline.model.scopes import teams

KINDS: Final = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}

HOW: Final[dict[Sent, str]] = {
    "assistant director": (
        "The first page of the briefing says what to look at first; the rest is evidence. On the "
        "priorities sheet, please mark what the check-in should take up, and send it back as a Word "
        "document to the performance officer before the meeting: your marks set the order of the "
        "discussion."
    ),
    "OLT": "The first page of the briefing says what to look at first; the rest is evidence.",
    "business services": (
        "Please open each of the minutes in its meeting and write in it. Afterwards, please send it "
        "back as a Word document to the performance officer: next month’s minutes "
        "open with the actions agreed in it."
    ),
    "locality": "Please read before the meeting; the charts are also shown there.",
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
            Paragraph((_greeting(circulated),)),
            Paragraph((_about(subject, circulated),)),
            *((Paragraph((circulated.list.note,)),) if circulated.list.note else ()),
        ),
        "papers": (Bullets(tuple(_named(subject, paper) for paper in circulated.papers)),),
        "how": (Paragraph((_how(circulated),)),),
    }


def _greeting(circulated: Circulated) -> str:
    """Greet whoever gets it: "all" would be odd to one person."""
    alone = len({*circulated.list.to, *circulated.list.cc}) == 1
    return "Hello," if alone else "Dear all,"


def _how(circulated: Circulated) -> str:
    """Say what to do with the papers; the sheet is asked back only where it is among them."""
    gets = circulated.list.gets
    names = {paper.spec.name for paper in circulated.papers}
    return HOW["OLT" if gets == "assistant director" and "priorities" not in names else gets]


def about(subject: Subject) -> str:
    """Return what the papers of a list are for, as the subject line has it."""
    circulated = _circulated(subject)
    if circulated.list.team:
        return f"{circulated.list.team}’s ICMs"
    if circulated.list.gets == "reviewer":
        return "the next effectiveness reviews"
    if circulated.list.gets in AUTHORITYS:
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


def _when(subject: Subject, paper: PlannedDocument) -> Words:
    """Say the day of a paper where the subject line can't: its meeting, or the reviews planned."""
    each = _circulated(subject).list
    if each.gets == "reviewer":
        planned = planned_by_team(subject, teams(subject.settings, paper.scope.locality))
        return said(". Next reviews planned: ", planned)
    meeting = subject.measures.calendar.meeting(paper.scope)
    several = each.gets == "business services" and not each.locality
    return (f". Meeting: {long_date(meeting.date)}",) if several and meeting.planned else ()


def _about(subject: Subject, circulated: Circulated) -> str:
    paper = "The paper" if len(circulated.papers) == 1 else "The papers"
    verb = "is" if len(circulated.papers) == 1 else "are"
    return (
        f"{paper} for {about(subject)} {verb} attached. The figures are as at "
        f"{long_date(subject.as_at)}."
    )


def _named(subject: Subject, paper: PlannedDocument) -> Words:
    where = f", {paper.scope.name}" if paper.scope.name else ""
    kind = KINDS[paper.spec.media]
    named = f"{paper.spec.label}{where} ({kind}): {paper.spec.description}"
    return said(named, _when(subject, paper))
