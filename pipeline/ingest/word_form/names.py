"""Short names for the XML of Word files, in the usual namespaces and in those of Strict Open XML."""

from functools import lru_cache
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its type no other way

_OPEN: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/word/"
_PREFIXES: Final = {
    f"{_OPEN}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OPEN}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OPEN}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OPEN}markup-compatibility/2006": "mc",
    f"{_MICROSOFT}2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    space, _, local = tag[1:].rpartition("}")
    prefix = _PREFIXES.get(space, "?" if space else "")
    return f"{prefix}:{local}" if prefix else local


def short_name(element: Element) -> str:
    """Return `w:p` for a paragraph; `?:name` in a namespace that is not of ours."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its bare name; blank if there is no such element or attribute."""
    if element is None:
        return ""
    for key, held in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(held)
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child by short names, one a level; None if there is none."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if short_name(each) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Return whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")


def own_text(element: Element) -> str:
    """Return the text that stands in an element itself."""
    return (element.text or "") + "".join(each.tail or "" for each in element)
