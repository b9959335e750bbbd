"""How alike a header in a document and one of the contract are, when people have reworded it."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from pipeline.model.names import same_header

SAME: Final = 0.95
ALIKE: Final = 0.55
LONGEST: Final = 400
_SMALL_WORDS: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "do",
        "for",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "our",
        "s",
        "that",
        "the",
        "this",
        "to",
        "we",
        "what",
        "will",
        "with",
    ]
)
_WORD: Final = re.compile(r"[^\W_]+")
_MISSPELT: Final = 0.85
_NUMBER: Final = re.compile(r"[\s#]*\d{1,2}\s*$")


def likeness(found: str, name: str) -> float:
    """Return from 0 to 1 how much a header is the one of that name.

    1: the same letters. 0.9: it begins with the name. Less: one's words are among the other's, or
    it is misspelt, or some words are the same. What is far longer than a header is like none.
    """
    return _likeness(found, name) if len(found) <= LONGEST else 0.0


@lru_cache(maxsize=8192)
def _likeness(found: str, name: str) -> float:
    one, other = same_header(found), same_header(name)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if found.casefold().strip().startswith(f"{name.casefold()}"):
        after = found.strip()[len(name) :]
        if not after[:1].isalpha():
            return 0.9
    ratio = SequenceMatcher(None, one, other).ratio()
    spelt = ratio * 0.9 if ratio >= _MISSPELT else 0.0
    mine, theirs = _words(found), _words(name)
    common = len(mine & theirs)
    if not common:
        return spelt
    share = common / len(mine | theirs)
    within = mine <= theirs or theirs <= mine
    return max(spelt, 0.55 + 0.3 * share if within else 0.8 * share)


def best_likeness(found: str, name: str, aliases: Iterable[str]) -> float:
    """Return the likeness to a name or to the closest of its other names."""
    others = max((likeness(found, alias) for alias in aliases), default=0.0)
    return max(likeness(found, name), min(others, SAME))


def without_number(header: str) -> str:
    """Return a header without the number behind it: `Practice supervisor 2`."""
    return _NUMBER.sub("", header)


def _words(text: str) -> frozenset[str]:
    found = (word.removesuffix("s") for word in _WORD.findall(text.casefold()))
    return frozenset(word for word in found if word not in _SMALL_WORDS) or frozenset({text})
