"""The case extract: one row per plan version, as a case system's report would give it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import Child
from pipeline.setup.demo.meetings import Course, Version, version_end
from pipeline.setup.demo.signoffs import sign_off

HEADERS: Final = {
    "child_id": "Child ID",
    "family_id": "Family ID",
    "plan_start": "CIN Plan Start Date",
    "plan_end": "CIN Plan End Date ",
    "end_reason": "Plan End Reason",
    "locality": "Locality",
    "team": "Allocated Team",
    "practitioner": "Case Holder",
    "primary_need": "Primary Need Code",
    "exemption": "Exemption",
    "cp_plan_end": "CP Plan End Date",
    "cin_meeting": "Latest CIN meeting date",
    "plan_written": "Plan Written Date",
    "plan_signed_off": "Plan Authorised Date",
    "plan_sent": "Plan Sent Date",
    "last_visit": "Last Visit Date",
    "last_review": "Last Review Date",
    "next_review": "Next Review Date",
}
"""A report's own headers: some differ from the default, as they do everywhere."""

UPDATED: Final = "Plan updated"
"""Why a version ended that another followed."""

DETAIL_DAYS: Final = 92
"""Meetings, sign-offs and visits are shown for plans open or ended in the last three months."""

Row = dict[str, str]


def written(day: date | None) -> str:
    """Return a date as the report writes it, or "" for none."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def extract_rows(
    seed: int, courses: Iterable[Course], covers_from: date, today: date, diary: Diary
) -> list[Row]:
    """Return the rows of the extract of a day, by child and start: what was known by then."""
    report = _Report(seed, covers_from, today, diary)
    rows = [row for course in courses for row in report.rows(course)]
    return [row for _, _, row in sorted(rows, key=lambda item: item[:2])]


class _Report:
    """What the case system's report says of each plan."""

    def __init__(self, seed: int, covers_from: date, today: date, diary: Diary) -> None:
        self.seed, self.covers_from, self.today, self.diary = seed, covers_from, today, diary

    def rows(self, course: Course) -> Iterator[tuple[str, date, Row]]:
        """Yield a row per child and version, each after its child's id and its start."""
        if course.start_known > self.today:
            return
        episode = course.episode
        for child, end, known in zip(
            episode.children, episode.ends, course.ends_known, strict=True
        ):
            if end < self.covers_from:
                continue
            versions = course.versions_by(min(end, self.today + timedelta(days=1)))
            for place, (version, following) in enumerate(zip_longest(versions, versions[1:])):
                row = _begun(course, child, version)
                if following is not None:
                    dice = Dice(self.seed, "version", episode.key, place)
                    row["plan_end"] = written(version_end(dice, following))
                    row["end_reason"] = UPDATED
                else:
                    row |= self._latest(course, end, known)
                yield child.id, version.start, row

    def _latest(self, course: Course, end: date, known: date) -> Row:
        """Return what only a child's latest version has: its end once known, and what is going on."""
        if known > self.today:
            return self._detail(course, min(end, self.today))
        ended = {"plan_end": written(end), "end_reason": course.episode.reason}
        if end <= self.today - timedelta(days=DETAIL_DAYS):
            return ended
        return ended | self._detail(course, end)

    def _detail(self, course: Course, today: date) -> Row:
        """Return what is recorded of meetings, sign-offs, visits and reviews up to `today`."""
        key, meetings = course.episode.key, course.meetings_by(today)
        habits = course.version_on(meetings[-1] if meetings else today).team.habits
        done = sign_off(self.seed, key, meetings, habits=habits, today=today, diary=self.diary)
        return {
            "cin_meeting": written(done.meeting),
            "plan_written": written(done.written),
            "plan_signed_off": written(done.signed),
            "plan_sent": written(done.sent),
            "last_visit": written(self._last_visit(course, today)),
            "last_review": written(meetings[-1] if len(meetings) > 1 else None),
            "next_review": written(self.diary.after(meetings[-1], 30) if meetings else None),
        }

    def _last_visit(self, course: Course, today: date) -> date | None:
        """Return the last visit up to `today`; now and then the next one comes late."""
        dice = Dice(self.seed, "visits", course.episode.key)
        late = 0.18 + course.episode.team.habits.overdue / 2
        last, day = None, course.episode.start + timedelta(days=dice.whole(1, 8))
        while day <= today:
            last = day
            days = dice.whole(30, 62) if dice.chance(late) else dice.whole(12, 27)
            day += timedelta(days=days)
        return last and self.diary.before(last)


def _begun(course: Course, child: Child, version: Version) -> Row:
    """Return what every version of a child's plan has."""
    return dict.fromkeys(HEADERS, "") | {
        "child_id": child.id,
        "family_id": course.episode.family,
        "plan_start": written(version.start),
        "locality": version.team.locality,
        "team": version.team.name,
        "practitioner": version.practitioner,
        "primary_need": child.need,
        "exemption": child.exemption,
        "cp_plan_end": written(course.episode.cp_plan_end),
    }
