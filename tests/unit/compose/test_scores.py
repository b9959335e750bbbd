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
from pipeline.transform.score_moves import score_move_figures
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
        places = places_of(settings)
        made = (*score_figures(places, reviews), *score_move_figures(places, reviews))
        figures = Figures((*kept, *made))
        seen = replace(measures, figures=figures)
        return subject_with(seen, settings, (), "effectiveness_summary", reviews=reviews)

    return make


def test_criteria_that_moved_alike_are_told_together(subject_of):
    subject = subject_of(
        Alder=({1: 3, 2: 3, 3: 2, 6: 4, 7: 3, 9: 2}, {1: 4, 2: 4, 3: 3, 6: 3, 7: 3, 8: 1})
    )
    assert plain(drafted_answer(subject, ALDER)) == (
        "criteria 1 and 2 up from 3 to 4; criterion 3 up from 2 to 3; criterion 6 down from 4 to 3; "
        "the rest unchanged; criterion 9 not scored on 12\N{NO-BREAK SPACE}May; criterion 8 not scored on 10\N{NO-BREAK SPACE}Feb."
    )
    assert plain(drafted_answer(subject, ALDER, named=True)).startswith(
        "Leadership and Attendance rose from 3 to 4; Actions rose from 2 to 3; Technical fell from 4 to 3;"
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
    assert said.endswith(
        "enabling mean level for Alder. Where a line goes another way (enabling, Alder), not every "
        "criterion was scored in both."
    )
    assert "meeting mean not known twice" in said
    means = next(b for b in sections(subject)["means"] if isinstance(b, Table))
    mean, moved = means.rows[-1].cells[-2:]
    assert plain(mean.words) == "5.0"
    assert (plain(moved.words), plain(moved.small)) == ("= no change", "1 of 4 scored")
    grid = next(b for b in sections(subject)["grid"] if isinstance(b, Table))
    below = grid.rows[-1].cells[1]
    assert (plain(below.words), plain(below.small)) == ("5.0  =", "1 of 4 scored,\nno change")


@pytest.mark.parametrize(
    ("then", "now", "answer"),
    [
        (
            {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1},
            {1: 2, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1},
            "More stayed than moved; none fell: of 6 scores given both times, 1 rose and 5 stayed.",
        ),
        (
            {1: 1, 2: 1, 3: 2, 4: 1, 5: 1, 6: 1, 7: 1},
            {1: 2, 2: 2, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1},
            "More stayed than moved; more rose than fell: of 7 scores given both times, 2 rose, 1 fell",
        ),
        (
            {1: 2, 2: 2, 3: 2, 4: 2},
            {1: 1, 2: 1, 3: 2, 4: 2},
            "None rose: of 4 scores given both times, 2 fell and 2 stayed.",
        ),
        (
            {1: 3, 2: 3, 3: 3},
            {1: 4, 2: 5, 3: 2},
            "More rose than fell: of 3 scores given both times, 2",
        ),
        (
            {1: 3, 2: 3, 3: 3},
            {1: 4, 2: 2, 3: 1},
            "More fell than rose: of 3 scores given both times, 1",
        ),
        ({1: 3, 2: 3}, {1: 4, 2: 2}, "As many rose as fell: of 2 scores given both times, 1 rose"),
        ({1: 3, 2: 3}, {1: 3, 2: 3}, "Unchanged: all 2 scores given both times are the same."),
        ({1: 3}, {2: 3}, "That can’t be said yet: no team has a score given both times."),
    ],
)
def test_the_summary_opens_with_its_answer(subject_of, then, now, answer):
    first = sections(subject_of(Alder=(then, now), Birch=({1: 3},)))["changed"][0]
    assert plain(first.words).startswith(answer)


def test_under_a_mean_stands_how_many_scores_moved_and_which_way_on_average(subject_of):
    subject = subject_of(
        Alder=({1: 2, 2: 2, 3: 2, 8: 3}, {1: 3, 2: 1, 3: 1, 8: 3}),
        Birch=({1: 1, 2: 3}, {1: 4, 2: 2}),
    )
    grid = next(b for b in sections(subject)["grid"] if isinstance(b, Table))
    meeting = grid.rows[8].cells
    said = [(plain(c.words), plain(c.small), c.tone) for c in meeting[1:]]
    assert said == [
        ("1.7  ↓", "3 of 7 scored,\n1 up, 2 down", "down"),
        ("3.0  ↑", "2 of 7 scored,\n1 up, 1 down", "up"),
        ("2.2  ↑", "2 up, 3 down", "up"),
    ]


def test_only_criteria_that_every_team_was_scored_on_are_compared(subject_of):
    subject = subject_of(Alder=({1: 3, 2: 4, 3: 2},), Birch=({1: 3},))
    said = plain(sections(subject)["grid"][-1].words)
    assert said.startswith(
        "Of the criteria that every team was scored on, the same on average: 3.0. Scored for some"
    )
    assert "Attendance (4.0), Actions (2.0), Closure identification, " in said


def test_one_review_each_is_no_trend(subject_of):
    assert trends_chart(subject_of(Alder=({1: 3},)), (ALDER,)) is None
