"""How monthly starts, finishes and open plans vary, for the authority and each locality."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.model.dates import month_name
from pipeline.model.measures import Figures
from pipeline.model.scopes import Scope
from pipeline.model.settings import Recalculation
from pipeline.model.variation import Direction, Variation
from pipeline.transform.state import State
from pipeline.transform.variation.judging import judged
from pipeline.transform.windows import Span

LATE: Final[dict[str, frozenset[Direction]]] = {
    "plans.open": frozenset({"up", "down"}),
    "plans.starts": frozenset({"down"}),
    "plans.finishes": frozenset({"down"}),
    "plans.finishes.closed_or_stepped_down": frozenset({"down"}),
}
"""The series, and which way late recording moves their latest month."""

STOCK: Final = "plans.open"
"""Plans stay open from month to month, so runs are what this series does by itself."""

Judged = dict[tuple[str, Scope], Variation]


def variation_of(state: State, figures: Figures) -> Judged:
    """Return how each series varies, by measure and scope; teams are too small to be judged."""
    known = state.series.known_to or state.as_at
    months = tuple(span for span in state.series.months if span.last <= known)
    scopes = [scope for scope in state.places.configured if scope.type != "team"]
    return {
        (measure, scope): _one(
            figures, measure, scope, months, state.settings.variation.recalculate
        )
        for measure in LATE
        for scope in scopes
    }


def _one(
    figures: Figures,
    measure: str,
    scope: Scope,
    months: tuple[Span, ...],
    recalculate: tuple[Recalculation, ...],
) -> Variation:
    found = [figures.get(measure, scope, window=span.name) for span in months]
    names = tuple(span.name for span in months)
    values = tuple(figure.value for figure in found if figure.value is not None)
    if len(values) < len(found):
        note = next(figure.note for figure in found if figure.value is None)
        return Variation((), (), why_not=note)
    varies = judged(names, values, dict(_causes(scope, names, recalculate)), LATE[measure])
    if measure != STOCK:
        return varies
    return replace(varies, signals=tuple(s for s in varies.signals if s.kind == "outside"))


def _causes(
    scope: Scope, months: tuple[str, ...], recalculate: tuple[Recalculation, ...]
) -> Iterator[tuple[int, str]]:
    """Yield from which month on limits are calculated anew, and why; days of one month join."""
    for number, month in enumerate(months):
        said = [each.cause for each in recalculate if _holds(each, scope, month)]
        if said:
            yield number, "; ".join(said)


def _holds(each: Recalculation, scope: Scope, month: str) -> bool:
    here = not each.localities or scope.locality in each.localities
    return here and month_name(each.since) == month
