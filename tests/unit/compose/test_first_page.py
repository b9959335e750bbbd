"""Which insights reach the first page, and how they are said."""

from dataclasses import replace
from datetime import date

import pytest
from compose_subjects import ALDER, DALE, change, difference, subject_with

from pipeline.compose.first_page import common_thread, first_page
from pipeline.compose.insight_decisions import decided_words
from pipeline.compose.insight_facts import MOVED_FIGURES
from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.insight_words import briefly, sentence, told
from pipeline.model.action_review import (
    CANT_TELL,
    MOVED,
    NOT_YET,
    NOW,
    OTHER_WAY,
    SPAN,
    THEN,
    ActionReview,
)
from pipeline.model.content import plain
from pipeline.model.figures_to_move import CLOSING, SCORES, TARGETS
from pipeline.model.insight_rules import ALL_RULES, RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import AgreedAction, OpenAction
from pipeline.model.scopes import AUTHORITY
from pipeline.model.sureness import FAIRLY_SURE, VERY_SURE

SINCE = date(2026, 5, 5)


@pytest.fixture
def subject_of(measures, settings):
    """Return the briefing's subject, in which these insights were found."""

    def make(*found):
        return subject_with(measures, settings, found)

    return make


def test_a_difference_is_one_sentence_with_its_figure(subject_of):
    (found,) = first_page(subject_of(difference())).insights
    assert plain(found.sentence) == (
        "Alder (North Dale): 45 of 60 signed-off plans are not yet sent out; about 20 if like the others."
    )
    assert found.where == "Sign-offs; North Dale’s pack"
    assert found.question.endswith("?")


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "Very sure."),
        (VERY_SURE, "Fairly sure."),
        (FAIRLY_SURE, "Less sure."),
        (1.0, "Less sure."),
        (None, ""),
    ],
)
def test_how_sure_it_is_is_said_first_and_of_good_news_too(subject_of, chance, words):
    found = replace(difference(), chance=chance)
    shared = replace(change("finishes.rose"), chance=chance)
    page = first_page(subject_of(found, shared))
    assert plain(page.insights[0].since).partition(".")[0] == words.rstrip(".")
    assert f"would be usual. {words}" in plain(page.shared[0])
    assert ("sure." in plain(page.shared[0])) == ("sure" in words)


def test_a_change_says_since_when_and_what_goes_with_it(subject_of):
    late = difference("out_of_timescale.high", DALE, found=90)
    shut = difference("closures.overdue", ALDER, found=9)
    since = date(2026, 4, 14)
    (found,) = first_page(subject_of(change(since=since, goes_with=(late, shut)))).insights
    assert plain(found.sentence) == (
        "North Dale: 72 plans finished in the eight weeks to 29 May; about 120 would be usual."
    )
    assert plain(found.since) == (
        "Since mid-April. With it: out of timescale (90) and closures past their date in Alder (9)."
    )


def test_more_closures_stand_with_the_plans_that_came_back(subject_of):
    """A finish is no good outcome by itself: the question is whether families are safe."""
    rose = change("finishes.rose")
    subject = subject_of(rose)
    back = Figure("plans.returned", DALE, "", rose.window, 3, 3, 26)
    figures = Figures([*subject.measures.figures, back])
    found = told(replace(subject, measures=replace(subject.measures, figures=figures)), rose)
    assert plain(found.since) == (
        "Of the 26 plans that started meanwhile, 3 came within a year of the child’s last one."
    )
    assert "safe" in found.question
    assert plain(told(subject, rose).since) == ""


def test_an_acronym_keeps_its_capitals_amid_a_sentence(subject_of):
    up = difference("scores.rose", ALDER, found=4)
    (found,) = first_page(subject_of(change(goes_with=(up,)))).insights
    assert "With it: ICM scores up in Alder." in plain(found.since)


