"""Since when a matter stands, whether it is worse, and what was marked and decided about it."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.model.action_review import ActionReview
from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.history import EarlierRun, History
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import AgreedAction, Discussion, Minutes, OpenAction
from pipeline.model.priorities import Mark, Priorities
from pipeline.model.scopes import Scope
from pipeline.transform.insights.decisions import with_decisions
from pipeline.transform.insights.marks import in_force, with_marks
from pipeline.transform.insights.past import with_past

ALDER, BIRCH = Scope("team", "North Dale", "Alder"), Scope("team", "North Dale", "Birch")
MARCH, APRIL, MAY = date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 29)
HELD, NEXT = date(2026, 5, 12), date(2026, 6, 9)
UNSENT = Insight(RULES["unsent.high"], ALDER, (("signoff.unsent", "", ALDER, ""),), beyond=20)
CALENDAR = Calendar(MAY, {"": Meeting(NEXT, date(2026, 7, 14))})


def run(day, beyond=None, meeting=HELD):
    rows = [Figure("insight.beyond", ALDER, "unsent.high", value=beyond)] if beyond else []
    meetings = {"": Meeting(meeting, NEXT)}
    return EarlierRun(day.isoformat(), day, day, frozenset(), Figures(rows), meetings)


def dated(*runs, insight=UNSENT):
    (found,) = with_past([insight], History(runs), MAY)
    return found.since, found.standing


def test_what_no_run_found_before_is_new():
    assert dated() == (None, False)
    assert dated(run(MARCH, 20), run(APRIL)) == (None, False)


def test_what_every_run_found_stands_since_the_first_of_them():
    assert dated(run(MARCH, 19), run(APRIL, 22)) == (MARCH, True)


def test_what_became_worse_is_no_longer_standing():
    assert dated(run(MARCH, 10), run(APRIL, 14)) == (MARCH, False)
    assert dated(run(MARCH, 10), run(APRIL, 17)) == (MARCH, True)


def test_a_run_of_the_same_month_makes_no_old_matter():
    assert dated(run(date(2026, 5, 20), 20)) == (date(2026, 5, 20), False)


def test_a_change_keeps_its_own_day():
    assert dated(run(MARCH, 20), insight=replace(UNSENT, since=APRIL))[0] == APRIL


def sheet(choice, period=APRIL, meeting=HELD):
    return Priorities(period, meeting, "sheet.docx", (Mark("unsent.high", ALDER, choice),))


def marked(*sheets, runs=(), insight=UNSENT):
    (found,) = with_marks([insight], sheets, History(runs), CALENDAR)
    return found


def test_what_was_parked_stays_parked_until_it_is_worse():
    assert marked(sheet("park")).parked
    assert marked(sheet("park"), runs=(run(APRIL, 16),)).parked
    assert not marked(sheet("park"), runs=(run(APRIL, 15),)).parked


def test_the_latest_mark_counts():
    found = marked(sheet("park"), sheet("take", MAY, NEXT))
    assert (found.mark.choice, found.marked_for, found.parked) == ("take", NEXT, False)


def test_a_mark_of_another_place_is_not_this_ones():
    assert marked(sheet("park"), insight=replace(UNSENT, place=BIRCH)).mark is None


@pytest.mark.parametrize(
    ("given", "runs", "found"),
    [
        (sheet("take", MAY, NEXT), (), True),
        (sheet("take", APRIL, HELD), (), False),
        (sheet("take", MAY, None), (), True),
        (sheet("take", APRIL, None), (run(APRIL, meeting=NEXT),), True),
        (sheet("take", APRIL, None), (run(APRIL, meeting=HELD),), False),
        (sheet("take", APRIL, None), (), False),
    ],
)
def test_only_a_sheet_for_the_next_meeting_is_in_force(given, runs, found):
    assert (in_force((given,), History(runs), CALENDAR) is given) is found


def action(team, figure, locality="North Dale"):
    agreed = AgreedAction("5May26-1", locality, team, "Do it", None, "", "", HELD)
    return ActionReview(OpenAction(agreed), ALDER, "5May26-1", figure=figure)


@pytest.mark.parametrize(
    ("team", "figure", "count"),
    [
        ("Alder", "plans not sent", 1),
        ("", "plans not sent", 1),
        ("Birch", "plans not sent", 0),
        ("Alder", "open plans", 0),
        ("Alder", "", 0),
    ],
)
def test_an_action_on_its_figure_in_its_place_was_decided_about_it(team, figure, count):
    actions = {"North Dale": (action(team, figure),)}
    (found,) = with_decisions([UNSENT], actions, None)
    assert len(found.decided) == count


def test_what_the_olt_decided_under_its_reference_stands_with_it():
    said = (
        Discussion(UNSENT.ref.lower(), "", "said", "Send weekly"),
        Discussion("X", "", "", "No"),
    )
    minutes = Minutes("", APRIL, HELD, "olt.docx", discussions=said)
    (found,) = with_decisions([UNSENT], {}, minutes)
    assert found.ruling == "Send weekly"
