"""What an .xlsx holds beside its cells, which a person may think is read: it is counted."""

from dataclasses import dataclass
from typing import Final

from pipeline.ingest.workbooks.xlsx_parts import Parts, Quiet
from pipeline.ingest.workbooks.xml_events import hear, local

_COMMENTS: Final = ("xl/comments", "xl/threadedcomments/")
_DRAWINGS: Final = "xl/drawings/drawing"


@dataclass(frozen=True)
class Beside:
    """How many comments, text boxes, embedded files and links to other workbooks there are."""

    comments: int = 0
    text_boxes: int = 0
    embedded: int = 0
    links: int = 0

    @property
    def not_read(self) -> str:
        """What is not read, in words; blank if there is nothing."""
        counts = (
            (self.comments, "comment on a cell", "comments on cells"),
            (self.text_boxes, "text box", "text boxes"),
            (self.embedded, "embedded file", "embedded files"),
        )
        return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)


def count_beside(parts: Parts) -> Beside:
    """Return what stands beside the cells of an .xlsx. Raises Refused if it is damaged."""
    heard = _Counts()
    for name in parts.names:
        low = name.lower()
        if low.endswith(".xml") and low.startswith((*_COMMENTS, _DRAWINGS)):
            with parts.open(name) as stream:
                hear(stream, heard)
    folders = [name.lower().rpartition("/")[0] for name in parts.names]
    return Beside(
        heard.comments,
        heard.text_boxes,
        folders.count("xl/embeddings"),
        folders.count("xl/externallinks"),
    )


class _Counts(Quiet):
    def __init__(self) -> None:
        self.comments = self.text_boxes = 0
        self._words = self._in_shape = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count a comment; an answer in a thread is one, what it answers is counted elsewhere."""
        kind = local(name)
        if kind == "comment" or (kind == "threadedComment" and "parentId" in attributes):
            self.comments += 1
        elif kind == "sp":
            self._in_shape, self._words = True, False

    def text(self, words: str) -> None:
        """Note that a shape has words in it."""
        self._words = self._words or (self._in_shape and bool(words.strip()))

    def end(self, name: str) -> None:
        """Count a shape with words in it."""
        if local(name) == "sp":
            self.text_boxes += self._words
            self._in_shape = self._words = False
