"""Which of the forms that came back count at the as-at date, and the account of each."""

from datetime import date

import pytest
from builders import said
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_forms import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    account,
    entries,
    form,
    minutes,
    read,
    review,
    row,
    scores,
)

from pipeline.model.forms import FORMS
from pipeline.model.returned import Answer
from pipeline.model.scopes import Scope
from pipeline.transform.agreed_actions import open_actions

ACTION = row("actions", 1, "Alder", actions="Visit")
OTHER = row("actions", 2, "Birch", actions="Write")


@pytest.mark.parametrize("period", [NOVEMBER, DECEMBER])
def test_a_form_of_the_as_at_date_or_later_does_not_count_yet(period):
    validated = read(minutes(ACTION, period=period), as_at=NOVEMBER)
    assert validated.minutes == ()
    (finding,) = validated.findings
    assert (finding.rule.code, finding.needs_person) == ("form.later", False)
    assert account(validated) == (2, 0, 0, 0, 2)


def test_looking_back_a_check_in_after_the_as_at_date_does_not_count():
    day = date(2026, 11, 2)
    assert len(read(minutes(ACTION), as_at=day, extract=day).minutes) == 1
    validated = read(minutes(ACTION), as_at=day, extract=DECEMBER)
    assert validated.minutes == ()
    assert len(said(validated, "form.held_later")) == 1


def test_a_form_that_does_not_say_for_which_day_it_was_made_is_set_aside():
    validated = read(minutes(ACTION, period="October"))
    assert validated.minutes == ()
    assert said(validated, "form.no_day")[0].needs_person
    assert account(validated) == (2, 0, 0, 2, 0)


@pytest.mark.parametrize(
    "blank",
    [
        minutes(),
        minutes(row("previous", 1, "6Oct26-1", action="Old", due="1 Nov 2026", outcome="Choose")),
        minutes(entries(chair=("A Head", False)), row("actions", 1, "Alder", actions=" ")),
        review(entries(locality="North Dale", doing="")),
        review(entries(next_date="dd/mm/yyyy"), scores("Alder", "dd/mm/yy", c1="…")),
        review(entries(), scores("Alder", "dd/mm/yy", c1="1 to 5")),
    ],
)
def test_a_form_that_came_back_as_it_went_out_is_no_meeting(blank):
    validated = read(blank)
    assert (validated.minutes, validated.review_forms, validated.scores) == ((), (), None)
    assert [f.rule.code for f in validated.findings] == ["form.blank"]


def test_actions_copied_in_by_hand_are_something_written():
    copied = minutes(row("previous", 1, "1", ref="1", action="Old"))
    assert [a.action for a in read(copied).minutes[0].actions] == ["Old"]


def test_the_same_minutes_returned_twice_count_once():
    validated = read(minutes(ACTION, file="a.docx"), minutes(ACTION, file="b.docx"))
    assert [m.file for m in validated.minutes] == ["a.docx"]
    (finding,) = said(validated, "form.twice")
    assert (finding.place.file, dict(finding.facts)) == ("b.docx", {"other": "a.docx"})
    assert account(validated, "b.docx") == (2, 0, 0, 0, 2)


def test_a_form_left_blank_beside_the_one_that_was_filled_in_does_not_count():
    blank = minutes(row("previous", 1, "6Oct26-1", action="Old", due="1 Nov 2026"), file="a.docx")
    validated = read(blank, minutes(ACTION, file="b.docx"))
    assert [m.file for m in validated.minutes] == ["b.docx"]
    assert [f.place.file for f in said(validated, "form.blank")] == ["a.docx"]


def test_of_minutes_half_filled_in_and_filled_in_the_fuller_count():
    validated = read(minutes(ACTION, file="a.docx"), minutes(ACTION, OTHER, file="b.docx"))
    assert [m.file for m in validated.minutes] == ["b.docx"]
    assert [f.place.file for f in said(validated, "form.partial")] == ["a.docx"]


def test_minutes_that_contradict_each_other_are_left_to_a_person():
    first, second = minutes(ACTION, file="a.docx"), minutes(OTHER, file="b.docx")
    validated = read(
        first, second, minutes(OTHER, held="01/12/2026", period=NOVEMBER, file="c.docx")
    )
    assert [m.file for m in validated.minutes] == ["c.docx"]
    found = said(validated, "minutes.differ")
    assert [(f.place.file, dict(f.facts)["others"]) for f in found] == [
        ("a.docx", "b.docx"),
        ("b.docx", "a.docx"),
    ]
    assert all(f.needs_person for f in found)
    assert account(validated, "a.docx") == (2, 0, 0, 2, 0)


def test_minutes_of_two_days_in_copies_of_one_form_are_two_check_ins():
    later = minutes(OTHER, held="01/12/2026", file="a.docx")
    validated = read(later, minutes(ACTION, file="b.docx"))
    assert [m.file for m in validated.minutes] == ["b.docx", "a.docx"]


def test_minutes_stand_oldest_first_whatever_their_files_are_called():
    late = minutes(OTHER, held="01/12/2026", period=NOVEMBER, file="a.docx")
    validated = read(late, minutes(ACTION, period=OCTOBER, file="b.docx"))
    assert [m.period for m in validated.minutes] == [OCTOBER, NOVEMBER]


def test_a_locality_is_named_as_config_does():
    validated = read(minutes(ACTION, scope=Scope("locality", "north  dale")))
    assert validated.minutes[0].locality == "North Dale"


PARTS = {pack: [*(table.part for table in form.tables), "entries"] for pack, form in FORMS.items()}
NAMES = [
    "",
    "Alder",
    "Birch",
    "Elder",
    "3Nov26-1",
    "observed",
    "1",
    "11",
    "12",
    "date",
    "next_date",
]
COLUMNS = [
    *["ref", "team", "action", "actions", "due", "notes", "note", "outcome", "figure"],
    *["well", "expected", "why", "barrier", "response", "manager", "Alder", "Elm", ""],
]
WORDS = [
    *[
        "done",
        "Done - sent",
        "n/a",
        "-",
        "No further actions",
        "17/11",
        "17/11/2026\n18/11",
        "ASAP",
    ],
    *["A\nB\n\nC", "Choose", "4", "6", "3Nov26-1", "Visit", "Alder", "\u200b", "x" * 4000],
]
answers = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(NAMES),
        st.sampled_from(COLUMNS),
        st.integers(1, 4),
        st.sampled_from(WORDS) | st.text(max_size=8),
        st.sampled_from([None, None, True, False]),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*FORMS]), answers, st.lists(st.text(max_size=6), max_size=3))
def test_whatever_stands_in_a_form_every_piece_is_used_or_named(pack, found, asides):
    parts = PARTS[pack]
    cells = sorted(
        (
            Answer(parts[n % len(parts)], *rest[:3], text=rest[3], ticked=rest[4])
            for n, *rest in found
        ),
        key=lambda answer: (answer.part, answer.line),
    )
    later = form(pack, cells, period=NOVEMBER, asides=asides, file="b.docx")
    validated = read(minutes(ACTION, file="a.docx"), later)
    read_of, used, _, aside, _ = account(validated, "b.docx")
    named = [f for f in validated.findings if f.place.file == "b.docx"]
    assert used == read_of or named
    assert not aside or any(f.needs_person for f in named)
    open_actions(validated.minutes, DECEMBER)
    words = repr((validated.minutes[1:], validated.review_forms))
    if validated.minutes[1:] or validated.review_forms:
        for text in asides:
            assert not text.isalnum() or text in words
