"""Which insights reach the first page, and in which order."""

from dataclasses import replace

import pytest

from pipeline.compose.priorities import common_thread, insights
from pipeline.compose.subject import Subject
from pipeline.model.content import plain
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY, localities, teams
from pipeline.packs import find_packs, plan_documents

COUNTED = (
    "plans.out_of_timescale",
    "signoff.unwritten",
    "signoff.unsigned",
    "signoff.unsent",
    "reconcile.not_on_tracker",
    "actions.overdue",
    "closures.overdue",
)


@pytest.fixture
def subject_of(measures, settings):
    """Return a subject in which each of three teams has 100 open plans, and counts as given."""

    def make(**by_team):
        wanted = {name.replace("__", "."): counts for name, counts in by_team.items()}
        found = {figure.key: figure for figure in measures.figures}
        for measure in ("plans.open", *COUNTED):
            counts = wanted.get(measure, (100,) * 3 if measure == "plans.open" else (0,) * 3)
            by_scope = dict(zip(teams(settings), counts, strict=True))
            for place in localities(settings):
                below = (n for team, n in by_scope.items() if team.locality == place.locality)
                by_scope[place] = sum(below)
            by_scope[AUTHORITY] = sum(counts)
            for scope, value in by_scope.items():
                figure = Figure(measure, scope, value=float(value))
                found[figure.key] = figure
        planned = plan_documents(find_packs(), settings)
        document = next(each for each in planned if each.spec.name == "olt_briefing")
        return Subject(replace(measures, figures=Figures(found.values())), document, planned)

    return make


def test_nothing_stands_out_where_every_team_has_its_share(subject_of):
    assert insights(subject_of(signoff__unsent=(20, 20, 20))) == ()


def test_a_team_with_half_as_many_again_is_named(subject_of):
    (insight,) = insights(subject_of(signoff__unsent=(30, 15, 15)))
    assert plain(insight.sentence).endswith("; 30 of them in Alder (North Dale).")
    assert plain(insight.sentence).startswith("60 plans are signed off but not sent")


def test_a_team_just_under_that_is_not(subject_of):
    assert insights(subject_of(signoff__unsent=(29, 16, 15))) == ()


def test_a_handful_beyond_the_share_is_too_few(subject_of):
    assert insights(subject_of(signoff__unsent=(8, 2, 2))) == ()
    assert len(insights(subject_of(signoff__unsent=(10, 3, 2)))) == 1


def test_the_furthest_beyond_its_share_comes_first(subject_of):
    found = insights(
        subject_of(
            signoff__unsent=(30, 15, 15),
            plans__out_of_timescale=(10, 60, 20),
            actions__overdue=(0, 0, 15),
        )
    )
    first = [plain(insight.sentence).split(";")[0] for insight in found]
    assert first == [
        "90 open plans are out of timescale",
        "60 plans are signed off but not sent to the family and agencies",
        "15 plans have an action past its date",
    ]


def test_no_more_than_five_insights(subject_of):
    many = {measure.replace(".", "__"): (40, 5, 5) for measure in COUNTED}
    assert len(insights(subject_of(**many))) == 5


def test_a_team_that_stands_out_again_and_again_is_named_once_for_all(subject_of):
    few = {measure.replace(".", "__"): (40, 5, 5) for measure in COUNTED[:2]}
    assert common_thread(subject_of(**few)) == ""
    three = {measure.replace(".", "__"): (40, 5, 5) for measure in COUNTED[:3]}
    assert common_thread(subject_of(**three)) == (
        "Alder (North Dale) stands out in all of these: what would help there most?"
    )
