"""Reads labels with an entry beside them, and questions with room under them."""

from dataclasses import dataclass
from typing import Final

from pipeline.ingest.word_form.cells import cell_lines, held_in, peek, without_lead
from pipeline.ingest.word_form.ledger import Ledger, Line, Spot
from pipeline.ingest.word_form.likeness import best_likeness, likeness
from pipeline.ingest.word_form.page import Cell, Piece, Row, Table
from pipeline.model.forms import Form, FormLine, FormQuestion
from pipeline.model.identity import bare, can_be_seen
from pipeline.model.returned import Answer

REWORDED: Final = 0.75
BEGINS: Final = 0.9
PARTED: Final = ":-–—\t\n"
"""What stands between a label and what someone wrote right behind it."""


@dataclass(frozen=True)
class EntryReader:
    """Reads the lines and questions of one form into the ledger."""

    ledger: Ledger
    form: Form

    def line_of(self, row: Row) -> tuple[FormLine, int] | None:
        """Return the line that a row is, and which of its cells has the label."""
        found = [
            (_likeness(peek(cell), line), -place, line)
            for place, cell in enumerate(row.cells if len(row.cells) > 1 else ())
            for line in self.form.lines
        ]
        best, place, line = max(found, key=lambda each: each[:2], default=(0.0, 0, None))
        return (line, -place) if line and best >= REWORDED else None

    def has_lines(self, table: Table) -> bool:
        """Return whether a table is of labels and entries: a row of it has a label of the form."""
        return any(self.line_of(row) for row in table.rows)

    def question_of(self, table: Table) -> FormQuestion | None:
        """Return the question that a table is about: by its words, else by the hint in it."""
        texts = [peek(cell) for row in table.rows for cell in row.cells]
        for question in self.form.questions:
            if texts and _asks(texts[0], question):
                return question
        held = [bare(text) for text in texts]
        hinted = (question for question in self.form.questions if question.hint)
        return next((q for q in hinted if any(bare(q.hint) in text for text in held)), None)

    def read_line(self, row: Row, line: FormLine, place: int, spot: Spot) -> None:
        """Read a row: what stands behind the label, and in the cells beside it."""
        number = self.ledger.next_line("entries")
        inside = self._behind(row.cells[place], (line.label, *line.aliases), spot)
        for cell in row.cells[:place] + row.cells[place + 1 :]:
            inside += cell_lines(self.ledger, cell.blocks, spot, entry=True)
        self._answer(inside, line.name, number, ticks=line.ticks)

    def read_question(self, table: Table, question: FormQuestion, spot: Spot) -> None:
        """Read all that stands under a question, or behind it in its cell."""
        number = self.ledger.next_line("entries")
        inside: list[Line] = []
        for place, cell in enumerate(cell for row in table.rows for cell in row.cells):
            if place == 0 and _is_asked_in(peek(cell), question, table):
                inside += self._behind(cell, (question.question,), spot)
            else:
                inside += cell_lines(self.ledger, cell.blocks, spot, entry=True)
        self._answer(inside, question.name, number)

    def _behind(self, cell: Cell, names: tuple[str, ...], spot: Spot) -> list[Line]:
        """Set the words of a label or question down; return what someone wrote behind them."""
        first, *others = [
            line
            for line in cell_lines(self.ledger, cell.blocks, spot, entry=True)
            if not line.is_blank
        ] or [Line(())]
        for name in names:
            end = _end_of(first.text, name)
            after = first.text[end:]
            if end and (not bare(after) or after.lstrip(" ")[0] in PARTED or name.endswith("?")):
                rest = after.lstrip(f"{PARTED} ")
                self.ledger.printed(first.shown[: len(first.shown) - len(rest)])
                return [*([Line((Piece(rest),))] if bare(rest) else []), *others]
        self.ledger.keep([(first, spot)], "table", spot)
        return others

    def _answer(self, lines: list[Line], name: str, number: int, *, ticks: bool = False) -> None:
        for held in held_in(without_lead(lines), ticks=ticks):
            answer = Answer("entries", name, "", number, held.text, held.day, held.ticked)
            self.ledger.answer(answer, held.signs)


def _asks(text: str, question: FormQuestion) -> bool:
    begins = _end_of(text, question.question) > 0
    return begins or likeness(text, question.question) >= REWORDED


def _is_asked_in(text: str, question: FormQuestion, table: Table) -> bool:
    """Return whether the first cell asks the question, in its words or above the hint."""
    others = [cell for row in table.rows for cell in row.cells][1:]
    above = any(bare(question.hint) in bare(peek(cell)) for cell in others if question.hint)
    return above or _asks(text, question)


def _likeness(text: str, line: FormLine) -> float:
    """Return how much a cell is a line's label; short names must be right, or parted from more."""
    if not text:
        return 0.0
    for name in (line.label, *line.aliases):
        end = _end_of(text, name)
        if end and text[end:].lstrip(" ")[:1] in PARTED:
            return 1.0
    found = best_likeness(text, line.label, line.aliases)
    return found if found >= BEGINS or " " in line.label else 0.0


def _end_of(text: str, name: str) -> int:
    """Return where in a text a name with which it begins ends; 0 if it does not begin with it."""
    left = bare(name).casefold()
    for place, character in enumerate(text):
        if not can_be_seen(character):
            continue
        small = character.casefold()
        if not left.startswith(small):
            return 0
        left = left[len(small) :]
        if not left:
            return place + 1
    return 0
