"""The frame of a Word table: its widths, rows that stay whole, and its name for a screen reader."""

from typing import Final

from pipeline.render import house
from pipeline.render.word.elements import Element, name, twips, w

TEXT_WIDTH: Final = twips(house.TEXT_WIDTH_MM)


def column_widths(shares: list[float], least: list[int] | None = None) -> list[int]:
    """Return widths in twips by share, none less than its `least` if they all fit.

    What one needs more, those give that have more than they need. The widest takes what rounding
    leaves, so they add up.
    """
    wanted = [TEXT_WIDTH * share / sum(shares) for share in shares]
    needed = least or [0] * len(shares)
    if sum(needed) > TEXT_WIDTH:
        wanted, needed = [TEXT_WIDTH * need / sum(needed) for need in needed], [0] * len(needed)
    short = sum(max(0, need - width) for width, need in zip(wanted, needed, strict=True))
    spare = sum(max(0, width - need) for width, need in zip(wanted, needed, strict=True))
    given = short / spare if spare else 0
    widths = [
        int(max(need, width - max(0, width - need) * given))
        for width, need in zip(wanted, needed, strict=True)
    ]
    widths[widths.index(max(widths))] += TEXT_WIDTH - sum(widths)
    return widths


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
