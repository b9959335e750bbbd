"""Forms whose tables people changed: each field is found again, and what is new is kept."""

import pytest
from word_forms import (
    MINUTES,
    REVIEW,
    Document,
    W,
    blank,
    cells,
    choose,
    copied,
    flatten,
    paragraph,
    read,
    rows,
    run,
    text_of,
    texts,
    type_in,
    without_properties,
    xml,
)

from pipeline.model.checklist import CRITERIA

IMPACT = "Actions to achieve desired impact"
QUESTION = "How is this expected to change the scores?"
TOLD = {("Alder", "actions"): "Visit them", ("Alder", "due"): "12/06/2026"}


def filled():
    """Return minutes with one action."""
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit them")
    type_in(form.cell(IMPACT, "Alder", "By When"), "12/06/2026")
    return form


def actions(raw):
    """Return what stands in the table of actions, by row and column."""
    return {(a.row, a.column): a.text for a in raw.part("actions")}


def headers(table):
    """Return the cells of the header row by their words."""
    return {text_of(cell): cell for cell in cells(rows(table)[0])}


def reword(cell, words):
    """Give a cell other words."""
    first, *others = cell.iter(f"{W}t")
    first.text = words
    for each in others:
        each.text = ""


def test_columns_may_be_moved():
    form = filled()
    for row in rows(form.table(IMPACT)):
        row.append(cells(row)[0])
        row.insert(0, cells(row)[2])
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert (raw.asides, said) == ((), [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (IMPACT, "Actions agreed"),
        (IMPACT, "actions to acheive desired impact"),
        (IMPACT, "What actions will achieve the impact desired?"),
        ("By When", "Date due"),
        ("By When", "DEADLINE"),
        ("Team", "Name of team"),
        ("Team", "Teams"),
    ],
)
def test_headers_may_be_reworded(old, new):
    form = filled()
    reword(headers(form.table(IMPACT))[old], new)
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert said == []
    assert "".join(aside.text for aside in raw.asides) in ("", new)


def test_an_earlier_layout_is_still_read():
    """Two more headers had the date in them, and the data had other opening words."""
    form = filled()
    of_expectations = headers(form.table("What will make the difference"))
    for header in ("If nothing changes", "If declared closures happen"):
        reword(of_expectations[header], f"{header}, by 13 May")
    type_in(form.cell("What will make the difference", "Alder", "We expect"), "12")
    for each in form.body.iter(f"{W}t"):
        if (each.text or "").startswith("Data: "):
            each.text = each.text.replace("Data: ", "From the data: ")
    without_properties(form, "cinpack_printed", "cinpack_beside")
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert texts(raw, "expectations", "expected") == ["12"]
    assert raw.asides == ()
    assert said == ["document.unmarked"]


def test_a_missing_column_is_named():
    form = filled()
    for row in rows(form.table(IMPACT)):
        row.remove(cells(row)[3])
    raw, said = read(form.saved())
    assert actions(raw) == {("Alder", "actions"): "Visit them"}
    assert said == ["document.columns_gone"]


def test_what_stands_in_a_column_of_ones_own_is_kept_with_its_place():
    form = filled()
    for row, words in zip(rows(form.table(IMPACT)), ("Owner", "Val Unreal", ""), strict=True):
        cell = copied(cells(row)[-1])
        for each in list(cell.iter(f"{W}p"))[1:]:
            cell.remove(each)
        row.append(cell)
        if text_of(cell):
            reword(cell, words)
        else:
            type_in(cell, words)
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert [(a.text, a.where, a.near) for a in raw.asides] == [
        ("Owner", "table", "Actions agreed today"),
        ("Val Unreal", "table", "Actions agreed today, Alder, Owner"),
    ]
    assert said == []


def test_a_column_named_as_one_of_last_times_actions_does_not_hide_the_new_ones():
    form = filled()
    for row, words in zip(rows(form.table(IMPACT)), ("Outcome", "", ""), strict=True):
        cell = copied(cells(row)[-1])
        row.append(cell)
        if words:
            reword(cell, words)
    raw, _ = read(form.saved())
    assert actions(raw) == TOLD


def test_last_times_actions_are_never_taken_for_new_ones():
    form = Document(blank())
    reword(headers(form.table("Ref"))["Ref"], "Nr")
    choose(form.cell("Nr", "ND-1", "Outcome"), "done")
    raw, said = read(form.saved())
    assert actions(raw) == {}
    assert texts(raw, "previous", "outcome") == ["done"]
    assert said == ["document.columns_gone"]


