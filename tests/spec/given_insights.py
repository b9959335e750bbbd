"""Finds insights in the small tables of a worked example: counts by team, or blocks of four weeks."""

from datetime import date
from types import SimpleNamespace

import numpy as np
from spec.given import HOMES, read_settings
from spec.given_rows import Table

from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.transform.insights.changes import changes_of
from pipeline.transform.insights.clusters import told_once
from pipeline.transform.insights.differences import differences
from pipeline.transform.insights.flows import Flow
from pipeline.transform.insights.insight_figures import insight_figures
from pipeline.transform.insights.ranking import ranked
from pipeline.transform.places import places_of

LAST = date(2026, 5, 29)
BEFORE = 15
"""Blocks of the past, all alike."""


def insights_in(tables: dict[str, Table]):
    """Return what is found, ranked, each cause told once; and the figures of it."""
    places = places_of(read_settings({}))
    figures = Figures(_figures(places, tables.get("Counts", [])))
    found = [*differences(places, figures)]
    for counted in dict.fromkeys(row["counted"] for row in tables.get("Blocks", ())):
        rows = [row for row in tables["Blocks"] if row["counted"] == counted]
        found += changes_of(counted, _flow(places, rows), figures)
    insights = ranked(told_once(found))
    return insights, Figures(insight_figures(insights, figures))


def _figures(places, rows: Table):
    """Yield each measure for teams, localities and the authority."""
    for measure in dict.fromkeys(row["measure"] for row in rows):
        by_team = {row["team"]: row for row in rows if row["measure"] == measure}
        for scope in places.configured:
            below = [row for team, row in by_team.items() if _is_in(team, scope)]
            part, whole = (float(sum(int(row[each]) for row in below)) for each in ("part", "of"))
            yield Figure(measure, scope, value=part, numerator=part, denominator=whole)


def _flow(places, rows: Table) -> Flow:
    """Return a flow in which each plan is of a family of its own; the latest block first."""
    shape = (len(places.teams), BEFORE + 2)
    counts = np.zeros(shape)
    for row in rows:
        code = next(n for n, team in enumerate(places.teams) if team.team == row["team"])
        counts[code] = [int(row["latest"]), int(row["before"]), *[int(row["usual"])] * BEFORE]
    return Flow(SimpleNamespace(places=places), counts, counts, np.ones(shape), LAST)


def _is_in(team: str, scope: Scope) -> bool:
    return scope.team in ("", team) and scope.locality in ("", HOMES[team])
