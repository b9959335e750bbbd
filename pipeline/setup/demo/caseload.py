"""Families come, their plans run at their team's pace, and some families come back."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Final

from pipeline.model.dates import add_months
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.episodes import (
    CHILDREN,
    CP_PLAN,
    KINDS,
    NEVER,
    REASONS,
    SHORT_REASONS,
    Episode,
    family_id,
    invent_child,
    months_needed,
)
from pipeline.setup.demo.organisation import DemoTeam, Organisation

HISTORY_MONTHS: Final = 30
WARM_UP_MONTHS: Final = 42
LOOK_AHEAD_MONTHS: Final = 18

STARTS: Final = (1.06, 1.05, 1.08, 0.97, 1.02, 1.03, 1.04, 0.78, 1.02, 1.08, 1.07, 0.80)
"""How many plans start in each calendar month, beside the average: fewer in August and December."""

CLOSURES: Final = (0.98, 1.02, 1.06, 0.98, 1.02, 1.04, 1.12, 0.82, 0.98, 1.05, 1.06, 0.84)
"""How fast plans move in each calendar month: faster before the summer, slower in the holidays."""

NEW_FAMILIES: Final = 0.0742
"""New families a month for each open plan; the rest of the starts are families who return."""

RETURNING: Final = 0.17
AFTER_CHILD_PROTECTION: Final = 0.45
STEPPED_DOWN: Final = 0.07
WORKING_DAYS_A_MONTH: Final = 21.1


@dataclass(frozen=True)
class Span:
    """The days that the simulation knows: when it begins, what the extract covers, today."""

    as_at: date

    @property
    def covers_from(self) -> date:
        """The first day of which the extract knows every finished plan."""
        return add_months(self.as_at, -HISTORY_MONTHS).replace(day=1)

    @property
    def first(self) -> date:
        """The day on which the first family comes, long enough before for a full caseload."""
        return add_months(self.covers_from, -WARM_UP_MONTHS)

    @property
    def last(self) -> date:
        """The last day on which a plan may end: after today, for the trackers to look forward."""
        return add_months(self.as_at, LOOK_AHEAD_MONTHS)


class Pace:
    """Turns months of work into days of the calendar, at one team's pace."""

    def __init__(self, team: DemoTeam, span: Span) -> None:
        self._first = span.first
        self._done = [0.0]
        for offset in range((span.last - span.first).days):
            day = span.first + timedelta(days=offset)
            habits = team.habits
            pace = habits.pace_since if day >= habits.since else habits.pace
            self._done.append(self._done[-1] + pace * CLOSURES[day.month - 1] / 30.44)

    def end(self, start: date, months: float) -> date:
        """Return the day on which that many months of work are done."""
        target = self._done[(start - self._first).days] + months
        offset = bisect_left(self._done, target)
        return self._first + timedelta(days=offset) if offset < len(self._done) else NEVER


@dataclass
class Registry:
    """Counts families and children, so that each has an id of its own."""

    families: Iterator[int] = field(default_factory=lambda: count(1))
    children: Iterator[int] = field(default_factory=lambda: count(1))


def simulate(seed: int, open_plans: int, organisation: Organisation, diary: Diary) -> list[Episode]:
    """Return every episode that the extract has to tell of, by team."""
    span, registry = Span(organisation.as_at), Registry()
    kept: list[Episode] = []
    for team in organisation.teams:
        caseload = _Caseload(Dice(seed, "caseload", team.name), team, span, diary, registry)
        episodes = caseload.episodes(open_plans * team.share)
        kept.extend(episode for episode in episodes if episode.end >= span.covers_from)
    return kept


class _Caseload:
    """One team's families."""

    def __init__(
        self, dice: Dice, team: DemoTeam, span: Span, diary: Diary, registry: Registry
    ) -> None:
        self.dice, self.team, self.span = dice, team, span
        self.diary, self.registry = diary, registry
        self.pace = Pace(team, span)

    def episodes(self, open_plans: float) -> Iterator[Episode]:
        """Yield every episode since the simulation began, family by family."""
        expected = open_plans * NEW_FAMILIES / WORKING_DAYS_A_MONTH
        for day in self.diary.days:
            if self.span.first <= day <= self.span.as_at:
                more = STARTS[day.month - 1] * _decline(day, self.span)
                for _ in range(self.dice.events(expected * more)):
                    yield from self._family(day)

    def _family(self, start: date) -> Iterator[Episode]:
        """Yield a family's first episode, and those for which it comes back."""
        dice, family = self.dice, family_id(next(self.registry.families))
        kind = dice.weighted(KINDS)
        size = dice.weighted(CHILDREN)
        children = tuple(
            invent_child(dice, next(self.registry.children), kind) for _ in range(size)
        )
        cp_plan_end = self._shortly_before(start) if dice.chance(STEPPED_DOWN) else None
        for turn in count(1):
            ends = self._ends(start, kind, size)
            episode = Episode(
                key=f"{family}/{turn}",
                team=self.team,
                family=family,
                start=start,
                cp_plan_end=cp_plan_end,
                children=children,
                ends=ends,
                reason=dice.weighted(SHORT_REASONS if kind == "short" else REASONS),
            )
            yield episode
            escalated = episode.reason == CP_PLAN
            if episode.end >= self.span.as_at or not dice.chance(
                AFTER_CHILD_PROTECTION if escalated else RETURNING
            ):
                return
            away = dice.between(150, 420) if escalated else 14 + dice.waiting(200)
            start = self.diary.after(episode.end + timedelta(days=int(away)))
            if start > self.span.as_at:
                return
            cp_plan_end = self._shortly_before(start) if escalated else None

    def _shortly_before(self, start: date) -> date:
        return start - timedelta(days=self.dice.whole(0, 10))

    def _ends(self, start: date, kind: str, size: int) -> tuple[date, ...]:
        """Return each child's end; brothers and sisters mostly finish together."""
        first = self._end(start, kind)
        others = (
            first if self.dice.chance(0.88) else self._end(start, kind) for _ in range(size - 1)
        )
        return (first, *others)

    def _end(self, start: date, kind: str) -> date:
        end = self.pace.end(start, months_needed(self.dice, kind))
        return end if end == NEVER else self.diary.after(max(end, start + timedelta(days=6)))


def _decline(day: date, span: Span) -> float:
    """Return how many more families came then than come now: about 5 % a year."""
    return 1 + 0.05 * min((span.as_at - day).days / 365, 2.5)
