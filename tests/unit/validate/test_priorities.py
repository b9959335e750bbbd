"""A priorities sheet that came back: what was chosen, in which order, in whose words."""

from datetime import date

import pytest
from builders import said
from raw_forms import NOVEMBER, OCTOBER, account, entries, form, read, row

from pipeline.model.insight_rules import RULES
from pipeline.model.insights import reference
from pipeline.model.priorities import Mark, OwnPoint
from pipeline.model.scopes import AUTHORITY, Scope

DALE, ALDER = Scope("locality", "North Dale"), Scope("team", "North Dale", "Alder")
FELL = reference(RULES["finishes.fell"], DALE)
UNSENT = reference(RULES["unsent.high"], ALDER)


def sheet(*answers, held="19/11/2026", **parts):
    parts = {"scope": AUTHORITY, **parts}
    return form("priorities", entries(meeting=held), *answers, **parts)


def chosen(line, ref, choice="", order="", words=""):
    return row("insights", line, ref, choice=choice, order=order, words=words)


def own(line, words, order=""):
    return row("own", line, words, own=words, order=order)


def sheets(*forms, **how):
    validated = read(*forms, **how)
    return validated.priorities, validated


def test_a_sheet_as_it_was_marked():
    (found,), validated = sheets(
        sheet(
            chosen(1, FELL, "take", "2", "Offer help"),
            chosen(2, UNSENT, "park"),
            own(1, "The court timetable", "1"),
        )
    )
    assert (found.period, found.meeting) == (OCTOBER, date(2026, 11, 19))
    assert found.marks == (
        Mark("finishes.fell", DALE, "take", 2, "Offer help"),
        Mark("unsent.high", ALDER, "park"),
    )
    assert found.own == (OwnPoint("The court timetable", 1),)
    assert validated.findings == ()
    assert account(validated) == (7, 7, 0, 0, 0)


def test_a_sheet_made_for_the_as_at_day_counts_and_one_made_later_does_not():
    asked = sheet(chosen(1, FELL, "take"))
    assert len(sheets(asked, as_at=OCTOBER)[0]) == 1
    found, validated = sheets(asked, as_at=date(2026, 10, 29))
    assert found == ()
    assert [f.rule.code for f in validated.findings] == ["form.later"]


@pytest.mark.parametrize(
    ("typed", "meant", "code"),
    [
        ("Take", "take", None),
        ("Yes", "take", "priorities.choice_read"),
        ("noted", "note", "priorities.choice_read"),
        ("Not now", "park", "priorities.choice_read"),
        ("perhaps", None, "priorities.choice_unclear"),
        ("-", None, "form.says_nothing"),
        ("Choose", None, None),
    ],
)
def test_choices_as_people_type_them(typed, meant, code):
    (found,), validated = sheets(sheet(chosen(1, FELL, typed, words="why")))
    (mark,) = found.marks
    assert mark.choice == meant
    assert [f.rule.code for f in validated.findings] == ([code] if code else [])
    assert mark.words == ("why\nperhaps" if typed == "perhaps" else "why")


@pytest.mark.parametrize(
    ("typed", "order"), [("1", 1), ("1st", 1), ("2.", 2), ("no. 3", 3), ("first", None)]
)
def test_orders_as_people_type_them(typed, order):
    (found,), validated = sheets(sheet(chosen(1, FELL, "take", typed)))
    assert found.marks[0].order == order
    assert [f.rule.code for f in validated.findings] == (
        [] if order else ["priorities.order_unclear"]
    )
    assert ("first" in found.marks[0].words) is (order is None)


@pytest.mark.parametrize("typed", [FELL.lower(), FELL.replace("-", " "), FELL.replace("-", "–")])
def test_a_reference_is_known_however_it_is_typed(typed):
    (found,), _ = sheets(sheet(chosen(1, typed, "take")))
    assert found.marks[0].key == ("finishes.fell", DALE)


def test_a_team_that_was_renamed_keeps_its_insights():
    teams = [{"name": "Oak", "aliases": ["Alder"]}, {"name": "Birch"}]
    (found,), _ = sheets(sheet(chosen(1, UNSENT, "take")), teams=teams)
    assert found.marks[0].place == Scope("team", "North Dale", "Oak")


def test_a_row_of_no_insight_stands_as_her_own_point():
    (found,), validated = sheets(sheet(chosen(1, "ZZ-1", "take", "1", "Talk about housing")))
    assert found.marks == ()
    assert found.own == (OwnPoint("take: Talk about housing", 1),)
    assert len(said(validated, "priorities.insight_unknown")) == 1
    assert account(validated) == (4, 4, 0, 0, 0)


def test_two_rows_of_one_insight_that_differ_choose_nothing():
    (found,), validated = sheets(sheet(chosen(1, FELL, "take", "1"), chosen(2, FELL, "park")))
    (mark,) = found.marks
    assert (mark.choice, mark.order) == (None, 1)
    assert "take 1; park" in mark.words
    assert len(said(validated, "priorities.choices_differ")) == 1


def test_a_row_copied_twice_is_one():
    (found,), validated = sheets(sheet(chosen(1, FELL, "take", "1"), chosen(2, FELL, "take", "1")))
    assert found.marks == (Mark("finishes.fell", DALE, "take", 1),)
    assert validated.findings == ()


@pytest.mark.parametrize("held", ["", "soon", "19/11/2031"])
def test_without_a_meeting_the_marks_are_kept(held):
    (found,), validated = sheets(sheet(chosen(1, FELL, "take"), held=held))
    assert (found.meeting, len(found.marks)) == (None, 1)
    assert len(said(validated, "priorities.no_meeting")) == 1


def test_words_outside_the_form_are_kept():
    (found,), _ = sheets(sheet(chosen(1, FELL, "take"), asides=("Well done all",)))
    assert [each.text for each in found.asides] == ["Well done all"]


def test_as_it_went_out_it_is_no_sheet():
    found, validated = sheets(sheet(chosen(1, FELL, "Choose")))
    assert found == ()
    assert [f.rule.code for f in validated.findings] == ["form.blank"]


def test_returned_twice_it_counts_once():
    same = [sheet(chosen(1, FELL, "take"), file=name) for name in ("a.docx", "b.docx")]
    found, validated = sheets(*same)
    assert [each.file for each in found] == ["a.docx"]
    assert len(said(validated, "form.twice")) == 1


def test_sheets_that_contradict_each_other_are_left_to_a_person():
    found, validated = sheets(
        sheet(chosen(1, FELL, "take"), file="a.docx"),
        sheet(chosen(1, FELL, "park"), file="b.docx"),
        sheet(chosen(1, FELL, "note"), period=NOVEMBER, held="15/12/2026", file="c.docx"),
    )
    assert [each.file for each in found] == ["c.docx"]
    assert all(f.needs_person for f in said(validated, "priorities.differ"))
    assert len(said(validated, "priorities.differ")) == 2


def test_sheets_stand_oldest_first():
    late = sheet(chosen(1, FELL, "note"), period=NOVEMBER, held="15/12/2026", file="a.docx")
    found, _ = sheets(late, sheet(chosen(1, FELL, "take"), file="b.docx"))
    assert [each.period for each in found] == [OCTOBER, NOVEMBER]
