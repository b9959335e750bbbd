"""Puts the invented authority together and writes it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.errors import WrongUsage
from pipeline.model.dates import add_months
from pipeline.model.names import folder_name
from pipeline.setup.demo import DEFAULT_AS_AT
from pipeline.setup.demo.caseload import Span, simulate
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.episodes import Episode
from pipeline.setup.demo.extract import extract_rows
from pipeline.setup.demo.extract_dirt import spoil_extract
from pipeline.setup.demo.extract_file import extract_bytes
from pipeline.setup.demo.meetings import Course, follow
from pipeline.setup.demo.organisation import Organisation, organise
from pipeline.setup.demo.readme import readme_text
from pipeline.setup.demo.returned import returned_documents
from pipeline.setup.demo.scores import scores_bytes
from pipeline.setup.demo.settings_files import settings_files
from pipeline.setup.demo.tracker import tracker_rows
from pipeline.setup.demo.tracker_dirt import choose_layout, spoil_tracker
from pipeline.setup.demo.workbook import tracker_bytes


def write_authority(
    out: Path, *, seed: int, open_plans: int, localities: int, teams: int, as_at: date
) -> list[Path]:
    """Write `config/` and `inputs/` below `out` and return the files; see `write_demo`."""
    organisation = organise(seed, open_plans, localities, teams, as_at)
    for folder in ("config", "inputs"):
        if (out / folder).is_dir() and any((out / folder).iterdir()):
            message = f"{out / folder} has files in it already, and they may be real ones. Choose another folder for the invented authority."
            raise WrongUsage(message)
    command = (
        f"cinpack demo --out DIR --seed {seed} --open-plans {open_plans}"
        f" --localities {localities} --teams {teams}"
    )
    if as_at != DEFAULT_AS_AT:
        command += f" --as-at {as_at.isoformat()}"
    paths = []
    # All is made before the first file is written, so that a failure leaves no half authority.
    for name, content in list(_files(seed, open_plans, organisation, command)):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        paths.append(path)
    return paths


def _files(
    seed: int, open_plans: int, organisation: Organisation, command: str
) -> Iterator[tuple[str, bytes]]:
    """Yield every file's path below the output folder, and its bytes."""
    span = Span(organisation.as_at)
    diary = Diary(span.first, span.last)
    episodes = simulate(seed, open_plans, organisation, diary)

    yield from _state(seed, organisation, episodes, diary)
    yield "inputs/README.md", readme_text(organisation, command).encode()
    yield "inputs/reviews/ICM effectiveness scores.csv", scores_bytes(seed, organisation, diary)
    then = replace(organisation, as_at=diary.after(add_months(organisation.as_at, -1)))
    before = _state(seed, then, episodes, diary)
    yield from returned_documents(seed, organisation, then.as_at, before, diary)
    yield "inputs/priorities/.gitkeep", b""


def _state(
    seed: int, organisation: Organisation, episodes: Iterable[Episode], diary: Diary
) -> Iterator[tuple[str, bytes]]:
    """Yield the settings, the case extract and the trackers as at the organisation's day."""
    as_at = organisation.as_at
    span = Span(as_at)
    for name, text in settings_files(organisation, span.covers_from).items():
        yield f"config/{name}", text.encode()
    courses = _courses(seed, organisation, episodes, diary)
    rows = spoil_extract(seed, extract_rows(seed, courses, span, diary), organisation)
    yield f"inputs/extracts/CIN plans {as_at:%d.%m.%Y}.csv", extract_bytes(rows)
    yield from _trackers(seed, organisation, courses, diary)


def _courses(
    seed: int, organisation: Organisation, episodes: Iterable[Episode], diary: Diary
) -> list[Course]:
    courses = []
    for episode in episodes:
        if episode.start > organisation.as_at:
            continue
        neighbours = tuple(
            team
            for team in organisation.teams_of(episode.team.locality)
            if team is not episode.team
        )
        courses.append(follow(seed, episode, neighbours, organisation.as_at, diary))
    return courses


def _trackers(
    seed: int, organisation: Organisation, courses: list[Course], diary: Diary
) -> Iterator[tuple[str, bytes]]:
    as_at = organisation.as_at
    recent = [c for c in courses if (as_at - c.episode.end).days < 60]
    by_team: dict[str, list[Course]] = {team.name: [] for team in organisation.teams}
    for course in recent:
        for name in {version.team.name: None for version in course.versions}:
            by_team[name].append(course)
    for place, team in enumerate(organisation.teams):
        rows = tracker_rows(seed, team, by_team[team.name], as_at, diary)
        spoilt = spoil_tracker(seed, place, team.name, rows)
        folder = folder_name(team.name)
        yield (
            f"inputs/trackers/CIN {folder_name(team.locality)}/{folder}/{folder} IC Meetings.xlsx",
            tracker_bytes(spoilt, choose_layout(place, team.name), as_at),
        )
