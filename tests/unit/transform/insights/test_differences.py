"""A place is named where its part is further from the others' than chance explains."""

import pytest
from builders import settings_of

from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY
from pipeline.model.sureness import KINDS_OF_TEST, VERY_SURE
from pipeline.transform.insights.changes import FALSE_ALARMS, RULE
from pipeline.transform.insights.differences import differences
from pipeline.transform.insights.tails import two_sided
from pipeline.transform.insights.topics import TOPICS
from pipeline.transform.places import places_of


def named(places, figures):
    return [(each.rule.id, each.place.name) for each in differences(places, figures)]


def test_nothing_is_named_where_all_are_alike(places, figures_of):
    assert named(places, figures_of(signoff__unsent=((20, 100),) * 4)) == []


def test_one_team_that_explains_its_locality_is_named_alone(places, figures_of):
    figures = figures_of(signoff__unsent=((45, 100), (20, 100), (20, 100), (20, 100)))
    assert named(places, figures) == [("unsent.high", "Alder")]


def test_a_locality_whose_teams_are_alike_is_named_itself(places, figures_of):
    figures = figures_of(signoff__unsent=((40, 100), (41, 100), (18, 100), (20, 100)))
    assert named(places, figures) == [("unsent.high", "North Dale")]


def test_what_is_expected_is_the_share_of_the_others(places, figures_of):
    figures = figures_of(signoff__unsent=((45, 100), (20, 100), (20, 100), (20, 100)))
    (found,) = differences(places, figures)
    assert (found.found, found.expected, found.beyond, found.affected) == (45, 20, 25, 45)


def test_nobody_is_praised_for_not_being_the_one_that_stands_out(places, figures_of):
    figures = figures_of(plans__out_of_timescale=((60, 100), (60, 100), (20, 100), (20, 100)))
    assert named(places, figures) == [("out_of_timescale.high", "North Dale")]


def test_fewer_out_of_timescale_is_good_news(places, figures_of):
    figures = figures_of(plans__out_of_timescale=((5, 100), (35, 100), (36, 100), (34, 100)))
    (found,) = differences(places, figures)
    assert found.good
    assert (found.place.name, found.affected) == ("Alder", 95)


@pytest.mark.parametrize(("part", "count"), [(30, 0), (40, 1)])
def test_chance_is_left_out(places, figures_of, part, count):
    figures = figures_of(signoff__unsent=((part, 100), (20, 100), (20, 100), (20, 100)))
    assert len(named(places, figures)) == count


def test_siblings_count_for_less(places, figures_of):
    unsent = ((40, 100), (20, 100), (20, 100), (20, 100))
    families = {"plans__open": ((100, 100),) * 4, "plans__open__families": ((50, 50),) * 4}
    assert named(places, figures_of(signoff__unsent=unsent)) != []
    assert named(places, figures_of(signoff__unsent=unsent, **families)) == []


def test_a_handful_is_too_few_to_ask_about(places, figures_of):
    figures = figures_of(signoff__unsent=((4, 4), (0, 100), (0, 100), (0, 100)))
    assert named(places, figures) == []


def test_what_is_not_supplied_is_not_compared(places, figures_of):
    assert named(places, figures_of()) == []


def test_far_out_a_team_is_still_told_from_its_locality(places, figures_of):
    on_time = ((20, 400), (300, 400), (300, 400), (300, 400))
    figures = figures_of(signoff__written_within_target=on_time)
    assert named(places, figures) == [("written.late", "Alder")]


def test_chance_is_that_of_any_place_and_kind_of_test(places, figures_of):
    figures = figures_of(signoff__unsent=((45, 100), (20, 100), (20, 100), (20, 100)))
    (found,) = differences(places, figures)
    looks = 4 * len(TOPICS)
    assert found.chance == pytest.approx(two_sided(found.strength) * looks * KINDS_OF_TEST)


def test_the_further_out_the_surer(places, figures_of):
    far, further = (
        next(differences(places, figures_of(signoff__unsent=((part, 100), *((20, 100),) * 3))))
        for part in (40, 60)
    )
    assert further.chance < VERY_SURE < far.chance


def test_the_kinds_of_test_are_those_there_are():
    flows = {counted for counted, _ in RULE}
    assert len(flows) * len(FALSE_ALARMS) + len(("locality", "team")) == KINDS_OF_TEST


def test_a_team_is_named_once_though_another_of_its_locality_stands_out_too():
    """The first is set aside; the second is not to bring it back in its place."""
    teams = {"Alder": (0, 200), "Birch": (27, 200), "Cedar": (88, 200), "Damson": (3000, 10000)}
    homes = (("North Dale", ("Alder", "Birch", "Cedar")), ("South Vale", ("Damson",)))
    places = places_of(
        settings_of(localities=[{"name": n, "teams": [{"name": t} for t in of]} for n, of in homes])
    )
    found = [
        Figure("plans.out_of_timescale", scope, value=part, numerator=part, denominator=whole)
        for scope in places.configured
        for part, whole in [_below(scope, teams, dict(homes))]
    ]
    names = named(places, Figures(found))
    assert len(names) == len(set(names))
    assert ("out_of_timescale.low", "Birch") in names


def _below(scope, teams, homes):
    of = teams if scope == AUTHORITY else homes[scope.locality]
    counts = [teams[team] for team in of if scope.team in ("", team)]
    return tuple(float(sum(each)) for each in zip(*counts, strict=True))


def test_in_the_only_locality_no_team_is_named_twice():
    teams = {"Alder": 78, "Birch": 45, "Cedar": 12, "Damson": 10, "Elder": 11}
    only = {"name": "North Dale", "teams": [{"name": name} for name in teams]}
    places = places_of(settings_of(localities=[only]))
    parts = {place: (float(teams[place.team]), 100.0) for place in places.configured if place.team}
    whole = (float(sum(teams.values())), 100.0 * len(teams))
    parts |= {place: whole for place in places.configured if not place.team}
    assert AUTHORITY in parts
    figures = Figures(
        Figure("signoff.unsent", place, value=part, numerator=part, denominator=of)
        for place, (part, of) in parts.items()
    )
    assert named(places, figures) == [("unsent.high", "Alder"), ("unsent.high", "Birch")]
