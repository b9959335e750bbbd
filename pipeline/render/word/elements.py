"""Writes Word's XML: elements by short name, and the few units it counts in."""

from typing import Final, TypeAlias

from lxml import etree

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
TWIPS_PER_MM: Final = 1440 / 25.4
EMU_PER_MM: Final = 36_000

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its type no other way


def name(short: str) -> str:
    """Return the full name of `w:p`; a name without a prefix is Word's own (`p` is `w:p`)."""
    prefix, _, local = short.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def w(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """Return an element of Word's namespace with its children, leaving out those that are None."""
    made = etree.Element(name(tag), {name(k): str(v) for k, v in attributes.items()}, NAMESPACES)
    made.extend([child for child in children if child is not None])
    return made


def plain_attributes(tag: str, *children: Element, **attributes: str | float) -> Element:
    """Return an element of the drawing namespaces, whose attributes have no prefix."""
    made = etree.Element(name(tag), {k: str(v) for k, v in attributes.items()}, NAMESPACES)
    made.extend(children)
    return made


def text(words: str) -> Element:
    """Return a text element that keeps its spaces."""
    made = w("t")
    made.text = words
    made.set(XML_SPACE, "preserve")
    return made


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def emu(mm: float) -> int:
    """Return millimetres in English Metric Units."""
    return round(mm * EMU_PER_MM)
