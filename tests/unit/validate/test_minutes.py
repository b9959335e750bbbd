"""Check-in minutes that came back: actions line by line, dates, teams, words; nothing is lost."""

from dataclasses import replace
from datetime import date

import pytest
from builders import said
from raw_forms import account, entries, form, minutes, read, row

from pipeline.model.returned import Aside
from pipeline.model.scopes import AUTHORITY
from pipeline.validate.form_ledger import MOST_ASIDES
from pipeline.validate.form_words import CUT
from pipeline.validate.minutes_actions import MOST_ACTIONS

MEETING = date(2026, 11, 3)


def agreed(*rows, **parts):
    """Return the actions of minutes with these rows, and all that was validated."""
    validated = read(minutes(*rows, **parts))
    (found,) = validated.minutes
    return found.actions, validated


def alder(actions, due="", notes="", line=1):
    return row("actions", line, "Alder", actions=actions, due=due, notes=notes)


def test_a_line_is_an_action_with_the_date_on_its_line():
    actions, validated = agreed(alder("1. Visit\n\n2. Write\n", "17/11/2026\n20/11/2026"))
    assert [(a.reference, a.team, a.action, a.due) for a in actions] == [
        ("3Nov26-1", "Alder", "Visit", date(2026, 11, 17)),
        ("3Nov26-2", "Alder", "Write", date(2026, 11, 20)),
    ]
    assert {(a.locality, a.agreed, a.due_words, a.note) for a in actions} == {
        ("North Dale", MEETING, "", "")
    }
    assert validated.findings == ()
    assert account(validated) == (3, 3, 0, 0, 0)


def test_one_date_serves_all_actions_of_its_row():
    actions, validated = agreed(alder("Visit\nWrite\nCall", "17/11"))
    assert [a.due for a in actions] == [date(2026, 11, 17)] * 3
    assert len(said(validated, "form.date_no_year")) == 1
    assert account(validated) == (3, 3, 1, 0, 0)


@pytest.mark.parametrize(
    ("actions", "dues", "expected"),
    [
        ("A\nB\nC", "17/11/2026\n\n20/11/2026", ["17", "", "20"]),
        ("A\nB\nC", "17/11/2026\n20/11/2026", ["17", "20", ""]),
        ("A\n\nB\n\nC", "17/11/2026\n20/11/2026", ["17", "20", ""]),
        ("A\nB", "17/11/2026\n18/11/2026\n19/11/2026", ["17", "18/11/2026 / 19/11/2026"]),
        ("A", "17/11/2026\n18/11/2026", ["17/11/2026 / 18/11/2026"]),
    ],
)
def test_dates_that_do_not_match_in_number_are_matched_as_far_as_they_go(actions, dues, expected):
    found, validated = agreed(alder(actions, dues))
    assert [f"{a.due.day}" if a.due else a.due_words for a in found] == expected
    (finding,) = said(validated, "minutes.dates_differ")
    assert "actions" in finding.sentence


def test_a_dash_among_the_dates_is_an_action_without_one():
    actions, validated = agreed(alder("A\nB\nC", "17/11/2026\n-\n20/11/2026"))
    assert [a.due and a.due.day for a in actions] == [17, None, 20]
    assert not said(validated, "minutes.dates_differ")


def test_words_in_place_of_a_date_are_kept():
    actions, validated = agreed(alder("A\nB", "end of Nov\nASAP"))
    assert [(a.due, a.due_words) for a in actions] == [(None, "end of Nov"), (None, "ASAP")]
    assert [f.value for f in said(validated, "form.date_in_words")] == ["end of Nov", "ASAP"]


@pytest.mark.parametrize(
    ("due", "code"), [("02/11/2026", "form.date_before"), ("17/11/2062", "form.date_far")]
)
def test_a_date_that_can_hardly_be_meant_is_kept_and_said(due, code):
    (action,), validated = agreed(alder("A", due))
    assert action.due is not None
    assert len(said(validated, code)) == 1


def test_a_row_without_a_team_belongs_to_the_team_above():
    actions, _ = agreed(alder("A"), row("actions", 2, actions="B"), row("actions", 3, "Birch"))
    assert [a.team for a in actions] == ["Alder", "Alder"]


def test_the_team_above_counts_though_nothing_is_written_beside_it():
    below = [replace(each, above="Birch") for each in row("actions", 3, actions="B")]
    actions, _ = agreed(alder("A"), below)
    assert [a.team for a in actions] == ["Alder", "Birch"]


def test_an_action_twice_in_one_form_counts_once_and_a_note_beside_it_is_kept():
    again = row("actions", 2, "Alder", actions="visit them", notes="both parents")
    actions, validated = agreed(alder("Visit them"), again)
    assert [a.action for a in actions] == ["Visit them"]
    assert len(said(validated, "minutes.action_again")) == 1
    (minutes,) = validated.minutes
    assert [aside.text for aside in minutes.asides] == ["visit them: both parents"]


def test_an_action_of_another_date_is_another_action():
    again = row("actions", 2, "Alder", actions="Visit them", due="19/05/2026")
    actions, _ = agreed(alder("Visit them", "12/05/2026"), again)
    assert len(actions) == 2


