"""What became of an agreed action, and of the figure that it was to move."""

from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.forms import CLOSED_OUTCOMES
from pipeline.model.minutes import OpenAction
from pipeline.model.scopes import Scope

Verdict = Literal["moved as wanted", "not yet", "can't tell"]

MOVED: Final = "moved as wanted"
NOT_YET: Final = "not yet"
CANT_TELL: Final = "can't tell"
OTHER_WAY: Final = "went the other way"
"""What is said beside "not yet" where the figure did so beyond ordinary variation."""

THEN: Final = "agreed.figure_then"
NOW: Final = "agreed.figure_now"
AGE: Final = "agreed.age_days"
SLIPPED: Final = "agreed.slipped"
SPAN: Final = "agreed.span_days"

OLT_OWN: Final = "OLT"
"""The category of the counts of the OLT's own actions, which no locality has."""

Row = tuple[str, str, Scope, str]


@dataclass(frozen=True)
class ActionReview:
    """An action that is open, or was closed at the last check-in, and whether its figure moved.

    `scope` is whose figure it is: the team's, else the locality's, else the authority's. `figure`
    is blank where none is named; `proposed` where nobody has confirmed it. `why` says, in words
    that can stand behind the verdict, why it can't be told, or that the figure went the other way;
    else blank. `key` names the action among the figures of its scope; `age_days` are those since it
    was agreed.
    """

    standing: OpenAction
    scope: Scope
    key: str
    age_days: int = 0
    figure: str = ""
    proposed: bool = False
    verdict: Verdict = CANT_TELL
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the action comes back next time."""
        return self.standing.outcome not in CLOSED_OUTCOMES

    @property
    def went_other_way(self) -> bool:
        """Whether the figure went against what was wanted, beyond ordinary variation."""
        return self.verdict == NOT_YET and self.why == OTHER_WAY

    def row(self, measure: str) -> Row:
        """Return the row of `figures.csv` that has one of the action's own figures."""
        return (measure, self.key, self.scope, "")
