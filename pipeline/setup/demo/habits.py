"""How a team works: how fast plans move, how promptly they are signed off, how fresh its tracker is.

Three true stories are laid into the data for the packs to find; see `choose_habits`.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pipeline.model.dates import add_months

Days = tuple[tuple[int, float], ...]
"""Working days and how often each happens."""

PROMPT: Final[Days] = ((0, 42), (1, 24), (2, 14), (3, 8), (4, 5), (6, 4), (9, 3))
LATE: Final[Days] = ((0, 10), (1, 12), (2, 14), (4, 18), (6, 18), (9, 16), (13, 12))
SIGNED: Final[Days] = ((1, 12), (2, 18), (3, 18), (4, 14), (5, 12), (6, 10), (8, 10), (10, 6))
SIGNED_LATE: Final[Days] = ((3, 10), (5, 20), (8, 30), (12, 25), (18, 15))
SENT: Final[Days] = ((0, 50), (1, 25), (2, 10), (3, 6), (5, 5), (8, 4))
SENT_SLOWLY: Final[Days] = ((0, 12), (1, 14), (2, 14), (4, 20), (6, 18), (9, 14), (14, 8))


@dataclass(frozen=True)
class Habits:
    """What is usual in a team; shares are of 1.

    `pace` is how fast plans move beside the average, `pace_since` from `since` on.
    `meeting_gap` is in working days; `tracker_weeks` is how long ago the tracker was last gone
    through; `overdue` and `vague` are shares of actions past their date and without one.
    """

    pace: float = 1.0
    pace_since: float = 1.0
    since: date = date.max
    meeting_gap: int = 30
    written: Days = PROMPT
    signed: Days = SIGNED
    sent: Days = SENT
    not_written: float = 0.04
    on_tracker: float = 0.97
    tracker_weeks: int = 0
    overdue: float = 0.08
    vague: float = 0.06
    first_score: float = 3.0
    gain: float = 0.5


@dataclass(frozen=True)
class Stories:
    """Which team drifts, which one has improved, and which locality sends plans slowly."""

    drifting: str
    improved: str
    slow_to_send: str


def drifting(as_at: date) -> Habits:
    """Return the habits of a team whose plans have slowed down over the last year."""
    return Habits(
        pace_since=0.5,
        since=add_months(as_at, -12),
        meeting_gap=46,
        written=LATE,
        signed=SIGNED_LATE,
        not_written=0.13,
        on_tracker=0.84,
        tracker_weeks=5,
        overdue=0.3,
        vague=0.2,
        first_score=2.3,
        gain=-0.2,
    )


def improved(as_at: date) -> Habits:
    """Return the habits of a team that has closed far more plans in the last four months."""
    return Habits(
        pace=0.88,
        pace_since=1.6,
        since=add_months(as_at, -4).replace(day=1),
        on_tracker=0.99,
        overdue=0.03,
        vague=0.02,
        first_score=2.2,
        gain=1.8,
    )


def choose_habits(
    team: str, locality: str, stories: Stories, as_at: date, variation: float
) -> Habits:
    """Return a team's habits: those of its story, else usual ones, a little varied."""
    if team == stories.drifting:
        habits = drifting(as_at)
    elif team == stories.improved:
        habits = improved(as_at)
    else:
        usual = Habits()
        habits = replace(
            usual,
            pace=variation,
            pace_since=variation,
            overdue=usual.overdue / variation,
            first_score=usual.first_score * variation,
        )
    if locality == stories.slow_to_send:
        return replace(habits, sent=SENT_SLOWLY)
    return habits
