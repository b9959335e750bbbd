"""What an entry of the catalogue says: what is wrong, how it is made, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bad_inputs.authority import Authority

Outcome = Literal[
    "accepted",
    "repaired",
    "kept and said",
    "set aside",
    "refused",
    "nothing published",
    "escaped",
]
"""What becomes of the bad thing.

accepted: the figures are those of the clean run, and at most notes are said.
repaired: the figures are those of the clean run, and the repair is said.
kept and said: the row or file counts, something in it does not, and that is said.
set aside: rows are left out and named; exit 3.
refused: a file or sheet is left out and named; exit 3.
nothing published: the run stops with a sentence that names the place; exit 1 or 2.
escaped: published, and no document, page or table was led astray by it.
"""

EXITS: dict[Outcome, int] = {
    "accepted": 0,
    "repaired": 0,
    "kept and said": 0,
    "set aside": 3,
    "refused": 3,
    "nothing published": 1,
    "escaped": 0,
}
EVERYTHING = ("*",)
"""For `differs`: any figure may differ, as where the whole extract is another."""


@dataclass(frozen=True)
class Entry:
    """One bad input.

    `make` spoils a clean authority. `rules` are exactly the codes that are said and were not in
    the clean run, the telling one first; `at` is the place of that one, and `times` how often it
    is said. `differs` names the teams whose figures may differ from the clean run's (their
    locality's and the authority's then may, too). `says` are words that the console must have.
    `holds` are further checks. `packs` are rendered and searched.
    """

    id: str
    wrong: str
    make: Callable[[Authority], object]
    outcome: Outcome
    rules: tuple[str, ...] = ()
    at: str = ""
    times: int = 1
    aside: int = 1
    differs: tuple[str, ...] | None = None
    exit: int | None = None
    says: tuple[str, ...] = ()
    holds: tuple[Callable[[Any], str | None], ...] = ()
    words: tuple[str, ...] = ()
    packs: tuple[str, ...] = ("data-quality",)
    base: str = "plain"
    source: str = ""

    @property
    def exit_code(self):
        """The exit code that the command must answer with."""
        return EXITS[self.outcome] if self.exit is None else self.exit

    @property
    def may_differ(self):
        """Teams whose figures may differ from the clean run's."""
        if self.differs is not None:
            return self.differs
        return () if self.outcome in {"accepted", "repaired"} else ("Alder",)
