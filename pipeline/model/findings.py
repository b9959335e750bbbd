"""Findings: data problems, each with its rule, its place and what was done."""

import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["problem", "warning", "note"]
Effect = Literal["kept", "repaired", "passed over", "set aside", "refused"]
"""What became of the row (or, for `refused`, the whole file).

`passed over` is for blank, title, footer and repeated header rows, which nobody need mend.
"""


@dataclass(frozen=True)
class Rule:
    """One kind of data problem.

    `says` is a sentence with no cell value in it; `{...}` fields come from a finding's `facts`.
    """

    code: str
    severity: Severity
    effect: Effect
    says: str
    remedy: str

    @property
    def in_general(self) -> tuple[str, str]:
        """The sentence and the remedy, with `…` for what differs from place to place."""
        says, remedy = (_WHOLE_SENTENCE.sub("", words) for words in (self.says, self.remedy))
        return _FACT.sub("…", says), _FACT.sub("…", remedy)


_FACT = re.compile(r"\{[^}]*\}")
_WHOLE_SENTENCE = re.compile(r"^\{[^}]*\}(?=[A-Z])")
"""A fact that is a sentence of its own, which only some places have."""


@dataclass(frozen=True)
class Place:
    """Where a problem is; `row` and `column` are as a person sees them in the file."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        parts = [
            self.file,
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row is not None else "",
            self.column,
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Finding:
    """A rule met at a place.

    `facts` may hold names of files, teams, columns and counts, never a cell's value: `value` and
    `child_id` do, and are written to the restricted findings alone.
    """

    rule: Rule
    place: Place
    team: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    value: str = ""
    child_id: str = ""

    @property
    def sentence(self) -> str:
        """What happened and what to do, without any cell value."""
        facts = dict(self.facts)
        says = self.rule.says.format(**facts)
        remedy = self.rule.remedy.format(**facts)
        return f"{says} {remedy}".strip()

    @property
    def needs_person(self) -> bool:
        """Whether a row, a file or a pack was left out."""
        return self.rule.effect in ("set aside", "refused")


@dataclass(frozen=True)
class FileAccount:
    """What became of the rows of one file: read = used + set aside + passed over.

    `repaired` counts the used rows in which a value was repaired.
    """

    file: str
    sheet: str
    kind: str
    read: int
    used: int
    repaired: int
    set_aside: int
    passed_over: int
    refused: bool = False
