"""What local words mean: outcomes of plans, stages, barriers; config first, then these defaults."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.model.names import same_header
from pipeline.model.settings import Settings
from pipeline.model.terms import (
    NOT_RECOGNISED,
    OTHER_BARRIER,
    OUTCOMES,
    STAGES,
    Outcome,
)
from pipeline.validate.nearest import nearest

CODES: Final[Mapping[str, Outcome]] = {
    "RC1": "closed",  # adopted
    "RC2": "not known",  # died
    "RC3": "closed",  # child arrangements order
    "RC4": "closed",  # special guardianship order
    "RC5": "transferred",  # to another local authority
    "RC6": "transferred",  # to adult social care
    "RC7": "not known",  # any other reason: nine in ten of England's, and it says nothing
    "RC8": "closed",  # after assessment, no further action
    "RC9": "stepped down",  # referred to early help
}

PHRASES: Final[Mapping[Outcome, tuple[str, ...]]] = {
    "escalated": (
        "escalated",
        "escalation",
        "step up",
        "stepped up",
        "child protection",
        "cp plan",
        "cpp",
        "became cp",
        "changed status to cp",
        "initial child protection conference",
        "icpc",
        "section 47",
        "s47",
        "looked after",
        "became cla",
        "changed status to lac",
        "changed status to cla",
        "care proceedings",
        "entered care",
        "accommodated",
    ),
    "stepped down": (
        "step down",
        "stepped down",
        "stepdown",
        "early help",
        "targeted support",
        "universal services",
        "team around the family",
    ),
    "transferred": (
        "transfer",
        "transferred",
        "moved",
        "moved away",
        "moved out of area",
        "other local authority",
        "another local authority",
        "adult services",
        "adult social care",
    ),
    "closed": (
        "closed",
        "case closed",
        "closure",
        "no longer in need",
        "needs met",
        "aim achieved",
        "aims achieved",
        "objectives met",
        "outcomes achieved",
        "outcomes met",
        "plan completed",
        "plan complete",
        "completed",
        "no further action",
        "nfa",
        "no longer required",
        "services ceased",
        "consent withdrawn",
        "adopted",
        "child arrangements order",
        "special guardianship order",
        "reached 18",
    ),
    "not known": ("died", "death", "duplicate", "recorded in error", "opened in error", "other"),
}

PLAIN_NO: Final = frozenset(
    same_header(word) for word in ("no", "n", "none", "n/a", "false", "0", "not exempt")
)

_CODE: Final = re.compile(r"(?i)\s*(RC\d)\b")
_NEGATION: Final = re.compile(r"\b(not|no longer|never|without|declined)\b")


class OutcomeWords:
    """Reads a plan's end reason; what it cannot read is `not known`, and to be reported."""

    def __init__(self, settings: Settings) -> None:
        self._exact: dict[str, Outcome] = {}
        for outcome, phrases in PHRASES.items():
            self._exact.update({same_header(phrase): outcome for phrase in phrases})
        self._exact.update({same_header(outcome): outcome for outcome in OUTCOMES})
        configured: dict[str, Outcome] = {
            same_header(word): outcome
            for outcome, words in settings.words.outcomes.items()
            for word in words
        }
        self._configured = configured
        self._patterns = {
            outcome: re.compile(r"\b(" + "|".join(map(re.escape, phrases)) + r")\b")
            for outcome, phrases in PHRASES.items()
        }

    def outcome(self, reason: str) -> tuple[Outcome, bool]:
        """Return the outcome, and whether the reason is one that is known for certain.

        A reason that only contains a known phrase is read by it where nothing contradicts.
        """
        key = same_header(reason)
        if key in self._configured:
            return self._configured[key], True
        code = _CODE.match(reason)
        if code and code.group(1).upper() in CODES:
            return CODES[code.group(1).upper()], True
        if key in self._exact:
            return self._exact[key], True
        found = self._contained(" ".join(reason.casefold().split()))
        return (found, False) if found else ("not known", False)

    def reads(self, reason: str) -> bool:
        """Return whether a reason that is not known for certain contains a phrase that is."""
        return self._contained(" ".join(reason.casefold().split())) is not None

    def _contained(self, reason: str) -> Outcome | None:
        if _NEGATION.search(reason.replace("no longer in need", "")):
            return None
        found = {outcome for outcome, pattern in self._patterns.items() if pattern.search(reason)}
        telling = found - {"closed"} or found
        return telling.pop() if len(telling) == 1 else None


class Spellings:
    """Names by what is written for them: case and spaces aside first, then punctuation too."""

    def __init__(self, words: Mapping[str, Iterable[str]], *, themselves: bool = True) -> None:
        """Take words by name; `themselves`: the names are words, too."""
        written = [(name, name) for name in words] if themselves else []
        written += [(word, name) for name, listed in words.items() for word in listed]
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str | None] = {}
        for word, name in written:
            self._exact.setdefault(_plain(word), name)
            # letters and digits that mean two things mean neither
            loose = same_header(word)
            self._loose[loose] = name if self._loose.get(loose, name) == name else None

    def find(self, text: str) -> str | None:
        """Return the name that is meant, or None."""
        return self._exact.get(_plain(text)) or self._loose.get(same_header(text) or " ")


class StageWords:
    """Reads a tracker's stage."""

    def __init__(self, settings: Settings) -> None:
        self._stages = Spellings({name: settings.words.stages.get(name, ()) for name in STAGES})

    def stage(self, text: str) -> str:
        """Return the stage, or `Not recognised`."""
        return self._stages.find(text) or NOT_RECOGNISED

    def nearest(self, text: str) -> str:
        """Return a sentence that suggests the stage that was meant, or nothing."""
        return nearest("stage", text, STAGES)


class BarrierWords:
    """Reads a tracker's main barrier."""

    def __init__(self, settings: Settings) -> None:
        self._listed = settings.words.barriers
        self._barriers = Spellings({OTHER_BARRIER: (), **self._listed})

    def barrier(self, text: str) -> str | None:
        """Return the barrier as config names it, or None if it is on no list."""
        return self._barriers.find(text)

    def nearest(self, text: str) -> str:
        """Return a sentence that suggests the barrier that was meant, or nothing."""
        return nearest("barrier", text, self._listed)


def is_plain_no(text: str) -> bool:
    """Return whether a text says no and nothing else."""
    return same_header(text) in PLAIN_NO


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
