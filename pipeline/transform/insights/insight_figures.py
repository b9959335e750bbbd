"""The figures of insights: what was found, what was expected, and how far beyond it is."""

from collections.abc import Iterable, Iterator

from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures

MEASURES = ("insight.expected", "insight.beyond", "insight.affected")


def insight_figures(insights: Iterable[Insight], figures: Figures) -> Iterator[Figure]:
    """Yield the rows that insights rest on and that no measure made, and those of the insights."""
    made = set()
    for lead in insights:
        for each in (lead, *lead.goes_with):
            measure, category, place, window = each.rows[0]
            found = Figure(measure, place, category, window, value=each.found, unit="plans")
            if figures.find(measure, place, category, window) is None and found.key not in made:
                made.add(found.key)
                yield found
            for name, value in zip(
                MEASURES, (each.expected, each.beyond, each.affected), strict=True
            ):
                yield Figure(name, place, each.rule.id, window, value=value, unit="plans")
