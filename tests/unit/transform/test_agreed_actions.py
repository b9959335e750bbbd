"""The actions that check-ins agreed: which are open, which come first, how many there are."""

from datetime import date

from spec.given import measures_of, read_settings

from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.agreed_actions import agreed_figures, last_minutes, open_actions
from pipeline.transform.places import places_of

MEETINGS = {9: date(2026, 9, 1), 10: date(2026, 10, 6), 11: date(2026, 11, 3)}
AS_AT = date(2026, 11, 27)
NORTH = Scope("locality", "North Dale")


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


def test_the_figures_count_open_and_overdue_ones_by_scope():
    late, later = date(2026, 11, 1), date(2026, 12, 1)
    north = held(9, agreed("1", late), agreed("2", later, "Birch"), agreed("3", team=""))
    olt = held(9, agreed("1", late, "", ""), locality="")
    places = places_of(read_settings({}))
    figures = {
        (f.measure, f.scope): f for f in agreed_figures(places, open_actions((north, olt), AS_AT))
    }
    values = {scope.name: figures["agreed.open", scope].value for scope in places.configured}
    assert values == {
        "": 4,
        "North Dale": 3,
        "South Vale": None,
        "Alder": 1,
        "Birch": 1,
        "Cedar": None,
    }
    assert figures["agreed.open", AUTHORITY].note == "1 of 2 localities"
    overdue = figures["agreed.overdue", NORTH]
    assert (overdue.value, overdue.denominator, overdue.unit) == (1, 3, "actions")
    cedar = figures["agreed.overdue", Scope("team", "South Vale", "Cedar")]
    assert cedar.note == "not supplied: no check-in minutes have come back"


def test_the_whole_step_hands_them_on():
    measures = measures_of({"Agreed": [{"agreed": "05/05/2026", "team": "Alder", "due": ""}]})
    assert [*measures.open_actions] == ["North Dale"]
    assert measures.last_minutes["North Dale"].meeting == date(2026, 5, 5)
