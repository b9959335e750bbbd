"""The actions that check-ins agreed: which are open, which come first, how many there are."""

from dataclasses import replace
from datetime import date

import pytest
from spec.given import measures_of

from pipeline.model.calendar import Meeting
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figures
from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes
from pipeline.transform.agreed_actions import (
    DONE,
    DROPPED,
    closed_since,
    last_minutes,
    open_actions,
)

MEETINGS = {9: date(2026, 9, 1), 10: date(2026, 10, 6), 11: date(2026, 11, 3)}
AS_AT = date(2026, 11, 27)


def agreed(reference, due=None, team="Alder", locality="North Dale"):
    words = "" if due else "soon"
    return AgreedAction(reference, locality, team, "Visit", due, words, "HoS", MEETINGS[9])


def held(month, *actions, updates=(), locality="North Dale"):
    day = MEETINGS[month]
    return Minutes(locality, day, day, f"{month}.docx", actions, tuple(updates))


def opened(*minutes):
    return open_actions(minutes, AS_AT)["North Dale"]


def references(found):
    return [each.action.reference for each in found]


def test_overdue_come_first_then_dated_then_undated_each_in_order():
    actions = (
        agreed("1"),
        agreed("2", date(2026, 12, 9)),
        agreed("3", AS_AT),
        agreed("4", date(2026, 11, 26)),
        agreed("5", date(2026, 11, 20)),
        agreed("6"),
        agreed("7", date(2026, 11, 20)),
    )
    found = opened(held(9, *actions))
    assert references(found) == ["5", "7", "4", "3", "2", "1", "6"]
    assert [each.overdue for each in found] == [True, True, True, False, False, False, False]


def calendar(second, *, planned=True, locality="North Dale"):
    """Return the history of the run that the first minutes were made for."""
    meetings = {locality: Meeting(MEETINGS[9], second, planned), "": Meeting(AS_AT, date.max)}
    run = EarlierRun("p", MEETINGS[9], None, frozenset(), Figures(()), meetings)
    return History((run,))


@pytest.mark.parametrize(
    ("history", "overdue"),
    [
        (History(), False),
        (calendar(date(2026, 11, 26)), True),
        (calendar(AS_AT), False),
        (calendar(date(2026, 11, 26), planned=False), False),
        (calendar(date(2026, 11, 26), locality="South Vale"), False),
        (calendar(MEETINGS[9]), False),
    ],
)
def test_next_meeting_is_that_of_the_calendar_where_no_later_minutes_came(history, overdue):
    action = replace(agreed("1"), due_words="next meeting")
    (found,) = open_actions([held(9, action)], AS_AT, history)["North Dale"]
    assert found.overdue is overdue


def test_next_meeting_is_sorted_by_the_day_that_it_was():
    actions = [agreed("1"), replace(agreed("2"), due_words="Next check-in"), agreed("3", AS_AT)]
    found = opened(held(9, *actions, agreed("4", date(2026, 9, 30))), held(10), held(11))
    assert references(found) == ["4", "2", "3", "1"]
    assert found[1].due_by == MEETINGS[10]


def test_an_action_is_open_until_its_last_outcome_closes_it():
    actions = [agreed(f"{n}") for n in range(5)]
    first = [ActionUpdate("0", "done"), ActionUpdate("1", "no longer needed")]
    first += [ActionUpdate("2", "in progress"), ActionUpdate("3", "done")]
    found = opened(
        held(9, *actions),
        held(10, updates=first),
        held(11, updates=[ActionUpdate("2", "not done"), ActionUpdate("3", "in progress")]),
    )
    assert [(each.action.reference, each.outcome, each.carried) for each in found] == [
        ("2", "not done", 2),
        ("3", "in progress", 1),
        ("4", "", 2),
    ]


def test_what_was_last_said_stands_and_what_later_minutes_leave_out_stays():
    said = ActionUpdate("1", "in progress", "open plans", "A", date(2026, 12, 1), "Birch")
    (found,) = opened(
        held(9, agreed("1")),
        held(10, updates=[said]),
        held(11, updates=[ActionUpdate("1", note="B")]),
    )
    assert (found.outcome, found.figure, found.note) == ("in progress", "open plans", "B")
    assert (found.action.due, found.action.due_words) == (date(2026, 12, 1), "")
    assert (found.action.team, found.action.note) == ("Birch", "HoS")


def test_an_action_copied_in_with_its_outcome_was_not_carried_by_that():
    found = opened(
        held(9, agreed("1"), agreed("2"), updates=[ActionUpdate("1", "done")]),
    )
    assert [(each.action.reference, each.carried) for each in found] == [("2", 0)]


def test_localities_and_the_olt_stand_apart():
    olt = held(9, agreed("1", locality=""), locality="")
    north = held(10, agreed("1"), updates=[ActionUpdate("1", "done")])
    found = open_actions((olt, north), AS_AT)
    assert {place: references(each) for place, each in found.items()} == {
        "": ["1"],
        "North Dale": [],
    }
    assert last_minutes((olt, north, held(11))) == {"": olt, "North Dale": held(11)}


def test_the_latest_minutes_alone_say_what_was_closed_since_last_time():
    actions = [agreed(f"{n}") for n in range(4)]
    first, second = ActionUpdate("0", "done"), ActionUpdate("1", "done")
    other = ActionUpdate("2", "no longer needed")
    minutes = (held(9, *actions), held(10, updates=[first]), held(11, updates=[second, other]))
    assert references(closed_since(minutes, DONE)["North Dale"]) == ["1"]
    assert references(closed_since(minutes[:2], DONE)["North Dale"]) == ["0"]
    assert references(closed_since(minutes, DROPPED)["North Dale"]) == ["2"]


def test_the_first_date_is_kept_and_each_time_that_it_was_put_off_counts():
    first, later, earlier = date(2026, 10, 9), date(2026, 11, 9), date(2026, 10, 20)
    words, moved = opened(
        held(9, agreed("1", first), agreed("2")),
        held(10, updates=[ActionUpdate("1", due=later), ActionUpdate("2", due=first)]),
        held(11, updates=[ActionUpdate("1", due=earlier)]),
    )
    assert (words.action.reference, words.first_due, words.slipped) == ("2", first, 0)
    assert (moved.action.due, moved.first_due, moved.slipped) == (earlier, first, 1)


def test_the_whole_step_hands_them_on():
    measures = measures_of({"Agreed": [{"agreed": "05/05/2026", "team": "Alder", "due": ""}]})
    assert [*measures.action_reviews] == [*measures.dropped_actions] == ["North Dale"]
    assert measures.last_minutes["North Dale"].meeting == date(2026, 5, 5)
