"""How wide the agenda's columns of words are, in millimetres, so that few cases take two lines."""

from collections.abc import Iterable, Sequence
from itertools import count, takewhile
from typing import Final

NARROW, WIDE = frozenset(" .,:;'’-/()1fijlrtI"), frozenset("mwMW")
NARROW_MM, LETTER_MM, CAPITAL_MM, WIDE_MM, BESIDE_MM = 0.95, 1.72, 1.95, 2.5, 3.0
"""About what a letter of the table takes, and the white space beside a cell's words."""
LEAST_NAMES, MOST_NAMES, SPARE = 22.0, 33.0, 1.0
LEAST_TEXT: Final = 30


def names_width(names: Iterable[str]) -> float:
    """Return the width of a column of names: what the longest needs, within bounds."""
    return min(MOST_NAMES, max(LEAST_NAMES, *(needed(name) + SPARE for name in names)))


def text_widths(texts: Sequence[tuple[str, str]], room: float) -> tuple[float, float]:
    """Share `room` between two columns of texts: where the fewest rows break, else about even."""
    room = max(room, 2.0 * LEAST_TEXT)
    firsts = takewhile(lambda width: width <= room - LEAST_TEXT, count(LEAST_TEXT))
    needs = [(needed(one), needed(other)) for one, other in texts]

    def cost(first: float) -> tuple[int, float]:
        broken = sum(one > first or other > room - first for one, other in needs)
        return broken, abs(first - room / 2)

    best = min(firsts, key=cost)
    return best, room - best


def needed(text: str) -> float:
    """Return about the width of a text on one line."""
    return sum(map(_letter, text)) + BESIDE_MM


def _letter(letter: str) -> float:
    if letter in NARROW:
        return NARROW_MM
    if letter in WIDE:
        return WIDE_MM
    return CAPITAL_MM if letter.isupper() else LETTER_MM
