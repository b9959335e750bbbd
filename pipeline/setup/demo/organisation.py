"""The invented authority: its localities, its teams, the people in them, and their habits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pipeline.errors import WrongUsage
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.habits import Habits, Stories, choose_habits, tell_stories
from pipeline.setup.demo.invented import LOCALITIES, TREES, numbered, people

CASELOAD = 16
"""Plans a practitioner holds; more practitioners are named where a team has more plans."""


@dataclass(frozen=True)
class DemoTeam:
    """A team, its share of the authority's plans, and who works in it."""

    name: str
    locality: str
    share: float
    habits: Habits
    manager: str
    supervisors: tuple[str, ...]
    coordinator: str
    practitioners: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()
    """Other names, each with the last day on which it was used (or "")."""


@dataclass(frozen=True)
class Organisation:
    """The authority at its as-at date."""

    as_at: date
    teams: tuple[DemoTeam, ...]
    heads_of_service: dict[str, str]
    assistant_director: str
    performance_officers: tuple[str, ...]
    business_services: tuple[str, ...]
    stories: Stories

    @property
    def localities(self) -> tuple[str, ...]:
        """The localities in printed order."""
        return tuple(self.heads_of_service)

    def teams_of(self, locality: str) -> tuple[DemoTeam, ...]:
        """Return the teams of a locality in printed order."""
        return tuple(team for team in self.teams if team.locality == locality)


def organise(seed: int, open_plans: int, localities: int, teams: int, as_at: date) -> Organisation:
    """Return the authority that the numbers ask for; raises WrongUsage if they make none."""
    if open_plans < 1 or localities < 1:
        raise WrongUsage("--open-plans and --localities must be at least 1.")
    if teams < localities:
        raise WrongUsage("--teams must be at least as many as --localities: each has a team.")
    dice = Dice(seed, "organisation")
    names = numbered(TREES, teams)
    places = numbered(LOCALITIES, localities)
    homes = [places[turn * localities // teams] for turn in range(teams)]
    stories = tell_stories(names, places)
    weights = [dice.between(0.75, 1.3) for _ in names]
    everyone = people()
    director, officers, business = _centre(everyone, localities)
    heads = dict(zip(places, everyone, strict=False))
    built: list[DemoTeam] = []
    for name, home, weight in zip(names, homes, weights, strict=True):
        share = weight / sum(weights)
        manager, *supervisors, coordinator = islice(everyone, 4)
        built.append(
            DemoTeam(
                name=name,
                locality=home,
                share=share,
                habits=choose_habits(name, home, stories, as_at, dice.between(0.93, 1.07)),
                manager=manager,
                supervisors=tuple(supervisors),
                coordinator=coordinator,
                practitioners=tuple(islice(everyone, max(2, round(open_plans * share / CASELOAD)))),
                aliases=_aliases(len(built), name, as_at),
            )
        )
    return Organisation(as_at, tuple(built), heads, director, officers, business, stories)


def _centre(
    everyone: Iterator[str], localities: int
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    director = next(everyone)
    officers = tuple(islice(everyone, -(-localities // 2)))
    return director, officers, tuple(islice(everyone, -(-localities // 4)))


def _aliases(place: int, name: str, as_at: date) -> tuple[tuple[str, str], ...]:
    """Give the first team a second spelling, and the second one the name it used to have."""
    if place == 0:
        return ((f"{name} CIN Team", ""),)
    if place == 1:
        return (("Former Orchard", date(as_at.year - 1, 3, 31).isoformat()),)
    return ()
