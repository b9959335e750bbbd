"""Which rows are CIN plans, in a format that has other cases too: only those count, and it is said.

A status is a CIN plan only if every word of it says so; what might be one and might not is not
understood, and its row is set aside.
"""

import re
from collections import Counter, defaultdict
from typing import Final

from pipeline.model.rules.statuses import (
    STATUS_LISTED,
    STATUS_MISSING,
    STATUS_PASSED_OVER,
    STATUS_UNKNOWN,
)
from pipeline.model.settings import Settings
from pipeline.model.terms import STATUSES, StatusKind
from pipeline.validate.coerce import read_id, read_text
from pipeline.validate.ledger import Ledger
from pipeline.validate.words import Spellings

LETTERS: Final[dict[str, StatusKind]] = {
    "a": "looked after",
    "b": "child protection plan",
    "c": "CIN plan",
    "d": "assessment",
    "e": "closed",
}
"""How Ofsted's list of statuses is lettered."""

LETTERED: Final = re.compile(r"\s*([a-e])\s*(?:[).:\-\u2013]\s*|$)(.*)", re.DOTALL)
WORD: Final = re.compile(r"[a-z0-9]+")
OF_A_PLAN: Final = frozenset(
    {"cin", "cinp", "child", "children", "in", "need", "plan", "plans", "s17", "section", "17"}
    | {"a", "on", "case", "open", "current", "active"}
)
NEGATION: Final = frozenset({"no", "not", "non", "never", "without"})
SAYS: Final[tuple[tuple[StatusKind, frozenset[str]], ...]] = (
    ("closed", frozenset({"closed", "closure", "ended", "ceased", "leaver"})),
    ("looked after", frozenset({"cla", "lac", "looked"})),
    ("child protection plan", frozenset({"cp", "cpp", "protection"})),
    ("assessment", frozenset({"asmt", "assessment", "assessments", "assess"})),
)
"""The first that applies wins, as in Ofsted's guidance; a closed case is closed whatever it was."""


def status_kind(text: str) -> StatusKind | None:
    """Return what a status says, or None if it is not understood."""
    lettered = LETTERED.fullmatch(text.casefold())
    letter = LETTERS[lettered.group(1)] if lettered else None
    words = WORD.findall(lettered.group(2) if lettered else text.casefold())
    if letter and not words:
        return letter
    kind = _kind(words)
    return kind if letter in (None, kind) else None


def _kind(words: list[str]) -> StatusKind | None:
    held = frozenset(words)
    if held & NEGATION:
        return None
    in_need = bool(held & {"cin", "cinp"}) or {"in", "need"} <= held
    if in_need and held <= OF_A_PLAN:
        return "CIN plan"
    kind = next((kind for kind, saying in SAYS if held & saying), None)
    # Both a CIN plan and something else: an assessment of need alone is just that.
    doubtful = in_need and kind != "closed" and not (kind == "assessment" and "plan" not in held)
    return None if doubtful else kind


class StatusWords:
    """Reads a case status: config's words first, then Ofsted's and the usual short forms."""

    def __init__(self, settings: Settings) -> None:
        listed = settings.words.statuses
        self._listed = Spellings(
            {kind: listed.get(kind, ()) for kind in STATUSES}, themselves=False
        )

    def kind(self, text: str) -> StatusKind | None:
        """Return what a status says, or None if it is not understood."""
        listed = self._listed.find(text)
        return next((kind for kind in STATUSES if kind == listed), None) or status_kind(text)


def keep_cin_plans(ledger: Ledger, words: StatusWords) -> None:
    """Leave out the rows that are not CIN plans, and set aside those of which that is unknown."""
    # read before anything is said, so that a row that is set aside names its child
    ledger.children = [read_id(cell).value for cell in ledger.cells("child_id")]
    others: defaultdict[StatusKind, list[int]] = defaultdict(list)
    unknown: defaultdict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(ledger.read("status", read_text)):
        if not isinstance(text, str):
            ledger.say(STATUS_MISSING, position, "status")
            continue
        kind = words.kind(text)
        if kind is None:
            unknown[text].append(position)
            ledger.say(STATUS_UNKNOWN, position, "status", text)
        elif kind != "CIN plan":
            others[kind].append(position)
    for text, positions in sorted(unknown.items()):
        ledger.say_of_all(STATUS_LISTED, "status", text, positions)
    _pass_over(ledger, others)


def _pass_over(ledger: Ledger, others: dict[StatusKind, list[int]]) -> None:
    """Leave out the cases that are not CIN plans, and count them by what they are."""
    counts = Counter({kind: len(positions) for kind, positions in others.items()})
    for positions in others.values():
        ledger.pass_over(positions)
    if counts:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
        ledger.say(STATUS_PASSED_OVER, None, "status", kinds=kinds)
