"""How many insights the briefing's first page has room for, so that it stays one page."""

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.compose.line_widths import lines_of
from pipeline.model.content import Insight, Words, plain

ROOM: Final = 198.0
"""Millimetres under the key figures."""
SENTENCE, DETAIL, ITEM, PRINT = 43.5, 54.5, 53.5, 64.0
"""How wide a line is of a sentence, of what stands under it, of a list, of small print: in heights of its letters."""
SENTENCE_MM, SMALL_MM, PRINT_MM = 5.0, 4.4, 3.9
BETWEEN_MM: Final = 2.4
ITEM_MM: Final = 1.0
HEADING: Final = 13.0
LEAST: Final = 3
"""So many insights stay beside a second thing to share."""


def how_many(
    found: Sequence[Insight], shared: Sequence[Words], others: Iterable[float]
) -> tuple[int, int]:
    """Return how many insights, and how many things to share, fit beside blocks so high.

    One thing to share always stays: what works is news too.
    """
    room, most, share = ROOM - sum(others), len(found), len(shared)
    some = min(1, share)
    tries = [
        *((n, k) for n in range(most, LEAST - 1, -1) for k in range(share, some - 1, -1)),
        *((n, some) for n in range(min(LEAST - 1, most), 0, -1)),
    ]
    fits = ((n, k) for n, k in tries if _high(found[:n]) + text_lines(shared[:k], HEADING) <= room)
    return next(fits, tries[-1] if tries else (0, some))


def text_lines(items: Sequence[Words], heading: float = 0.0) -> float:
    """Return how high some items of a list are, under a heading."""
    high = sum(SMALL_MM * lines_of(plain(item), ITEM) + ITEM_MM for item in items)
    return heading + high if items else 0.0


def small_print(paragraphs: Iterable[Words]) -> float:
    """Return how high paragraphs of small print are."""
    return sum(PRINT_MM * lines_of(plain(words), PRINT) + BETWEEN_MM for words in paragraphs)


def _high(insights: Sequence[Insight]) -> float:
    return sum(map(_of_one, insights))


def _of_one(insight: Insight) -> float:
    small = f"{plain(insight.since)} See {insight.where}."
    lines = lines_of(small, DETAIL) + lines_of(insight.question, DETAIL)
    sentence = lines_of(plain(insight.sentence), SENTENCE)
    return SENTENCE_MM * sentence + SMALL_MM * lines + BETWEEN_MM
