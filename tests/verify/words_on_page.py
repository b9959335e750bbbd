"""Reads where each word stands on the pages of a PDF: does one lie over another, or off its page?"""

import subprocess
from dataclasses import dataclass

from lxml import etree

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
MARGIN_PT = 11
"""Nearer to the edge (4 mm) many printers print nothing."""
OVER = 0.3
"""Two words are over one another where they share this much of the smaller one."""


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self):
        return (self.right - self.left) * (self.bottom - self.top)

    def shared(self, other):
        """Return the share of the smaller box that both have."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.area, other.area)
        return max(0.0, wide) * max(0.0, high) / least if least else 0.0


def word_faults(pdf):
    """Return a sentence for each word that lies over another or off the printable page.

    Words are named by page alone, since a page may show a child.
    """
    found = []
    for number, (width, height, words) in enumerate(_pages(pdf), 1):
        off = [
            word
            for word in words
            if min(word.left, word.top, width - word.right, height - word.bottom) < MARGIN_PT
        ]
        if off:
            found.append(f"page {number}: {len(off)} words at or over the edge")
        if over := _overlaps(words):
            found.append(f"page {number}: {over} words over one another")
    return found


def _overlaps(words):
    ordered = sorted(words, key=lambda word: word.top)
    count = 0
    for place, word in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.top >= word.bottom:
                break
            count += word.shared(other) > OVER
    return count


def _pages(pdf):
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True)
    parser = etree.XMLParser(recover=True, resolve_entities=False)
    for page in etree.fromstring(told.stdout, parser).iter(f"{NAMESPACE}page"):
        words = [
            Word(
                word.text or "",
                *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")),
            )
            for word in page.iter(f"{NAMESPACE}word")
        ]
        yield float(page.get("width")), float(page.get("height")), words
