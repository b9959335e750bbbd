"""What people's words in a form come to."""

import pytest

from pipeline.validate.form_words import (
    CUT,
    LONGEST,
    cut_short,
    number_in,
    outcome_of,
    says_no_action,
    says_nothing,
    unbulleted,
    written_lines,
)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("done", ["done", "Done.", "DONE", "Complete", "completed", "Yes", "Closed"]),
        (
            "in progress",
            ["In progress", "in-progress", "ongoing", "on-going", "Started", "underway"],
        ),
        ("not done", ["Not done", "No", "outstanding", "not started", "Not yet"]),
        ("no longer needed", ["No longer needed", "n/a", "N/A", "cancelled", "Superseded"]),
    ],
)
def test_near_words_are_the_outcomes_of_the_list(outcome, words):
    assert [outcome_of(word) for word in words] == [(outcome, "")] * len(words)


@pytest.mark.parametrize(
    ("words", "outcome", "more"),
    [
        ("Done - letter sent", "done", "letter sent"),
        ("Done 3/11", "done", "3/11"),
        ("Completed on 3/11/26", "done", "3/11/26"),
        ("Done (3 Nov)", "done", "3 Nov"),
        ("Not done: TM was away", "not done", "TM was away"),
        ("Ongoing\nsee tracker", "in progress", "see tracker"),
    ],
)
def test_an_outcome_with_more_behind_it_is_read_and_the_rest_kept(words, outcome, more):
    assert outcome_of(words) == (outcome, more)


@pytest.mark.parametrize(
    "words",
    [
        "Done, but not for two families",
        "Done - still waiting for the report",
        "Yes? no",
        "Done for half of them",
        "see note",
        "3/11",
        "Done, one wasn't sent",
    ],
)
def test_words_that_could_mean_either_leave_the_outcome_open(words):
    assert outcome_of(words) == ("", words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("41", 41),
        ("about 41 plans", 41),
        ("41-43", 41),
        ("1,204", 1204),
        ("38.", 38),
        ("by 3/11 41", 41),
        ("forty", None),
        ("12.5", None),
        ("10%", None),
        ("10 % fewer", None),
        ("-3", None),
        ("+2", None),
        ("3 fewer", None),
        ("17th", None),
        ("£500", None),
        ("10:30", None),
        ("", None),
    ],
)
def test_the_first_whole_number_is_what_is_expected(words, number):
    assert number_in(words) == number


@pytest.mark.parametrize("words", ["", "-", " \u2013 ", "n/a", "N/A", "None", "none.", "nil", "NA"])
def test_dashes_and_their_like_say_nothing(words):
    assert says_nothing(words)


@pytest.mark.parametrize("words", ["no", "None of the families", "Nanette", "0"])
def test_other_short_words_say_something(words):
    assert not says_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "No further actions",
        "no further action.",
        "No actions agreed today",
        "NO NEW ACTIONS",
        "No actions",
        "- none",
        "n/a",
        "NFA",
    ],
)
def test_no_further_actions_is_no_action(words):
    assert says_no_action(words)


@pytest.mark.parametrize("words", ["No further delay in visits", "Actions", "Take no action on X"])
def test_an_action_that_begins_alike_is_one(words):
    assert not says_no_action(words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1. Visit", "Visit"),
        ("12) Visit", "Visit"),
        ("(3) Visit", "Visit"),
        ("- Visit", "Visit"),
        ("\u2022\tVisit", "Visit"),
        ("\u2013 Visit", "Visit"),
        ("a) Visit", "Visit"),
        ("3 visits", "3 visits"),
        ("1.5 days", "1.5 days"),
        ("A. Worker to visit", "A. Worker to visit"),
    ],
)
def test_bullets_and_numbers_of_lists_are_taken_off(line, words):
    assert unbulleted(line) == words


def test_blank_lines_are_ignored_and_the_others_keep_their_place():
    assert written_lines("1. One\n\n \n2. Two\n-") == [(0, "One"), (3, "Two")]


def test_very_long_words_are_cut_after_a_word_and_marked():
    text = "word " * 60_000
    short = cut_short(text)
    assert len(short) <= LONGEST + len(CUT)
    assert short.endswith(f"word{CUT}")
    assert cut_short("x" * 10_000) == "x" * LONGEST + CUT
    assert cut_short("x" * LONGEST) == "x" * LONGEST
