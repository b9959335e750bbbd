"""What the OLT is told of the actions from check-ins."""

from dataclasses import replace
from datetime import date

import pytest
from compose_subjects import change, difference, subject_with

from pipeline.compose.action_lines import NO_MINUTES, action_lines, actions_section
from pipeline.compose.action_words import movement
from pipeline.compose.actions_that_stand_out import MOST
from pipeline.compose.subject import Subject
from pipeline.model.action_review import (
    AGE,
    MOVED,
    NOT_YET,
    NOW,
    OTHER_WAY,
    SLIPPED,
    SPAN,
    THEN,
    ActionReview,
)
from pipeline.model.content import Paragraph, Table, plain
from pipeline.model.figures_to_move import CLOSING
from pipeline.model.insight_rules import MORE_FINISHED
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import AgreedAction, OpenAction
from pipeline.model.scopes import AUTHORITY, Scope, teams
from pipeline.packs import find_packs, plan_documents
from pipeline.transform.agreed_figures import agreed_figures
from pipeline.transform.places import places_of

ALDER, NORTH = Scope("team", "North Dale", "Alder"), Scope("locality", "North Dale")
DAY = date(2026, 5, 5)


def review(number, scope=ALDER, locality="North Dale", words="Canary", age=24, **rest):
    standing = {name: rest.pop(name) for name in ("overdue", "carried", "outcome") if name in rest}
    reference = f"5May26-{number}"
    action = AgreedAction(reference, locality, scope.team, words, date(2026, 5, 12), "", "", DAY)
    key = reference if locality else f"OLT {reference}"
    return ActionReview(OpenAction(action, **standing), scope, key, age, **rest)


def subject_of(measures, settings, reviews):
    held = [each for listed in reviews.values() for each in listed]
    own = [
        Figure(measure, each.scope, each.key, value=value, unit="plans")
        for each in held
        for measure, value in ((AGE, each.age_days), (SLIPPED, 0), (THEN, 12), (NOW, 4))
    ]
    own += [
        Figure(SPAN, each.scope, each.key, value=each.age_days, unit="days")
        for each in held
        if each.figure == CLOSING.name
    ]
    counts = [*agreed_figures(places_of(settings), reviews)]
    kept = [figure for figure in measures.figures if not figure.measure.startswith("agreed.")]
    spec = tuple(spec for spec in find_packs() if spec.name == "olt_briefing")
    (document,) = plan_documents(spec, settings)
    seen = replace(measures, figures=Figures((*kept, *counts, *own)), action_reviews=reviews)
    return Subject(seen, document)


@pytest.fixture
def subject(measures, settings):
    norths = (
        review(1, verdict=NOT_YET, figure="open plans", age=20),
        review(2, verdict=NOT_YET, figure="plans not sent", overdue=True),
        review(
            3,
            verdict=NOT_YET,
            why=OTHER_WAY,
            figure=CLOSING.name,
            carried=2,
            age=70,
        ),
        review(4, verdict=MOVED, figure="plans not written up", outcome="done"),
        review(5, NORTH),
    )
    olts = tuple(
        review(
            n, AUTHORITY, "", f"Doe action {n}", overdue=n == 1, figure="open plans", why="too few"
        )
        for n in range(1, 7)
    )
    return subject_of(measures, settings, {"North Dale": norths, "": olts})


def test_the_olts_own_first_actions_have_a_line_each_and_all_together_two(subject):
    lines = [plain(line) for line in action_lines(subject)]
    assert (
        lines[0]
        == "Doe action 1 (due 12 May, overdue). Open plans: 12\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}4: can’t tell, too few."
    )
    assert lines[1].startswith("Doe action 2")
    assert lines[2:] == [
        "All check-ins: 10 actions are open, 2 overdue; 1 more was done. The OLT’s own 6 (1 overdue) are in its minutes.",
        "Did they work? Of 11, 1 moved their figure as wanted, 3 did not so far (1 went the other way); for 7 it can’t be told.",
    ]
    assert "anary" not in "".join(lines), "a locality's words stay in its own papers"


@pytest.mark.parametrize(
    ("verdict", "late"),
    [(MOVED, "still marked open"), (NOT_YET, "overdue")],
)
def test_what_moved_as_wanted_is_not_called_overdue(measures, settings, verdict, late):
    own = review(1, AUTHORITY, "", overdue=True, figure="open plans", verdict=verdict)
    undated = replace(own.standing.action, due=None, due_words="Next meeting")
    said = replace(own, standing=replace(own.standing, action=undated))
    subject = subject_of(measures, settings, {"": (said,)})
    assert plain(action_lines(subject)[0]).startswith(f"Canary (due next meeting, {late}).")
    *_, table = actions_section(subject)
    assert plain(table.rows[1].cells[4].words) == f"24 days, {late}"


