"""Who may have which paper: a list has the papers of its one audience and place, and no others."""

from pathlib import PurePosixPath

import pytest
from builders import settings_of
from pydantic import ValidationError

from pipeline.model.circulation import CirculationList, Emails
from pipeline.model.packs import Circulated
from pipeline.model.request import Request
from pipeline.packs import find_packs, plan_documents, plan_run

TO = ("jo@exampleshire.example",)
LISTS = [
    {"name": "Assistant director", "gets": "assistant director", "to": TO},
    {"name": "OLT", "gets": "OLT", "to": TO},
    {"name": "Minutes", "gets": "business services", "to": TO},
    {"name": "Dale minutes", "gets": "business services", "locality": "North Dale", "to": TO},
    {"name": "Dale managers", "gets": "locality", "locality": "North Dale", "to": TO},
    {"name": "Reviewers", "gets": "reviewer", "to": TO},
    {"name": "Alder", "gets": "team", "team": "Alder", "to": TO},
]
SETTINGS = settings_of(emails={"lists": LISTS})
PLANNED = plan_documents(find_packs(), SETTINGS)
NOWHERE = PurePosixPath()
AUDIENCES = {"assistant director": {"assistant director", "OLT"}}
"""Where a list gets the papers of more audiences than the one that it is."""

REQUEST = Request(NOWHERE, NOWHERE, NOWHERE)


def drafts():
    return {
        draft.circulated.list.name: draft.circulated.papers
        for draft in plan_run(REQUEST, SETTINGS)
        if draft.circulated
    }


def test_each_list_has_a_draft():
    assert list(drafts()) == [each["name"] for each in LISTS]


@pytest.mark.parametrize("each", LISTS, ids=lambda each: each["name"])
def test_a_draft_holds_the_papers_of_its_audience_and_place_and_all_of_them(each):
    papers = drafts()[each["name"]]
    wanted = {
        paper.path
        for paper in PLANNED
        if paper.spec.audience in AUDIENCES.get(each["gets"], {each["gets"]})
        and paper.spec.media != "html"
        and each.get("team", paper.scope.team) == paper.scope.team
        and each.get("locality", paper.scope.locality) == paper.scope.locality
    }
    assert {paper.path for paper in papers} == wanted
    assert wanted


@pytest.mark.parametrize("each", LISTS, ids=lambda each: each["name"])
def test_a_paper_for_anybody_else_cannot_be_attached(each):
    addressed = CirculationList(**each)
    own = drafts()[each["name"]]
    others = [paper for paper in PLANNED if paper not in own and paper.spec.media != "html"]
    assert len(others) > 3
    for paper in others:
        with pytest.raises(ValueError, match="is not for the circulation list"):
            Circulated(addressed, (*own, paper))


def test_the_marking_sheet_goes_to_the_assistant_director_alone():
    holding = {
        name for name, papers in drafts().items() for p in papers if p.spec.name == "priorities"
    }
    assert holding == {"Assistant director"}
    briefed = {
        name for name, papers in drafts().items() for p in papers if p.spec.name == "olt_briefing"
    }
    assert briefed == {"Assistant director", "OLT"}


def test_children_go_to_a_teams_own_list_alone():
    shown = [paper for paper in PLANNED if paper.spec.may_show_child_ids]
    assert {paper.scope.type for paper in shown} == {"team"}
    for name, papers in drafts().items():
        for paper in papers:
            assert not paper.spec.may_show_child_ids or paper.scope.team == name


def test_some_papers_asked_for_make_the_drafts_that_hold_them():
    asked = Request(NOWHERE, NOWHERE, NOWHERE, localities=("South Vale",))
    named = [d.circulated.list.name for d in plan_run(asked, SETTINGS) if d.circulated]
    assert named == ["Minutes", "Reviewers"]
    one = Request(NOWHERE, NOWHERE, NOWHERE, packs=("check-in-minutes",))
    assert [d for d in plan_run(one, SETTINGS) if d.circulated] == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"gets": "team"}, "must say which team"),
        ({"gets": "locality"}, "must say which locality"),
        ({"gets": "OLT", "locality": "North Dale"}, "leave locality out"),
        ({"gets": "assistant director", "locality": "North Dale"}, "leave locality out"),
        ({"gets": "locality", "locality": "North Dale", "team": "Alder"}, "leave team out"),
        ({"gets": "performance officer"}, "Input should be"),
        ({"gets": "OLT", "to": ("jo at exampleshire",)}, "match pattern"),
        ({"gets": "OLT", "to": ("jo@a.example, al@b.example",)}, "match pattern"),
        ({"gets": "OLT", "to": ()}, "at least 1"),
    ],
)
def test_a_list_that_leaves_it_open_is_refused(wrong, why):
    with pytest.raises(ValidationError, match=why):
        CirculationList(**({"name": "A list", "to": TO} | wrong))


def test_an_address_outside_the_domains_is_refused_and_not_repeated():
    outside = {"name": "OLT", "gets": "OLT", "to": ["pat@elsewhere.example"]}
    with pytest.raises(ValidationError, match=r"outside emails\.domains"):
        Emails(lists=[outside], domains=["exampleshire.example"])
    within = {"name": "OLT", "gets": "OLT", "to": ["pat@sub.exampleshire.example"]}
    with pytest.raises(ValidationError, match=r"outside emails\.domains"):
        Emails(lists=[within], domains=["exampleshire.example"])
    Emails(lists=[{**within, "to": ["Pat@Exampleshire.Example"]}], domains=["exampleshire.example"])


@pytest.mark.parametrize(
    "wrong", [{"locality": "West Vale", "gets": "locality"}, {"team": "Ash", "gets": "team"}]
)
def test_a_place_that_config_does_not_know_is_refused(wrong):
    with pytest.raises(ValidationError, match=r"which is not a (locality|team)"):
        settings_of(emails={"lists": [{"name": "A list", "to": TO} | wrong]})
