"""The case extract: one row per plan version, as a case system's report would give it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from pipeline.setup.demo.caseload import Span
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


def extract_rows(seed: int, courses: Iterable[Course], span: Span, diary: Diary) -> list[Row]:
    """Return the rows of the extract, by child and start."""
    report = _Report(seed, span, diary)
    rows = [row for course in courses for row in report.rows(course)]
    return [row for _, _, row in sorted(rows, key=lambda item: item[:2])]


class _Report:
    """What the case system's report says of each plan."""

    def __init__(self, seed: int, span: Span, diary: Diary) -> None:
        self.seed, self.span, self.diary = seed, span, diary

    def rows(self, course: Course) -> Iterator[tuple[str, date, Row]]:
        """Yield a row per child and version, each after its child's id and its start."""
        dice = Dice(self.seed, "extract", course.episode.key)
        for child, end in zip(course.episode.children, course.episode.ends, strict=True):
            if end < self.span.covers_from:
                continue
            versions = course.versions_by(min(end, self.span.as_at + timedelta(days=1)))
            for version, following in zip_longest(versions, versions[1:]):
                row = _begun(course, child, version)
                if following is not None:
                    row["plan_end"] = written(version_end(dice, following))
                    row["end_reason"] = UPDATED
                else:
                    row |= self._latest(course, end)
                yield child.id, version.start, row

    def _latest(self, course: Course, end: date) -> Row:
        """Return what only a child's latest version has: its true end, and what is going on."""
        today = self.span.as_at
        if end > today:
            return self._detail(course, today)
        ended = {"plan_end": written(end), "end_reason": course.episode.reason}
        if end <= today - timedelta(days=DETAIL_DAYS):
            return ended
        return ended | self._detail(course, end)

    def _detail(self, course: Course, today: date) -> Row:
        """Return what is recorded of meetings, sign-offs, visits and reviews up to `today`."""
        key, habits, meetings = course.episode.key, course.team.habits, course.meetings_by(today)
        done = sign_off(
            Dice(self.seed, "sign-off", key, len(meetings)), meetings, habits, today, self.diary
        )
        dice = Dice(self.seed, "visits", key)
        late = dice.chance(0.12 + habits.overdue / 3)
        days = dice.whole(30, 62) if late else dice.whole(1, 27)
        visit = self.diary.before(today - timedelta(days=days))
        return {
            "cin_meeting": written(done.meeting),
            "plan_written": written(done.written),
            "plan_signed_off": written(done.signed),
            "plan_sent": written(done.sent),
            "last_visit": written(visit if visit >= course.episode.start else None),
            "last_review": written(meetings[-1] if len(meetings) > 1 else None),
            "next_review": written(self.diary.after(meetings[-1], 30) if meetings else None),
        }


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
