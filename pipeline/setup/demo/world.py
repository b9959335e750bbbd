"""The one world that is seen at several dates: what happened, and what each day knew of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import add_months
from pipeline.model.names import folder_name
from pipeline.setup.demo import MOST_MONTHS
from pipeline.setup.demo.case_weeks import meeting_days
from pipeline.setup.demo.caseload import Span, simulate
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.extract import extract_rows
from pipeline.setup.demo.extract_dirt import spoil_extract
from pipeline.setup.demo.extract_file import extract_bytes
from pipeline.setup.demo.meetings import Course, follow
from pipeline.setup.demo.organisation import Organisation, organise
from pipeline.setup.demo.tracker import Case, keep_cases, tracker_rows
from pipeline.setup.demo.tracker_dirt import choose_layout, spoil_tracker
from pipeline.setup.demo.workbook import tracker_bytes

CLOSED_DAYS: Final = 60
"""How long after its end a case may still be found on a tracker."""


@dataclass(frozen=True)
class World:
    """An authority, every plan of it up to its as-at date, and every team's cases by team."""

    seed: int
    organisation: Organisation
    span: Span
    diary: Diary
    courses: tuple[Course, ...]
    cases: dict[str, tuple[Case, ...]]

    def earlier(self, months: int) -> list[date]:
        """Return the days of that many monthly runs before the as-at date, oldest first."""
        as_at = self.organisation.as_at
        return [self.diary.after(add_months(as_at, -ago)) for ago in range(months, 0, -1)]

    def known(self, day: date) -> Iterator[tuple[str, bytes]]:
        """Yield the extract and the trackers of a day: path below the output folder, and bytes."""
        rows = extract_rows(self.seed, self.courses, self.span.covers_from, day, self.diary)
        spoilt = spoil_extract(self.seed, rows, self.organisation, day)
        yield f"inputs/extracts/CIN plans {day:%d.%m.%Y}.csv", extract_bytes(spoilt)
        for place, team in enumerate(self.organisation.teams):
            kept = tracker_rows(team, self.cases[team.name], day)
            typed = spoil_tracker(self.seed, place, team.name, kept)
            folder = folder_name(team.name)
            yield (
                f"inputs/trackers/CIN {folder_name(team.locality)}/{folder}/{folder} IC Meetings.xlsx",
                tracker_bytes(typed, choose_layout(place, team.name), day),
            )


def invent(seed: int, open_plans: int, localities: int, teams: int, as_at: date) -> World:
    """Return the world that the numbers ask for; raises WrongUsage if they make none."""
    organisation = organise(seed, open_plans, localities, teams, as_at)
    span = Span(as_at)
    diary = Diary(span.first, span.last)
    courses = tuple(
        follow(
            seed,
            episode,
            tuple(t for t in organisation.teams_of(episode.team.locality) if t is not episode.team),
            as_at,
            diary,
        )
        for episode in simulate(seed, open_plans, organisation, diary)
    )
    return World(
        seed, organisation, span, diary, courses, _cases(seed, organisation, courses, diary)
    )


def _cases(
    seed: int, organisation: Organisation, courses: tuple[Course, ...], diary: Diary
) -> dict[str, tuple[Case, ...]]:
    """Return the cases that have been each team's, if only for a while."""
    first = add_months(organisation.as_at, -MOST_MONTHS) - timedelta(days=CLOSED_DAYS)
    meetings = {team: meeting_days(seed, team, organisation.as_at) for team in organisation.teams}
    cases: dict[str, list[Case]] = {team.name: [] for team in organisation.teams}
    for course in courses:
        if course.episode.end >= first:
            kept = list(keep_cases(seed, course, meetings[course.episode.team], diary))
            for name in {version.team.name: None for version in course.versions}:
                cases[name] += kept
    return {name: tuple(kept) for name, kept in cases.items()}
