"""Looks into a Word file made by the pipeline."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {
    "w": W.strip("{}"),
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


def parts(content):
    """Return the members of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(content, name="word/document.xml"):
    """Return one part, parsed."""
    return etree.fromstring(parts(content)[name])


def find(element, path):
    """Return what an XPath with the usual prefixes finds."""
    return element.xpath(path, namespaces=SPACES)


def value(element, path):
    """Return the `w:val` of the one element that a path finds."""
    (found,) = find(element, path)
    return found.get(f"{W}val")


def text(element):
    """Return all text within an element."""
    return "".join(find(element, ".//w:t/text()"))
