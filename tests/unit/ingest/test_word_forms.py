"""A form that was filled in and otherwise left alone: every field comes back, and nothing else."""

from datetime import date

import pytest
from word_forms import (
    MINUTES,
    REVIEW,
    Document,
    blank,
    choose,
    read,
    run,
    text_of,
    texts,
    tick,
    type_in,
    xml,
)

from pipeline.model.returned import Answer

IMPACT, WHY = "Actions to achieve desired impact", "What will make the difference"
IMPROVE = "What are we doing/could be doing to improve?"


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
def test_a_form_as_sent_holds_its_own_words_and_nothing_written(pack):
    raw, said = read(blank(pack))
    assert (raw.asides, said, raw.tracked) == ((), [], False)
    assert raw.characters.unaccounted == raw.characters.deleted == raw.characters.outside == 0
    assert raw.characters.placeholder > 0
    assert raw.identity.pack == pack
    assert raw.identity.scope.locality == "North Dale"
    assert raw.identity.period == "2026-05-29"


def test_the_minutes_fields_come_back():
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit each family\n\nRing the school")
    type_in(form.cell(IMPACT, "Alder", "By When"), "12/06/2026\n\nend of June")
    type_in(form.cell(IMPACT, "Alder", "Other notes"), "Tom & Jo < all")
    type_in(form.cell("Going well", "Birch", "Support needed"), "A room")
    type_in(form.cell(WHY, "Alder", "We expect"), "12")
    type_in(form.cell(WHY, "Alder", WHY), "More visits")
    type_in(form.cell("Barrier or opportunity", "", "Barrier or opportunity"), "Housing")
    type_in(form.cell("Barrier or opportunity", "", "What we will do"), "Meet the landlord")
    type_in(form.entry("Others"), "A guest")
    choose(form.cell("Ref", "ND-1", "Outcome"), "in progress")
    choose(form.cell("Ref", "ND-1", "Figure"), "plans closing")
    type_in(form.cell("Ref", "ND-1", "Note"), "Half of them")
    raw, said = read(form.saved())
    assert (raw.asides, said) == ((), [])
    written = {(a.part, a.row, a.column): a.text for a in raw.answers if a.ticked is None}
    assert {
        ("actions", "Alder", "actions"): "Visit each family\n\nRing the school",
        ("actions", "Alder", "due"): "12/06/2026\n\nend of June",
        ("actions", "Alder", "notes"): "Tom & Jo < all",
        ("icms", "Birch", "support"): "A room",
        ("expectations", "Alder", "expected"): "12",
        ("expectations", "Alder", "why"): "More visits",
        ("barriers", "Housing", "barrier"): "Housing",
        ("barriers", "Housing", "response"): "Meet the landlord",
        ("entries", "others", ""): "A guest",
        ("previous", "ND-1", "outcome"): "in progress",
        ("previous", "ND-1", "figure"): "plans closing",
        ("previous", "ND-1", "note"): "Half of them",
        ("previous", "ND-1", "action"): "Walk the long plans",
    }.items() <= written.items()
    assert len({a.line for a in raw.part("actions")}) == 1


def test_the_reviews_fields_come_back():
    form = Document(blank(REVIEW))
    choose(form.entry("Date"), "15/06/2026", "2026-06-15")
    type_in(form.entry("Completed by (name)"), "Pat Pretend")
    choose(form.cell("Name of team", "Observation date", "Birch"), "12/06/26", "2026-06-12")
    choose(form.cell("Name of team", "3.", "Birch"), "4")
    choose(form.cell("Name of team", "1.", "Alder"), "5")
    question = form.table(IMPROVE)
    type_in(list(question.iter("{*}tc"))[1], "Write up on the day\nMeet weekly")
    raw, said = read(form.saved())
    assert (raw.asides, said) == ((), [])
    assert {(a.row, a.column): a.text for a in raw.part("scores")} == {
        ("observed", "Birch"): "12/06/26",
        ("3", "Birch"): "4",
        ("1", "Alder"): "5",
    }
    by_row = {a.row: a for a in raw.part("entries")}
    assert by_row["date"].day == date(2026, 6, 15)
    assert by_row["completed_by"].text == "Pat Pretend"
    assert by_row["doing"].text == "Write up on the day\nMeet weekly"
    observed = next(a for a in raw.part("scores") if a.row == "observed")
    assert observed.day == date(2026, 6, 12)


