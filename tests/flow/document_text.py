"""Reads finished documents the way a reader's program does, without the code that made them."""

from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """Return `text` without white space and hyphens, so that line breaks don't matter.

    pdfium gives a hyphen at the end of a line as another character.
    """
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "-\u00ad\ufffe")))


def word_text(path: Path) -> str:
    """Return all text of a Word document's body, in order."""
    return "".join(node.text or "" for node in _body(path).iter(f"{W}t"))


def word_tables(path: Path) -> list[list[list[str]]]:
    """Return the tables of a Word document: rows of cells' text, paragraphs joined by spaces."""
    return [
        [
            [
                " ".join(
                    "".join(t.text or "" for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")
                ).strip()
                for cell in row.iter(f"{W}tc")
            ]
            for row in table.iter(f"{W}tr")
        ]
        for table in _body(path).iter(f"{W}tbl")
    ]


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pdf_text(path: Path) -> str:
    """Return all text of a PDF, page by page."""
    return "\n".join(pdf_pages(path))


def _body(path: Path) -> etree._Element:
    with ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))