def test_every_team_has_its_counts_and_the_oldest_of_its_open_ones(subject, settings):
    _, table, _ = actions_section(subject)
    rows = {
        plain(row.cells[0].words): [plain(c.words) for c in row.cells[1:]] for row in table.rows
    }
    assert rows["Alder"] == ["3", "1", "1", "70", "1", "1", "3", "1", "0"]
    assert rows["North Dale"] == ["4", "1", "1", "70", "1", "1", "3", "1", "1"]
    assert rows["Birch"] == ["0", "0", "0", "–", "0", "0", "0", "0", "0"]
    assert rows["Cedar"][0] == "not supplied"
    assert rows["OLT’s own"] == ["6", "1", "0", "24", "0", "0", "0", "0", "6"]
    parts = ("North Dale", "OLT’s own")
    assert int(rows["Authority"][0]) == sum(int(rows[part][0]) for part in parts)
    assert rows.keys() >= {team.team for team in teams(settings)}


def test_what_worked_comes_first_then_what_is_most_late(subject):
    *_, table = actions_section(subject)
    assert isinstance(table, Table)
    assert [plain(row.cells[0].words) for row in table.rows] == [
        "Moved as wanted: what could others take from it?",
        "5May26-4",
        "Went the other way: what would help?",
        "5May26-3",
        "Still open, no improvement so far: what would help?",
        "5May26-2",
        "5May26-1",
    ]
    first = [plain(cell.words) for cell in table.rows[1].cells]
    assert first[1:] == [
        "Alder (North Dale)",
        "plans not written up",
        "12\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}4",
        "done",
    ]
    assert (
        plain(table.rows[3].cells[3].words)
        == "12\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}4 in the 70 days before and after 5 May"
    )
    assert plain(table.rows[3].cells[4].words) == "70 days"


def test_all_that_moved_are_listed_the_furthest_first_up_to_a_limit(measures, settings):
    ways = (("moved", {"verdict": MOVED}), ("other", {"verdict": NOT_YET, "why": OTHER_WAY}))
    held = tuple(
        review(f"{name}{n}", figure="open plans", outcome="done" if n == 9 else "", **facts)
        for name, facts in ways
        for n in range(1, 10)
    )
    subject = subject_of(measures, settings, {"North Dale": held})
    figures = [
        replace(figure, value=100 - int(figure.category[-1])) if figure.measure == NOW else figure
        for figure in subject.measures.figures
    ]
    seen = replace(subject.measures, figures=Figures(figures))
    *_, table = actions_section(replace(subject, measures=seen))
    firsts = [plain(row.cells[0].words) for row in table.rows]
    assert firsts[0] == "Moved as wanted, the furthest: what could others take from it?"
    assert firsts[1:7] == [f"5May26-moved{n}" for n in range(1, 7)]
    assert firsts[7] == "Went the other way, the furthest: what would help?"
    assert len(firsts) == 2 + MOST


def test_what_one_group_leaves_is_the_others(measures, settings):
    many = tuple(review(n, figure="open plans", verdict=MOVED) for n in range(20, 30))
    one = review(1, figure="open plans", verdict=NOT_YET, why=OTHER_WAY, outcome="done")
    *_, table = actions_section(subject_of(measures, settings, {"North Dale": (*many, one)}))
    assert len(table.rows) == 2 + 11
    assert plain(table.rows[-1].cells[4].words) == "done"


def test_the_olts_actions_on_what_page_one_names_come_first(measures, settings):
    reviews = tuple(
        review(n, NORTH, "", figure="open plans", outcome="done" if n == 4 else "")
        for n in range(1, 5)
    )
    subject = subject_of(measures, settings, {"": reviews})
    on_it = difference(decided=(reviews[2].standing,), done=(reviews[3].standing,))
    figures = subject_with(subject.measures, settings, (on_it,)).measures.figures
    seen = replace(subject.measures, insights=(on_it,), figures=figures)
    own = [plain(line) for line in action_lines(replace(subject, measures=seen))[:2]]
    assert "Done." not in own[0]
    assert "Done." in own[1]


def test_where_nothing_stands_out_there_is_no_such_table(measures, settings):
    subject = subject_of(measures, settings, {"North Dale": (review(1),)})
    assert len(actions_section(subject)) == 2


def test_without_minutes_nothing_is_said_of_actions(measures, settings):
    subject = subject_of(measures, settings, {})
    assert action_lines(subject) == ()
    assert actions_section(subject) == (Paragraph((NO_MINUTES,)),)


def test_without_minutes_of_the_olt_the_localities_actions_stand_alone(measures, settings):
    subject = subject_of(measures, settings, {"North Dale": (review(1, verdict=MOVED),)})
    standing, worked = map(plain, action_lines(subject))
    assert standing.startswith("All check-ins: 1 action is open, 0 overdue")
    assert worked.startswith("Did they work?")
    assert "OLT" not in standing
    assert actions_section(subject)


def test_closures_that_rose_before_and_no_further_are_not_told_as_a_failure(measures, settings):
    stayed = review(1, verdict=NOT_YET, figure=CLOSING.name, outcome="done")
    risen = change(MORE_FINISHED, ALDER)
    subject = subject_of(measures, settings, {"North Dale": (stayed,)})
    assert plain(movement(subject, stayed)).endswith(": no improvement")
    subject = replace(subject, measures=replace(subject.measures, insights=(risen,)))
    assert plain(movement(subject, stayed)).endswith(
        "no improvement on a number already above usual"
    )
    late = replace(stayed, why=OTHER_WAY)
    assert plain(movement(subject, late)).endswith("went the other way")
