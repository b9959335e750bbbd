"""The rows of limits: centre, lower and upper, for the months for which they hold."""

from collections.abc import Iterator, Mapping

from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import Scope
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.model.variation import Variation
from pipeline.transform.figures import notes

MEASURES = ("variation.centre", "variation.lower", "variation.upper")


def variation_figures(
    variation: Mapping[tuple[str, Scope], Variation],
) -> Iterator[Figure]:
    """Yield the limits of each series; `category` is the measure that varies."""
    for (category, scope), each in variation.items():
        if each.why_not:
            why = each.why_not.removeprefix(f"{NOT_SUPPLIED}: ")
            for measure in MEASURES:
                yield not_supplied(measure, scope, category, unit="plans", why=why)
        for limits in each.limits:
            window = each.window(limits)
            note = notes("trial limits" if limits.trial else "", limits.cause)
            for measure, value in zip(
                MEASURES, (limits.centre, limits.lower, limits.upper), strict=True
            ):
                yield Figure(measure, scope, category, window, value, unit="plans", note=note)
