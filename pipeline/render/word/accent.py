"""The authority's own colour in place of the reference document's accent."""

from typing import TYPE_CHECKING, Final

from pipeline.render import house
from pipeline.render.word.elements import name

if TYPE_CHECKING:
    from docx.document import Document

ACCENT: Final = house.ACCENT.lstrip("#")


def set_accent(document: "Document", colour: str) -> None:
    """Put `colour` wherever a style has the house's accent; styles of the authority's own stay.

    Lines take it as it is, text only if it can be read on white.
    """
    line, text = colour.lstrip("#").upper(), house.text_colour(colour).lstrip("#").upper()
    for element in document.styles.element.iter():
        own = text if element.tag == name("color") else line
        for attribute in (name("val"), name("color"), name("fill")):
            if element.get(attribute) == ACCENT:
                element.set(attribute, own)
