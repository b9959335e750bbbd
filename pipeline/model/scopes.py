"""The authority, its localities and its teams, as figures and documents are labelled by them."""

from dataclasses import dataclass

from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN, ScopeType


@dataclass(frozen=True, order=True)
class Scope:
    """Whose figure or document it is; `locality` and `team` are blank where they don't apply."""

    type: ScopeType
    locality: str = ""
    team: str = ""

    @property
    def name(self) -> str:
        """The team's or locality's name; blank for the authority."""
        return self.team or self.locality


AUTHORITY = Scope("authority")
UNKNOWN_TEAM = Scope("team", NOT_KNOWN, NOT_KNOWN)


def localities(settings: Settings) -> tuple[Scope, ...]:
    """Return the localities in config's order."""
    return tuple(Scope("locality", locality.name) for locality in settings.localities)


def teams(settings: Settings, locality: str = "") -> tuple[Scope, ...]:
    """Return the teams (of one locality, if named) in config's order."""
    return tuple(
        Scope("team", place.name, team.name)
        for place in settings.localities
        if locality in ("", place.name)
        for team in place.teams
    )
