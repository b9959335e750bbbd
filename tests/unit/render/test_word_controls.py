"""Controls that Word knows as such: drop-downs, dates, boxes to tick."""

from datetime import date

import pytest
from unit.render import sampler
from unit.render.word_xml import W, find, part, text, value

from pipeline.model.content import Section
from pipeline.model.entries import Choice, DateEntry, EntryGroup, EntryLine, TickBox
from pipeline.render import make
from pipeline.render.word.controls import LONGEST_TAG, control_tag


def controls(*entries):
    lines = EntryGroup(tuple(EntryLine(f"Label {n}", e) for n, e in enumerate(entries)))
    made = make(sampler.content((Section("a", "A", (lines,)),)), "docx")
    return find(part(made), "//w:sdt")


def test_a_choice_offers_its_options_and_shows_its_prompt_as_a_placeholder():
    (control,) = controls(Choice("outcome", "Outcome", ("done", "not done")))
    options = find(control, ".//w:dropDownList/w:listItem")
    assert [option.get(f"{W}displayText") for option in options] == ["done", "not done"]
    assert find(control, "w:sdtPr/w:showingPlcHdr")
    assert value(control, ".//w:rStyle") == "PlaceholderText"
    assert text(control) == "Choose"
    assert value(control, "w:sdtPr/w:tag") == "outcome"
    assert value(control, "w:sdtPr/w:alias") == "Outcome"


def test_a_choice_already_made_is_an_answer_not_a_placeholder():
    (control,) = controls(Choice("outcome", "Outcome", ("done",), "done"))
    assert text(control) == "done"
    assert not find(control, ".//w:showingPlcHdr | .//w:rStyle")


def test_a_date_keeps_its_day_for_whoever_reads_it_back():
    (control,) = controls(DateEntry("due", "Due", date(2026, 11, 24)))
    (picker,) = find(control, "w:sdtPr/w:date")
    assert picker.get(f"{W}fullDate") == "2026-11-24T00:00:00Z"
    assert value(picker, "w:dateFormat") == "dd/MM/yyyy"
    assert text(control) == "24/11/2026"


def test_an_empty_date_has_no_day_and_shows_its_form():
    (control,) = controls(DateEntry("due", "Due", prompt="dd/mm/yy"))
    (picker,) = find(control, "w:sdtPr/w:date")
    assert picker.get(f"{W}fullDate") is None
    assert value(picker, "w:dateFormat") == "dd/MM/yy"
    assert text(control) == "dd/mm/yy"
    assert find(control, "w:sdtPr/w:showingPlcHdr")


@pytest.mark.parametrize(("ticked", "state", "sign"), [(False, "0", "☐"), (True, "1", "☒")])
def test_a_box_to_tick_shows_and_stores_its_state(ticked, state, sign):
    (control,) = controls(TickBox("here", "A. Name", ticked=ticked))
    (checked,) = find(control, ".//w14:checked")
    assert checked.get(checked.tag.replace("checked", "val")) == state
    assert text(control) == sign


def test_ids_differ_within_a_document():
    found = controls(*(TickBox("same", "Same") for _ in range(5)))
    assert len({value(control, "w:sdtPr/w:id") for control in found}) == 5


def test_long_tags_are_cut_to_what_word_opens_and_stay_apart():
    one, other = (control_tag(f"expected.{'x' * 80}.{end}") for end in "ab")
    assert len(one) == len(other) == LONGEST_TAG
    assert one != other
    assert control_tag("short") == "short"


def test_long_labels_are_cut_to_what_word_opens():
    (control,) = controls(TickBox("t", "x" * 200))
    assert len(value(control, "w:sdtPr/w:alias")) == LONGEST_TAG