def test_a_row_can_be_added_without_a_team_and_with_one():
    form = filled()
    last = rows(form.table(IMPACT))[-1]
    for team in ("Cedar", ""):
        row = xml("<w:tr/>")
        for words in (team, "", "Another action", "", ""):
            cell = xml("<w:tc><w:p/></w:tc>")
            type_in(cell, words)
            row.append(cell)
        last.addnext(row)
    raw, _ = read(form.saved())
    assert [(a.line, a.row, a.column, a.text) for a in raw.part("actions")][2:] == [
        (3, "", "actions", "Another action"),
        (4, "Cedar", "team", "Cedar"),
        (4, "Cedar", "actions", "Another action"),
    ]


@pytest.mark.parametrize("first", [0, 1, 2])
def test_a_row_merged_to_say_one_thing_says_it_of_its_team(first):
    form = Document(blank())
    row = form.row(IMPACT, "Birch")
    merged = cells(row)[first]
    for cell in cells(row)[first + 1 :]:
        for each in cell.findall(f"{W}p"):
            if text_of(each):
                merged.append(each)
        row.remove(cell)
    merged.find(f"{W}tcPr").insert(1, xml(f'<w:gridSpan w:val="{5 - first}"/>'))
    merged.append(paragraph("No further actions"))
    raw, _ = read(form.saved())
    assert actions(raw) == {("Birch", "actions"): "No further actions"}
    assert raw.asides == ()


def test_a_row_merged_over_all_its_columns_belongs_to_the_team_above():
    form = filled()
    row = xml('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tc></w:tr>')
    cells(row)[0].append(paragraph("No further actions"))
    form.row(IMPACT, "Alder").addnext(row)
    raw, _ = read(form.saved())
    assert [(a.row, a.column, a.text) for a in raw.part("actions")][2:] == [
        ("", "actions", "No further actions")
    ]


def test_a_row_without_a_team_knows_the_team_above_though_nothing_is_written_there():
    form = filled()
    last = rows(form.table(IMPACT))[-1]
    added = copied(last)
    last.addnext(added)
    assert text_of(cells(last)[0]).startswith("Birch")
    reword(cells(added)[0], "")
    type_in(cells(added)[2], "Ring them")
    raw, _ = read(form.saved())
    assert [(a.row, a.above) for a in raw.part("actions") if a.text == "Ring them"] == [
        ("", "Birch")
    ]


def test_a_date_merged_over_two_rows_stands_in_both():
    form = filled()
    added = copied(form.row(IMPACT, "Alder"))
    form.row(IMPACT, "Alder").addnext(added)
    reword(cells(added)[0], "")
    reword(cells(added)[2], "Ring them")
    next(cells(added)[3].iter(f"{W}t")).text = ""
    cells(form.row(IMPACT, "Alder"))[3].find(f"{W}tcPr").append(xml('<w:vMerge w:val="restart"/>'))
    cells(added)[3].find(f"{W}tcPr").append(xml("<w:vMerge/>"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions", "due") == ["12/06/2026", "12/06/2026"]
    assert raw.characters.unaccounted == 0


def test_a_table_split_in_two_is_read_whole():
    form = filled()
    table = form.table(IMPACT)
    second = copied(table)
    for row in rows(second)[:2]:
        second.remove(row)
    table.remove(rows(table)[2])
    type_in(cells(rows(second)[0])[2], "Second half")
    table.addnext(second)
    table.addnext(paragraph(""))
    raw, said = read(form.saved())
    assert actions(raw) == {**TOLD, ("Birch", "actions"): "Second half"}
    assert [a.line for a in raw.part("actions")] == [1, 1, 2]
    assert said == []


def test_a_table_copied_is_read_twice_and_said():
    form = filled()
    form.table(IMPACT).addnext(copied(form.table(IMPACT)))
    raw, said = read(form.saved())
    assert texts(raw, "actions", "actions") == ["Visit them", "Visit them"]
    assert said == ["document.table_repeated"]


def test_a_row_that_repeats_the_header_is_no_answer():
    form = filled()
    table = form.table(IMPACT)
    rows(table)[1].addnext(copied(rows(table)[0]))
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert (raw.asides, said) == ((), [])


def test_a_row_above_the_header_is_kept():
    form = filled()
    row = xml('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tc></w:tr>')
    cells(row)[0].append(paragraph("As agreed in the room"))
    rows(form.table(IMPACT))[0].addprevious(row)
    raw, _ = read(form.saved())
    assert actions(raw) == TOLD
    assert [aside.text for aside in raw.asides] == ["As agreed in the room"]


def test_a_teams_row_may_be_deleted():
    form = filled()
    form.row(IMPACT, "Birch").getparent().remove(form.row(IMPACT, "Birch"))
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert (raw.asides, said) == ((), [])


@pytest.mark.parametrize("tagged", [True, False])
def test_a_table_without_its_header_row_is_known_by_its_heading(tagged):
    form = filled()
    if not tagged:
        flatten(form.body)
    table = form.table(IMPACT)
    table.remove(rows(table)[0])
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert said == ["document.headers_gone", *(["document.controls_gone"] if not tagged else [])]


def test_last_times_actions_without_headers_are_known_by_their_controls():
    form = Document(blank())
    choose(form.cell("Ref", "ND-1", "Outcome"), "done")
    table = form.table("Ref")
    table.remove(rows(table)[0])
    table.addprevious(copied(form.heading("The data")))
    raw, said = read(form.saved())
    assert texts(raw, "previous", "outcome", "ND-1") == ["done"]
    assert said == ["document.headers_gone"]


def test_a_table_without_headers_heading_and_controls_is_kept_as_words_outside():
    form = filled()
    table = form.table(IMPACT)
    form.body[0].remove(form.heading("Actions agreed today"))
    table.remove(rows(table)[0])
    table.find(f"{W}tblPr").remove(table.find(f"{W}tblPr/{W}tblCaption"))
    raw, said = read(form.saved())
    assert actions(raw) == {}
    assert "Visit them\n12/06/2026" in [aside.text for aside in raw.asides]
    assert "document.parts_gone" in said


def test_scores_without_headers_are_known_by_their_controls():
    form = Document(blank(REVIEW))
    choose(form.cell("Name of team", "3.", "Birch"), "2")
    table = form.table("Name of team")
    table.remove(rows(table)[0])
    raw, said = read(form.saved())
    assert [(a.row, a.column, a.text) for a in raw.part("scores")] == [("3", "Birch", "2")]
    assert said == ["document.headers_gone"]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("3 - Actions reviewed", "3"),
        (CRITERIA[2].wording.partition(": ")[2], "3"),
        ("Actions", "3"),
        ("Something else entirely", "Something else entirely"),
    ],
)
def test_criteria_are_known_by_number_else_by_their_words(words, row):
    form = Document(blank(REVIEW))
    choose(form.cell("Name of team", "3.", "Birch"), "2")
    reword(cells(form.row("Name of team", "3."))[0], words)
    raw, _ = read(form.saved())
    assert [(a.row, a.text) for a in raw.part("scores")] == [(row, "2")]
    assert [aside.text for aside in raw.asides] == [words]


