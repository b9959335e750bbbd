"""What stands in the cells of a table: lines of text, dates, and boxes that are ticked or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import Final

from pipeline.ingest.word_form.counting import count
from pipeline.ingest.word_form.ledger import Ledger, Line, Spot
from pipeline.ingest.word_form.page import Block, Cell, Paragraph, Piece, paragraphs
from pipeline.ingest.word_form.symbols import TICKED, UNTICKED
from pipeline.model.dates import read_date

_SIGN: Final = re.compile(f"[{TICKED}{UNTICKED}]")
_TYPED_TICK: Final = re.compile(r"\s*(?:[\[(]\s*[xX]\s*[\])]|[xX](?=\s))\s*")


@dataclass(frozen=True)
class Held:
    """One answer of a cell; `signs` are the characters of its box, which are no words."""

    text: str
    day: date | None = None
    ticked: bool | None = None
    signs: str = ""


def peek(cell: Cell) -> str:
    """Return the live text of a cell on one line, without setting anything down."""
    lines = (
        "".join(p.text for p in each.pieces if p.state == "live")
        for each in paragraphs(cell.blocks)
    )
    return " ".join(" ".join(line.split()) for line in lines if line.strip())


def cell_lines(ledger: Ledger, blocks: list[Block], spot: Spot, *, entry: bool) -> list[Line]:
    """Return the lines of a cell; a row of a table within it is one line."""
    made: list[Line] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            line = ledger.line(block, spot, entry=entry, under=number > 0)
            if line is not None:
                whole = not entry and ledger.is_printed(line.text)
                made += [line] if whole else _split(line)
            continue
        for row in block.rows:
            cells = [cell_lines(ledger, cell.blocks, spot, entry=entry) for cell in row.cells]
            lines = [line for cell in cells for line in cell if not line.is_blank]
            if lines:
                made.append(_in_one(lines))
    return made


def held_in(lines: list[Line], *, ticks: bool = False) -> Iterator[Held]:
    """Yield the answers of a cell: one, or one a box.

    Where `ticks` says that boxes stand before names, an x before a name ticks its box. Blank lines
    above stay: they tell which date is of which action.
    """
    while lines and lines[-1].is_blank:
        lines = lines[:-1]
    groups = _by_box(lines)
    for pieces in groups:
        held = _held(pieces, ticks=ticks)
        if held.text or held.ticked is not None:
            yield held


def without_lead(lines: list[Line]) -> list[Line]:
    """Return the lines from the first that is not blank."""
    return list(dropwhile(lambda line: line.is_blank, lines))


def _split(line: Line) -> list[Line]:
    """Part a paragraph at its line breaks."""
    parts: list[list[Piece]] = [[]]
    for piece in line.pieces:
        first, *others = piece.text.split("\n")
        parts[-1].append(_as(piece, first))
        parts += [[_as(piece, other)] for other in others]
    return [Line(tuple(part), line.style) for part in parts]


def _as(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.state, piece.control, piece.ticked)


def _in_one(lines: list[Line]) -> Line:
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        pieces += [Piece("\t"), *line.pieces] if number else line.pieces
    return Line(tuple(pieces))


def _by_box(lines: list[Line]) -> list[list[Piece]]:
    """Return the pieces of a cell, parted before each box but the first."""
    groups: list[list[Piece]] = [[]]
    for number, line in enumerate(lines):
        if number:
            groups[-1].append(Piece("\n"))
        for piece in _with_signs(line):
            boxed = any(each.ticked is not None for each in groups[-1])
            if piece.ticked is not None and boxed:
                groups.append([])
            groups[-1].append(piece)
    return groups


def _with_signs(line: Line) -> Iterator[Piece]:
    """Yield the pieces, with a sign that begins the line taken for the box it shows."""
    begun = False
    for piece in line.pieces:
        bare = piece.text.lstrip()
        if not begun and piece.ticked is None and _SIGN.match(bare):
            yield Piece(bare[0], piece.state, piece.control, bare[0] in TICKED)
            yield _as(piece, bare[1:])
        else:
            yield piece
        begun = begun or bool(bare) or piece.ticked is not None


def _held(pieces: list[Piece], *, ticks: bool) -> Held:
    boxes = [piece for piece in pieces if piece.ticked is not None]
    words = "".join(piece.text for piece in pieces if piece.ticked is None)
    signs = "".join(piece.text for piece in boxes)
    ticked = boxes[0].ticked if boxes else None
    typed = _TYPED_TICK.match(words) if ticks else None
    if (
        typed
        and count(words[typed.end() :])
        and (ticked is False or typed.group().strip()[0] in "[(")
    ):
        signs, words, ticked = signs + typed.group(), words[typed.end() :], True
    text = "\n".join(line.strip() for line in words.rstrip().split("\n"))
    return Held(text, _day(pieces, text), ticked, signs)


def _day(pieces: list[Piece], text: str) -> date | None:
    """Return the day that the one date control holds, unless what stands there is another."""
    days = {piece.control.day for piece in pieces if piece.control and piece.control.day}
    shown = read_date(text)
    if len(days) != 1 or (shown is not None and shown not in days):
        return None
    return days.pop()