def test_a_row_with_no_team_above_it_stands_under_the_locality():
    (action,), validated = agreed(row("actions", 1, actions="A"))
    assert (action.team, action.action) == ("", "A")
    assert len(said(validated, "minutes.no_team")) == 1


def test_an_alias_is_the_team_and_an_unknown_name_stays_with_the_action():
    teams = [{"name": "Alder", "aliases": ["Assessment 1"]}, {"name": "Birch"}]
    rows = row("actions", 1, "assessment 1", actions="A"), row("actions", 2, "Elder", actions="B")
    validated = read(minutes(*rows), teams=teams)
    known, unknown = validated.minutes[0].actions
    assert (known.team, unknown.team) == ("Alder", "")
    assert unknown.note == "Team as written: Elder"
    (finding,) = said(validated, "minutes.team_unknown")
    assert finding.value == "Elder"
    assert "Elder" not in finding.sentence
    assert "Elder" not in str(finding.place)


@pytest.mark.parametrize("words", ["No further actions", "none", "n/a", "-", "No actions agreed"])
def test_no_further_actions_is_no_action(words):
    actions, validated = agreed(alder("A"), row("actions", 2, actions=words))
    assert [a.action for a in actions] == ["A"]
    assert len(said(validated, "minutes.no_action")) == 1
    assert account(validated) == (3, 2, 0, 0, 1)


def test_a_merged_row_may_say_so_in_the_place_of_the_team():
    name = "No further actions"
    actions, validated = agreed(alder("A"), row("actions", 2, name, team=name))
    assert [a.action for a in actions] == ["A"]
    assert account(validated) == (3, 2, 0, 0, 1)
    assert validated.minutes[0].asides == ()


def test_a_row_that_agrees_on_nothing_loses_none_of_its_words():
    cells = {"actions": "No further actions", "due": "next month", "notes": "TM away"}
    actions, validated = agreed(row("actions", 1, "Alder", **cells))
    assert actions == ()
    (aside,) = validated.minutes[0].asides
    assert aside == Aside("Alder: next month / TM away", "table", "Actions agreed today")
    assert account(validated) == (4, 3, 0, 0, 1)


def test_words_where_a_team_should_be_are_kept_outside_the_form():
    words = "All teams: trackers by Friday"
    actions, validated = agreed(row("actions", 1, words, team=words))
    assert actions == ()
    assert [aside.text for aside in validated.minutes[0].asides] == [words]
    assert len(said(validated, "form.not_placed")) == 1


def test_a_note_goes_with_each_action_of_its_row():
    actions, _ = agreed(alder("A\nB", notes="with housing"), alder("C", notes="alone", line=2))
    together = "with housing (said of 2 actions together)"
    assert [a.note for a in actions] == [together, together, "alone"]


def test_more_actions_than_a_meeting_can_agree_are_not_carried_on():
    lines = "\n".join(f"Action {n}" for n in range(MOST_ACTIONS + 5))
    actions, validated = agreed(alder(lines), alder("B", line=2))
    assert len(actions) == MOST_ACTIONS
    (finding,) = said(validated, "form.too_much")
    assert "(6)" in finding.sentence
    assert account(validated) == (3, 2, 0, 1, 0)


def test_sixty_thousand_words_are_cut_and_marked():
    actions, validated = agreed(alder("word " * 60_000), row("icms", 1, "Alder", well="x" * 9_999))
    assert actions[0].action.endswith(CUT)
    assert validated.minutes[0].icms[0].well.endswith(CUT)
    assert len(said(validated, "form.cut")) == 2
    assert max(len(f.value) for f in validated.findings) == 500


def test_characters_that_cannot_be_seen_are_taken_out_and_said():
    (action,), validated = agreed(alder("Vi\u200bsit\x07 \u202eA"))
    assert action.action == "Visit\ufffd A"
    assert len(said(validated, "cell.cleaned")) == 1


def test_the_day_of_the_meeting_is_the_one_written_in_it():
    assert read(minutes(alder("A"), held=("3 Nov '26", MEETING))).minutes[0].meeting == MEETING
    assert read(minutes(alder("A"), held="3 November 2026")).minutes[0].meeting == MEETING


@pytest.mark.parametrize("held", ["", "dd/mm/yyyy", "today", "03/11/2062"])
def test_without_a_day_the_one_that_the_form_was_made_for_is_taken(held):
    (action,), validated = agreed(alder("A"), held=held)
    assert (action.agreed, action.reference) == (date(2026, 10, 30), "30Oct26-1")
    assert len(said(validated, "minutes.undated")) == 1


def test_what_teams_say_of_their_icms_stands_by_team():
    _, validated = agreed(
        row("icms", 1, "Alder", well="Pace", support="n/a"),
        row("icms", 2, "Birch", less="Rooms"),
        row("icms", 3, "Alder", well="Trust"),
        row("icms", 4, "Elder", well="Hope"),
        row("icms", 5, well="Nobody's"),
    )
    (found,) = validated.minutes
    assert [(w.team, w.well, w.less, w.support) for w in found.icms] == [
        ("Alder", "Pace\nTrust", "", ""),
        ("Birch", "", "Rooms", ""),
    ]
    assert [aside.text for aside in found.asides] == ["Hope", "Nobody's"]
    assert account(validated) == (7, 6, 0, 0, 1)
    assert len(said(validated, "form.says_nothing")) == 1


