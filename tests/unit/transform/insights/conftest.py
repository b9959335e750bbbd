"""An authority of two localities with two teams each, whose counts a test gives."""

import pytest
from builders import settings_of

from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY
from pipeline.transform.places import places_of

TEAMS = ("Alder", "Birch", "Cedar", "Damson")


@pytest.fixture
def places():
    return places_of(
        settings_of(
            localities=[
                {"name": "North Dale", "teams": [{"name": "Alder"}, {"name": "Birch"}]},
                {"name": "South Vale", "teams": [{"name": "Cedar"}, {"name": "Damson"}]},
            ]
        )
    )


@pytest.fixture
def figures_of(places):
    """Return the figures of some measures, each given as `(part, whole)` by team."""

    def make(**measures):
        found = []
        for name, by_team in measures.items():
            measure = name.replace("__", ".")
            for scope in places.configured:
                below = [
                    counts
                    for team, counts in zip(TEAMS, by_team, strict=True)
                    if scope == AUTHORITY
                    or scope.team == team
                    or (not scope.team and scope in _homes(places, team))
                ]
                part, whole = (float(sum(each)) for each in zip(*below, strict=True))
                found.append(Figure(measure, scope, value=part, numerator=part, denominator=whole))
        return Figures(found)

    return make


def _homes(places, team):
    locality = next(scope.locality for scope in places.teams if scope.team == team)
    return [scope for scope in places.configured if scope.locality == locality]
