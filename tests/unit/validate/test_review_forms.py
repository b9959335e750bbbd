"""Effectiveness review forms that came back: scores by team and day, words, the next review."""

from datetime import date

import pandas as pd
import pytest
from builders import said
from raw_forms import NOVEMBER, account, entries, read, review, scores

from pipeline.model.ingested import RawTable
from pipeline.model.tables import SCORES

HELD = entries(date="10/11/2026", completed_by="A Reviewer")


def one(*answers, **parts):
    """Return the form, its scores as (team, day, criterion, score), and all that was validated."""
    validated = read(review(*answers, **parts))
    (found,) = validated.review_forms
    return found, scored(validated), validated


def scored(validated):
    return [
        (team, f"{observed:%d/%m}", int(criterion), None if pd.isna(score) else int(score))
        for team, observed, criterion, score in validated.scores[
            ["team", "observed", "criterion", "score"]
        ].itertuples(index=False)
    ]


def test_scores_stand_by_team_and_criterion_on_the_day_of_the_observation():
    columns = scores("Alder", "09/11/2026", c1="4", c11="2"), scores("Birch", "10/11/26", c1="5")
    form, found, validated = one(HELD, *columns)
    assert found == [
        ("Alder", "09/11", 1, 4),
        ("Alder", "09/11", 11, 2),
        ("Birch", "10/11", 1, 5),
    ]
    assert list(validated.scores.columns) == [*SCORES.names, "file", "sheet", "row"]
    assert set(validated.scores["completed_by"]) == {"A Reviewer"}
    assert set(validated.scores["locality"]) == {"North Dale"}
    assert form.teams == ("Alder", "Birch")
    assert form.observed == (("Alder", date(2026, 11, 9)), ("Birch", date(2026, 11, 10)))
    assert (form.locality, form.day) == ("North Dale", date(2026, 11, 10))
    assert validated.findings == ()
    assert account(validated) == (7, 7, 0, 0, 0)


def test_words_stand_as_they_were_written():
    words = {"changed": "Up", "doing": "E-mail\nCall", "expected": "9 to 4", "next_person": "B Two"}
    form, _, validated = one(HELD, entries(**words), scores("Alder", "09/11/2026", c1="4"))
    assert (form.changed, form.doing, form.expected) == ("Up", "E-mail\nCall", "9 to 4")
    assert (form.completed_by, form.next_person) == ("A Reviewer", "B Two")
    assert validated.findings == ()


@pytest.mark.parametrize("observed", ["", "last Tuesday", "dd/mm/yy"])
def test_without_an_observation_date_the_forms_own_serves(observed):
    _, found, validated = one(HELD, scores("Alder", observed, c1="4"))
    assert found == [("Alder", "10/11", 1, 4)]
    assert len(said(validated, "review.dated_by_form")) == 1
    assert account(validated)[2] == 1


def test_without_either_date_the_teams_scores_are_set_aside():
    columns = scores("Alder", "", c1="4", c2="3"), scores("Birch", "09/11/2026", c1="5")
    form, found, validated = one(*columns)
    assert found == [("Birch", "09/11", 1, 5)]
    assert form.teams == ("Birch",)
    (finding,) = said(validated, "review.undated")
    assert finding.needs_person
    assert "(2)" in finding.sentence
    assert account(validated) == (4, 2, 0, 2, 0)


def test_a_date_without_a_year_is_the_next_since_the_form_was_made():
    _, found, validated = one(HELD, scores("Alder", "9/11", c1="4"))
    assert found == [("Alder", "09/11", 1, 4)]
    assert len(said(validated, "form.date_no_year")) == 1


def test_the_day_that_a_calendar_holds_serves_where_the_text_abbreviates_it():
    observed = ("9 Nov '26", date(2026, 11, 9))
    _, found, _ = one(HELD, scores("Alder", observed, c1="4"))
    assert found == [("Alder", "09/11", 1, 4)]