def worked(figure, then, now, *, locality="", of=None, outcome="", place=DALE, due=None):
    """Return the insight that an action's figure moved, and the two figures and their days."""
    action = AgreedAction("5May26-1", locality, "", "Canary", due, "next meeting", "", SINCE)
    rows = tuple((measure, "5May26-1", place, "") for measure in (NOW, THEN))
    standing = OpenAction(action, outcome, figure, overdue=not outcome)
    insight = Insight(RULES["action.worked"], place, rows, found=now, expected=then)
    own = [
        Figure(measure, place, "5May26-1", "", value, value if of else None, of, unit="plans")
        for measure, value in ((NOW, float(now)), (THEN, float(then)))
    ]
    own.append(Figure(SPAN, place, "5May26-1", value=84, unit="days"))
    return replace(insight, decided=(standing,)), own


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            ("actions overdue or undated", 49, 24, 301),
            "24 of 301 actions are overdue or undated; 49 of 301 when action 5May26-1 (OLT) was agreed.",
        ),
        (
            ("plans not sent", 12, 1, 30),
            "1 of 30 plans is not sent; 12 of 30 when action 5May26-1 (OLT) was agreed.",
        ),
        (
            ("open plans", 9, 1, None),
            "1 plan is open; 9 when action 5May26-1 (OLT) was agreed.",
        ),
        (
            ("plans closed or stepped down", 7, 37, None),
            "37 plans closed or stepped down in the last 84 days; 7 in the 84 days before action 5May26-1 (OLT).",
        ),
    ],
)
def test_what_moved_is_said_with_its_figure_now_and_then(measures, settings, found, said):
    figure, then, now, of = found
    insight, own = worked(figure, then, now, of=of)
    figures = Figures([*measures.figures, *own])
    subject = subject_with(replace(measures, figures=figures), settings, ())
    assert plain(sentence(subject, insight)) == f"North Dale: {said}"
    assert plain(briefly(subject, insight)) == f"{figure} moved as wanted, North Dale"


def test_every_figure_to_move_can_be_said():
    assert {*MOVED_FIGURES, CLOSING.name, SCORES.name} == {*TARGETS}


@pytest.mark.parametrize(("outcome", "standing"), [("", "still marked open"), ("done", "done")])
def test_good_news_is_not_called_overdue(measures, settings, outcome, standing):
    insight, _ = worked("plans not sent", 12, 1, outcome=outcome)
    subject = subject_with(measures, settings, ())
    assert [plain(each) for each in decided_words(subject, insight)] == [
        f"Agreed: 5May26-1 (OLT; {standing})."
    ]


def test_an_action_due_at_the_next_meeting_says_so(measures, settings):
    praised, _ = worked("plans not sent", 12, 1, locality="North Dale")
    subject = subject_with(measures, settings, ())
    insight = difference(decided=praised.decided)
    assert [plain(each) for each in decided_words(subject, insight)] == [
        "Agreed: 5May26-1 (due next meeting, overdue)."
    ]


@pytest.mark.parametrize(
    ("verdict", "why", "said"),
    [
        (NOT_YET, OTHER_WAY, ": plans not sent (proposed) went the other way"),
        (NOT_YET, "", ": plans not sent (proposed) no better yet"),
        (MOVED, "", ": plans not sent (proposed) moved as wanted"),
        (CANT_TELL, "may be chance", ""),
    ],
)
def test_what_an_agreed_actions_figure_did_is_said_with_it(measures, settings, verdict, why, said):
    praised, _ = worked("plans not sent", 12, 1, locality="North Dale")
    (standing,) = praised.decided
    review = ActionReview(
        standing, ALDER, "1", figure="plans not sent", proposed=True, verdict=verdict, why=why
    )
    subject = subject_with(measures, settings, (), action_reviews={"North Dale": (review,)})
    insight = difference(decided=praised.decided)
    assert [plain(each) for each in decided_words(subject, insight)] == [
        f"Agreed: 5May26-1 (due next meeting, overdue){said}."
    ]


def test_what_the_olt_decided_stands_with_its_day(measures, settings):
    ruled = difference(ruling="Ask why", ruled=date(2026, 5, 7))
    (words,) = decided_words(subject_with(measures, settings, ()), ruled)
    assert plain(words).replace("\N{NO-BREAK SPACE}", " ") == "The OLT decided on 7 May: Ask why."


