"""The Assistant Director's sheet sets what stands first, what is a line, and what is parked."""

from dataclasses import replace
from datetime import date

import pytest
from compose_subjects import difference, subject_with

from pipeline.compose.first_page import BASIS, first_page, to_look_at
from pipeline.compose.insight_order import in_order, order_words
from pipeline.compose.insight_words import told
from pipeline.compose.olt_check_in_minutes import sections
from pipeline.model.content import Bullets, plain
from pipeline.model.minutes import AgreedAction, OpenAction
from pipeline.model.priorities import Mark, OwnPoint, Priorities
from pipeline.model.scopes import Scope

ALDER = Scope("team", "North Dale", "Alder")
RULES = ("unsent.high", "unwritten.high", "actions_overdue.high", "not_on_tracker.high")
DAY, HELD = date(2026, 5, 29), date(2026, 5, 12)


@pytest.fixture
def sheet_of(measures, settings):
    """Return the briefing's subject after a sheet came back with these marks and points."""

    def make(*marks, own=(), found=RULES, now=True, **how):
        by_rule = {mark.rule: mark for mark in marks}
        insights = tuple(
            replace(
                difference(rule, ALDER),
                mark=by_rule.get(rule),
                marked_for=DAY if now else HELD,
                parked=rule in by_rule and by_rule[rule].choice == "park",
            )
            for rule in found
        )
        sheet = Priorities(DAY, DAY, "sheet.docx", marks, own) if now else None
        return subject_with(measures, settings, insights, priorities=sheet, **how)

    return make


def mark(rule, choice, order=None, words=""):
    return Mark(rule, ALDER, choice, order, words)


def rules(insights):
    return [each.rule.id for each in insights]


def test_what_she_took_stands_first_in_her_order_then_the_rest_by_rank(sheet_of):
    subject = sheet_of(
        mark("not_on_tracker.high", "take", 1), mark("actions_overdue.high", "take", 2)
    )
    assert rules(to_look_at(subject)) == [
        "not_on_tracker.high",
        "actions_overdue.high",
        "unsent.high",
        "unwritten.high",
    ]


def test_taken_without_a_number_stands_after_those_with_one(sheet_of):
    subject = sheet_of(mark("unsent.high", "take"), mark("not_on_tracker.high", "take", 7))
    assert rules(to_look_at(subject))[:2] == ["not_on_tracker.high", "unsent.high"]


def test_noted_and_parked_are_a_line_each_at_the_end(sheet_of):
    subject = sheet_of(mark("unsent.high", "note"), mark("unwritten.high", "park"))
    assert rules(to_look_at(subject)) == ["actions_overdue.high", "not_on_tracker.high"]
    assert [plain(each.words) for each in first_page(subject).lines] == [
        "Noted: plans not sent, Alder (45).",
        "Parked: plans not written up, Alder (45).",
    ]


def test_a_note_for_an_earlier_meeting_orders_nothing_but_parked_stays_parked(sheet_of):
    subject = sheet_of(mark("unsent.high", "note"), mark("unwritten.high", "park"), now=False)
    assert rules(in_order(subject).noted) == []
    assert rules(in_order(subject).parked) == ["unwritten.high"]


def test_what_was_parked_and_became_worse_says_so(sheet_of):
    subject = sheet_of(mark("unwritten.high", "park"), now=False)
    (parked,) = in_order(subject).parked
    words = plain(told(subject, replace(parked, parked=False)).since)
    assert words == "Parked on 12 May; worse since."


def test_the_page_says_whose_order_it_is(sheet_of):
    assert order_words(sheet_of()) == ""
    chosen = "In the order that the assistant director chose"
    some = sheet_of(mark("unsent.high", "take", 1))
    assert order_words(some) == f"{chosen}; the others follow by importance."
    assert order_words(sheet_of(*(mark(rule, "take") for rule in RULES))) == f"{chosen}."


def test_what_a_sheet_for_an_earlier_meeting_said_does_not_stand_on_the_first_page(sheet_of):
    subject = sheet_of(mark("unsent.high", "note"), now=False)
    assert "Noted for" not in plain(first_page(subject).insights[0].since)


def test_good_news_that_she_took_stands_among_the_first(sheet_of):
    found = (*RULES, "written.prompt")
    assert rules(in_order(sheet_of(found=found)).shared) == ["written.prompt"]
    taken = sheet_of(mark("written.prompt", "take", 1), found=found)
    assert rules(to_look_at(taken))[0] == "written.prompt"
    assert in_order(taken).shared == ()


def test_her_own_points_stand_above_as_hers_in_her_order(sheet_of):
    points = (OwnPoint("The court timetable"), OwnPoint("Housing", 1))
    lead, listed, *_ = first_page(sheet_of(own=points)).blocks("nothing")
    assert plain(lead.words) == "From the assistant director:"
    assert isinstance(listed, Bullets)
    assert [plain(item) for item in listed.items] == ["Housing", "The court timetable"]


def test_the_minutes_hold_the_same_in_the_same_order(sheet_of):
    subject = sheet_of(
        mark("not_on_tracker.high", "take", 1),
        own=(OwnPoint("Housing"),),
        pack="olt_check_in_minutes",
    )
    said, table = sections(subject)["insights"]
    assert plain(table.note) == BASIS
    assert plain(said.words).startswith("In the order that the assistant director chose")
    found = [plain(row.cells[1].words).split(":")[0] for row in table.rows if row.cells[1].words]
    assert found[0] == "Housing"
    assert "not on the ICM tracker" in plain(table.rows[1].cells[1].words)


def test_what_is_agreed_is_told_by_its_reference_not_in_a_localitys_words(sheet_of):
    agreed = AgreedAction("5May26-1", "North Dale", "Alder", "Secret", DAY, "", "", HELD)
    (first, *_) = to_look_at(sheet_of())
    subject = sheet_of()
    words = plain(told(subject, replace(first, decided=(OpenAction(agreed, overdue=True),))).since)
    assert words == "Agreed: 5May26-1 (Alder; due 29 May, overdue)."


def test_her_words_stand_with_the_insight(sheet_of):
    subject = sheet_of(mark("unsent.high", "take", 1, "Offer help. " * 20))
    words = plain(told(subject, to_look_at(subject)[0]).since)
    assert words.startswith("The assistant director: Offer help. Offer help.")
    assert words.endswith("help. …")
    assert len(words) < 160
