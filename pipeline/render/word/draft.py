"""The document being written: what its parts need from the whole."""

import io
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from pipeline.render.word.elements import Element, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

NUMBERED = "2"
"""The abstract list of the reference document that `List Number` uses."""


@dataclass
class Draft:
    """A python-docx document with counters for the ids that must differ within it.

    `entry_cells` are the cells that people write in.
    """

    document: "Document"
    ids: "Iterator[int]" = field(default_factory=lambda: count(1))
    entry_cells: list[Element] = field(default_factory=list)

    def next_id(self) -> int:
        """Return the next id of a control or a picture."""
        return next(self.ids)

    def add_picture(self, png: bytes) -> str:
        """Store a picture and return the id by which the text refers to it."""
        key, _ = self.document.part.get_or_add_image(io.BytesIO(png))
        return str(key)

    def start_numbering(self) -> int:
        """Return the id of a new numbered list that starts at 1."""
        numbering = self.document.part.numbering_part.element
        number = max((num.numId for num in numbering.num_lst), default=0) + 1
        numbering.append(
            w(
                "num",
                w("abstractNumId", val=NUMBERED),
                w("lvlOverride", w("startOverride", val=1), ilvl=0),
                numId=number,
            )
        )
        return number
