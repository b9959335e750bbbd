"""How many insights the briefing's first page has room for, so that it stays one page."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from pipeline.model.content import Insight, Words, plain

ROOM: Final = 41.0
"""Lines of small print under the key figures."""
SENTENCE, SMALL = 88, 118
"""Letters that a line of a sentence (of small print) holds at the least."""
OF_A_SENTENCE: Final = 1.3
BETWEEN: Final = 0.8
HEADING: Final = 3.4
LEAST: Final = 3
"""So many insights stay beside something to share."""


def how_many(
    found: Sequence[Insight], shared: Sequence[Insight], others: Iterable[float]
) -> tuple[int, int]:
    """Return how many insights, and how many things to share, fit beside blocks of so many lines.

    Something to share stays as long as more than three insights do.
    """
    room, most, share = ROOM - sum(others), len(found), len(shared)
    some = min(1, share)
    tries = [
        *(
            (n, k)
            for n in range(most, min(LEAST, most) - 1, -1)
            for k in range(share, some - 1, -1)
        ),
        (min(LEAST, most), 0),
        (min(LEAST - 1, most), 0),
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
