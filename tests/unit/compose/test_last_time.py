"""Last month's words stand in this month's forms, in their own locality's and nowhere else."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pipeline import compose as step
from pipeline.compose.plans_of_reviews import plans_of_reviews
from pipeline.compose.subject import Subject
from pipeline.model.action_review import AGE, MOVED, NOW, SLIPPED, THEN, ActionReview
from pipeline.model.content import Bullets, PackContent, Paragraph, Table, plain
from pipeline.model.entries import Choice, WriteIn
from pipeline.model.expected_score import ExpectedScore
from pipeline.model.measures import Figure, Figures, Review
from pipeline.model.minutes import (
    AgreedAction,
    Expectation,
    Minutes,
    OpenAction,
    ReviewForm,
    TeamWords,
)
from pipeline.model.returned import Aside
from pipeline.model.scopes import Scope
from pipeline.packs import find_packs, plan_documents

ALDER = Scope("team", "North Dale", "Alder")
MEETING, BEFORE = date(2026, 5, 5), date(2026, 4, 7)


def action(reference, words, due=None, due_words="", note=""):
    return AgreedAction(reference, "North Dale", "Alder", words, due, due_words, note, MEETING)


@pytest.fixture
def filled(measures):
    """The measures after a check-in and two reviews in North Dale; nothing from South Vale."""
    minutes = Minutes(
        "North Dale",
        date(2026, 5, 1),
        MEETING,
        "a.docx",
        icms=(TeamWords("Alder", "", "", "Canary support"),),
        expectations=(Expectation("Alder", "canary 40", 40, ""),),
        barriers=(("Canary barrier", "Canary response"),),
        asides=(Aside("Canary aside\nits second line", "comment", "The data"),),
    )
    late = OpenAction(
        action("5May26-1", "Canary late action", date(2026, 5, 12), note="Canary note"),
        outcome="in progress",
        figure="open plans",
        overdue=True,
        carried=1,
    )
    vague = OpenAction(action("5May26-2", "Canary vague action", due_words="end of June"))
    own = [
        Figure(measure, ALDER, key, value=value, denominator=whole, unit="plans")
        for measure, key, value, whole in (
            (AGE, "5May26-1", 24.0, None),
            (AGE, "5May26-2", 24.0, None),
            (AGE, "7Apr26-1", 52.0, None),
            (SLIPPED, "5May26-1", 1.0, None),
            (THEN, "5May26-1", 40.0, None),
            (NOW, "5May26-1", 37.0, None),
            (THEN, "7Apr26-1", 12.0, 30.0),
            (NOW, "7Apr26-1", 3.0, 28.0),
        )
    ]
    hoped = "2026-05-05/2026-05-18"
    own.append(Figure("expectation.said", ALDER, window=hoped, value=40.0, unit="plans"))
    late = replace(late, first_due=date(2026, 5, 8), slipped=1)
    done = OpenAction(action("7Apr26-1", "Canary done action"), outcome="done")
    dropped = OpenAction(
        action("7Apr26-2", "Canary dropped action"), "no longer needed", note="Canary reason"
    )
    judged = (
        ActionReview(late, ALDER, "5May26-1", 24, "open plans", why="ordinary variation"),
        ActionReview(vague, ALDER, "5May26-2", 24, why="none named"),
        ActionReview(done, ALDER, "7Apr26-1", 52, "plans not sent", proposed=True, verdict=MOVED),
    )
    review = ReviewForm(
        "North Dale",
        date(2026, 5, 1),
        MEETING,
        "b.docx",
        completed_by="Canary reviewer",
        teams=("Alder",),
        doing="Canary plan",
        expected="Canary hope",
        next_day=date(2026, 7, 1),
    )
    earlier = replace(review, day=BEFORE, doing="Canary earlier plan", expected="")
    return replace(
        measures,
        figures=Figures((*measures.figures, *own)),
        dropped_actions={"North Dale": (dropped,)},
        action_reviews={"North Dale": judged},
        last_minutes={"North Dale": minutes},
        review_forms={"North Dale": (earlier, review)},
    )


@pytest.fixture
def contents(filled, settings):
    """What each document says, by pack and locality."""
    made, missing = step.compose(filled, plan_documents(find_packs(), settings))
    assert missing == ()
    return {(d.spec.name, d.scope.locality): content for d, content in made}


def text(content: PackContent) -> str:
    lines = []
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                lines.append(plain(block.words))
            elif isinstance(block, Bullets):
                lines += [plain(item) for item in block.items]
            elif isinstance(block, Table):
                lines += [
                    f"{plain(cell.words)} {plain(cell.small)}"
                    for row in block.rows
                    for cell in row.cells
                ]
    return "\n".join(lines)


def previous(content: PackContent) -> Table:
    section = next(s for s in content.sections if s.id == "previous_actions")
    return next(block for block in section.blocks if isinstance(block, Table))


def test_open_actions_stand_with_reference_date_and_what_was_last_said(contents):
    late, vague, blank = previous(contents["check_in_minutes", "North Dale"]).rows
    said = [plain(cell.words) for cell in late.cells[:3]]
    assert said == ["5May26-1", "Alder", "Canary late action"]
    due = late.cells[3]
    assert isinstance(due.entry, WriteIn)
    assert due.entry.text == "12 May 2026"
    assert plain(due.small) == "overdue; open for 24 days; first due 8 May 2026, put off 1 time"
    figure, outcome, note = late.cells[4:]
    assert isinstance(figure.entry, Choice)
    assert figure.entry.chosen == "open plans"
    assert isinstance(outcome.entry, Choice)
    assert outcome.entry.chosen == ""
    assert plain(figure.small) == (
        "Data: 40\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}37: can’t tell, ordinary variation"
    )
    assert plain(outcome.small) == "last said: in progress"
    assert plain(note.small) == "before: Canary note"
    assert vague.cells[3].entry.text == "end of June"
    assert plain(vague.cells[4].small) == "Data: none named"
    assert plain(blank.cells[0].words) == ""


def first_table(filled, settings, review):
    """Return North Dale's actions from last time, where they are this one."""
    alone = replace(filled, action_reviews={"North Dale": (review,)})
    made, _ = step.compose(alone, plan_documents(find_packs(), settings))
    return previous(next(c for d, c in made if d.spec.name == "check_in_minutes"))


