"""Which insights reach the first page, and how they are said."""

from dataclasses import replace
from datetime import date

import pytest
from compose_subjects import ALDER, DALE, change, difference, subject_with

from pipeline.compose.first_page import common_thread, first_page
from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.insight_words import told
from pipeline.model.content import plain
from pipeline.model.insight_rules import ALL_RULES
from pipeline.model.measures import Figure, Figures


@pytest.fixture
def subject_of(measures, settings):
    """Return the briefing's subject, in which these insights were found."""

    def make(*found):
        return subject_with(measures, settings, found)

    return make


def test_a_difference_is_one_sentence_with_its_figure(subject_of):
    (found,) = first_page(subject_of(difference())).insights
    assert plain(found.sentence) == (
        "Alder (North Dale): 45 of 60 signed-off plans are not sent to the family and agencies; at "
        "the pace of the others it would be about 20."
    )
    assert found.where == "Sign-offs; North Dale’s performance pack"
    assert found.question.endswith("?")


def test_a_change_says_since_when_and_what_goes_with_it(subject_of):
    late = difference("out_of_timescale.high", DALE, found=90)
    shut = difference("closures.overdue", ALDER, found=9)
    since = date(2026, 4, 14)
    (found,) = first_page(subject_of(change(since=since, goes_with=(late, shut)))).insights
    assert plain(found.sentence) == (
        "North Dale: 72 plans finished in the eight weeks to 29 May; about 120 would be usual."
    )
    assert plain(found.since) == (
        "Since mid-April. With it: out of timescale (90) and closures past their date in Alder (9)."
    )


def test_more_closures_stand_with_the_plans_that_came_back(subject_of):
    """A finish is no good outcome by itself: the question is whether families are safe."""
    rose = change("finishes.rose")
    subject = subject_of(rose)
    back = Figure("plans.returned", DALE, "", rose.window, 3, 3, 26)
    figures = Figures([*subject.measures.figures, back])
    found = told(replace(subject, measures=replace(subject.measures, figures=figures)), rose)
    assert plain(found.since) == (
        "Of the 26 plans that started meanwhile, 3 came within a year of the child’s last one."
    )
    assert "safe" in found.question
    assert plain(told(subject, rose).since) == ""


def test_an_acronym_keeps_its_capitals_amid_a_sentence(subject_of):
    up = difference("scores.rose", ALDER, found=4)
    (found,) = first_page(subject_of(change(goes_with=(up,)))).insights
    assert "With it: ICM scores up in Alder (4)." in plain(found.since)


def test_good_news_stands_apart(subject_of):
    subject = subject_of(difference(), change("finishes.rose"))
    page = first_page(subject)
    assert len(page.insights) == len(page.shared) == 1


def test_good_news_stays_however_full_the_page_is(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"][:5]
    found = (*(difference(rule, ruling="Word " * 40) for rule in rules), change("finishes.rose"))
    page = first_page(subject_of(*found), [("A line of what was agreed last time. " * 3,)] * 6)
    assert len(page.shared) == 1
    assert len(page.insights) < 5


def test_no_more_than_five_insights(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"]
    assert len(first_page(subject_of(*(difference(rule) for rule in rules))).insights) == 5


def test_a_place_that_stands_out_again_and_again_is_named_once_for_all(subject_of):
    rules = ("unsent.high", "actions_overdue.high", "out_of_timescale.high")
    assert common_thread(subject_of(*(difference(rule) for rule in rules[:2]))) == ""
    found = common_thread(subject_of(*(difference(rule) for rule in rules)))
    assert found == "Alder (North Dale) stands out in all of these: what would help there most?"


def test_every_rule_has_its_words():
    assert set(PHRASES) == {rule.id for rule in ALL_RULES}


def test_what_the_page_has_no_room_for_is_named_in_a_line(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"][:5]
    subject = subject_of(*(difference(rule, ruling="Word " * 40) for rule in rules))
    page = first_page(subject, [("A line of what was agreed last time. " * 3,)] * 6)
    assert 2 <= len(page.insights) < 5
    (line,) = page.lines
    assert plain(line.words).count(";") == 4 - len(page.insights)
