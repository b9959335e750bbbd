"""How a team works: how fast plans move, how promptly they are signed off, how fresh its tracker is.

Eight true stories are laid into the world for the packs to find; `choose_habits` lays them, and
`Stories` says whose they are. All else differs by chance alone.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
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

FALL: Final = 0.5
"""What is left of the pace of plans in the locality whose finishes fall."""


@dataclass(frozen=True)
class Habits:
    """What is usual in a team; shares are of 1.

    `pace` is how fast plans move beside the average, `pace_since` from `since` on; plans of
    meetings before `prompt_from` are written up late. `meeting_gap` is in working days; the tracker
    was last gone through `tracker_weeks` ago, and as long before that each time. `overdue` and
    `vague` are shares of actions past their date and without one. `hopeful` is how often, of a
    hundred weeks, a case far from its end is thought to be near it; `kept` is the share of closing
    dates that are meant to hold.
    """

    pace: float = 1.0
    pace_since: float = 1.0
    since: date = date.max
    meeting_gap: int = 30
    written: Days = PROMPT
    prompt_from: date = date.min
    signed: Days = SIGNED
    sent: Days = SENT
    not_written: float = 0.04
    on_tracker: float = 0.97
    tracker_weeks: int = 0
    overdue: float = 0.08
    vague: float = 0.06
    hopeful: float = 1.0
    kept: float = 0.7
    first_score: float = 3.0
    gain: float = 0.5

    def written_after(self, meeting: date) -> Days:
        """Return how many working days after a meeting its plan is written up."""
        return self.written if meeting >= self.prompt_from else LATE


@dataclass(frozen=True)
class Stories:
    """Whose each true story is: a team's or a locality's name, or "" where there are too few teams.

    `drifting`: plans slow down over the last year, sign-off is late, the tracker goes stale. What
    its check-in agreed on three months ago, to review long plans, was said to be done, and did
    not work. `improved`: far more plans close since four months ago. `prompted`: plans are written
    up late until the check-in of three months ago gives time for it, promptly since.
    `promising`: closing dates are set that mostly pass. `steady`: good practice all along.
    `fallen`: a locality whose plans close at half the pace since the month after the first run.
    `slow_to_send`: a locality that is slow to send out what is signed off.
    """

    drifting: str
    improved: str
    prompted: str
    promising: str
    steady: str
    fallen: str
    slow_to_send: str


def tell_stories(teams: list[str], localities: list[str]) -> Stories:
    """Return whose each story is; no team has two, and a story needs a team to spare."""
    count = len(teams)
    wanted = (count // 3, count * 3 // 5, count * 2 // 5, count * 3 // 4, count * 3 // 7)
    told: list[str] = []
    for place in wanted:
        name = teams[place]
        told.append("" if name in told else name)
    drifting, improved, prompted, promising, steady = told
    return Stories(
        drifting,
        improved,
        prompted,
        promising,
        steady,
        fallen=localities[0] if len(localities) > 2 else "",
        slow_to_send=localities[-1],
    )


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


def prompted(as_at: date) -> Habits:
    """Return the habits of a team that writes plans up promptly since it has time set aside for it."""
    return Habits(
        prompt_from=add_months(as_at, -3) + timedelta(days=14),
        signed=SIGNED[:6],
        first_score=2.8,
        gain=1.0,
    )


def promising() -> Habits:
    """Return the habits of a team that sets closing dates which mostly pass."""
    return Habits(hopeful=5.0, kept=0.25, overdue=0.12)


def steady() -> Habits:
    """Return the habits of a team that works as it should."""
    return Habits(
        pace=1.08,
        pace_since=1.08,
        on_tracker=0.995,
        overdue=0.01,
        vague=0.01,
        not_written=0.01,
        hopeful=0.3,
        kept=0.92,
        first_score=4.3,
        gain=0.2,
    )


def choose_habits(
    team: str, locality: str, stories: Stories, as_at: date, variation: float
) -> Habits:
    """Return a team's habits: those of its story, else usual ones, a little varied."""
    usual = Habits()
    habits = replace(
        usual,
        pace=variation,
        pace_since=variation,
        overdue=usual.overdue / variation,
        first_score=usual.first_score * variation,
    )
    if team == stories.drifting:
        habits = drifting(as_at)
    elif team == stories.improved:
        habits = improved(as_at)
    elif team == stories.prompted:
        habits = prompted(as_at)
    elif team == stories.promising:
        habits = promising()
    elif team == stories.steady:
        habits = steady()
    elif locality == stories.fallen:
        habits = replace(
            habits,
            pace_since=habits.pace * FALL,
            since=add_months(as_at, -3).replace(day=1),
        )
    if locality == stories.slow_to_send:
        return replace(habits, sent=SENT_SLOWLY)
    return habits
