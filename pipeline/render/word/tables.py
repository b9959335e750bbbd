"""Blocks that become Word tables: tables, entries beside their labels, figures side by side."""

from typing import Final

from pipeline.model.content import Cell, KeyFigure, KeyFigures, Row, Table, Words, plain
from pipeline.model.entries import EntryGroup, WriteIn
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element
from pipeline.render.word.entries import all_ticks, entry_paragraphs, row_height
from pipeline.render.word.fit import least_widths
from pipeline.render.word.grid import (
    TEXT_WIDTH,
    column_widths,
    grid,
    grid_cell,
    grid_row,
    keep_with_next,
)
from pipeline.render.word.paragraphs import Align, paragraph, run, written

FILLS: Final = {"up": house.UP, "down": house.DOWN}
LABEL_SHARE: Final = 0.3
MANY_COLUMNS: Final = 6
"""From so many columns on a table takes a smaller letter, so that a date stays on its line."""
SHORT_TABLE: Final = 6
"""A table of up to so many rows stays on one page if it has room there; any other leaves no row alone."""
SHORT_NOTED: Final = 12
"""As many for one with a note, since not every program keeps a note with the last row alone."""
MUCH_TO_READ: Final = 400
"""Of a table in which people write: with so many letters in it, it would leave half a page empty."""
TEXT_PT, NARROW_PT, SMALL_PT = 9.5, 8.5, 9.0
"""Sizes of the text of a table with few and with many columns, and of the small print of a wide one."""
WIDE: Final = 0.45 * TEXT_WIDTH
"""So wide a column is read as text, its small print too."""


def table(draft: Draft, block: Table) -> list[Element]:
    """Return the caption, the table and its note; above it where writing pushes its end away."""
    many = len(block.columns) >= MANY_COLUMNS
    widths = column_widths(
        [column.width for column in block.columns],
        least_widths(block, NARROW_PT if many else TEXT_PT),
    )
    header = [
        grid_cell(width, [written("TableHeading", column.header, align=column.align)])
        for width, column in zip(widths, block.columns, strict=True)
    ]
    rows = [_body_row(draft, block, row, widths) for row in block.rows]
    last = len(rows) - 1
    grows = _grows(block)
    whole = SHORT_NOTED if block.note and not grows else SHORT_TABLE
    short = len(rows) <= whole and not _long_to_read(block)
    for n, row in enumerate(rows[:last]):
        edge = n == last - 1 or (n == 0 and not grows) or block.rows[n].role == "group"
        if edge or short:
            keep_with_next(row)
    if block.note and rows and not grows:
        keep_with_next(rows[last])
    style = "HouseForm" if block.write_in else "HouseTable"
    top = grid_row(header, header=True)
    if short:
        keep_with_next(top)
    made = grid(style, widths, [top, *rows], block.caption)
    caption = [written("Caption", block.caption)] if block.show_caption else []
    if grows:
        above = [_note(block.note, keep_next=True)] if block.note else []
        return [*caption, *above, made, paragraph("AfterTable")]
    return [*caption, made, _note(block.note) if block.note else paragraph("AfterTable")]


def _note(words: Words, *, keep_next: bool = False) -> Element:
    """Return a table's note, whole: no page begins with the end of it."""
    return paragraph("SmallPrint", run(plain(words)), whole=True, keep_next=keep_next)


def _grows(block: Table) -> bool:
    """Return whether people write in a table, so that it needs more room than it has now."""
    entries = (cell.entry for row in block.rows for cell in row.cells)
    return any(isinstance(entry, WriteIn) for entry in entries)


def _long_to_read(block: Table) -> bool:
    """Return whether a table in which people write is long as it is, so that it may break."""
    printed = sum(
        len(plain(c.words)) + len(plain(c.small)) for row in block.rows for c in row.cells
    )
    return _grows(block) and printed > MUCH_TO_READ


def entry_table(draft: Draft, block: EntryGroup) -> list[Element]:
    """Return labels with their entries beside them, a row each."""
    widths = column_widths([LABEL_SHARE, 1 - LABEL_SHARE])
    rows = [
        grid_row(
            [
                grid_cell(widths[0], [written("TableHeading", line.label)]),
                grid_cell(widths[1], entry_paragraphs(draft, line.entry)),
            ],
            height=None if all_ticks([line.entry]) else row_height([line.entry]),
        )
        for line in block.items
    ]
    draft.entry_cells.extend(row[-1] for row in rows)
    labels = ", ".join(dict.fromkeys(line.label for line in block.items))
    made = grid("HouseEntries", widths, rows, labels, header=False)
    return [made, paragraph("AfterTable")]


def key_figures(block: KeyFigures) -> list[Element]:
    """Return the figures side by side, each over its label and direction."""
    widths = column_widths([1.0] * len(block.items))
    cells = [
        grid_cell(width, _key_figure(item)) for width, item in zip(widths, block.items, strict=True)
    ]
    made = grid("HouseFigures", widths, [grid_row(cells)], "Key figures", header=False)
    return [made, paragraph("AfterTable")]


def masthead_line(left: str, right: str) -> list[Element]:
    """Return two phrases at the ends of a line over a rule."""
    widths = column_widths([1, 1])
    cells = [
        grid_cell(widths[0], [written("MastheadLine", left)]),
        grid_cell(widths[1], [written("MastheadLine", right, align="right")]),
    ]
    made = grid("HouseMasthead", widths, [grid_row(cells)], "Scope and date", header=False)
    return [made, paragraph("AfterTable")]


def _key_figure(item: KeyFigure) -> list[Element]:
    figure = "KeyFigureWords" if plain(item.figure) == NOT_SUPPLIED else "KeyFigure"
    direction = [written("TableSmall", item.direction)] if item.direction else []
    return [written(figure, item.figure), written("KeyFigureLabel", item.label), *direction]


def _body_row(draft: Draft, block: Table, row: Row, widths: list[int]) -> Element:
    text = "TableText" if len(block.columns) < MANY_COLUMNS else "TableNarrow"
    cells = []
    for cell, column, width in zip(row.cells, block.columns, widths, strict=True):
        bold = row.role != "body" or cell.tone == "strong"
        fill = house.FAINT if row.role == "group" else FILLS.get(cell.tone, "")
        small = SMALL_PT if width >= WIDE else None
        inside = _inside(draft, cell, text, column.align, bold=bold, small=small)
        cells.append(grid_cell(width, inside, fill))
        if cell.entry:
            draft.entry_cells.append(cells[-1])
    entries = [cell.entry for cell in row.cells if cell.entry]
    written_in = block.write_in and row.role == "body" and not all_ticks(entries)
    return grid_row(cells, height=row_height(entries) if written_in else None)


def _inside(
    draft: Draft, cell: Cell, text: str, align: Align, *, bold: bool, small: float | None
) -> list[Element]:
    """Return the paragraphs of a cell: its words, its entry, its small print (of `small` points)."""
    quiet = cell.tone == "quiet" or plain(cell.words) == NOT_SUPPLIED
    style = "TableSmall" if quiet else text
    words = [written(style, cell.words, bold=bold, align=align)] if cell.words else []
    entry = entry_paragraphs(draft, cell.entry, align, text) if cell.entry else []
    beside = [written("TableSmall", cell.small, align=align, size=small)] if cell.small else []
    return [*words, *entry, *beside] or [paragraph(text, align=align)]