def test_a_team_may_be_added_to_the_scores():
    form = Document(blank(REVIEW))
    table = form.table("Name of team")
    for row, words in zip(rows(table), ("Cedar", "12/06/2026", "4"), strict=False):
        cell = xml("<w:tc><w:p/></w:tc>")
        type_in(cell, words)
        row.append(cell)
    raw, _ = read(form.saved())
    assert [(a.row, a.column, a.text) for a in raw.part("scores")] == [
        ("observed", "Cedar", "12/06/2026"),
        ("1", "Cedar", "4"),
    ]


def test_a_label_may_be_reworded_and_answered_in_its_own_cell():
    form = Document(blank())
    label = next(t for t in form.body.iter(f"{W}t") if t.text == "Apologies")
    label.text = "Apologies: Val Unreal"
    type_in(form.entry("Others"), "A guest")
    reword(form.entry("Others").getprevious(), "Others there")
    raw, said = read(form.saved())
    entries = {a.row: a.text for a in raw.part("entries")}
    assert (entries["apologies"], entries["others"]) == ("Val Unreal", "A guest")
    assert [aside.text for aside in raw.asides] == ["Others there"]
    assert said == []


def test_a_label_that_is_gone_is_named():
    form = Document(blank())
    row = form.entry("Apologies").getparent()
    row.getparent().remove(row)
    _, said = read(form.saved())
    assert said == ["document.parts_gone"]


@pytest.mark.parametrize("how", ["beside the question", "reworded", "no question", "in a new row"])
def test_the_answer_to_a_question_is_found_however_it_was_given(how):
    form = Document(blank(REVIEW))
    table = form.table(QUESTION)
    asked, given = table.iter(f"{W}tc")
    if how == "beside the question":
        next(asked.iter(f"{W}p")).append(run(" They go up"))
    elif how == "in a new row":
        row = copied(rows(table)[1])
        cells(row)[0].append(paragraph("They go up"))
        table.append(row)
    else:
        type_in(given, "They go up")
    if how == "reworded":
        reword(asked, "How do you expect the scores to change?")
    elif how == "no question":
        table.remove(rows(table)[0])
    raw, _ = read(form.saved())
    assert {a.row: a.text for a in raw.part("entries")}["expected"] == "They go up"


