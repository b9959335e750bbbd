"""Render: from content to documents, each in its own medium; same content, same bytes."""

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from pathlib import Path
from threading import Lock

from pipeline.model.content import PackContent
from pipeline.model.findings import Finding
from pipeline.model.packs import Document, PlannedDocument, missing_document
from pipeline.render.email import make_email
from pipeline.render.house import TEMPLATES

_ONE_AT_A_TIME = Lock()

Planned = tuple[PlannedDocument, PackContent]


def render(
    contents: Sequence[Planned],
    executor: Executor,
    *,
    templates: Path = TEMPLATES,
    raise_faults: bool = False,
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Return the documents in order, and a finding for each that could not be made.

    E-mail drafts come last: they hold other documents, and without one of these they are not made.
    `raise_faults` lets the first failure through, with its traceback, instead.
    """
    papers = [each for each in contents if each[0].circulated is None]
    drafts = [each for each in contents if each[0].circulated is not None]
    waiting = [_hand_in(executor, document, content, templates) for document, content in papers]
    documents: list[Document] = []
    missing: list[Finding] = []

    def keep(document: PlannedDocument, finish: Callable[[], bytes]) -> None:
        try:
            documents.append(Document(document, finish()))
        except Exception as fault:
            if raise_faults:
                raise
            missing.append(missing_document(document, fault))

    for (document, _), future in zip(papers, waiting, strict=True):
        keep(document, future.result)
    made = tuple(documents)
    for document, content in drafts:
        keep(document, partial(make_email, document, content, made))
    return tuple(documents), tuple(missing)


def make(content: PackContent, media: str, templates: Path = TEMPLATES) -> bytes:
    """Return one document in its medium; in threads, one at a time.

    The drawing library and the garbage collector that layout turns off belong to the process.
    """
    with _ONE_AT_A_TIME:
        return _make(content, media, templates)


def _hand_in(
    executor: Executor, document: PlannedDocument, content: PackContent, templates: Path
) -> Future[bytes]:
    """Hand a document to a worker; a pool that has broken down fails it like any other fault."""
    try:
        return executor.submit(make, content, document.spec.media, templates)
    except BrokenExecutor as fault:
        failed: Future[bytes] = Future()
        failed.set_exception(fault)
        return failed


def _make(content: PackContent, media: str, templates: Path) -> bytes:
    if media == "docx":
        from pipeline.render.word import make_word

        return make_word(content, templates)
    if media == "pdf":
        from pipeline.render.pdf import make_pdf

        return make_pdf(content, templates)
    if media == "xlsx":
        from pipeline.render.workbook import make_workbook

        return make_workbook(content)
    from pipeline.render.page import make_page

    return make_page(content, templates)
