"""How many lines words take on a printed page, by how wide their letters are."""

from collections.abc import Iterator
from typing import Final

EMS: Final = {
    letter: ems
    for letters, ems in (
        (".,;:!'’", 0.24),
        (" \N{NO-BREAK SPACE}ijlIJ", 0.29),
        ("()ft", 0.35),
        ("-r“”1", 0.42),
        ("sz7?", 0.47),
        ("ADGHNOQRUw", 0.66),
        ("MmW%→", 0.84),
    )
    for letter in letters
}
"""How wide letters are in the family that papers are set in, about, in parts of their height."""
OTHERS: Final = 0.55


def ems_of(words: str) -> float:
    """Return how wide words are on one line."""
    return sum(EMS.get(letter, OTHERS) for letter in words)


def lines_of(words: str, ems: float) -> int:
    """Return how many lines so wide words take, which break between them alone; one at the least."""
    return max(1, sum(1 for _ in _breaks(words.split(" "), ems)))


def _breaks(words: list[str], ems: float) -> Iterator[float]:
    """Yield how full each line is."""
    full = 0.0
    for word in words:
        wide = ems_of(word)
        if full and full + EMS[" "] + wide > ems:
            yield full
            full = wide
        else:
            full += wide + (EMS[" "] if full else 0.0)
    yield full
