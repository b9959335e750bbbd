"""Scores: whole numbers from 1 to 5 by team, date and criterion; anything else is said."""

from datetime import date

import pandas as pd
import pytest
from builders import SCORED, SCORES_HEADER, said, workbook

from pipeline.model.tables import SCORES

ORDER = ("locality", "team", "observed", "completed_by", "criterion", "score")


def row_of(**columns):
    return [columns.get(name, cell) for name, cell in zip(ORDER, SCORED, strict=True)]


@pytest.fixture
def scored(inputs, check):
    """Validate a table of scores, beside an extract of 29 May 2026."""

    def run(*rows, **parts):
        inputs.extract()
        inputs.scores(*rows)
        return check(**parts)

    return run


def test_the_frame_has_the_columns_and_types_that_transform_counts_on(scored):
    scores = scored(row_of()).scores
    assert list(scores.columns) == [*SCORES.names, "file", "sheet", "row"]
    assert {str(scores[name].dtype) for name in ("criterion", "score")} == {"Int64"}
    assert scores.loc[0, list(ORDER)].tolist() == [
        "North Dale",
        "Alder",
        pd.Timestamp(2026, 5, 1),
        "A Reviewer",
        1,
        4,
    ]


def test_without_tables_there_is_no_frame(inputs, check):
    inputs.extract()
    assert check().scores is None


@pytest.mark.parametrize("written", ["4", " 4 ", "4.0", "\uff14"])
def test_a_whole_number_is_read_however_it_is_written(scored, written):
    assert scored(row_of(score=written)).scores["score"].tolist() == [4]


@pytest.mark.parametrize("written", ["", "n/a", "N/A", "-"])
def test_a_score_not_given_is_absent_and_nothing_is_said(scored, written):
    validated = scored(row_of(score=written))
    assert validated.scores["score"].isna().all()
    assert not [f for f in validated.findings if f.place.file == "scores.csv"]


@pytest.mark.parametrize("written", ["0", "6", "4.5", "4/5", "Good", "-1", "#REF!"])
def test_any_other_score_is_absent_and_said(scored, written):
    validated = scored(row_of(score=written))
    assert validated.scores["score"].isna().all()
    (finding,) = said(validated, "score.not_whole")
    assert (finding.value, finding.place.column, finding.needs_person) == (written, "Score", False)


def test_a_score_that_excel_made_a_date_has_a_message_of_its_own(inputs, check):
    inputs.extract()
    rows = [SCORES_HEADER, row_of(score=date(2026, 5, 4))]
    inputs.put("reviews/scores.xlsx", workbook({"Scores": rows}))
    validated = check()
    assert validated.scores["score"].isna().all()
    assert "4/5" in said(validated, "score.is_date")[0].sentence


@pytest.mark.parametrize("written", ["0", "12", "", "1.5", "Overview"])
def test_a_criterion_that_is_none_sets_the_row_aside(scored, written):
    validated = scored(row_of(criterion=written), row_of())
    assert len(validated.scores) == 1
    assert said(validated, "score.no_criterion")[0].needs_person


@pytest.mark.parametrize("written", ["", "n/a", "May 2026", "31/04/2026"])
def test_a_date_that_is_not_understood_sets_the_row_aside_once(scored, written):
    validated = scored(row_of(observed=written), row_of())
    assert len(validated.scores) == 1
    assert len(said(validated, "score.no_date")) == 1


def test_an_unknown_team_sets_the_row_aside_with_a_remedy(scored):
    validated = scored(row_of(team="Elder"), row_of())
    assert len(validated.scores) == 1
    (finding,) = said(validated, "score.team_unknown")
    assert (finding.value, finding.needs_person) == ("Elder", True)
    assert "alias" in finding.sentence


def test_an_observation_after_the_as_at_date_is_left_out_without_asking_for_a_person(scored):
    validated = scored(row_of(observed="30/05/2026"), row_of())
    assert len(validated.scores) == 1
    assert not said(validated, "score.after_as_at")[0].needs_person


def test_equal_scores_count_once_and_different_ones_not_at_all(scored):
    validated = scored(
        row_of(),
        row_of(),
        row_of(criterion="2", score="3"),
        row_of(criterion="2", score="5"),
        row_of(criterion="3"),
    )
    assert validated.scores["criterion"].tolist() == [1, 3]
    assert [f.place.row for f in said(validated, "score.twice")] == [3]
    assert [f.place.row for f in said(validated, "score.differ")] == [4, 5]
    account = next(a for a in validated.accounts if a.kind == "scores")
    assert (account.used, account.set_aside, account.passed_over) == (2, 2, 1)


def test_a_score_given_stands_before_the_same_one_left_blank(scored):
    validated = scored(row_of(score=""), row_of(score="2"))
    assert validated.scores["score"].tolist() == [2]


def test_scores_that_differ_between_two_files_are_both_set_aside(inputs, check):
    inputs.extract()
    inputs.scores(row_of(score="2"), name="a.csv")
    inputs.scores(row_of(score="3"), name="b.csv")
    validated = check()
    assert validated.scores.empty
    assert {f.place.file for f in said(validated, "score.differ")} == {"a.csv", "b.csv"}


def test_the_locality_is_configs_and_another_one_is_said_once(scored):
    validated = scored(row_of(locality="Elsewhere"), row_of(locality="", criterion="2"))
    assert validated.scores["locality"].tolist() == ["North Dale", "North Dale"]
    assert len(said(validated, "team.locality_differs")) == 1


def test_a_blank_reviewer_is_missing_and_not_a_word(scored):
    assert pd.isna(scored(row_of(completed_by="-")).scores.loc[0, "completed_by"])
