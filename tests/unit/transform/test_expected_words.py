"""What people write about the scores that they expect."""

import pytest

from pipeline.transform.expected_words import expected_of


def understood(words):
    return [(each.criteria, each.lowest, each.highest) for each in expected_of(words)]


@pytest.mark.parametrize(
    ("words", "criteria", "lowest", "highest"),
    [
        ("e.g. criteria 9 and 11 expected to go up to 4 or 5.", (9, 11), 4, 5),
        ("Criteria 8 and 9 expected to go up to 4", (8, 9), 4, 4),
        ("criteria 1, 2, 3, 4 all up from 1/2 to 4/5", (1, 2, 3, 4), 4, 5),
        ("Criteria 1-4 up to 4", (1, 2, 3, 4), 4, 4),
        ("criteria 1 to 4 up to 4 or 5", (1, 2, 3, 4), 4, 5),
        ("Criteria 9 & 11 should both go from a 2 to a 4", (9, 11), 4, 4),
        ("criterion 3 to 4", (3,), 4, 4),
        ("CRITERION 11: up\nto 3", (), 0, 0),
    ],
)
def test_criteria_and_scores_are_read_from_the_forms_own_way_of_saying_it(
    words, criteria, lowest, highest
):
    assert understood(words) == ([(criteria, lowest, highest)] if criteria else [])


def test_each_clause_is_read_by_itself():
    words = "Criterion 3 to 4/5; criterion 9 to a 5. We shall see.\ncriteria 1 and 2 up to 3"
    assert understood(words) == [((3,), 4, 5), ((9,), 5, 5), ((1, 2), 3, 3)]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Scores should rise",
        "Dashboard use to go up to 4",
        "3 teams to 4",
        "criterion 12 to 4",
        "criteria 9 and 12 to 4",
        "criterion 8 to 6",
        "criterion 8 to 4 and 9 to 5",
        "criteria 3 to 4",
        "criteria 9 and 11 to go up to 4 or 5 by 12 May",
        "criteria 9 and 11 not expected to go up to 4",
        "criterion 9 may fall to 2",
        "criteria 9 and 11 isn't going to 4",
    ],
)
def test_what_could_mean_something_else_stays_words(words):
    assert understood(words) == []
