"""Rows of scores become reviews, by team, oldest first."""

from datetime import date

import pandas as pd
from spec.given import AS_AT, read_settings, scores_of

from pipeline.model.measures import Review
from pipeline.transform.reviews import reviews_by_team

SETTINGS = read_settings({})


def reviews(rows, as_at=AS_AT):
    return reviews_by_team(scores_of(rows), SETTINGS, as_at)


def test_reviews_stand_by_team_oldest_first():
    rows = [
        {"team": "Alder", "observed": "12/05/2026", "by": "PO", "1": "4", "2": "3"},
        {"team": "Alder", "observed": "10/02/2026", "by": "PO", "1": "2"},
    ]
    assert reviews(rows) == {
        "Alder": (
            Review("Alder", date(2026, 2, 10), "PO", ((1, 2),)),
            Review("Alder", date(2026, 5, 12), "PO", ((1, 4), (2, 3))),
        )
    }


def test_two_people_of_one_review_are_both_named():
    rows = [
        {"team": "Alder", "observed": "12/05/2026", "by": "TM", "1": "4"},
        {"team": "Alder", "observed": "12/05/2026", "by": "PO", "8": "3"},
    ]
    (review,) = reviews(rows)["Alder"]
    assert (review.completed_by, review.scores) == ("PO, TM", ((1, 4), (8, 3)))


def test_a_criterion_scored_twice_counts_as_the_lower_row_has_it():
    rows = [{"team": "Alder", "observed": "12/05/2026", "1": score} for score in ("4", "2")]
    assert reviews(rows)["Alder"][0].scores == ((1, 2),)


def test_teams_that_config_does_not_know_have_no_reviews():
    assert reviews([{"team": "Elm", "observed": "12/05/2026", "1": "4"}]) == {}


def test_reviews_after_the_as_at_date_are_left_out():
    assert reviews([{"team": "Alder", "observed": "30/05/2026", "1": "4"}]) == {}


def test_a_table_without_names_gives_reviews_without_them():
    frame = scores_of([{"team": "Alder", "observed": "12/05/2026", "1": "4"}])
    found = reviews_by_team(frame.drop(columns="completed_by"), SETTINGS, AS_AT)
    assert found["Alder"][0].completed_by == ""


def test_a_review_with_no_score_at_all_is_still_a_review():
    frame = scores_of([{"team": "Alder", "observed": "12/05/2026", "1": "4"}])
    frame["score"] = pd.array([None], dtype="Int64")
    assert reviews_by_team(frame, SETTINGS, AS_AT)["Alder"][0].scores == ()


def test_no_table_gives_no_reviews():
    assert reviews_by_team(None, SETTINGS, AS_AT) == {}
