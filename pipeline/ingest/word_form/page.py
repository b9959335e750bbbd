"""What stands in a Word document, as its reader sees it: paragraphs and tables of pieces of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

State = Literal["live", "deleted", "hidden"]


@dataclass(eq=False)
class Control:
    """A content control: its tag, the day that a date control holds, the state of a box to tick."""

    tag: str = ""
    is_box: bool = False
    ticked: bool = False
    day: date | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one state; `ticked` makes it the sign of a box, not words.

    `computed` is a page number. `control` is the innermost control around it.
    """

    text: str
    state: State = "live"
    control: Control | None = None
    ticked: bool | None = None
    computed: bool = False


@dataclass(eq=False)
class Paragraph:
    """Pieces in order; `floats` are the text boxes anchored in it, `notes` the ids it refers to.

    `style` is the style's name without case and spaces. `joined` says that its end was deleted:
    the next paragraph goes on in its line.
    """

    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    floats: list[list["Block"]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    joined: bool = False

    @property
    def text(self) -> str:
        """What can be read of it."""
        return "".join(piece.text for piece in self.pieces if piece.state == "live")

    @property
    def is_heading(self) -> bool:
        """Whether its style is that of a heading."""
        return self.style.startswith("heading")


@dataclass(eq=False)
class Cell:
    """A cell: how many columns of the grid it spans, and whether it goes on the one above."""

    blocks: list["Block"]
    span: int = 1
    continues: bool = False
    tags: tuple[str, ...] = ()


@dataclass(eq=False)
class Row:
    """A row; `before` counts the columns of the grid left empty in front of it."""

    cells: list[Cell]
    before: int = 0


@dataclass(eq=False)
class Table:
    """A table with the name that screen readers give it."""

    rows: list[Row]
    caption: str = ""


Block = Paragraph | Table


def paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, those of nested tables included; text boxes are their own."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
