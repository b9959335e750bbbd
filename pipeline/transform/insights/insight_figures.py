"""The figures of insights: what was found, what was expected, and how far beyond it is."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.transform.caseload import outcome_figures
from pipeline.transform.state import State
from pipeline.transform.windows import Span

MEASURES = ("insight.expected", "insight.beyond", "insight.affected")


def insight_figures(
    insights: Iterable[Insight], figures: Figures, state: State | None = None
) -> Iterator[Figure]:
    """Yield the rows that insights rest on and that no measure made, and those of the insights."""
    made = set()
    for lead in insights:
        if lead.rule.id == "finishes.fell" and state is not None:
            span = Span(lead.window, *map(date.fromisoformat, lead.window.split("/")))
            yield from (f for f in outcome_figures(state, span) if f.scope == lead.place)
        for each in (lead, *lead.goes_with):
            measure, category, place, window = each.rows[0]
            unit = "points" if each.rule.id.startswith("scores.") else "plans"
            found = Figure(measure, place, category, window, value=each.found, unit=unit)
            if figures.find(measure, place, category, window) is None and found.key not in made:
                made.add(found.key)
                yield found
            for name, value in zip(
                MEASURES, (each.expected, each.beyond, each.affected), strict=True
            ):
                yield Figure(name, place, each.rule.id, window, value=value, unit=unit)
