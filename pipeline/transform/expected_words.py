"""Reads what a review form expects of the scores: which criteria, up to which score."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.model.checklist import CRITERIA, POINTS

_JOIN: Final = r"(?:\s*(?:,|&|/|\band\b|-|–|\bto\b)\s*)+"
_LIST: Final = re.compile(rf"(?i)\bcriteri(?:a|on)\s+(\d{{1,2}}(?:{_JOIN}\d{{1,2}})*)")
_ONE: Final = re.compile(r"(?i)\bcriterion\s+(\d{1,2})\b")
_TO: Final = re.compile(
    r"(?i)\bto\s+(?:a\s+)?(\d{1,2})(?:\s*(?:or|/|-|–|to)\s*(?:a\s+)?(\d{1,2}))?(?![\d.])"
)
_FROM: Final = re.compile(r"(?i)\bfrom\s+(?:a\s+)?\d(?:\s*(?:or|/|-|–|to)\s*\d)?")
_RANGE: Final = re.compile(r"(\d+)\s*(?:-|–|\bto\b)\s*(\d+)")
_NO_RISE: Final = re.compile(r"(?i)\b(not|down|fall|drop|lower|unlikely)\b|n[’']t\b")
_CLAUSE: Final = re.compile(r"[;\n]|\.(?!\d)")
_KNOWN: Final = frozenset(criterion.number for criterion in CRITERIA)
_SCORES: Final = frozenset(int(point) for point in POINTS)


@dataclass(frozen=True)
class Expected:
    """The criteria that some words are about, the lowest and highest score expected of each.

    `words` are those around it, in which a team may be named.
    """

    criteria: tuple[int, ...]
    lowest: int
    highest: int
    words: str


def expected_of(words: str) -> tuple[Expected, ...]:
    """Return what can be understood of an answer, clause by clause; the rest stays words."""
    clauses = map(str.strip, _CLAUSE.split(words))
    return tuple(filter(None, map(_of_clause, clauses)))


def _of_clause(clause: str) -> Expected | None:
    """Return what one clause expects; None if a number in it is neither criterion nor score.

    Neither is a rise that is denied understood, nor a fall, nor "criteria 3 to 4": a span or a rise?
    """
    target = next(iter([*_TO.finditer(clause)][::-1]), None)
    if target is None or _NO_RISE.search(clause):
        return None
    before, after = clause[: target.start()], clause[target.end() :]
    named = (_ONE if _ONE.search(before) else _LIST).search(before)
    if named is None:
        return None
    rest = _FROM.sub("", before[: named.start()] + before[named.end() :]) + after
    lowest, highest = int(target[1]), int(target[2] or target[1])
    criteria = _numbers(named[1])
    one_of_several = len(criteria) == 1 and _ONE.search(before) is None
    if one_of_several or re.search(r"\d", rest) or not criteria or not {lowest, highest} <= _SCORES:
        return None
    return Expected(criteria, min(lowest, highest), max(lowest, highest), clause)


def _numbers(words: str) -> tuple[int, ...]:
    """Return the criteria of a list such as `1, 2 and 8-10`; none if one of them is no criterion."""
    whole = _RANGE.sub(
        lambda span: ",".join(str(n) for n in range(int(span[1]), int(span[2]) + 1)), words
    )
    numbers = {int(number) for number in re.findall(r"\d+", whole)}
    return tuple(sorted(numbers)) if numbers <= _KNOWN else ()