@pytest.mark.parametrize("written", ["6", "0", "4/5", "3.5", "Good", "4 - lively"])
def test_what_is_no_score_counts_as_not_given_and_its_words_are_kept(written):
    form, found, validated = one(HELD, scores("Alder", "09/11/2026", c1=written, c2="3"))
    assert found == [("Alder", "09/11", 1, None), ("Alder", "09/11", 2, 3)]
    (finding,) = said(validated, "score.not_whole")
    assert (finding.value, finding.team) == (written, "Alder")
    assert [aside.text for aside in form.asides] == [f"Alder, criterion 1: {written}"]


@pytest.mark.parametrize("written", ["4", " 4 ", "\uff14", "4.0"])
def test_a_score_is_read_as_in_a_table(written):
    _, found, _ = one(HELD, scores("Alder", "09/11/2026", c1=written))
    assert found == [("Alder", "09/11", 1, 4)]


def test_a_team_without_a_score_was_not_reviewed():
    form, found, validated = one(
        HELD, scores("Alder", "09/11/2026"), scores("Birch", "09/11/2026", c1="n/a")
    )
    assert form.teams == ()
    assert found == [("Birch", "09/11", 1, None)]
    assert account(validated) == (5, 5, 0, 0, 0)


def test_a_column_of_an_unknown_team_is_set_aside():
    columns = scores("Elder", "09/11/2026", c1="4"), scores("Alder", "09/11/2026", c1="5")
    form, found, validated = one(HELD, *columns)
    assert [team for team, *_ in found] == ["Alder"]
    assert form.teams == ("Alder",)
    (finding,) = said(validated, "review.team_unknown")
    assert finding.value == "Elder"
    assert "Elder" not in finding.sentence
    assert account(validated) == (6, 4, 0, 2, 0)


def test_what_is_set_aside_stays_so_whatever_else_is_said_of_it():
    columns = (
        scores("Elder", "09/11/2026", c1="\u200b4"),
        scores("Alder", "09/11/2026", c1="\u200b5"),
    )
    _, found, validated = one(HELD, *columns)
    assert found == [("Alder", "09/11", 1, 5)]
    assert len(said(validated, "cell.cleaned")) == 2
    assert account(validated) == (6, 4, 1, 2, 0)


def test_an_alias_is_the_team():
    teams = [{"name": "Alder", "aliases": ["Assessment 1"]}, {"name": "Birch"}]
    form = review(HELD, scores("ASSESSMENT 1", "09/11/2026", c1="4"))
    assert read(form, teams=teams).scores["team"].tolist() == ["Alder"]


def test_a_team_of_another_locality_counts_there_and_is_said():
    _, _, validated = one(HELD, scores("Cedar", "09/11/2026", c1="4"))
    assert validated.scores["locality"].tolist() == ["South Vale"]
    assert len(said(validated, "review.other_team")) == 1


def test_a_criterion_that_is_none_is_set_aside():
    _, found, validated = one(HELD, scores("Alder", "09/11/2026", c1="4", c12="5"))
    assert found == [("Alder", "09/11", 1, 4)]
    assert said(validated, "score.no_criterion")[0].needs_person


def test_scores_after_the_as_at_date_are_left_out():
    columns = scores("Alder", "09/11/2026", c1="4"), scores("Birch", "30/11/2026", c1="5")
    validated = read(review(HELD, *columns), as_at=NOVEMBER)
    assert scored(validated) == [("Alder", "09/11", 1, 4)]
    assert validated.review_forms[0].teams == ("Alder",)
    assert not said(validated, "review.to_come")[0].needs_person
    assert account(validated) == (6, 5, 0, 0, 1)


def test_a_form_of_a_later_review_alone_does_not_count_yet():
    validated = read(review(HELD, scores("Alder", "30/11/2026", c1="4")), as_at=NOVEMBER)
    assert (validated.review_forms, validated.scores) == ((), None)
    assert [f.rule.code for f in validated.findings] == ["form.held_later"]
    assert account(validated) == (4, 0, 0, 0, 4)


def test_without_a_date_of_its_own_a_form_is_of_its_latest_observation():
    columns = scores("Alder", "09/11/2026", c1="4"), scores("Birch", "11/11/2026", c1="5")
    form, _, validated = one(*columns)
    assert form.day == date(2026, 11, 11)
    assert len(said(validated, "review.form_undated")) == 1


