"""Entries as paragraphs of a cell: a control, or room to write."""

from pipeline.model.entries import Choice, Entry, TickBox, WriteIn
from pipeline.render.word.controls import choice, date_entry, tick_box
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element
from pipeline.render.word.paragraphs import Align, paragraph, run, written

LEAST_ROW, MARGINS, EACH_LINE = 360, 100, 230
"""Heights in twips: of any row to write in, and of what the lines of text in it need."""


def entry_paragraphs(
    draft: Draft, entry: Entry, align: Align = "left", style: str = "TableText"
) -> list[Element]:
    """Return what an entry puts into a cell.

    Room to write is a paragraph under its hint, empty or with what stands there: text typed into
    it needs no control, and survives every editor.
    """
    if isinstance(entry, WriteIn):
        hint = [written("Hint", entry.hint)] if entry.hint else []
        return [*hint, *(written(style, line, align=align) for line in entry.text.split("\n"))]
    if isinstance(entry, TickBox):
        label = [run(f" {entry.label}")] if entry.label else []
        return [paragraph(style, tick_box(draft, entry), *label, align=align)]
    control = choice(draft, entry) if isinstance(entry, Choice) else date_entry(draft, entry)
    return [paragraph(style, control, align=align)]


def row_height(entries: list[Entry]) -> int:
    """Return the least height, in twips, of a row that holds these entries."""
    lines = [
        entry.lines + (1 if entry.hint else 0) for entry in entries if isinstance(entry, WriteIn)
    ]
    return max(LEAST_ROW, MARGINS + EACH_LINE * max(lines, default=1))


def all_ticks(entries: list[Entry]) -> bool:
    """Return whether entries are boxes to tick alone, which need no room to write."""
    return bool(entries) and all(isinstance(entry, TickBox) for entry in entries)
