"""Suggests which known name was meant by a word that is on no list; it is never assigned."""

from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.model.names import same_header

LONGEST = 80
"""Nobody misspells a name at greater length than this."""


def nearest(kind: str, word: str, names: Iterable[str]) -> str:
    """Return `The nearest team is Alder. `, or nothing where none is near."""
    known = {same_header(name): name for name in names}
    found = get_close_matches(same_header(word[:LONGEST]), known, n=1)
    return f"The nearest {kind} is {known[found[0]]}. " if found else ""
