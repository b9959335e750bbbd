"""The rows of a team's ICM tracker, as its practice supervisor had kept them by some day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from pipeline.setup.demo.case_weeks import CaseWeeks
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import NEVER
from pipeline.setup.demo.meetings import Course
from pipeline.setup.demo.organisation import DemoTeam
from pipeline.setup.demo.tracker_row import TrackerRow

STILL_LISTED_DAYS: Final = 21
MOVED_DAYS: Final = 75


@dataclass(frozen=True)
class Case:
    """A child's case: its weeks (shared with brothers and sisters), and until when it is listed.

    `taken_off` is when the row goes once the plan has ended; `left_behind` is for how many days the
    former team keeps it once the child has moved to another.
    """

    child_id: str
    course: Course
    weeks: CaseWeeks
    taken_off: date
    left_behind: int

    def row(self, team: DemoTeam, day: date) -> TrackerRow | None:
        """Return the row on a team's tracker at the end of a day; None if it is not there."""
        if day >= self.taken_off:
            return None
        seen = min(day, self.weeks.end)
        if self.course.version_on(seen).team != team:
            moved = self._moved_from(team, seen)
            if moved is None or (day - moved).days > self.left_behind:
                return None
            seen = moved - timedelta(days=1)
        row = self.weeks.on(seen)
        return replace(row, child_id=self.child_id) if row else None

    def _moved_from(self, team: DemoTeam, day: date) -> date | None:
        """Return when the child last moved away from a team; None if it was never there."""
        moved = None
        versions = self.course.versions_by(day + timedelta(days=1))
        for version, following in pairwise(versions):
            if version.team == team and following.team != team:
                moved = following.start
        return moved


def keep_cases(seed: int, course: Course, meetings: Sequence[date], diary: Diary) -> Iterator[Case]:
    """Yield the case of each child of an episode; brothers and sisters mostly go together."""
    weeks: CaseWeeks | None = None
    dice = Dice(seed, "tracker", course.episode.key)
    left_behind = dice.whole(10, MOVED_DAYS) if dice.chance(0.6) else -1
    for child, end in zip(course.episode.children, course.episode.ends, strict=True):
        if weeks is None or weeks.end != end or dice.chance(0.1):
            own = Dice(seed, "case", course.episode.key, child.id)
            weeks = CaseWeeks(own, course, end, meetings, diary)
        longer = dice.whole(3, STILL_LISTED_DAYS) if dice.chance(0.35) else 0
        off = NEVER if end == NEVER else end + timedelta(days=longer)
        yield Case(child.id, course, weeks, off, left_behind)


def tracker_rows(team: DemoTeam, cases: Iterable[Case], day: date) -> list[TrackerRow]:
    """Return the rows of a team's tracker at the end of a day, by practitioner.

    Most of the team's open plans are there; so are a few that have closed or moved elsewhere.
    """
    rows = [row for case in cases if (row := case.row(team, day))]
    return sorted(rows, key=lambda row: (row.practitioner, str(row.child_id)))
