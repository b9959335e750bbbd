"""The frame of a Word table: its widths, rows that stay whole, and its name for a screen reader."""

from typing import Final

from pipeline.render import house
from pipeline.render.word.elements import Element, name, twips, w

TEXT_WIDTH: Final = twips(house.TEXT_WIDTH_MM)


def column_widths(shares: list[float]) -> list[int]:
    """Return widths in twips by share; the last takes what rounding leaves, so they add up."""
    whole = sum(shares)
    widths = [int(TEXT_WIDTH * share / whole) for share in shares]
    return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])]


def grid(
    style: str, widths: list[int], rows: list[Element], caption: str, *, header: bool = True
) -> Element:
    """Return a table of rows; `header` says that the first one heads the columns."""
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
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def grid_row(cells: list[Element], *, header: bool = False, height: int | None = None) -> Element:
    """Return a row that no page break splits; a header row repeats on each page."""
    properties = w(
        "trPr",
        w("cantSplit"),
        None if height is None else w("trHeight", val=height, hRule="atLeast"),
        w("tblHeader") if header else None,
    )
    return w("tr", properties, *cells)


def grid_cell(width: int, inside: list[Element], fill: str = "") -> Element:
    """Return a cell of a width in twips; `fill` is a colour."""
    shade = w("shd", val="clear", color="auto", fill=fill.lstrip("#")) if fill else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), shade), *inside)


def keep_with_next(row: Element) -> None:
    """Keep a row on the page of the one after it."""
    for properties in row.iter(name("pPr")):
        if properties.find(name("keepNext")) is None:
            properties.insert(1, w("keepNext"))
