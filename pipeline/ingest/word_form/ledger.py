"""Keeps the account of one returned document: every character goes into one of its columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pipeline.ingest.word_form.counting import count
from pipeline.ingest.word_form.page import Block, Paragraph, Piece, paragraphs
from pipeline.ingest.word_form.prompts import is_prompt
from pipeline.model.forms import BESIDE as SMALL_PRINT
from pipeline.model.identity import BESIDE, PRINTED, mark_of, marks_in
from pipeline.model.returned import Answer, Aside, Characters, Whereabouts

SMALL: Final = ("tablesmallprint", "hint")
"""Names of the styles of what stands beside an entry."""


@dataclass(frozen=True)
class Line:
    """What is left of a paragraph when what nobody wrote is taken out: the live pieces."""

    pieces: tuple[Piece, ...]
    style: str = ""

    @property
    def text(self) -> str:
        """The words, without the signs of boxes."""
        return "".join(piece.text for piece in self.pieces if piece.ticked is None)

    @property
    def shown(self) -> str:
        """The words with the signs of boxes."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_small_print(self) -> bool:
        """Whether it begins as what the form prints under an entry does."""
        return self.text.strip().startswith(SMALL_PRINT)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return not count(self.shown) and all(piece.ticked is None for piece in self.pieces)


@dataclass(frozen=True)
class Spot:
    """Where in a document something stands: the heading above, and in a table its row and column."""

    heading: str = ""
    row: str = ""
    column: str = ""

    @property
    def near(self) -> str:
        """The spot in words."""
        return ", ".join(part for part in (self.heading, self.row, self.column) if part)


class Ledger:
    """Answers and asides of one document, and how many characters went elsewhere."""

    def __init__(self, values: dict[str, str], hints: Iterable[str] = ()) -> None:
        self._hints = {hint for hint in hints if hint}
        self._printed = marks_in(values, PRINTED)
        self._beside = marks_in(values, BESIDE)
        self.marked = bool(self._printed)
        self.answers: list[Answer] = []
        self.asides: list[Aside] = []
        self._count: Counter[str] = Counter()
        self._lines: Counter[str] = Counter()

    def line(
        self, paragraph: Paragraph, spot: Spot, *, entry: bool = False, under: bool = False
    ) -> Line | None:
        """Return what is live in a paragraph, having set down what is not.

        Returns None if something stood there and all of it went elsewhere. Of an `entry`, words
        that the form has beside it, and a prompt that became plain text, go as well. `under` says
        that it is not the first paragraph of its cell.
        """
        live: list[Piece] = []
        hidden = ""
        for piece in paragraph.pieces:
            if piece.state == "deleted":
                self._count["deleted"] += count(piece.text)
            elif piece.state == "hidden":
                hidden += piece.text
            elif piece.computed:
                self._count["printed"] += count(piece.text)
            else:
                live.append(piece)
        if count(hidden):
            whole = "".join(p.text for p in paragraph.pieces if p.state != "deleted")
            if self.is_printed(whole):
                self._count["printed"] += count(hidden)
            else:
                self.aside(hidden, "hidden", spot)
        for blocks in paragraph.floats:
            self.apart(blocks, "text box", spot)
        left = Line(tuple(self._without_prompts(live, entry=entry)), paragraph.style)
        if entry and not left.is_blank and self._is_beside(left, under=under):
            self._count["printed"] += count(left.shown)
            return None
        return None if left.is_blank and count("".join(p.text for p in paragraph.pieces)) else left

    def keep(
        self,
        lines: Iterable[tuple[Line, Spot]],
        where: Whereabouts,
        spot: Spot,
        *,
        form: bool = False,
    ) -> None:
        """Set down lines outside the fields: those the form came with, and one aside of the rest.

        Where the form does not say what it came with, only what stands in its tables (`form`) or in
        no place of its own counts as written.
        """
        written: list[str] = []
        for line, place in lines:
            if self.came_with(line, where, place, form=form):
                self.printed(line.shown)
            else:
                written.append(line.shown)
        self.aside("\n".join(written), where, spot)

    def came_with(self, line: Line, where: Whereabouts, spot: Spot, *, form: bool = False) -> bool:
        """Return whether the form came with a line, as far as that can be told."""
        if not self.marked:
            own = where in ("paragraph", "header", "table") and not form
            return own or line.style in SMALL or line.is_small_print
        return self.is_printed(line.text, spot)

    def apart(self, blocks: list[Block], where: Whereabouts, spot: Spot) -> None:
        """Set down what stands in a text box, comment or note: one aside, less what is printed."""
        lines = (self.line(paragraph, spot) for paragraph in paragraphs(blocks))
        self.keep(((line, spot) for line in lines if line), where, spot)

    def is_printed(self, text: str, spot: Spot | None = None) -> bool:
        """Return whether the form came with these words; figures count only in their own place."""
        if spot and spot.column:
            if mark_of(spot.column, spot.row, text) in self._printed:
                return True
            if not any(character.isalpha() for character in text):
                return False
        return mark_of(text) in self._printed

    def printed(self, text: str) -> None:
        """Set down words that the form came with."""
        self._count["printed"] += count(text)

    def aside(self, text: str, where: Whereabouts, spot: Spot) -> None:
        """Set down words outside the form."""
        if count(text):
            lines = "\n".join(line.strip() for line in text.split("\n"))
            self.asides.append(Aside(lines.strip(), where, spot.near))

    def next_line(self, part: str) -> int:
        """Return the number of the next row of a part."""
        self._lines[part] += 1
        return self._lines[part]

    def answer(self, answer: Answer, signs: str = "", *, again: bool = False) -> None:
        """Set down what a field holds; `signs` are those of its box, `again` that it stands above."""
        self.answers.append(answer)
        self._count["signs"] += count(signs)
        self._count["again"] += count(answer.text) if again else 0

    def characters(self, total: int) -> Characters:
        """Return where all characters went; `total` is counted apart."""
        fields = sum(count(answer.text) for answer in self.answers)
        return Characters(
            total=total,
            fields=fields + self._count["signs"] - self._count["again"],
            printed=self._count["printed"],
            outside=sum(count(aside.text) for aside in self.asides),
            deleted=self._count["deleted"],
            placeholder=self._count["placeholder"],
        )

    def _without_prompts(self, pieces: list[Piece], *, entry: bool) -> Iterable[Piece]:
        left: list[Piece] = []
        for control, inside in groupby(pieces, key=lambda piece: piece.control):
            held = list(inside)
            text = "".join(piece.text for piece in held)
            if control is not None and is_prompt(text):
                self._count["placeholder"] += count(text)
            else:
                left += held
        text = "".join(piece.text for piece in left)
        if entry and is_prompt(text):
            self._count["placeholder"] += count(text)
            return []
        return left

    def _is_beside(self, line: Line, *, under: bool) -> bool:
        if self.marked:
            return mark_of(line.text) in self._beside
        return line.style in SMALL or line.text in self._hints or (under and line.is_small_print)
