"""The figures of insights: what was found, what was expected, and how far beyond it is."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.caseload import outcome_figures
from pipeline.transform.returned_plans import returned_in
from pipeline.transform.state import State
from pipeline.transform.windows import Span

MEASURES = ("insight.expected", "insight.beyond", "insight.affected")
CHANCE = "insight.chance"

BESIDE = {"finishes.fell": outcome_figures, "finishes.rose": returned_in}
"""A finish is no good outcome by itself: what stands beside it, of the same weeks, there and everywhere."""


def insight_figures(
    insights: Iterable[Insight], figures: Figures, state: State | None = None
) -> Iterator[Figure]:
    """Yield the rows that insights rest on and that no measure made, and those of the insights."""
    made = set()
    for lead in insights:
        of_ends = BESIDE.get(lead.rule.id)
        if of_ends is not None and state is not None:
            span = Span(lead.window, *map(date.fromisoformat, lead.window.split("/")))
            for beside in of_ends(state, span):
                of_it = beside.scope in (lead.place, AUTHORITY) and beside.key not in made
                if of_it and figures.find(*_asked(beside)) is None:
                    made.add(beside.key)
                    yield beside
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
            if each.chance is not None:
                yield Figure(CHANCE, place, each.rule.id, window, value=each.chance, unit="share")


def _asked(figure: Figure) -> tuple[str, Scope, str, str]:
    return figure.measure, figure.scope, figure.category, figure.window
