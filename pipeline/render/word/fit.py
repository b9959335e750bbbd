"""How wide words are on paper, near enough: no column breaks inside a word, a title fits its line."""

from collections.abc import Iterable
from typing import Final

from pipeline.model.content import Table, plain
from pipeline.render.word.elements import TWIPS_PER_MM, twips

NARROW: Final = frozenset("iljtfrI.,:;!'’()[]|/- ")
WIDE: Final = frozenset("mwMW%@#&→—")
EMS: Final = {"narrow": 0.36, "wide": 0.94, "capital": 0.77, "other": 0.61}
"""Widths of letters in the size of their font: those of a bold sans serif, and a little more."""
HEADING_PT: Final = 9.0
MARGINS: Final = 2 * 85 + 20
"""What a cell keeps free beside its words, its lines included, in twips."""
MOST: Final = twips(45)
"""A longer word breaks: what people wrote may have no space in it at all."""
TWIPS_PER_PT: Final = 20


def width_of(words: str, points: float) -> int:
    """Return how wide words in a bold letter of so many points are, in twips."""
    return round(sum(EMS[_kind(letter)] for letter in words) * points * TWIPS_PER_PT)


def least_widths(block: Table, points: float) -> list[int]:
    """Return the width that each column's longest word needs, in twips; its text is of `points`."""
    found = []
    for place, column in enumerate(block.columns):
        inside = [plain(row.cells[place].words) for row in block.rows if row.role != "group"]
        longest = max(_longest((column.header,), HEADING_PT), _longest(inside, points))
        found.append(min(longest + MARGINS, MOST))
    return found


def fitting_size(words: str, points: float, least: float, width_mm: float) -> float:
    """Return the largest size down to `least` in which words stand on one line, else `points`."""
    tries = (points - half / 2 for half in range(round((points - least) * 2) + 1))
    room = width_mm * TWIPS_PER_MM
    return next((size for size in tries if width_of(words, size) <= room), points)


def _longest(texts: Iterable[str], points: float) -> int:
    return max((width_of(word, points) for text in texts for word in text.split()), default=0)


def _kind(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    return "capital" if letter.isupper() else "other"
