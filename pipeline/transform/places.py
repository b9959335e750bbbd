"""Where rows belong: which teams are below each scope, and how rows are counted by scope."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM, Scope, localities, teams
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN

Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.intp]

UNKNOWN_LOCALITY = Scope("locality", NOT_KNOWN)


@dataclass(frozen=True)
class Places:
    """The scopes of a run; a team's code is its place in `teams`, the last being "Not known"."""

    configured: tuple[Scope, ...]
    teams: tuple[Scope, ...]

    def codes(self, names: "pd.Series[Any]") -> Codes:
        """Return the code of each team name; names that config doesn't know share the last."""
        known = {scope.team: code for code, scope in enumerate(self.teams)}
        unknown = len(self.teams) - 1
        return np.array([known.get(name, unknown) for name in names], dtype=np.intp)

    @cached_property
    def with_unknown(self) -> tuple[Scope, ...]:
        """The scopes, "Not known" included."""
        return (*self.configured, UNKNOWN_LOCALITY, UNKNOWN_TEAM)

    def below(self, scope: Scope) -> Mask:
        """Return which teams belong to a scope, by team code."""
        return self._below[scope]

    def teams_of(self, scope: Scope) -> tuple[Scope, ...]:
        """Return config's teams below a scope (the team itself, for a team)."""
        return self._teams_of[scope]

    def add_up(self, by_team: npt.NDArray[np.int_]) -> dict[Scope, int]:
        """Return the sums by scope, "Not known" included, of numbers by team code."""
        table = np.array(list(self._below.values()), dtype=int)
        return dict(zip(self._below, (table @ by_team).tolist(), strict=True))

    @cached_property
    def _teams_of(self) -> dict[Scope, tuple[Scope, ...]]:
        known = self.teams[:-1]
        return {scope: tuple(t for t in known if _belongs(t, scope)) for scope in self.configured}

    @cached_property
    def _below(self) -> dict[Scope, Mask]:
        return {
            scope: np.array([_belongs(team, scope) for team in self.teams])
            for scope in self.with_unknown
        }


def _belongs(team: Scope, scope: Scope) -> bool:
    return scope.locality in ("", team.locality) and scope.team in ("", team.team)


def places_of(settings: Settings) -> Places:
    """Return the authority, its localities and its teams, in config's order."""
    named = teams(settings)
    return Places((AUTHORITY, *localities(settings), *named), (*named, UNKNOWN_TEAM))


@dataclass(frozen=True)
class Rows:
    """Rows of one kind by team code, and the scopes whose figures they make.

    `lacking` says, by team, why its rows can't be counted; they are left out of every scope. Only
    config's scopes can lack something. `no_teams` says why rows can be counted for the authority
    alone; blank where they can be for each team.
    """

    places: Places
    codes: Codes
    scopes: tuple[Scope, ...]
    lacking: Mapping[Scope, str] = field(default_factory=dict)
    no_teams: str = ""

    def counted(self, scope: Scope) -> Mask:
        """Return, by team code, whose rows belong to a scope and can be counted."""
        return self.places.below(scope) & ~self._left_out

    def members(self, scope: Scope) -> Mask:
        """Return which rows belong to a scope and can be counted."""
        return self.counted(scope)[self.codes]

    def count(self, mask: Mask) -> dict[Scope, int]:
        """Return how many of the rows in `mask` belong to each scope."""
        by_team = np.bincount(self.codes[mask], minlength=len(self.places.teams))
        by_team[self._left_out] = 0
        sums = self.places.add_up(by_team)
        return {scope: sums[scope] for scope in self.scopes}

    def why_not(self, scope: Scope) -> str:
        """Return why a scope's figure can't be computed; blank if it can, if only in part."""
        if self.no_teams and scope != AUTHORITY:
            return self.no_teams
        return self._gaps[scope][0] if self.lacking else ""

    def in_part(self, scope: Scope) -> str:
        """Return `13 of 14 teams` where a figure leaves teams out; blank if it leaves out none."""
        return self._gaps[scope][1] if self.lacking else ""

    @cached_property
    def _gaps(self) -> dict[Scope, tuple[str, str]]:
        return {scope: self._gap(scope) for scope in self.scopes}

    def _gap(self, scope: Scope) -> tuple[str, str]:
        reasons = [self.lacking.get(team, "") for team in self.places.teams_of(scope)]
        having = reasons.count("")
        if having:
            return "", f"{having} of {len(reasons)} teams" if having < len(reasons) else ""
        return reasons[0] if len(set(reasons)) == 1 else "no tracker of its teams has it", ""

    @cached_property
    def _left_out(self) -> Mask:
        return np.array([team in self.lacking for team in self.places.teams])
