"""The rows of a team's ICM tracker, as its practice supervisor would have kept them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from pipeline.model.terms import DECIDED, IDENTIFIED
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import NEVER
from pipeline.setup.demo.meetings import Course
from pipeline.setup.demo.organisation import DemoTeam
from pipeline.setup.demo.words import (
    ACTIONS,
    AWAITING,
    BARRIERS,
    NOTES,
    PARTNERS,
    UNDERWAY,
)

STILL_LISTED_DAYS: Final = 21
MOVED_DAYS: Final = 75


@dataclass(frozen=True)
class TrackerRow:
    """A row of a tracker; a date may be text, an id may be a number, as people type them."""

    child_id: str | int
    practitioner: str
    stage: str
    barrier: str = ""
    previous_action: str = ""
    action: str = ""
    owner: str = ""
    due: date | str | None = None
    planned_closure: date | str | None = None
    discussed: date | str | None = None
    notes: str = ""


def tracker_rows(
    seed: int, team: DemoTeam, courses: Iterable[Course], as_at: date, diary: Diary
) -> list[TrackerRow]:
    """Return the rows of a team's tracker at `as_at`, by practitioner.

    Most of the team's open plans are there; so are a few that have closed or moved elsewhere.
    """
    writer = _Keeper(team, as_at, diary, Dice(seed, "tracker", team.name))
    rows = [row for course in courses for row in writer.rows(course)]
    return sorted(rows, key=lambda row: (row.practitioner, str(row.child_id)))


class _Keeper:
    """Fills in one team's tracker."""

    def __init__(self, team: DemoTeam, as_at: date, diary: Diary, dice: Dice) -> None:
        self.team, self.as_at, self.diary, self.dice = team, as_at, diary, dice
        weekday = dice.whole(0, 4)
        last = as_at - timedelta(days=(as_at.weekday() - weekday) % 7)
        self.last_icm = last - timedelta(weeks=team.habits.tracker_weeks)

    def rows(self, course: Course) -> Iterator[TrackerRow]:
        """Yield the rows of the children of one episode; brothers and sisters go together."""
        if course.team.name != self.team.name and not self._not_yet_moved(course):
            return
        listed = self._is_listed(course.episode.start)
        likeness: tuple[date, TrackerRow] | None = None
        for child, end in zip(course.episode.children, course.episode.ends, strict=True):
            if end > self.as_at:
                if not listed:
                    continue
            elif (self.as_at - end).days > STILL_LISTED_DAYS or not self.dice.chance(0.22):
                continue
            if likeness is None or likeness[0] != end or self.dice.chance(0.15):
                likeness = end, self._row(course, end)
            yield replace(likeness[1], child_id=child.id)

    def _not_yet_moved(self, course: Course) -> bool:
        moved = (self.as_at - course.versions[-1].start).days
        was_here = any(v.team.name == self.team.name for v in course.versions[:-1])
        return was_here and moved <= MOVED_DAYS and self.dice.chance(0.6)

    def _is_listed(self, start: date) -> bool:
        new = (self.as_at - start).days < 7
        return self.dice.chance(0.35 if new else self.team.habits.on_tracker)

    def _row(self, course: Course, end: date) -> TrackerRow:
        dice, version = self.dice, course.versions[-1]
        stage = self._stage(course, end)
        row = TrackerRow("", version.practitioner, stage)
        if dice.chance(0.25 if stage in (AWAITING, DECIDED) else 0.68):
            row = replace(row, barrier=dice.pick(tuple(BARRIERS)))
        discussed = self.last_icm - timedelta(weeks=dice.weighted(((0, 5), (1, 3), (2, 1), (4, 1))))
        if discussed >= course.episode.start:
            row = replace(row, discussed=discussed)
        if stage != AWAITING and dice.chance(0.8):
            row = replace(row, previous_action=dice.pick(ACTIONS[UNDERWAY]))
        if dice.chance(0.06):
            row = replace(row, notes=dice.pick(NOTES))
        row = self._with_action(row)
        if stage == DECIDED:
            return self._with_closure(row, end)
        if stage == IDENTIFIED and end != NEVER and dice.chance(0.12):
            return replace(row, planned_closure=self.diary.after(end, dice.whole(0, 6)))
        return row

    def _stage(self, course: Course, end: date) -> str:
        """Return the stage: the nearer a plan truly is to its end, the likelier it is seen."""
        if end <= self.as_at:
            return DECIDED
        if not course.meetings_by(self.as_at):
            return AWAITING
        days = (end - self.as_at).days
        decided = 0.7 if days <= 24 else 0.3 if days <= 45 else 0.012
        identified = 0.5 if days <= 70 else 0.05
        if self.dice.chance(decided):
            return DECIDED
        return IDENTIFIED if self.dice.chance(identified) else UNDERWAY

    def _with_action(self, row: TrackerRow) -> TrackerRow:
        dice, habits = self.dice, self.team.habits
        if dice.chance(0.03 + habits.vague / 2):
            return row
        owner = dice.weighted(
            (
                (row.practitioner, 72),
                (dice.pick(self.team.supervisors), 13),
                (dice.pick(PARTNERS), 10),
                ("", 5),
            )
        )
        row = replace(row, action=dice.pick(ACTIONS[row.stage]), owner=owner)
        if dice.chance(habits.vague):
            return row
        if dice.chance(habits.overdue):
            due = self.diary.before(self.as_at - timedelta(days=dice.whole(1, 30)))
        elif dice.chance(0.05):
            due = self.diary.after(self.as_at, dice.whole(33, 80))
        else:
            due = self.diary.after(self.as_at, dice.whole(0, 20))
        return replace(row, due=due)

    def _with_closure(self, row: TrackerRow, end: date) -> TrackerRow:
        dice, habits = self.dice, self.team.habits
        if dice.chance(0.08 + habits.vague):
            return replace(row, due=None) if dice.chance(0.6) else row
        if end == NEVER or end <= self.as_at or dice.chance(0.06 + habits.overdue / 2):
            planned = self.diary.before(self.as_at - timedelta(days=dice.whole(2, 35)))
        else:
            planned = self.diary.after(end, dice.weighted(((0, 6), (1, 2), (3, 2), (5, 1))))
        return replace(row, planned_closure=planned)
