"""`figures.csv`: every figure of a period, one a row."""

from collections.abc import Iterable
from math import isfinite
from typing import Final

from pipeline.model.figure_rows import COLUMNS
from pipeline.model.measures import Figure
from pipeline.model.settings import Settings
from pipeline.publish.csv_text import csv_bytes

SCOPE_TYPES: Final = ("authority", "locality", "team")


def figures_csv(figures: Iterable[Figure], settings: Settings) -> bytes:
    """Return the figures by measure, then from the authority down in config's order, then window.

    Categories keep the order in which transform made them.
    """
    names = [loc.name for loc in settings.localities]
    names += [team.name for loc in settings.localities for team in loc.teams]
    places = {name: place for place, name in enumerate(names)}

    def order(figure: Figure) -> tuple[str, int, int, str, int, str, str]:
        scope = figure.scope
        return (
            figure.measure,
            SCOPE_TYPES.index(scope.type),
            places.get(scope.locality, len(places)),
            scope.locality,
            places.get(scope.team, len(places)),
            scope.team,
            figure.window,
        )

    return csv_bytes(COLUMNS, (_row(figure) for figure in sorted(figures, key=order)))


def number(value: float | None) -> str:
    """Return a number in full: whole ones without a point, `None` as nothing.

    Raises ValueError for what is no number, which no measure may give.
    """
    if value is None:
        return ""
    plain = float(value)
    if not isfinite(plain):
        message = "a figure is not a number"
        raise ValueError(message)
    return str(int(plain)) if plain.is_integer() else repr(plain)


def _row(figure: Figure) -> tuple[str, ...]:
    scope = figure.scope
    numbers = (figure.value, figure.numerator, figure.denominator, figure.low, figure.high)
    return (
        figure.measure,
        figure.category,
        scope.type,
        scope.locality,
        scope.team,
        figure.window,
        *(number(value) for value in numbers),
        figure.unit,
        figure.note,
    )