def test_overdue_since_the_day_that_words_mean(filled, settings):
    late = filled.action_reviews["North Dale"][0]
    action = replace(late.standing.action, due=None, due_words="next meeting")
    standing = replace(late.standing, action=action, due_by=date(2026, 5, 20))
    due = first_table(filled, settings, replace(late, standing=standing)).rows[0].cells[3]
    assert plain(due.small).startswith("overdue since 20\N{NO-BREAK SPACE}May; open for 24 days")


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "due before this meeting; open for"), (0, "open for"), (1, "open for")]
)
def test_what_will_be_overdue_at_the_meeting_says_so(filled, settings, days, words):
    meeting = filled.calendar.meeting(Scope("locality", "North Dale")).date
    _, vague, *_ = filled.action_reviews["North Dale"]
    due = replace(vague.standing.action, due=meeting + timedelta(days=days), due_words="")
    soon = replace(vague, standing=replace(vague.standing, action=due))
    table = first_table(filled, settings, soon)
    assert plain(table.rows[0].cells[3].small).startswith(words)


def test_a_figure_that_nobody_chose_is_marked_as_proposed(filled, settings):
    found = filled.action_reviews["North Dale"]
    proposed = replace(found[1], figure="plans closed or stepped down", proposed=True)
    measures = replace(filled, action_reviews={"North Dale": (proposed,)})
    made, _ = step.compose(measures, plan_documents(find_packs(), settings))
    content = next(c for d, c in made if d.spec.name == "check_in_minutes")
    entry = previous(content).rows[0].cells[4].entry
    assert isinstance(entry, Choice)
    assert (entry.chosen, entry.options[:2]) == (
        "plans closed or stepped down (proposed)",
        ("plans closed or stepped down (proposed)", "open plans"),
    )


def test_what_proposed_means_is_said_once(filled, settings):
    found = filled.action_reviews["North Dale"]
    proposed = replace(found[1], figure="plans closed or stepped down", proposed=True)
    measures = replace(filled, action_reviews={"North Dale": (proposed, found[2])})
    made, _ = step.compose(measures, plan_documents(find_packs(), settings))
    words = text(next(c for d, c in made if d.spec.name == "check_in_minutes"))
    assert "Marked done at the last check-in:" in words
    assert words.count("our guess from the words") == 1


@pytest.mark.parametrize(
    "words",
    [
        "7Apr26-1, Alder: Canary done action. Plans not sent (proposed): 12 of 30\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}3 of 28: moved as wanted.",
        "Marked done at the last check-in; (proposed) is our guess from the words:",
        "7Apr26-2, Alder: Canary dropped action (Canary reason)",
        "asked last time: Canary support",
        "last time we expected canary 40",
        "last time it was for 18 May.",
        "Canary barrier: Canary response",
        "A comment, under “The data”: Canary aside / its second line",
    ],
)
def test_what_was_said_stands_where_it_is_looked_for(contents, words):
    assert words in text(contents["check_in_minutes", "North Dale"])


