"""What a review expected of a team's scores, and what a later review gave."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from pipeline.model.scopes import Scope

How = Literal["rose", "there already", "not scored before", "not yet", "not scored since"]
HOWS: Final[tuple[How, ...]] = (
    "rose",
    "there already",
    "not scored before",
    "not yet",
    "not scored since",
)
"""What came of a score that was expected: only the first may be the plan's doing."""


@dataclass(frozen=True)
class ExpectedScore:
    """One criterion of one team: what was expected `on` the day of a review, and what came of it.

    `before` is the score of the review of that day, `score` the latest review's; None where it has
    none. `reviewed` says that there was a review since.
    """

    team: Scope
    criterion: int
    lowest: int
    highest: int
    on: date
    score: int | None = None
    reviewed: bool = False
    before: int | None = None

    @property
    def reached(self) -> bool:
        """Whether the latest score is at least the lowest expected."""
        return self.score is not None and self.score >= self.lowest

    @property
    def how(self) -> How | None:
        """What came of it; None before the next review."""
        if not self.reviewed:
            return None
        if self.score is None:
            return "not scored since"
        if not self.reached:
            return "not yet"
        if self.before is None:
            return "not scored before"
        return "there already" if self.there_already else "rose"

    @property
    def there_already(self) -> bool:
        """Whether the score was where it was expected to go when that was written."""
        return self.before is not None and self.before >= self.lowest
