"""The CIN meetings of an episode, the plan versions they lead to, and who held each."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import Episode
from pipeline.setup.demo.organisation import DemoTeam
from pipeline.setup.demo.recording import END_LAGS, START_LAGS, recorded

NEW_VERSION = 0.15
"""Share of CIN meetings after which the case system holds a new version of the plan."""


@dataclass(frozen=True)
class Version:
    """A version of a plan: from when, and who held it."""

    start: date
    team: DemoTeam
    practitioner: str


@dataclass(frozen=True)
class Course:
    """An episode as it went, up to today: meetings in order, and versions in order.

    `start_known` and `ends_known` are when the case system learns of its start and of each child's
    end. What an earlier day knew of it is a part of this.
    """

    episode: Episode
    meetings: tuple[date, ...]
    versions: tuple[Version, ...]
    start_known: date
    ends_known: tuple[date, ...]

    @property
    def team(self) -> DemoTeam:
        """The team that holds the latest version."""
        return self.versions[-1].team

    def version_on(self, day: date) -> Version:
        """Return the version of a day: the first one before any has begun."""
        place = bisect_right(self.versions, day, key=lambda version: version.start)
        return self.versions[max(place - 1, 0)]

    def meetings_by(self, day: date) -> tuple[date, ...]:
        """Return the meetings held up to a day."""
        return self.meetings[: bisect_right(self.meetings, day)]

    def versions_by(self, day: date) -> tuple[Version, ...]:
        """Return the versions begun before a day: the first one at least."""
        return tuple(v for v in self.versions if v.start < day) or self.versions[:1]


def follow(
    seed: int,
    episode: Episode,
    neighbours: tuple[DemoTeam, ...],
    as_at: date,
    diary: Diary,
) -> Course:
    """Return the course of an episode; a few plans move to one of the `neighbours`."""
    dice, habits = Dice(seed, "meetings", episode.key), episode.team.habits
    latest = Version(episode.start, episode.team, dice.pick(episode.team.practitioners))
    meetings: list[date] = []
    versions = [latest]
    day = diary.after(episode.start, dice.whole(3, 16))
    while day <= min(as_at, episode.end):
        meetings.append(day)
        if len(meetings) > 1 and dice.chance(NEW_VERSION):
            team = latest.team
            if neighbours and dice.chance(0.06):
                team = dice.pick(neighbours)
            moved = team is not latest.team or dice.chance(0.2)
            held_by = dice.pick(team.practitioners) if moved else latest.practitioner
            latest = Version(day, team, held_by)
            versions.append(latest)
        gap = habits.meeting_gap if day >= habits.since else 30
        day = diary.after(day, dice.whole(gap - 6, gap + 8))
    lags = Dice(seed, "recording", episode.key)
    start_known = recorded(lags, episode.start, START_LAGS)
    known = {
        end: max(start_known, recorded(lags, end, END_LAGS)) for end in dict.fromkeys(episode.ends)
    }
    return Course(
        episode,
        tuple(meetings),
        tuple(versions),
        start_known,
        tuple(known[end] for end in episode.ends),
    )


def version_end(dice: Dice, following: Version) -> date:
    """Return when a version ended that another followed: the same day, or up to a week before."""
    early = dice.whole(1, 6) if dice.chance(0.3) else 0
    return following.start - timedelta(days=early)
