"""What a tracker says of one case, from one improvement cycle meeting to the next.

The further past is not needed: a case begins when it is listed, or `WEEKS` before today.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pipeline.model.terms import DECIDED, IDENTIFIED
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.meetings import Course
from pipeline.setup.demo.organisation import DemoTeam
from pipeline.setup.demo.tracker_row import TrackerRow
from pipeline.setup.demo.words import ACTIONS, AWAITING, BARRIERS, NOTES, PARTNERS, UNDERWAY

WEEKS: Final = 40


def meeting_days(seed: int, team: DemoTeam, as_at: date) -> list[date]:
    """Return the days on which the team goes through its tracker, up to `as_at`, in order."""
    weeks = team.habits.tracker_weeks
    weekday = Dice(seed, "ICM", team.name).whole(0, 4)
    last = as_at - timedelta(days=(as_at.weekday() - weekday) % 7, weeks=weeks)
    return [last - timedelta(weeks=back) for back in range(0, WEEKS, weeks + 1)][::-1]


class CaseWeeks:
    """One case's rows; `end` is the day on which its plan truly ends, which nobody knows yet."""

    def __init__(
        self, dice: Dice, course: Course, end: date, meetings: Sequence[date], diary: Diary
    ) -> None:
        self.dice, self.course, self.end = dice, course, end
        self.meetings, self.diary = meetings, diary
        self.team, self.habits = course.episode.team, course.episode.team.habits
        self.decided_days = dice.whole(*dice.weighted((((25, 45), 3), ((8, 24), 4), ((0, 4), 3))))
        self.identified_days = dice.whole(46, 95) if dice.chance(0.5) else self.decided_days
        self.hope, self.hope_until = UNDERWAY, date.min
        self.rows = list(self._rows())

    def on(self, day: date) -> TrackerRow | None:
        """Return the row as it stands at the end of a day; None if the case is not listed yet."""
        place = bisect_right(self.rows, day, key=lambda row: row[0])
        return self.rows[place - 1][1] if place else None

    def _rows(self) -> Iterator[tuple[date, TrackerRow]]:
        """Yield the row after each meeting in which it changed."""
        row: TrackerRow | None = None
        for day in self.meetings[bisect_left(self.meetings, self._listed()) :]:
            if day >= self.end:
                return
            before, row = row, self._discussed(row, day) if row else self._new(day)
            if row is not before:
                yield day, row

    def _listed(self) -> date:
        start = self.course.episode.start
        if not self.dice.chance(self.habits.on_tracker):
            return start + timedelta(weeks=self.dice.whole(5, 60))
        return start + timedelta(days=self.dice.weighted(((0, 35), (3, 30), (6, 35))))

    def _new(self, day: date) -> TrackerRow:
        stage = self._stage(day)
        row = TrackerRow("", self._worker(day), stage, discussed=day)
        if self.dice.chance(0.06):
            row = replace(row, notes=self.dice.pick(NOTES))
        if stage != AWAITING:
            row = replace(row, previous_action=self.dice.pick(ACTIONS[UNDERWAY]))
        return self._staged(row, stage, day)

    def _discussed(self, row: TrackerRow, day: date) -> TrackerRow:
        """Return the row after a meeting: the same one if the case was not gone through."""
        stage = self._stage(day)
        due = isinstance(row.due, date) and row.due <= day
        passed = isinstance(row.planned_closure, date) and row.planned_closure <= day
        changed = stage != row.stage
        if not (changed or due or passed or self.dice.chance(0.35)):
            return row
        row = replace(row, discussed=day, practitioner=self._worker(day))
        if changed:
            return self._staged(replace(row, previous_action=row.action), stage, day)
        if due or (row.due is None and self.dice.chance(0.4)):
            row = self._acted(row, day)
        if passed and self.dice.chance(0.7):
            row = self._with_closure(row, day)
        if row.barrier and self.dice.chance(0.06):
            row = replace(row, barrier=self.dice.pick(("", *BARRIERS)))
        return row

    def _stage(self, day: date) -> str:
        """Return the stage: the nearer a plan truly is to its end, the likelier it is seen."""
        if not self.course.meetings_by(day):
            return AWAITING
        days = (self.end - day).days
        if days <= self.decided_days:
            return DECIDED
        if days <= self.identified_days:
            return IDENTIFIED
        if day >= self.hope_until:
            self.hope = UNDERWAY
            if self.dice.chance(self.habits.hopeful / 100):
                hopes_much = self.dice.chance(1 - self.habits.kept)
                self.hope = DECIDED if hopes_much else IDENTIFIED
                self.hope_until = day + timedelta(weeks=self.dice.whole(2, 8))
        return self.hope

    def _staged(self, row: TrackerRow, stage: str, day: date) -> TrackerRow:
        """Return the row in a new stage, with what is to be done there."""
        row = self._with_action(replace(row, stage=stage, planned_closure=None), day)
        if not row.barrier and self.dice.chance({AWAITING: 0.25, UNDERWAY: 0.65}.get(stage, 0.1)):
            row = replace(row, barrier=self.dice.pick(tuple(BARRIERS)))
        elif stage == DECIDED and self.dice.chance(0.6):
            row = replace(row, barrier="")
        near = (self.end - day).days <= self.identified_days
        if stage == DECIDED or (stage == IDENTIFIED and near and self.dice.chance(0.12)):
            return self._with_closure(row, day)
        return row

    def _acted(self, row: TrackerRow, day: date) -> TrackerRow:
        """Return the row once its action was asked after: left, given more time, or done."""
        if row.due is not None and self.dice.chance(2.2 * self.habits.overdue):
            return row
        if row.due is not None and self.dice.chance(0.25):
            return replace(row, due=self._by_when(day))
        return self._with_action(replace(row, previous_action=row.action), day)

    def _with_action(self, row: TrackerRow, day: date) -> TrackerRow:
        dice = self.dice
        if dice.chance(0.03 + self.habits.vague / 2):
            return replace(row, action="", owner="", due=None)
        owner = dice.weighted(
            (
                (row.practitioner, 72),
                (dice.pick(self.team.supervisors), 13),
                (dice.pick(PARTNERS), 10),
                ("", 5),
            )
        )
        others = tuple(text for text in ACTIONS[row.stage] if text != row.action)
        return replace(row, action=dice.pick(others), owner=owner, due=self._by_when(day))

    def _by_when(self, day: date) -> date | None:
        """Return one of the team's next meetings, a day months away, or none."""
        dice = self.dice
        if dice.chance(self.habits.vague):
            return None
        if dice.chance(0.04 + self.habits.overdue / 4):
            return self.diary.after(day, dice.whole(35, 80))
        weeks = dice.weighted(((1, 30), (2, 35), (3, 20), (4, 15)))
        return self.diary.after(day + timedelta(weeks=weeks))

    def _with_closure(self, row: TrackerRow, day: date) -> TrackerRow:
        """Return the row with a planned closure date: one that will hold, or one that is hoped."""
        dice, days = self.dice, (self.end - day).days
        if dice.chance(0.08 + self.habits.vague):
            return replace(row, planned_closure=None)
        if days > self.identified_days:
            planned = day + timedelta(days=dice.whole(5, 28))
        elif dice.chance(self.habits.kept):
            later = dice.weighted(((0, 6), (1, 2), (3, 2), (5, 1)))
            return replace(row, planned_closure=self.diary.after(self.end, later))
        else:
            planned = day + timedelta(days=dice.whole(2, max(2, days - 3)))
        return replace(row, planned_closure=self.diary.after(planned))

    def _worker(self, day: date) -> str:
        return self.course.version_on(day).practitioner