def test_a_figure_that_someone_corrected_is_kept_though_it_stands_elsewhere_too():
    form = Document(blank())
    there = {t.text for t in form.body.iter(f"{W}t")}
    cell = form.cell(IMPACT, "Alder", "# plans")
    other = next(text for text in sorted(there) if text.isdecimal() and text != text_of(cell)[:1])
    next(cell.iter(f"{W}t")).text = other
    raw, _ = read(form.saved())
    near = "Actions agreed today, Alder, # plans closing this fortnight"
    assert [(a.text, a.near) for a in raw.asides] == [(other, near)]


def test_a_table_within_an_answer_is_part_of_it():
    form = filled()
    inner = xml("<w:tbl><w:tr/></w:tbl>")
    for words in ("Jo", "Monday"):
        cell = xml("<w:tc/>")
        cell.append(paragraph(words))
        rows(inner)[0].append(cell)
    form.cell(IMPACT, "Birch", IMPACT).insert(1, inner)
    raw, _ = read(form.saved())
    assert texts(raw, "actions", "actions", "Birch") == ["Jo\tMonday"]


def test_a_form_pasted_into_a_cell_is_still_the_form():
    form = filled()
    table = form.table(IMPACT)
    frame = xml("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    table.addprevious(frame)
    frame[0][0].append(table)
    raw, _ = read(form.saved())
    assert actions(raw) == TOLD


def test_a_table_of_ones_own_is_kept_row_by_row():
    form = filled()
    own = xml("<w:tbl><w:tr/><w:tr/></w:tbl>")
    for row, words in zip(rows(own), (("What", "Who"), ("Cake", "Jo")), strict=True):
        for each in words:
            cell = xml("<w:tc/>")
            cell.append(paragraph(each))
            row.append(cell)
    form.heading("The data").addprevious(own)
    raw, _ = read(form.saved())
    assert [aside.text for aside in raw.asides] == ["What\nWho", "Cake\nJo"]
    assert {aside.where for aside in raw.asides} == {"table"}


def test_controls_made_plain_text_still_answer():
    form = Document(blank(REVIEW))
    choose(form.cell("Name of team", "3.", "Birch"), "4")
    flatten(form.body)
    raw, said = read(form.saved())
    assert [(a.row, a.column, a.text) for a in raw.part("scores")] == [("3", "Birch", "4")]
    assert (raw.asides, said) == ((), ["document.controls_gone"])


@pytest.mark.parametrize(
    ("before", "ticked"),
    [("☒ ", True), ("☐ ", False), ("☑", True), ("✓ ", True), ("☐ x ", True), ("[x] ", True)],
)
def test_boxes_made_plain_text_still_tell(before, ticked):
    form = Document(blank())
    flatten(form.body)
    cell = form.cell("Team manager", "Alder", "Team manager")
    first, second = cell.iter(f"{W}t")
    first.text, second.text = before, "Jo Invented"
    raw, _ = read(form.saved())
    found = next(a for a in raw.part("attendees") if a.column == "manager")
    assert (found.text, found.ticked) == ("Jo Invented", ticked)


def test_an_older_form_without_marks_is_read_by_its_contract():
    form = filled()
    without_properties(form, "cinpack_printed", "cinpack_beside")
    form.heading("The data").addnext(paragraph("Perhaps the form's own"))
    raw, said = read(form.saved())
    assert actions(raw) == TOLD
    assert raw.asides == ()
    assert said == ["document.unmarked"]
    assert raw.characters.unaccounted == 0


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
def test_without_marks_nothing_printed_is_taken_for_written(pack):
    form = Document(blank(pack))
    marked, _ = read(form.saved())
    without_properties(form, "cinpack_printed", "cinpack_beside")
    unmarked, _ = read(form.saved())
    assert unmarked.asides == ()
    references = [answer for answer in unmarked.answers if answer.column == "ref"]
    assert [a for a in unmarked.answers if a not in references] == list(marked.answers)
    assert unmarked.characters.unaccounted == 0


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
def test_a_form_that_lost_marks_controls_and_styles_still_holds_nothing_written(pack):
    form = Document(blank(pack))
    marked, _ = read(form.saved())
    without_properties(form)
    flatten(form.body)
    for style in list(form.body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
        if not style.get(f"{W}val").startswith("Heading"):
            style.getparent().remove(style)
    bare, said = read(form.saved())
    assert bare.asides == ()
    assert [(a.row, a.column, a.text, a.ticked) for a in bare.answers if a.column != "ref"] == [
        (a.row, a.column, a.text, a.ticked) for a in marked.answers
    ]
    assert said == ["document.known_by_title", "document.unmarked", "document.controls_gone"]


def test_an_overdue_that_someone_wrote_is_no_small_print():
    form = filled()
    without_properties(form, "cinpack_printed", "cinpack_beside")
    type_in(form.cell(IMPACT, "Birch", "Other notes"), "overdue")
    raw, _ = read(form.saved())
    assert texts(raw, "actions", "notes") == ["overdue"]
