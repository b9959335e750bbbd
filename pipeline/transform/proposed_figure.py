"""Proposes the figure that an action is to move, from the action's own words."""

import re
from collections.abc import Mapping

from pipeline.model.figures_to_move import TARGETS

_NO_LETTER = re.compile(r"[^\w]+")


def proposed_figure(action: str, others: Mapping[str, tuple[str, ...]]) -> str:
    """Return the figure named first in an action; blank where its words name none.

    `others` are config's words by figure. What is named first is what is to be done: "send
    signed-off plans" is about the sending. Of words that begin at the same place the longest one
    counts: "overdue plans" are no overdue actions.
    """
    text = f" {_plain(action)} "
    found = [
        (at, -len(word), name)
        for name, target in TARGETS.items()
        for word in map(_plain, (*target.words, *others.get(name, ())))
        if (at := text.find(f" {word} ")) >= 0
    ]
    return min(found)[2] if found else ""


def _plain(words: str) -> str:
    return " ".join(_NO_LETTER.sub(" ", words.casefold()).split())
