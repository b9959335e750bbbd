"""Fills a form in, as people do in the meeting: the same content with answers in its entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.model.content import Block, Cell, Chart, PackContent, Quoted, Row, Table
from pipeline.model.entries import Choice, DateEntry, Entry, EntryGroup, EntryLine, TickBox

Answers = Mapping[str, str | date | bool]
"""By tag of the entry: words, a day, or whether a box is ticked."""


@dataclass(frozen=True)
class Asked:
    """An action that a form asks after: what its tags begin with, and what is printed of it."""

    tag: str
    place: str
    action: str
    overdue: bool


def tags(content: PackContent, first: str) -> list[str]:
    """Return the tags in a form's tables that begin with the word `first`, in order."""
    return [
        cell.entry.tag
        for row in _rows(content)
        for cell in row.cells
        if cell.entry and cell.entry.tag.startswith(f"{first}.")
    ]


def asked_after(content: PackContent) -> list[Asked]:
    """Return the earlier actions that a form of minutes asks after; blank rows are none."""
    found = []
    for row in _rows(content):
        words = ["".join(_plain(piece) for piece in cell.words) for cell in row.cells]
        outcome = row.cells[-2].entry if len(row.cells) > 2 else None
        if outcome and outcome.tag.endswith(".outcome") and words[0]:
            tag = outcome.tag.removesuffix(".outcome")
            found.append(Asked(tag, words[1], words[2], overdue=row.cells[3].tone == "down"))
    return found


def _rows(content: PackContent) -> Iterator[Row]:
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from block.rows


def _plain(piece: object) -> str:
    return piece if isinstance(piece, str) else piece.text if isinstance(piece, Quoted) else ""


def filled(content: PackContent, answers: Answers) -> PackContent:
    """Return the form with the answers in it, less its charts: nobody writes in those."""
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                _block(block, answers) for block in section.blocks if not isinstance(block, Chart)
            ),
        )
        for section in content.sections
    )
    return replace(content, sections=sections)


def _block(block: Block, answers: Answers) -> Block:
    match block:
        case EntryLine():
            return replace(block, entry=_entry(block.entry, answers))
        case EntryGroup():
            lines = (replace(line, entry=_entry(line.entry, answers)) for line in block.items)
            return replace(block, items=tuple(lines))
        case Table():
            rows = (_row(row, answers) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _row(row: Row, answers: Answers) -> Row:
    return replace(row, cells=tuple(_cell(cell, answers) for cell in row.cells))


def _cell(cell: Cell, answers: Answers) -> Cell:
    return replace(cell, entry=_entry(cell.entry, answers)) if cell.entry else cell


def _entry(entry: Entry, answers: Answers) -> Entry:
    answer = answers.get(entry.tag)
    if answer is None:
        return entry
    if isinstance(entry, Choice):
        return replace(entry, chosen=str(answer))
    if isinstance(entry, DateEntry):
        return replace(entry, day=answer) if isinstance(answer, date) else entry
    if isinstance(entry, TickBox):
        return replace(entry, ticked=bool(answer))
    return replace(entry, text=str(answer))
