"""The counts of agreed actions: by scope, and by what became of their figures."""

from datetime import date

from spec.given import read_settings

from pipeline.model.action_review import CANT_TELL, MOVED, NOT_YET, OLT_OWN, ActionReview
from pipeline.model.minutes import AgreedAction, OpenAction
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.agreed_figures import agreed_figures
from pipeline.transform.places import places_of

DAY = date(2026, 9, 1)
NORTH = Scope("locality", "North Dale")
ALDER, CEDAR = Scope("team", "North Dale", "Alder"), Scope("team", "South Vale", "Cedar")


def review(team="Alder", verdict=CANT_TELL, locality="North Dale", age=0, **standing):
    action = AgreedAction("1", locality, team, "Visit", None, "", "", DAY)
    return ActionReview(OpenAction(action, **standing), NORTH, "1", age, verdict=verdict)


def figures_of(reviews, category=""):
    found = agreed_figures(places_of(read_settings({})), reviews)
    return {(each.measure, each.scope): each for each in found if each.category == category}


NORTHS = (
    review(verdict=MOVED, age=30, overdue=True, carried=1),
    review("Birch", NOT_YET, age=40, carried=2),
    review("", age=10),
    review(verdict=NOT_YET, age=90, outcome="done", carried=1),
)
OLTS = (review("", MOVED, locality="", age=50, overdue=True),)
FIGURES = figures_of({"North Dale": NORTHS, "": OLTS})


def by_name(measure):
    settings = read_settings({})
    return {s.name: FIGURES[measure, s].value for s in places_of(settings).configured}


def test_teams_count_their_own_and_the_authority_the_olts_too():
    assert by_name("agreed.open") == {
        "": 4,
        "North Dale": 3,
        "South Vale": None,
        "Alder": 1,
        "Birch": 1,
        "Cedar": None,
    }
    assert FIGURES["agreed.open", AUTHORITY].note == "1 of 2 localities"
    assert FIGURES["agreed.open", CEDAR].note == (
        "not supplied: no check-in minutes have come back"
    )


def test_the_olts_own_are_counted_apart_so_that_localities_and_olt_add_up():
    reviews = {"North Dale": NORTHS, "": OLTS}
    own = figures_of(reviews, OLT_OWN)
    assert {scope for _, scope in own} == {AUTHORITY}
    for name in ("open", "overdue", "carried_over", "done", "moved_as_wanted", "not_yet"):
        measure = f"agreed.{name}"
        parts = FIGURES[measure, NORTH].value + own[measure, AUTHORITY].value
        assert FIGURES[measure, AUTHORITY].value == parts
    assert own["agreed.oldest_days", AUTHORITY].value == 50
    assert figures_of({"North Dale": NORTHS}, OLT_OWN) == {}


def test_what_is_overdue_and_carried_over_is_a_part_of_what_is_open():
    found = {
        name: (FIGURES[f"agreed.{name}", NORTH].value, FIGURES[f"agreed.{name}", NORTH].denominator)
        for name in ("overdue", "carried_over")
    }
    assert found == {"overdue": (1, 3), "carried_over": (2, 3)}


def test_each_action_open_or_done_has_one_verdict():
    for scope, whole in ((AUTHORITY, 5), (NORTH, 4), (ALDER, 2)):
        verdicts = [
            FIGURES[f"agreed.{name}", scope] for name in ("moved_as_wanted", "not_yet", "cant_tell")
        ]
        assert sum(figure.value for figure in verdicts) == whole
        assert {figure.denominator for figure in verdicts} == {whole}
        both = FIGURES["agreed.open", scope].value + FIGURES["agreed.done", scope].value
        assert both == whole


def test_the_oldest_is_of_those_open():
    assert FIGURES["agreed.oldest_days", NORTH].value == 40
    done = figures_of({"North Dale": NORTHS[3:]})["agreed.oldest_days", NORTH]
    assert done.note == "not supplied: no action is open"
