"""The rows of `figures.csv`: their columns, and the figures of an earlier period by them."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from io import StringIO
from typing import Final, cast

from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.terms import ScopeType

COLUMNS: Final = (
    "measure",
    "category",
    "scope_type",
    "locality",
    "team",
    "window",
    "value",
    "numerator",
    "denominator",
    "low",
    "high",
    "unit",
    "note",
)


class PublishedFigures(Figures):
    """The figures of a published period; its text is only taken apart once one is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._teams: Mapping[str, Scope] = {}

    def under(self, teams: Mapping[str, Scope]) -> "PublishedFigures":
        """Return the same figures with teams under other names.

        Where two teams became one, neither's figures stand for it.
        """
        renamed = PublishedFigures(self._text)
        renamed._teams = teams
        return renamed

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, Scope, str], Figure]:  # type: ignore[override]
        rows = csv.reader(StringIO(self._text, newline=""))
        next(rows, None)
        made: dict[tuple[str, str, Scope, str], Figure] = {}
        twice = set()
        for row in rows:
            figure = self._figure(row)
            if figure.key in made:
                twice.add(figure.key)
            made[figure.key] = figure
        return {key: figure for key, figure in made.items() if key not in twice}

    @cached_property
    def _of(self) -> defaultdict[tuple[str, Scope], list[Figure]]:  # type: ignore[override]
        found: defaultdict[tuple[str, Scope], list[Figure]] = defaultdict(list)
        for figure in self._by_key.values():
            found[figure.measure, figure.scope].append(figure)
        return found

    def _figure(self, row: list[str]) -> Figure:
        measure, category, kind, locality, team, window, *numbers, unit, note = row
        value, numerator, denominator, low, high = (float(n) if n else None for n in numbers)
        scope = Scope(cast("ScopeType", kind), locality, team)
        return Figure(
            measure,
            self._teams.get(team, scope),
            category,
            window,
            value,
            numerator,
            denominator,
            low,
            high,
            unit,
            note,
        )


def read_figures(content: bytes) -> PublishedFigures:
    """Return the figures of a `figures.csv`. Raises ValueError if it is none."""
    text = content.decode("utf-8")
    if next(csv.reader(StringIO(text, newline="")), []) != list(COLUMNS):
        message = "its columns are others"
        raise ValueError(message)
    return PublishedFigures(text)
