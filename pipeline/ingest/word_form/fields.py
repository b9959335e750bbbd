"""Word's fields: which results are computed, such as page numbers, and which are someone's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pipeline.ingest.word_form.names import Element, own_text, value

COMPUTED: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class FieldCodes:
    """Follows the codes of fields within one paragraph."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []
        """Each open field's code, with whether its result has begun."""

    def start(self) -> None:
        """Begin a paragraph: a field left open must not swallow what follows."""
        self._open.clear()

    @property
    def computed(self) -> bool:
        """Whether text that stands here is the result of a field that counts pages."""
        return any(began and _kind(code) in COMPUTED for code, began in self._open)

    @contextmanager
    def within(self, code: str) -> Iterator[None]:
        """Stand within the result of a field that is one element."""
        self._open.append([code, "began"])
        yield
        self._open.pop()

    def see(self, name: str, element: Element) -> None:
        """Take note of an element that may be part of a field's code."""
        if name == "w:instrText" and self._open:
            self._open[-1][0] += own_text(element)
        elif name == "w:fldChar":
            kind = value(element, "fldCharType")
            if kind == "begin":
                self._open.append(["", ""])
            elif kind == "separate" and self._open:
                self._open[-1][1] = "began"
            elif kind == "end" and self._open:
                self._open.pop()


def _kind(code: str) -> str:
    return next(iter(code.upper().split()), "")
