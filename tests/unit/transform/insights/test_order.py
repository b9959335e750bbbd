"""Each cause is told once, and what changed and affects most comes first."""

import itertools

import pytest

from pipeline.model.insight_rules import ALL_RULES, RULES
from pipeline.model.insights import Insight, reference
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.insights.clusters import told_once
from pipeline.transform.insights.ranking import ranked

DALE, VALE = Scope("locality", "North Dale"), Scope("locality", "South Vale")
ALDER, BIRCH = Scope("team", "North Dale", "Alder"), Scope("team", "North Dale", "Birch")


def insight(rule, place=DALE, **facts):
    return Insight(RULES[rule], place, ((rule, "", place, ""),), **facts)


def test_what_a_fall_brings_about_goes_with_it():
    fell = insight("finishes.fell", strength=3)
    late = insight("out_of_timescale.high", beyond=40, strength=6)
    team = insight("closures.overdue", ALDER, beyond=9, strength=4)
    (lead,) = told_once([late, team, fell])
    assert lead.rule.id == "finishes.fell"
    assert [each.rule.id for each in lead.goes_with] == [
        "out_of_timescale.high",
        "closures.overdue",
    ]


def test_other_causes_other_places_and_good_news_stand_alone():
    found = [
        insight("finishes.fell"),
        insight("unsent.high"),
        insight("finishes.fell", VALE),
        insight("out_of_timescale.low", BIRCH),
        insight("finishes.fell", AUTHORITY),
    ]
    assert len(told_once(found)) == len(found)


def test_two_teams_of_a_locality_are_two_places():
    assert len(told_once([insight("unsent.high", ALDER), insight("unsent.high", BIRCH)])) == 2


def test_the_order():
    found = [
        insight("finishes.rose", affected=900),
        insight("unsent.high", affected=500, standing=True),
        insight("unsent.high", VALE, affected=20, beyond=9),
        insight("unwritten.high", VALE, affected=20, beyond=10),
        insight("actions_overdue.high", affected=30),
        insight("finishes.fell", affected=10),
    ]
    order = ["finishes.fell", "actions_overdue.high", "unwritten.high", "unsent.high"]
    assert [each.rule.id for each in ranked(found)] == [*order, "unsent.high", "finishes.rose"]


def test_ties_and_the_order_given_never_matter():
    found = [insight("unsent.high", place, affected=9) for place in (ALDER, BIRCH, VALE)]
    orders = {ranked(told_once(each)) for each in itertools.permutations(found)}
    assert len(orders) == 1


@pytest.mark.parametrize(
    ("place", "ref"),
    [(DALE, "FF-ND55"), (ALDER, "FF-ALD25"), (AUTHORITY, "FF-ALL05")],
)
def test_references_are_the_same_on_every_machine(place, ref):
    assert reference(RULES["finishes.fell"], place) == ref


def test_no_two_rules_share_an_id_or_a_code():
    assert len(RULES) == len(ALL_RULES) == len({rule.code for rule in ALL_RULES})
