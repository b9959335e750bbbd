"""How a header of someone's is like a column of ours."""

from difflib import SequenceMatcher
from typing import Final

from pipeline.model.names import same_header
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT, Column
from pipeline.setup.mapping.clues import (
    CLUES,
    EXPECTED,
    FILLERS,
    SEEN,
    names_of,
    says_so,
    words_of,
)

ALIKE: Final = 0.75
OWN: Final = frozenset({"cin", "plan", "step", "need"})
"""Words that tell a plan's own columns from those of other events."""

TIERS: Final = ("misspelt", "word", "own word", "same words", "expected", "seen")
TOLD: Final = {
    "seen": "the name in a published format or case system",
    "expected": "a likely name (our guess: no published format has it)",
    "same words": "the same words as {name}",
    "own word": 'the word "{word}"',
    "word": 'the word "{word}"',
    "misspelt": "spelled almost like {name}",
}
KNOWN_BY: Final = ("the usual name", "a name that is known")


def known_names(settings: Settings | None) -> dict[str, tuple[int, str]]:
    """Return by which headers ingest knows each column, as its contract does; 0 is the usual."""
    meanings: dict[str, tuple[int, str]] = {}
    for column in CASE_EXTRACT.columns:
        for alias in (*column.aliases, column.name):
            meanings.setdefault(same_header(alias), (1, column.name))
    for column in CASE_EXTRACT.columns:
        meanings[same_header(column.header)] = (0, column.name)
    for name, aliases in settings.headers.case_extract.items() if settings else ():
        for alias in aliases:
            if meanings.get(same_header(alias), (0, ""))[1] != name:
                meanings[same_header(alias)] = (2, name)
    return meanings


def match(column: Column, header: str) -> tuple[str, str]:
    """Return how a header is like a column, and that in words; blanks if it is not."""
    key, words = same_header(header), words_of(header)
    known = names_of(column)
    tier, told = "", {"name": "", "word": ""}
    alike = [name for name in known if _misspelt(words, words_of(name), column)]
    if SEEN.get(key) == column.name:
        tier = "seen"
    elif EXPECTED.get(key) == column.name:
        tier = "expected"
    elif same := [name for name in known if words_of(name) - FILLERS == words - FILLERS != set()]:
        tier, told["name"] = "same words", same[0]
    elif word := says_so(column.name, header):
        tier, told["word"] = "own word" if words & OWN else "word", word
    elif alike:
        tier, told["name"] = "misspelt", alike[0]
    return tier, TOLD[tier].format(**told) if tier else ""


def _misspelt(words: frozenset[str], meant: frozenset[str], column: Column) -> bool:
    """Return whether each word of a header is one of a name's, or almost one."""
    if words & CLUES[column.name].never or not words & meant - FILLERS:
        return False
    return all(
        any(SequenceMatcher(None, word, other).ratio() >= ALIKE for other in meant - words)
        for word in words - meant
    ) and len(words) == len(meant)
