"""Tables: one header row, named for readers of the screen, and no row split over two pages."""

from typing import Final

from pipeline.model.content import (
    Cell,
    EntryGroup,
    KeyFigure,
    KeyFigures,
    Row,
    Table,
    TableColumn,
    plain,
)
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element, twips, w
from pipeline.render.word.entries import entry_paragraphs, row_height
from pipeline.render.word.paragraphs import paragraph, written

TEXT_WIDTH: Final = twips(house.TEXT_WIDTH_MM)
FILLS: Final = {"up": house.UP, "down": house.DOWN}
LABEL_SHARE: Final = 0.3
NARROW: Final = twips(20)
"""Columns narrower than this take a smaller letter, so that a date stays on its line."""


def table(draft: Draft, block: Table) -> list[Element]:
    """Return the caption, the table and its note."""
    widths = column_widths([column.width for column in block.columns])
    header = _row(
        [
            _cell(width, [written("TableHeading", column.header, align=column.align)])
            for width, column in zip(widths, block.columns, strict=True)
        ],
        header=True,
    )
    rows = [_body_row(draft, block, row, widths) for row in block.rows]
    made = _table(
        "HouseForm" if block.write_in else "HouseTable", widths, [header, *rows], block.caption
    )
    caption = [written("Caption", block.caption)] if block.show_caption else []
    note = written("SmallPrint", block.note) if block.note else paragraph("AfterTable")
    return [*caption, made, note]


def entry_table(draft: Draft, block: EntryGroup) -> list[Element]:
    """Return labels with their entries beside them, a row each."""
    widths = column_widths([LABEL_SHARE, 1 - LABEL_SHARE])
    rows = [
        _row(
            [
                _cell(widths[0], [written("TableHeading", line.label)]),
                _cell(widths[1], entry_paragraphs(draft, line.entry)),
            ],
            height=row_height([line.entry]),
        )
        for line in block.items
    ]
    labels = ", ".join(dict.fromkeys(line.label for line in block.items))
    made = _table("HouseEntries", widths, rows, labels, header=False)
    return [made, paragraph("AfterTable")]


def key_figures(block: KeyFigures) -> list[Element]:
    """Return the figures side by side, each over its label and direction."""
    widths = column_widths([1.0] * len(block.items))
    cells = [
        _cell(width, _key_figure(item)) for width, item in zip(widths, block.items, strict=True)
    ]
    made = _table("HouseFigures", widths, [_row(cells)], "Key figures", header=False)
    return [made, paragraph("AfterTable")]


def masthead_line(left: str, right: str) -> list[Element]:
    """Return two phrases at the ends of a line over a rule."""
    widths = column_widths([1, 1])
    cells = [
        _cell(widths[0], [written("MastheadLine", left)]),
        _cell(widths[1], [written("MastheadLine", right, align="right")]),
    ]
    made = _table("HouseMasthead", widths, [_row(cells)], "Scope and date", header=False)
    return [made, paragraph("AfterTable")]


def _key_figure(item: KeyFigure) -> list[Element]:
    figure = "KeyFigureWords" if plain(item.figure) == NOT_SUPPLIED else "KeyFigure"
    direction = [written("TableSmall", item.direction)] if item.direction else []
    return [written(figure, item.figure), written("KeyFigureLabel", item.label), *direction]


def column_widths(shares: list[float], total: int = TEXT_WIDTH) -> list[int]:
    """Return widths in twips by share; the last takes what rounding leaves, so they add up."""
    whole = sum(shares)
    widths = [int(total * share / whole) for share in shares]
    return [*widths[:-1], total - sum(widths[:-1])]


def _body_row(draft: Draft, block: Table, row: Row, widths: list[int]) -> Element:
    cells = [
        _body_cell(draft, cell, column, width, row.role)
        for cell, column, width in zip(row.cells, block.columns, widths, strict=True)
    ]
    entries = [cell.entry for cell in row.cells if cell.entry]
    height = row_height(entries) if block.write_in and row.role == "body" else None
    return _row(cells, height=height)


def _body_cell(draft: Draft, cell: Cell, column: TableColumn, width: int, role: str) -> Element:
    bold = role != "body" or cell.tone == "strong"
    text = "TableText" if width >= NARROW else "TableNarrow"
    quiet = cell.tone == "quiet" or plain(cell.words) == NOT_SUPPLIED
    inside = []
    if cell.words:
        style = "TableSmall" if quiet else text
        inside.append(written(style, cell.words, bold=bold, align=column.align))
    if cell.entry:
        inside += entry_paragraphs(draft, cell.entry, column.align, text)
    if cell.small:
        inside.append(written("TableSmall", cell.small, align=column.align))
    fill = house.FAINT if role == "group" else FILLS.get(cell.tone, "")
    return _cell(width, inside or [paragraph("TableText", align=column.align)], fill)


def _cell(width: int, inside: list[Element], fill: str = "") -> Element:
    shade = w("shd", val="clear", color="auto", fill=fill.lstrip("#")) if fill else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), shade), *inside)


def _row(cells: list[Element], *, header: bool = False, height: int | None = None) -> Element:
    properties = w(
        "trPr",
        w("cantSplit"),
        None if height is None else w("trHeight", val=height, hRule="atLeast"),
        w("tblHeader") if header else None,
    )
    return w("tr", properties, *cells)


def _table(
    style: str, widths: list[int], rows: list[Element], caption: str, *, header: bool = True
) -> Element:
    look = w(
        "tblLook",
        val="04A0" if header else "0480",
        firstRow=int(header),
        lastRow=0,
        firstColumn=1,
        lastColumn=0,
        noHBand=0,
        noVBand=1,
    )
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=caption),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)