def test_the_next_review_form_shows_what_the_last_one_said(contents):
    said = text(contents["effectiveness_review", "North Dale"])
    assert (
        "In the reviewer’s words, the review of 5 May 2026 (Alder), completed by Canary reviewer:"
        in said
    )
    assert "To improve: Canary plan" in said
    assert "Canary earlier plan" not in said


def test_the_next_review_form_quotes_the_own_last_form_of_a_team_that_the_latest_does_not_hold(
    filled, settings
):
    earlier, review = filled.review_forms["North Dale"]
    asides = (Aside("Canary remark", "comment", "Improvements"),)
    earlier = replace(
        earlier, teams=("Alder", "Birch"), changed="Canary better", completed_by="", asides=asides
    )
    seen = replace(filled, review_forms={"North Dale": (earlier, review)})
    spec = tuple(s for s in find_packs() if s.name == "effectiveness_review")
    ((_, content), *_), _ = step.compose(seen, plan_documents(spec, settings))
    said = text(content).split("\n")
    assert "To improve: Canary plan" in said
    assert (
        "The last for Birch, the review of 7 April 2026: How the scores had changed: Canary better; "
        "To improve: Canary earlier plan"
    ) in said
    assert "A comment, under “Improvements”: Canary remark" in said


def test_the_summary_judges_the_earlier_plan_and_keeps_the_later_for_next_time(filled, settings):
    spec = [s for s in find_packs() if s.name == "effectiveness_summary"]
    document = plan_documents(tuple(spec), settings)[0]
    earlier, first, later, plans = plans_of_reviews(Subject(filled, document))
    assert plain(later.words) == (
        "Planned in the review form of 5 May 2026, for Alder; the next review will show whether it "
        "works:"
    )
    assert [plain(item) for item in plans.items] == [
        "To improve: Canary plan",
        "Expected of the scores: Canary hope",
    ]
    assert plain(earlier.words) == "Planned in the review form of 7 April 2026, for Alder:"
    assert [plain(item) for item in first.items] == ["To improve: Canary earlier plan"]


def test_a_plan_names_who_was_not_reviewed_since_and_what_was_there_already(filled, settings):
    earlier, review = (
        replace(form, observed=(("Alder", form.day),)) for form in filled.review_forms["North Dale"]
    )
    waiting = [
        ExpectedScore(ALDER, 8, 4, 4, MEETING, before=5),
        ExpectedScore(ALDER, 9, 4, 4, MEETING, before=3),
        ExpectedScore(ALDER, 10, 4, 4, MEETING, before=4),
    ]
    seen = replace(
        filled,
        review_forms={"North Dale": (earlier, review)},
        reviews={"Alder": (Review("Alder", BEFORE),)},
        expected_scores={"North Dale": tuple(waiting)},
    )
    spec = [s for s in find_packs() if s.name == "effectiveness_summary"]
    document = plan_documents(tuple(spec), settings)[0]
    _, first, _, plans = plans_of_reviews(Subject(seen, document))
    assert plain(first.items[-1]) == "Not reviewed since: Alder"
    assert (
        plain(plans.items[-1]) == "There already when that was written: Alder on criteria 8 and 10"
    )


def test_no_word_of_one_locality_stands_in_another_document(contents):
    own = {"check_in_minutes", "effectiveness_review", "effectiveness_summary"}
    for (pack, locality), content in contents.items():
        if not (pack in own and locality == "North Dale"):
            assert "anary" not in text(content), (pack, locality)


def test_without_minutes_there_is_room_to_copy_actions(contents):
    table = previous(contents["check_in_minutes", "South Vale"])
    assert len(table.rows) == 3
    assert "No earlier minutes have come back" in text(contents["check_in_minutes", "South Vale"])


@pytest.mark.parametrize(
    "paper", [("check_in_minutes", "North Dale"), ("olt_check_in_minutes", "")], ids=str
)
def test_no_note_stands_apart_from_its_table_so_that_a_page_could_begin_with_it(contents, paper):
    for section in contents[paper].sections:
        for before, after in pairwise(section.blocks):
            if isinstance(before, Table) and isinstance(after, Paragraph) and after.role == "note":
                assert plain(after.words).endswith(":"), (section.id, plain(after.words))
