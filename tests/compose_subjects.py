"""Subjects of documents in which insights were found."""

from dataclasses import replace

from pipeline.compose.subject import Subject
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.packs import find_packs, plan_documents
from pipeline.transform.insights.insight_figures import insight_figures

ALDER, DALE = Scope("team", "North Dale", "Alder"), Scope("locality", "North Dale")
WINDOW = "2026-04-04/2026-05-29"


def difference(rule="unsent.high", place=ALDER, found=45, expected=20, **facts):
    rows = ((f"test.{rule}", "", place, ""),)
    return Insight(RULES[rule], place, rows, found=found, expected=expected, **facts)


def change(rule="finishes.fell", place=DALE, **facts):
    rows = ((f"test.{rule}", "", place, WINDOW),)
    return Insight(RULES[rule], place, rows, WINDOW, 72, 119.6, **facts)


def subject_with(measures, settings, found, pack="olt_briefing", **parts):
    """Return a document's subject whose measures hold these insights and the figures they rest on."""
    known = {figure.key: figure for figure in measures.figures}
    for each in (part for lead in found for part in (lead, *lead.goes_with)):
        measure, category, place, window = each.rows[0]
        figure = Figure(measure, place, category, window, each.found, each.found, each.expected * 3)
        known[figure.key] = figure
    figures = Figures(known.values())
    figures = Figures([*figures, *insight_figures(found, figures)])
    planned = plan_documents(find_packs(), settings)
    document = next(each for each in planned if each.spec.name == pack)
    return Subject(replace(measures, figures=figures, insights=found, **parts), document, planned)
