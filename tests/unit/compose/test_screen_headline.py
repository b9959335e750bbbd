"""A screen says on top what the briefing that refers to it finds there first."""

from dataclasses import replace

from compose_subjects import ALDER, DALE, change, difference, subject_with

from pipeline.compose.screen_headline import LONGEST, to_look_at
from pipeline.model.content import plain
from pipeline.model.scopes import Scope

BIRCH = Scope("team", "North Dale", "Birch")
PACK = "performance_pack"


def test_the_first_of_a_locality_or_its_teams_stands_on_its_screen(measures, settings):
    subject = subject_with(measures, settings, (difference(), change()), PACK)
    of_locality, of_team = (plain(to_look_at(subject, place)) for place in (DALE, ALDER))
    assert of_locality.startswith("To look at: Alder: 45 of 60")
    assert of_team.startswith("To look at: 45 of 60")
    assert to_look_at(subject, BIRCH) == ()


def test_how_sure_it_is_stands_behind_it_where_there_is_room(measures, settings):
    found = replace(difference(), chance=0.0)
    subject = subject_with(measures, settings, (found,), PACK)
    assert plain(to_look_at(subject, DALE)).endswith("others. Very sure this is more than chance.")


def test_what_is_parked_or_elsewhere_or_good_by_chance_is_left_out(measures, settings):
    elsewhere = difference(place=Scope("locality", "South Vale"))
    parked, good = replace(change(), parked=True), difference("written.prompt", chance=0.5)
    subject = subject_with(measures, settings, (parked, good, elsewhere), PACK)
    assert to_look_at(subject, DALE) == ()


def test_good_news_stands_where_nothing_else_does(measures, settings):
    good = difference("written.prompt", chance=0.0)
    alone = subject_with(measures, settings, (good,), PACK)
    assert plain(to_look_at(alone, ALDER)).startswith("Worth sharing: 45 of 60 plans were written")
    beside = subject_with(measures, settings, (good, change()), PACK)
    assert plain(to_look_at(beside, DALE)).startswith("To look at: 72 plans finished")


def test_more_plans_that_ended_well_come_with_the_question_whether_families_are_safe(
    measures, settings
):
    subject = subject_with(measures, settings, (change("finishes.rose", chance=0.5),), PACK)
    assert plain(to_look_at(subject, DALE)).endswith("usual. Less sure. Are all still supported?")


def test_it_keeps_to_one_line(measures, settings):
    place = Scope("locality", "A locality whose name leaves no room")
    subject = subject_with(measures, settings, (difference(), difference(place=place)), PACK)
    assert to_look_at(subject, place) == ()
    assert len(plain(to_look_at(subject, DALE))) <= LONGEST
