"""What the briefing says beside its closures, and of whom it has no case."""

from dataclasses import replace

import pytest
from compose_subjects import subject_with

from pipeline.compose.olt_briefing import key_figures, not_on_a_tracker
from pipeline.model.content import plain
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM, Scope

NOWHERE = Scope("locality", UNKNOWN_TEAM.locality)
WINDOW, SINCE = "2026-06-09/2026-06-22", "2026-05-01/2026-05-29"
COUNTS = {
    ("plans.open", AUTHORITY, ""): (20, None),
    ("plans.open", NOWHERE, ""): (1, None),
    ("reconcile.not_on_tracker", AUTHORITY, ""): (3, 18),
    ("reconcile.new_plans", AUTHORITY, ""): (2, None),
    ("closures.fortnight", AUTHORITY, WINDOW): (4, None),
    ("closures.overdue", AUTHORITY, ""): (2, None),
    ("closures.undated", AUTHORITY, ""): (1, None),
    ("closures.kept", AUTHORITY, SINCE): (3, 7),
    ("closures.promised", AUTHORITY, SINCE): (7, None),
}


@pytest.fixture
def subject(measures, settings):
    given = {measure for measure, _, _ in COUNTS}
    kept = [f for f in measures.figures if f.measure not in given or f.scope.name]
    own = [
        Figure(measure, scope, "", window, part, None if of is None else part, of)
        for (measure, scope, window), (part, of) in COUNTS.items()
    ]
    figures = Figures({each.key: each for each in (*kept, *own)}.values())
    made = subject_with(replace(measures, figures=figures), settings, ())
    teams = frozenset(team.team for team in made.teams)
    return replace(made, measures=replace(made.measures, trackers_of=teams))


def said_of_trackers(subject):
    return [plain(each.words) for each in not_on_a_tracker(subject)]


def test_planned_closures_done_stand_beside_those_to_come(subject):
    figures = key_figures(subject)
    assert plain(figures.items[2].direction) == (
        "9 Jun to 22 Jun; also 2 past the date, 1 without a date. Of 7 planned last time, 3 are done"
    )


def test_open_plans_without_a_case_are_accounted_for(subject):
    (words,) = said_of_trackers(subject)
    assert words.startswith(
        "Of the 20 open plans, 3 have no row on a tracker, and 2 more are too new"
    )
    assert words.endswith("; 1 is of a team not known.")


def test_where_a_tracker_was_not_read_they_are_not(subject):
    less = frozenset(list(subject.measures.trackers_of)[1:])
    unread = replace(subject, measures=replace(subject.measures, trackers_of=less))
    assert said_of_trackers(unread) == []
