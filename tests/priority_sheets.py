"""The priorities sheet of a small authority in which two insights were found, as it is sent out."""

from dataclasses import replace
from datetime import date
from functools import cache

from builders import settings_of

from pipeline.compose import compose
from pipeline.meetings import run_calendar
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.validated import Validated
from pipeline.packs import TEMPLATES, choose_packs, find_packs, plan_documents
from pipeline.render.word import make_word
from pipeline.transform import transform
from pipeline.transform.insights.insight_figures import insight_figures

PRIORITIES = "priorities"
AS_AT = date(2026, 5, 29)
SETTINGS = settings_of()
DALE, ALDER = Scope("locality", "North Dale"), Scope("team", "North Dale", "Alder")
WINDOW = "2026-04-04/2026-05-29"
FELL = Insight(
    RULES["finishes.fell"], DALE, (("test.fell", "", DALE, WINDOW),), WINDOW, 72.0, 120.0, 48.0
)
UNSENT = Insight(
    RULES["unsent.high"], ALDER, (("test.unsent", "", ALDER, ""),), "", 45.0, 20.0, 25.0
)


@cache
def sheet(day=AS_AT, insights=(FELL, UNSENT), settings=SETTINGS):
    """Return the sheet made for a day."""
    nothing = Validated(day, None, None, None, None, frozenset(), {}, (), ())
    measures = transform(nothing, settings, run_calendar(settings, day, None))
    figures = Figures([*measures.figures, *map(_figure, insights)])
    figures = Figures([*figures, *insight_figures(insights, figures)])
    planned = plan_documents(choose_packs(find_packs(), (PRIORITIES,)), settings)
    found = replace(measures, figures=figures, insights=insights)
    ((_, content),), _ = compose(found, planned, raise_faults=True)
    return make_word(content, TEMPLATES)


def _figure(insight):
    measure, category, place, window = insight.rows[0]
    return Figure(measure, place, category, window, insight.found, insight.found, 200.0)