def test_boxes_tell_who_was_there():
    form = Document(blank())
    tick(form.entry("Performance officer"))
    tick(form.cell("Team manager", "Alder", "Practice supervisor 2"))
    type_in(form.entry("Head of service (chair)"), "Val Unreal")
    raw, _ = read(form.saved())
    assert {a.text: a.ticked for a in raw.answers if a.part in ("attendees", "entries")} == {
        "29/05/2026": None,
        "Val Unreal": None,
        "Kim Fiction": True,
        "Lee Fable": False,
        "Jo Invented": False,
        "Sam Made": False,
        "Ash Up": True,
    }


@pytest.mark.parametrize(
    ("shown", "held", "day"),
    [
        ("12 June", "2026-06-12", date(2026, 6, 12)),
        ("Fri", "2026-06-12", date(2026, 6, 12)),
        ("13/06/2026", "2026-06-12", None),
        ("12/06/2026", "soon", None),
        ("12/06/2026", "2026-06-12", date(2026, 6, 12)),
    ],
)
def test_a_dates_control_tells_the_day_unless_what_it_shows_is_another(shown, held, day):
    form = Document(blank())
    choose(form.entry("Date"), shown, held)
    raw, _ = read(form.saved())
    assert next(a for a in raw.part("entries") if a.row == "date") == Answer(
        "entries", "date", "", 1, shown, day
    )


@pytest.mark.parametrize(
    "prompt",
    [
        "Choose",
        "choose ",
        "Click or tap here to enter text.",
        "Choose an item.",
        "dd/mm/yyyy",
        "…",
        "1 to 5",
    ],
)
def test_a_prompt_is_no_answer_even_as_plain_text(prompt):
    form = Document(blank())
    before, _ = read(form.saved())
    type_in(form.cell(IMPACT, "Alder", "By When"), prompt)
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == []
    assert raw.asides == ()
    assert raw.characters.placeholder > before.characters.placeholder


def test_words_typed_over_a_prompt_are_an_answer_though_the_control_still_says_otherwise():
    form = Document(blank())
    cell = form.cell("Ref", "ND-2", "Outcome")
    next(cell.iter("{*}t")).text = "nearly done"
    raw, _ = read(form.saved())
    assert texts(raw, "previous", "outcome") == ["nearly done"]


def test_words_beside_a_control_stand_with_its_answer():
    form = Document(blank())
    cell = form.cell("Ref", "ND-2", "Outcome")
    choose(cell, "done")
    next(cell.iter("{*}p")).append(run(" at last"))
    raw, _ = read(form.saved())
    assert texts(raw, "previous", "outcome") == ["done at last"]


def test_words_beside_an_unanswered_control_are_the_answer():
    form = Document(blank())
    cell = form.cell("Ref", "ND-2", "Outcome")
    cell.append(xml("<w:p><w:r><w:t>not yet</w:t></w:r></w:p>"))
    raw, _ = read(form.saved())
    assert texts(raw, "previous", "outcome") == ["not yet"]


def test_the_small_print_beside_an_entry_is_printed_until_someone_writes_in_it():
    form = Document(blank(REVIEW))
    cell = form.cell("Name of team", "1.", "Alder")
    assert text_of(cell).endswith("last: 4")
    list(cell.iter("{*}p"))[-1].append(run(" now 5"))
    raw, _ = read(form.saved())
    assert texts(raw, "scores") == ["last: 4 now 5"]


def test_a_tab_and_a_line_break_stay_apart():
    form = Document(blank())
    cell = form.cell(IMPACT, "Alder", IMPACT)
    next(cell.iter("{*}p")).append(
        xml(
            "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:cr/>"
            "<w:t>half</w:t><w:noBreakHyphen/><w:t>way</w:t></w:r>"
        )
    )
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == ["one\ttwo\nthree\nhalf\N{NON-BREAKING HYPHEN}way"]
