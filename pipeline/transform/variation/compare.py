"""Compares places with the authority: whether a share or a count is beyond what chance explains."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.scopes import Scope
from pipeline.transform.variation.exact import (
    Tails,
    binomial_limits,
    binomial_tails,
    poisson_limits,
    poisson_tails,
)

LEVELS: Final = (0.95, 0.998)
"""About two and three standard deviations: one place in 20, and one in 500, is beyond by chance."""
LEAST_WHOLE: Final = 20
"""A share of fewer than this is too few to judge."""
LEAST_EXPECTED: Final = 3.0
"""So is a count of which fewer than this were expected."""

Verdict = Literal["higher", "lower", "ordinary", "too few to judge"]


@dataclass(frozen=True)
class Place:
    """What a place has: `part` of `whole` for a share; `part` events where `expected` were."""

    scope: Scope
    part: int
    whole: int = 0
    expected: float = 0.0


@dataclass(frozen=True)
class Compared:
    """A place beside what the authority leads to expect of it.

    `tails` are exact. `limits` are the counts that are still ordinary at each of `LEVELS`.
    `verdict` goes by the wider level, so that few places are named by chance.
    """

    place: Place
    expected: float
    tails: Tails
    limits: tuple[tuple[int, int], ...]
    verdict: Verdict


def compare_shares(places: Iterable[Place], share: float) -> tuple[Compared, ...]:
    """Compare shares with the authority's `share` of 1, by the binomial distribution."""
    return tuple(
        _compared(
            place,
            place.whole * share,
            binomial_tails(place.part, place.whole, share),
            tuple(binomial_limits(place.whole, share, level) for level in LEVELS),
            enough=place.whole >= LEAST_WHOLE,
        )
        for place in places
    )


def compare_counts(places: Iterable[Place]) -> tuple[Compared, ...]:
    """Compare counts of events with what was `expected` of each place, by Poisson's."""
    return tuple(
        _compared(
            place,
            place.expected,
            poisson_tails(place.part, place.expected),
            tuple(poisson_limits(place.expected, level) for level in LEVELS),
            enough=place.expected >= LEAST_EXPECTED,
        )
        for place in places
    )


def _compared(
    place: Place,
    expected: float,
    tails: Tails,
    limits: tuple[tuple[int, int], ...],
    *,
    enough: bool,
) -> Compared:
    least, most = limits[-1]
    verdict: Verdict = "ordinary"
    if not enough:
        verdict = "too few to judge"
    elif not least <= place.part <= most:
        verdict = "higher" if place.part > most else "lower"
    return Compared(place, expected, tails, limits, verdict)
