"""Insights: what figures show beyond ordinary variation, where, since when, and what was decided."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from pipeline.model.minutes import OpenAction
from pipeline.model.priorities import Mark
from pipeline.model.scopes import Scope

FigureRow = tuple[str, str, Scope, str]
"""Measure, category, scope and window: a row of `figures.csv`."""

Cause = Literal["flow", "sign-offs", "tracker", "visits and reviews", "practice", "data"]
"""What may lie behind an insight: two of one place and cause are told as one."""

Kind = Literal["change", "difference", "fact"]


@dataclass(frozen=True)
class InsightRule:
    """A rule by which an insight is found.

    `code` stands in references, `title` in lists; `words` say the rule in one sentence. `order` is
    its place within its cause: what comes first may bring about what comes later.
    """

    id: str
    code: str
    title: str
    cause: Cause
    kind: Kind
    words: str
    good: bool = False
    order: int = 0


@dataclass(frozen=True)
class Insight:
    """One matter to look at, or to share, in one place.

    `rows` are the figures it rests on, the first the one it is about; `window` is theirs.
    `found`, `expected` and `beyond` are in plans (or rows, or points of a score): `beyond` is never
    negative. `affected` is how many plans it is about. `strength` is in standard deviations. `chance`
    is how often a month chance alone would bring one as strong; None for a plain fact.
    `since` is the first day of the change, or of the earliest of the unbroken runs that found the
    same; None where this run is the first. `goes_with` are of the same place and cause.
    `standing` says that an earlier month's run found it and that it is no worse since. `mark` is the
    latest that the Assistant Director made, for the meeting of `marked_for`; `parked` says that it
    is to be left. `decided` are the open actions agreed on it, `done` those that the last check-in closed,
    `ruling` what the OLT last decided, at its check-in of `ruled`.
    """

    rule: InsightRule
    place: Scope
    rows: tuple[FigureRow, ...]
    window: str = ""
    found: float = 0.0
    expected: float = 0.0
    beyond: float = 0.0
    affected: float = 0.0
    strength: float = 0.0
    chance: float | None = None
    since: date | None = None
    standing: bool = False
    goes_with: tuple["Insight", ...] = ()
    decided: tuple[OpenAction, ...] = ()
    done: tuple[OpenAction, ...] = ()
    ruling: str = ""
    ruled: date | None = None
    mark: Mark | None = None
    marked_for: date | None = None
    parked: bool = False

    @property
    def key(self) -> tuple[str, Scope]:
        """What stays the same for the same matter, run after run."""
        return (self.rule.id, self.place)

    @property
    def ref(self) -> str:
        """The key as people read it: `FF-ND42`."""
        return reference(self.rule, self.place)

    @property
    def good(self) -> bool:
        """Whether it is something that worked."""
        return self.rule.good


def reference(rule: InsightRule, place: Scope) -> str:
    """Return the reference of a rule's insight in a place, the same in every run: `FF-ND42`.

    The rule's code, the place's initials, and two digits that tell places of like initials apart.
    """
    words = re.findall(r"\w+", place.name)
    initials = "".join(word[0] for word in words) if len(words) > 1 else place.name[:3]
    digits = int(sha256(f"{place.type}\x1f{place.name}".encode()).hexdigest(), 16) % 100
    return f"{rule.code}-{(initials or 'ALL')[:4].upper()}{digits:02}"