def test_what_a_team_expects_is_a_number_if_the_words_are_one():
    _, validated = agreed(
        row("expectations", 1, "Alder", expected="about 41", why="Closures"),
        row("expectations", 2, "Birch", expected="fewer"),
    )
    found = validated.minutes[0].expectations
    assert [(e.team, e.words, e.plans, e.why) for e in found] == [
        ("Alder", "about 41", 41, "Closures"),
        ("Birch", "fewer", None, ""),
    ]


def test_barriers_keep_what_is_to_be_done_about_them():
    _, validated = agreed(
        row("barriers", 1, "Housing", barrier="Housing", response="Call"),
        row("barriers", 2, "", response="Nobody's response"),
        row("barriers", 3, "none", barrier="none"),
    )
    (found,) = validated.minutes
    assert found.barriers == (("Housing", "Call"),)
    assert [aside.text for aside in found.asides] == ["Nobody's response"]


def test_who_was_there_and_who_was_not():
    _, validated = agreed(
        entries(
            chair=("A Head", True),
            performance_officer=("An Officer", False),
            business_services="B Services",
            others="C One; D Two\nn/a",
            apologies="E Three",
        ),
        row("attendees", 1, "Alder", team="Alder", manager=("A Manager", True)),
        row("attendees", 2, "Birch", manager="F Four", supervisor=("G Five", False)),
    )
    (found,) = validated.minutes
    assert found.present == ("A Head", "B Services", "A Manager", "F Four", "C One", "D Two")
    assert found.apologies == ("E Three",)
    assert found.asides == ()
    assert account(validated) == (8, 8, 0, 0, 0)


def test_what_stands_outside_the_fields_is_kept_and_shown():
    _, validated = agreed(alder("A"), asides=["A note at the end", " "])
    aside = Aside("A note at the end", "paragraph", "Actions agreed today")
    assert validated.minutes[0].asides == (aside,)
    assert len(said(validated, "form.asides")) == 1
    assert account(validated) == (3, 3, 0, 0, 0)


def test_of_very_many_words_outside_some_are_set_aside():
    _, validated = agreed(asides=[f"Note {n}" for n in range(MOST_ASIDES + 7)])
    assert len(validated.minutes[0].asides) == MOST_ASIDES
    assert account(validated) == (MOST_ASIDES + 8, MOST_ASIDES + 1, 0, 7, 0)
    assert "(7)" in said(validated, "form.too_much")[0].sentence


def test_a_field_that_nobody_knows_is_kept_as_words():
    _, validated = agreed(row("actions", 1, "Alder", strange="Words"), entries(mystery="More"))
    assert [aside.text for aside in validated.minutes[0].asides] == ["Alder: Words", "More"]
    assert account(validated) == (3, 3, 0, 0, 0)


def test_tracked_changes_are_said():
    _, validated = agreed(alder("A"), tracked=True)
    assert len(said(validated, "form.tracked")) == 1


def test_the_olts_minutes_have_localities_where_others_have_teams():
    rows = row("actions", 1, "CIN North Dale", actions="A"), row("actions", 2, "Cedar", actions="B")
    validated = read(minutes(*rows, scope=AUTHORITY))
    (found,) = validated.minutes
    assert found.locality == ""
    assert [a.team for a in found.actions] == ["North Dale", "Cedar"]


def test_no_word_of_the_minutes_stands_in_a_sentence_or_a_place():
    word = "Zanzibar"
    _, validated = agreed(
        entries(chair=word, mystery=word),
        row("previous", 1, word, ref=word, action=word, outcome=word, figure=word),
        row("previous", 2, word, ref=word, outcome=word),
        row("actions", 1, word, team=word, actions=word, due=word, notes=word),
        row("icms", 1, word, team=word, well=word),
        row("barriers", 1, word, barrier=word),
        held=word,
    )
    assert len(validated.findings) > 5
    for finding in validated.findings:
        assert word not in finding.sentence
        assert word not in str(finding.place)
        assert word not in finding.team


@pytest.mark.parametrize(
    "small",
    [
        "To ask: What would help?",
        "How sure: very sure. To ask: What would help?",
        "From the assistant director",
    ],
)
def test_a_point_is_known_without_what_the_form_prints_under_it(small):
    point = row(
        "discussions",
        1,
        "NF-WF25",
        ref="NF-WF25",
        insight=f"West Fen: 43 plans are not sent.\n{small}",
        discussed="Talked through",
        decided="Share how it is done",
    )
    held = form("olt_check_in_minutes", entries(date="03/11/2026"), point, scope=AUTHORITY)
    (found,) = read(held).minutes
    (discussion,) = found.discussions
    assert discussion.about == "West Fen: 43 plans are not sent."
    assert (discussion.said, discussion.decided) == ("Talked through", "Share how it is done")
