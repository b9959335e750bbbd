"""How many insights the briefing's first page has room for, so that it stays one page."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from pipeline.model.content import Insight, Words, plain

ROOM: Final = 42.0
"""Lines of small print under the key figures."""
SENTENCE, SMALL = 88, 118
"""Letters that a line of a sentence (of small print) holds at the least."""
OF_A_SENTENCE: Final = 1.3
BETWEEN: Final = 0.8
HEADING: Final = 3.4
LEAST: Final = 3
"""So many insights stand there whatever else does."""


def how_many(
    found: Sequence[Insight], shared: Sequence[Insight], others: Iterable[float]
) -> tuple[int, int]:
    """Return how many insights, and how many things to share, fit beside blocks of so many lines.

    Something to share stays longest, then the insights to look at.
    """
    room = ROOM - sum(others)
    tries = [
        (insights, share)
        for insights in range(len(found), min(LEAST, len(found)) - 1, -1)
        for share in range(len(shared), min(1, len(shared)) - 1, -1)
    ]
    fits = ((n, k) for n, k in tries if _lines(found[:n], 0) + _lines(shared[:k], HEADING) <= room)
    return next(fits, tries[-1])


def text_lines(items: Sequence[Words], heading: float = 0.0) -> float:
    """Return how many lines some small items take, under a heading."""
    return heading + sum(1.2 * ceil(len(plain(item)) / SMALL) for item in items) if items else 0.0


def _lines(insights: Sequence[Insight], heading: float) -> float:
    return heading + sum(map(_of_one, insights)) if insights else 0.0


def _of_one(insight: Insight) -> float:
    small = f"{plain(insight.since)} See {insight.where}."
    return (
        OF_A_SENTENCE * ceil(len(plain(insight.sentence)) / SENTENCE)
        + ceil(len(small) / SMALL)
        + 1
        + BETWEEN
    )
