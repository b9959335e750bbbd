"""Fills a form in, as people do in the meeting: the same content with answers in its entries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pipeline.model.content import Block, Cell, Chart, PackContent, Row, Table
from pipeline.model.entries import Choice, DateEntry, Entry, EntryGroup, EntryLine, TickBox

Answers = Mapping[str, str | date | bool]
"""By tag of the entry: words, a day, or whether a box is ticked."""


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