@pytest.mark.parametrize(
    ("written", "day", "words", "code"),
    [
        ("01/12/2026", date(2026, 12, 1), "", ""),
        ("1 Dec", date(2026, 12, 1), "", "form.date_no_year"),
        ("in the new year", None, "in the new year", "form.date_in_words"),
        ("01/11/2026", date(2026, 11, 1), "", "form.date_before"),
        ("", None, "", ""),
    ],
)
def test_the_next_review_is_a_date_or_words(written, day, words, code):
    form, _, validated = one(
        HELD, entries(next_date=written), scores("Alder", "09/11/2026", c1="4")
    )
    assert (form.next_day, form.next_words) == (day, words)
    assert [f.rule.code for f in validated.findings] == [code] * bool(code)


def test_another_locality_written_over_the_forms_own_is_said():
    alder = scores("Alder", "09/11/2026", c1="4")
    _, _, validated = one(HELD, entries(locality="cin north dale"), alder)
    assert validated.findings == ()
    form, _, validated = one(HELD, entries(locality="South Vale"), alder)
    assert form.locality == "North Dale"
    assert len(said(validated, "review.locality_differs")) == 1


def test_two_forms_of_one_locality_both_count():
    first = review(HELD, scores("Alder", "09/11/2026", c1="4"), file="a.docx")
    second = review(HELD, scores("Birch", "09/11/2026", c1="5"), file="b.docx")
    validated = read(first, second)
    assert [form.teams for form in validated.review_forms] == [("Alder",), ("Birch",)]
    assert len(validated.scores) == 2


def test_forms_stand_by_their_day():
    late = review(entries(date="24/11/2026"), scores("Alder", "23/11/2026", c1="4"), file="a.docx")
    early = review(HELD, scores("Alder", "09/11/2026", c1="4"), file="b.docx")
    assert [form.file for form in read(late, early).review_forms] == ["b.docx", "a.docx"]


def table(score):
    rows = [["North Dale", "Alder", "09/11/2026", "A Reviewer", "1", score]]
    frame = pd.DataFrame(rows, columns=SCORES.names, index=[2], dtype=object)
    headers = {column.name: column.header for column in SCORES.columns}
    return RawTable("scores", "scores.csv", "", frame, headers)


def test_a_score_that_a_table_has_too_counts_once():
    form = review(HELD, scores("Alder", "09/11/2026", c1="4"))
    validated = read(form, tables=[table("4")])
    assert scored(validated) == [("Alder", "09/11", 1, 4)]
    assert [f.place.file for f in said(validated, "score.twice")] == ["form.docx"]
    assert account(validated) == (4, 3, 0, 0, 1)
    assert validated.review_forms[0].teams == ("Alder",)


def test_of_a_score_that_differs_from_the_tables_neither_counts():
    form = review(HELD, scores("Alder", "09/11/2026", c1="4"))
    validated = read(form, tables=[table("2")])
    assert validated.scores.empty
    assert {f.place.file for f in said(validated, "score.differ")} == {"form.docx", "scores.csv"}
    assert account(validated) == (4, 3, 0, 1, 0)


def test_no_word_of_the_form_stands_in_a_sentence_or_a_place():
    word = "Zanzibar"
    _, _, validated = one(
        entries(**dict.fromkeys(("locality", "date", "completed_by", "next_date", "other"), word)),
        scores(word, word, c1=word),
        scores("Alder", "09/11/2026", c1=word),
    )
    assert len(validated.findings) > 4
    for finding in validated.findings:
        assert word not in finding.sentence
        assert word not in str(finding.place)
        assert word not in finding.team


@pytest.mark.parametrize("typed", ["?", "!!", "*"])
def test_a_sign_typed_for_a_score_is_said_and_not_taken_for_the_prompt(typed):
    validated = read(review(HELD, scores("Alder", "09/11/2026", c1=typed, c2="4")))
    assert len(said(validated, "score.not_whole")) == 1
