"""How text looks, so far as it matters: the names of styles, and whether a reader can see it."""

from typing import Final

from pipeline.ingest.word_form.names import Element, child, is_on, short_name, value
from pipeline.model.names import same_header

WHITE: Final = "FFFFFF"
_DEEPEST: Final = 12
"""Styles rest on one another; more often than this only in a circle."""


class Looks:
    """The document's styles."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {
            value(each, "styleId"): each
            for each in (styles if styles is not None else ())
            if short_name(each) == "w:style"
        }

    def style_name(self, style: Element | None) -> str:
        """Return the name of a style without case and spaces; its id where it has none."""
        key = value(style)
        return same_header(value(child(self._styles.get(key), "w:name")) or key)

    def hides(self, style: Element | None) -> bool | None:
        """Return whether a style hides its text; None where it does not say."""
        key = value(style)
        for _ in range(_DEEPEST):
            found = self._styles.get(key)
            switch = child(found, "w:rPr", "w:vanish")
            if switch is not None:
                return is_on(switch)
            key = value(child(found, "w:basedOn"))
        return None

    def is_hidden(self, run: Element, *, by_paragraph: bool, shaded: bool) -> bool:
        """Return whether a run cannot be seen: hidden, or white on what is not shaded."""
        look = child(run, "w:rPr")
        if look is None:
            return by_paragraph
        white = value(child(look, "w:color")).upper() == WHITE
        if white and not (shaded or is_shaded(look)):
            return True
        switch = child(look, "w:vanish")
        if switch is not None:
            return is_on(switch)
        by_style = self.hides(child(look, "w:rStyle"))
        return by_paragraph if by_style is None else by_style


def is_shaded(properties: Element | None) -> bool:
    """Return whether properties give text a ground of a colour, on which white can be read."""
    shade = child(properties, "w:shd")
    mark = child(properties, "w:highlight")
    fill = value(shade, "fill").upper()
    plain = fill in ("", "AUTO", WHITE) and value(shade) in ("", "clear", "nil")
    return not plain or value(mark) not in ("", "none", "white")
