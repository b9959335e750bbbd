"""Lays HTML out as PDF/UA, and takes any complaint of the renderer for an error."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import HTML
from weasyprint.logger import LOGGER
from weasyprint.urls import FatalURLFetchingError

from pipeline.render.faults import AddressRefused, LettersMissing, RendererComplained
from pipeline.render.pdf.fetcher import DenyAll

NO_GLYPH = ".notdef glyph"
"""How the renderer's message on a letter that no font has begins."""


def lay_out(html: str) -> bytes:
    """Return the PDF of an HTML document.

    Raises AddressRefused if it asks for anything outside itself, RendererComplained if the
    renderer warns of anything, such as a rule of CSS it doesn't know, and LettersMissing if its
    only complaint is of letters that no font has.
    """
    fetcher = DenyAll()
    with _heard() as complaints, _collector_off():
        try:
            made = HTML(string=html, url_fetcher=fetcher).write_pdf(
                pdf_variant="pdf/ua-1", optimize_images=False
            )
        except FatalURLFetchingError:
            raise AddressRefused("the document asks for something outside itself") from None
    if fetcher.refused:
        raise AddressRefused("a picture asks for something outside itself")
    if complaints.heard:
        raise RendererComplained("; ".join(complaints.heard))
    if complaints.letters:
        raise LettersMissing(frozenset(complaints.letters))
    return bytes(made)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self.letters: set[int] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message without what was filled into it, which could be a value."""
        message = str(record.msg)
        if message.startswith(NO_GLYPH) and isinstance(record.args, tuple):
            self.letters.add(int(str(record.args[-1])))
        else:
            self.heard.append(message)


@contextmanager
def _heard() -> Iterator[_Complaints]:
    handler, passes_on = _Complaints(), LOGGER.propagate
    LOGGER.addHandler(handler)
    LOGGER.propagate = False
    try:
        yield handler
    finally:
        LOGGER.propagate = passes_on
        LOGGER.removeHandler(handler)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the garbage collector from walking the layout's many objects: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