@pytest.mark.parametrize(("year", "day"), [(2026, "30 Apr"), (2025, "30 Apr 2025")])
def test_what_the_last_papers_had_stands_with_its_day(measures, settings, year, day):
    window = f"{year}-04-30/{year}-04-30"
    then = Figure("insight.before", ALDER, "unsent.high", window, 30, 30, 70)
    figures = Figures([*measures.figures, then])
    subject = subject_with(replace(measures, figures=figures), settings, (difference(),))
    assert f"30 of 70 on {day}." in plain(told(subject, difference()).since)


def test_plans_that_came_back_are_told_beside_the_authoritys_share(measures, settings):
    risen = change("finishes.rose", ALDER)
    back = Figure("plans.returned", ALDER, "", risen.window, 13, 13, 52)
    shares = [
        Figure("plans.returned.share", place, "", risen.window, value, unit="share")
        for place, value in ((ALDER, 0.25), (AUTHORITY, 0.17))
    ]
    figures = Figures([*measures.figures, back, *shares])
    subject = subject_with(replace(measures, figures=figures), settings, (risen,))
    assert (
        "Of the 52 plans that started meanwhile, 13 (25%; 17% across the authority) came within a year"
        in plain(told(subject, risen).since)
    )


def test_good_news_stands_apart(subject_of):
    subject = subject_of(difference(), change("finishes.rose"))
    page = first_page(subject)
    assert len(page.insights) == len(page.shared) == 1


def test_good_news_stays_however_full_the_page_is(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"][:5]
    found = (*(difference(rule, ruling="Word " * 40) for rule in rules), change("finishes.rose"))
    page = first_page(subject_of(*found), [("A line of what was agreed last time. " * 3,)] * 6)
    assert len(page.shared) == 1
    assert len(page.insights) < 5


def test_no_more_than_five_insights(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"]
    assert len(first_page(subject_of(*(difference(rule) for rule in rules))).insights) == 5


def test_a_place_that_stands_out_again_and_again_is_named_once_for_all(subject_of):
    rules = ("unsent.high", "actions_overdue.high", "out_of_timescale.high")
    assert common_thread(subject_of(*(difference(rule) for rule in rules[:2]))) == ""
    found = common_thread(subject_of(*(difference(rule) for rule in rules)))
    assert found == "Alder (North Dale) stands out in all of these: what would help there most?"


def test_every_rule_has_its_words():
    assert set(PHRASES) == {rule.id for rule in ALL_RULES}


def test_what_the_page_has_no_room_for_is_named_in_a_line(subject_of):
    rules = [rule.id for rule in ALL_RULES if not rule.good and rule.kind == "difference"][:5]
    subject = subject_of(*(difference(rule, ruling="Word " * 40) for rule in rules))
    page = first_page(subject, [("A line of what was agreed last time. " * 3,)] * 10)
    assert 2 <= len(page.insights) < 5
    (line,) = page.lines
    assert plain(line.words).count(";") == 4 - len(page.insights)


@pytest.mark.parametrize(
    ("line", "told_of"),
    [("Plans not sent (proposed): 4 → 2.", True), ("Plans not sent: 4 → 2.", False)],
)
def test_a_guess_is_called_one_where_it_stands(subject_of, line, told_of):
    page = first_page(subject_of(difference()), [(line,)])
    assert ("(proposed): a figure that is our guess" in plain(page.basis)) is told_of


def test_a_guess_beside_an_insight_is_called_one_too(measures, settings):
    praised, _ = worked("plans not sent", 12, 1, locality="North Dale")
    (standing,) = praised.decided
    review = ActionReview(
        standing, ALDER, "1", figure="plans not sent", proposed=True, verdict=NOT_YET
    )
    found = difference(decided=praised.decided)
    subject = subject_with(measures, settings, (found,), action_reviews={"North Dale": (review,)})
    assert "(proposed): a figure that is our guess" in plain(first_page(subject).basis)


def test_that_there_are_further_actions_is_said_apart_from_the_verdict_on_the_first(
    measures, settings
):
    praised, _ = worked("plans not sent", 12, 1, locality="North Dale")
    insight = difference(decided=praised.decided * 2)
    (words,) = decided_words(subject_with(measures, settings, ()), insight)
    assert plain(words) == "Among those agreed: 5May26-1 (due next meeting, overdue)."
