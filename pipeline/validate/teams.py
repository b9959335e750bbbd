"""Which of config's teams a name means, on a day: aliases may have been true only for a time."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.model.names import same_name
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN


@dataclass(frozen=True)
class Home:
    """A team and its locality, as config names them."""

    team: str
    locality: str


UNKNOWN = Home(NOT_KNOWN, NOT_KNOWN)


class Teams:
    """Config's teams by name and alias."""

    def __init__(self, settings: Settings) -> None:
        self._homes: dict[str, tuple[Home, date | None]] = {}
        for locality in settings.localities:
            for team in locality.teams:
                home = Home(team.name, locality.name)
                self._homes[same_name(team.name)] = (home, None)
                for alias in team.aliases:
                    self._homes[same_name(alias.name)] = (home, alias.until)

    @property
    def names(self) -> tuple[str, ...]:
        """The teams as config names them."""
        return tuple(dict.fromkeys(home.team for home, _ in self._homes.values()))

    def find(self, name: str, day: date) -> Home | None:
        """Return the team that bore this name on that day, else None."""
        home, until = self._homes.get(_same(name), (None, None))
        return home if until is None or day <= until else None


def same_locality(name: str, locality: str) -> bool:
    """Return whether a name is that of the locality, with or without CIN before it."""
    return _same(name) in (_same(locality), _same(f"CIN {locality}"))


_same = lru_cache(maxsize=10_000)(same_name)  # an extract names the same few teams on every row
