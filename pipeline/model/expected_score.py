"""What a review expected of a team's scores, and what a later review gave."""

from dataclasses import dataclass
from datetime import date

from pipeline.model.scopes import Scope


@dataclass(frozen=True)
class ExpectedScore:
    """One criterion of one team: what was expected `on` the day of a review, and what came of it.

    `score` is the latest review's, None where it has none. `reviewed` says that there was one
    since.
    """

    team: Scope
    criterion: int
    lowest: int
    highest: int
    on: date
    score: int | None = None
    reviewed: bool = False

    @property
    def reached(self) -> bool:
        """Whether the latest score is at least the lowest expected."""
        return self.score is not None and self.score >= self.lowest
