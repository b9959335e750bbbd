"""Paragraphs and runs of words."""

from typing import Literal

from pipeline.model.content import Words, plain
from pipeline.render.word.elements import Element, text, w

Align = Literal["left", "right", "centre"]
JUSTIFIED = {"right": "right", "centre": "center"}


def run(
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    style: str = "",
    size: float | None = None,
) -> Element:
    """Return a run; a line break in the words stays one. `size`, in points, is in place of the style's."""
    look = (
        w("rStyle", val=style) if style else None,
        w("b") if bold else None,
        w("i") if italic else None,
        None if size is None else w("sz", val=round(size * 2)),
        None if size is None else w("szCs", val=round(size * 2)),
    )
    properties = w("rPr", *look) if any(part is not None for part in look) else None
    made = w("r", properties)
    for number, line in enumerate(words.split("\n")):
        if number:
            made.append(w("br"))
        made.append(text(line))
    return made


def paragraph(
    style: str,
    *inside: Element,
    align: Align = "left",
    keep_next: bool = False,
    whole: bool = False,
    new_page: bool = False,
    number: int | None = None,
    after: int | None = None,
) -> Element:
    """Return a paragraph of a named style; `number` continues the numbered list of that id.

    One that is `whole` is not split between two pages. `after`, in twips, is in place of the style's.
    """
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keep_next else None,
        w("keepLines") if whole else None,
        w("pageBreakBefore") if new_page else None,
        None if number is None else w("numPr", w("ilvl", val=0), w("numId", val=number)),
        w("spacing", before=0) if new_page else None,
        None if after is None else w("spacing", after=after),
        w("jc", val=JUSTIFIED[align]) if align in JUSTIFIED else None,
    )
    return w("p", properties, *inside)


def written(
    style: str,
    words: Words | str,
    *,
    bold: bool = False,
    align: Align = "left",
    keep_next: bool = False,
    size: float | None = None,
    after: int | None = None,
) -> Element:
    """Return a paragraph of plain words."""
    said = words if isinstance(words, str) else plain(words)
    inside = (run(said, bold=bold, size=size),) if said else ()
    return paragraph(style, *inside, align=align, keep_next=keep_next, after=after)
