"""A priorities sheet is read whatever people and editors made of it; no character of it is lost."""

import pytest
from priority_sheets import FELL, UNSENT, sheet
from word_forms import (
    Document,
    cells,
    choose,
    copied,
    flatten,
    read,
    rows,
    text_of,
    type_in,
    without_properties,
)

CHOICE, WORDS, OWN = "Take, note or park", "In your words", "Your own point"


def marked():
    """Return a sheet with both insights marked, and a point of her own."""
    form = Document(sheet())
    choose(form.cell("Ref", FELL.ref, CHOICE), "take")
    type_in(form.cell("Ref", FELL.ref, "Order"), "1")
    type_in(form.cell("Ref", FELL.ref, WORDS), "Ask the head of service\nand offer help")
    choose(form.cell("Ref", UNSENT.ref, CHOICE), "park")
    type_in(cells(rows(form.table(OWN))[1])[0], "The new court timetable")
    return form


def answers(raw):
    return {(a.part, a.row, a.column): a.text for a in raw.answers if a.text}


TOLD = {
    ("insights", FELL.ref, "choice"): "take",
    ("insights", FELL.ref, "order"): "1",
    ("insights", FELL.ref, "words"): "Ask the head of service\nand offer help",
    ("insights", UNSENT.ref, "choice"): "park",
}


def told(raw):
    found = answers(raw)
    return {key: found.get(key) for key in TOLD}


def own(raw):
    return [a.text for a in raw.part("own") if a.column == "own" and a.text]


def test_it_is_read_as_it_was_marked():
    raw, said = read(marked().saved())
    assert told(raw) == TOLD
    assert own(raw) == ["The new court timetable"]
    assert (raw.asides, said) == ((), [])
    assert raw.characters.unaccounted == 0


def test_as_it_went_out_nothing_is_answered_but_the_meeting():
    raw, said = read(sheet())
    filled = {key for key, text in answers(raw).items() if text not in ("Choose", "")}
    assert {key[1] for key in filled} == {"meeting"}
    assert (raw.asides, said) == ((), [])


def test_columns_may_be_moved():
    form = marked()
    for row in rows(form.table("Ref")):
        row.append(cells(row)[0])
        row.insert(0, cells(row)[2])
    raw, _ = read(form.saved())
    assert told(raw) == TOLD
    assert raw.asides == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [(CHOICE, "Your choice"), ("Order", "Which first?"), (WORDS, "Comments"), ("Ref", "No.")],
)
def test_headers_may_be_reworded(old, new):
    form = marked()
    header = next(c for c in cells(rows(form.table("Ref"))[0]) if text_of(c).startswith(old))
    first, *others = header.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    first.text = new
    for each in others:
        each.text = ""
    raw, _ = read(form.saved())
    assert told(raw) == TOLD


def test_controls_may_be_made_plain_text():
    form = marked()
    flatten(form.body)
    raw, said = read(form.saved())
    assert told(raw) == TOLD
    assert "document.controls_gone" in said
    assert raw.characters.unaccounted == 0


def test_without_its_properties_it_is_known_by_its_title():
    form = marked()
    without_properties(form)
    raw, said = read(form.saved())
    assert raw.identity.pack == "priorities"
    assert raw.identity.period == "2026-05-29"
    assert {key: text for key, text in told(raw).items() if key[2] != "order"} == {
        key: text for key, text in TOLD.items() if key[2] != "order"
    }
    assert "document.known_by_title" in said


def test_a_row_may_be_added():
    form = marked()
    last = rows(form.table("Ref"))[-1]
    added = copied(last)
    last.addnext(added)
    for cell in cells(added):
        for text in cell.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            text.text = ""
    type_in(cells(added)[4], "One thing more")
    raw, _ = read(form.saved())
    assert told(raw) == TOLD
    assert "One thing more" in [a.text for a in raw.answers]
