"""E-mail: a draft with the documents of one circulation list attached, to open, check and send."""

from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import Final

from pipeline.model.content import Bullets, PackContent, Paragraph, plain
from pipeline.model.packs import Circulated, Document, PlannedDocument

KINDS: Final = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("application", "pdf"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def make_email(planned: PlannedDocument, content: PackContent, made: Iterable[Document]) -> bytes:
    """Return the draft as .eml; same content, same bytes.

    It has no date and no sender: who opens it sends it. Raises LookupError if a document that it
    should hold was not made.
    """
    circulated = planned.circulated
    if circulated is None:
        message = "a draft needs a circulation list"
        raise ValueError(message)
    draft = EmailMessage(policy=SMTP)
    draft["To"] = ", ".join(circulated.list.to)
    if circulated.list.cc:
        draft["Cc"] = ", ".join(circulated.list.cc)
    draft["Subject"] = content.title
    draft["X-Unsent"] = "1"  # Outlook opens it ready to send
    draft.set_content("\n\n".join(_lines(content)) + "\n")
    for document in _papers(circulated, made):
        maintype, subtype = KINDS[document.planned.path.suffix]
        name = _file_name(document.planned)
        draft.add_attachment(document.content, maintype=maintype, subtype=subtype, filename=name)
    draft.set_boundary(f"=_{sha256(str(planned.path).encode()).hexdigest()[:32]}")
    return draft.as_bytes()


def _papers(circulated: Circulated, made: Iterable[Document]) -> list[Document]:
    by_path = {document.planned.path: document for document in made}
    return [by_path[paper.path] for paper in circulated.papers]


def _file_name(paper: PlannedDocument) -> str:
    """Return a name that still tells the papers apart once they are out of their folders."""
    about = f"{paper.path.parent.name} " if paper.scope.name else "OLT "
    return f"{about}{paper.path.name}"


def _lines(content: PackContent) -> Iterable[str]:
    yield content.classification
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield plain(block.words)
            elif isinstance(block, Bullets):
                yield "\n".join(f"- {plain(item)}" for item in block.items)
