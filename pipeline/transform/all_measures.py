"""Every measure in the order in which `figures.csv` has them."""

from collections.abc import Iterator
from itertools import chain

from pipeline.model.calendar import Calendar
from pipeline.model.measures import Figure, Figures, Measures
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.transform.caseload import caseload_figures
from pipeline.transform.durations import duration_figures, reaching_figures
from pipeline.transform.state import state_of


def measures_of(validated: Validated, settings: Settings, calendar: Calendar) -> Measures:
    """Return every figure, with the findings of validation and of reconciliation."""
    state, found = state_of(validated, settings, calendar)
    figures: Iterator[Figure] = chain(
        caseload_figures(state), duration_figures(state), reaching_figures(state)
    )
    return Measures(
        calendar=calendar,
        settings=settings,
        figures=Figures(figures),
        windows=state.series.windows,
        reviews={},
        supplied=validated.supplied,
        trackers_of=validated.trackers_of,
        findings=(*validated.findings, *found),
        accounts=validated.accounts,
        looks_back=validated.looks_back,
    )
