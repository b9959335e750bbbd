"""How the scores' movements are said: what moved alike together, and both means over all reviews."""

from dataclasses import replace
from datetime import date

import pytest
from compose_subjects import subject_with

from pipeline.compose.effectiveness_summary import sections
from pipeline.compose.score_trends import trends_chart
from pipeline.compose.scores import delta_cell, drafted_answer
from pipeline.model.content import Table, plain
from pipeline.model.measures import Figures, Review
from pipeline.model.scopes import Scope
from pipeline.transform.places import places_of
from pipeline.transform.scores import score_figures

ALDER, BIRCH = (Scope("team", "North Dale", name) for name in ("Alder", "Birch"))
DAYS = (date(2026, 2, 10), date(2026, 5, 12))


@pytest.fixture
def subject_of(measures, settings):
    """Return the summary's subject, in which teams have these reviews: criterion and score pairs."""

    def make(**teams):
        reviews = {
            name: tuple(
                Review(name, day, scores=tuple(scores.items()))
                for day, scores in zip(DAYS, held, strict=False)
            )
            for name, held in teams.items()
        }
        kept = [f for f in measures.figures if not f.measure.startswith("score")]
        figures = Figures((*kept, *score_figures(places_of(settings), reviews)))
        seen = replace(measures, figures=figures)
        return subject_with(seen, settings, (), "effectiveness_summary", reviews=reviews)

    return make


def test_criteria_that_moved_alike_are_told_together(subject_of):
    subject = subject_of(
        Alder=({1: 3, 2: 3, 3: 2, 6: 4, 7: 3, 9: 2}, {1: 4, 2: 4, 3: 3, 6: 3, 7: 3, 8: 1})
    )
    assert plain(drafted_answer(subject, ALDER)) == (
        "criteria 1, 2 up from 3 to 4; criterion 3 up from 2 to 3; criterion 6 down from 4 to 3; "
        "the others unchanged; criteria 4, 5, 8, 9, 10, 11 scored in one of the two reviews only."
    )
    assert plain(drafted_answer(subject, ALDER, named=True)).startswith(
        "criteria 1 (Leadership), 2 (Attendance) up from 3 to 4; criterion 3 (Actions) up from 2 to 3;"
    )


def test_a_score_stands_beside_its_change_or_what_it_was(subject_of):
    subject = subject_of(Alder=({1: 3, 2: 3, 3: 2}, {1: 4, 2: 3, 8: 1}), Birch=({1: 3},))
    cells = {number: delta_cell(subject, ALDER, number) for number in (1, 2, 3, 8)}
    said = {number: plain(cell.words) for number, cell in cells.items()}
    assert said == {1: "4  ↑ +1", 2: "3  =", 3: "– was 2", 8: "1 was –"}
    assert [cell.tone for cell in cells.values()] == ["up", "", "", ""]
    assert plain(delta_cell(subject, BIRCH, 1).words) == "3"


def test_the_chart_says_for_whom_the_means_rose_and_fell(subject_of):
    subject = subject_of(Alder=({1: 3, 8: 3}, {1: 4, 8: 3}), Birch=({1: 3, 8: 4}, {1: 2, 8: 3}))
    chart = trends_chart(subject, (ALDER, BIRCH))
    assert plain(chart.message) == (
        "From the first review shown to the latest, on the criteria scored in both: meeting mean up "
        "for Alder, down for Birch; enabling mean down for Birch, level for Alder."
    )
    assert chart.panels[0].labels == ("Feb 26", "May 26")
    assert plain(chart.message) in chart.alt


def test_a_score_that_is_missing_makes_no_mean_rise(subject_of):
    subject = subject_of(Alder=({8: 4, 9: 5}, {9: 5}))
    said = plain(trends_chart(subject, (ALDER,)).message)
    assert said.endswith("enabling mean level for Alder.")
    assert "meeting mean not known twice" in said
    means = next(b for b in sections(subject)["means"] if isinstance(b, Table))
    latest = means.rows[-1].cells[-1]
    assert plain(latest.words) == "5.0  ="
    assert plain(latest.small) == "1 of 4 scored"


def test_only_criteria_that_every_team_was_scored_on_are_compared(subject_of):
    subject = subject_of(Alder=({1: 3, 2: 4, 3: 2},), Birch=({1: 3, 2: 2},))
    said = plain(sections(subject)["changed"][0].words)
    assert said.startswith("The same on average throughout: 3.0. Not compared")
    assert "Actions" in said


def test_one_review_each_is_no_trend(subject_of):
    assert trends_chart(subject_of(Alder=({1: 3},)), (ALDER,)) is None
