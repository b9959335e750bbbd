"""Transform: computes every figure from validated rows. Pure: no files, no clock, no formats."""

from pipeline.model.calendar import Calendar
from pipeline.model.measures import Measures
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated


def transform(validated: Validated, settings: Settings, calendar: Calendar) -> Measures:
    """Return every figure for the authority, its localities and its teams, with the findings."""
    from pipeline.transform.all_measures import measures_of

    return measures_of(validated, settings, calendar)
