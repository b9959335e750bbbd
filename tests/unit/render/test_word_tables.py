"""Word tables: one header row, named, whole rows, and room to write."""

import pytest
from unit.render import sampler
from unit.render.word_xml import W, find, part, text, value

from pipeline.model.content import Cell, Paragraph, Row, Section, Table, TableColumn
from pipeline.model.entries import EntryGroup, EntryLine, WriteIn
from pipeline.render import make
from pipeline.render.word.fit import MARGINS, fitting_size, width_of
from pipeline.render.word.grid import column_widths


def tables(*blocks):
    """Return the tables of a document after its masthead's."""
    made = make(sampler.content((Section("a", "A", blocks),)), "docx")
    return find(part(made), "/w:document/w:body/w:tbl")[1:]


def cells(table, row):
    return find(find(table, "w:tr")[row], "w:tc")


def test_the_header_row_repeats_and_is_told_to_assistive_technology():
    (table,) = tables(sampler.data_table(sampler.TEAMS[:3]))
    rows = find(table, "w:tr")
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * 5
    (look,) = find(table, "w:tblPr/w:tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    assert value(table, "w:tblPr/w:tblCaption") == "The data, team by team"


def test_no_row_is_split_and_no_cell_is_merged():
    (table,) = tables(sampler.data_table(sampler.TEAMS))
    assert all(find(row, "w:trPr/w:cantSplit") for row in find(table, "w:tr"))
    assert not find(table, ".//w:gridSpan | .//w:vMerge")


def test_widths_add_up_to_the_text_whatever_the_shares():
    for shares in ([1.0], [1, 2, 3], [0.7, 1.1, 2.6, 1.1, 1.5, 1.2, 1.5], [1] * 15):
        assert sum(column_widths(shares)) == sum(column_widths([1.0]))


@pytest.mark.parametrize("word", ["Identified", "Hazel/Holly", "Kensington-and-Chelsea"])
def test_no_column_breaks_inside_a_word(word):
    """A share too small for the word takes from the others what it needs."""
    columns = (TableColumn("Team", 9), *(TableColumn(h, 0.2) for h in (f"{word} for closure", "#")))
    (table,) = tables(Table("T", columns, (Row((Cell(), Cell(), Cell())),)))
    widths = [int(col.get(f"{W}w")) for col in find(table, "w:tblGrid/w:gridCol")]
    assert widths[1] >= width_of(word, 9) + MARGINS
    assert widths[1] > column_widths([9, 0.2, 0.2])[1]
    assert sum(widths) == sum(column_widths([1.0]))


def test_words_that_fit_in_no_way_share_what_there_is():
    widths = column_widths([1, 1], [20_000, 10_000])
    assert widths[0] == pytest.approx(2 * widths[1], abs=2)
    assert sum(widths) == sum(column_widths([1.0]))


def test_a_title_that_would_just_not_fit_its_line_is_smaller():
    just = "Meeting: Operational Leadership Team CIN Check-In"
    sizes = [fitting_size(title, 22, 15, 176) for title in ("Short", just, just * 2)]
    assert sizes[0] == sizes[2] == 22
    assert 15 <= sizes[1] < 22


def test_every_cell_has_its_columns_width():
    (table,) = tables(sampler.data_table(sampler.TEAMS[:2]))
    grid = [col.get(f"{W}w") for col in find(table, "w:tblGrid/w:gridCol")]
    for row in find(table, "w:tr"):
        assert [w.get(f"{W}w") for w in find(row, "w:tc/w:tcPr/w:tcW")] == grid


def test_room_to_write_is_an_empty_paragraph_in_a_row_of_that_height():
    (table,) = tables(sampler.actions_table(["Alder"]))
    action = cells(table, 1)[2]
    assert text(action) == ""
    assert not find(action, ".//w:sdt")
    (height,) = find(table, "w:tr[2]/w:trPr/w:trHeight")
    assert height.get(f"{W}hRule") == "atLeast"
    assert int(height.get(f"{W}val")) >= 3 * 240


def test_what_stands_in_a_cell_to_write_in_stays_to_be_edited():
    entry = WriteIn("a", "A", text="First line\nSecond line", hint="e.g. this")
    table = Table("T", (TableColumn("H"),), (Row((Cell(entry=entry),)),), write_in=True)
    (made,) = tables(table)
    (cell,) = cells(made, 1)
    assert [text(p) for p in find(cell, "w:p")] == ["e.g. this", "First line", "Second line"]
    assert value(find(cell, "w:p")[0], ".//w:pStyle") == "Hint"


@pytest.mark.parametrize(("tone", "fill"), [("up", "D9EFEC"), ("down", "FBE3D6"), ("", None)])
def test_tones_shade_their_cell(tone, fill):
    table = Table("T", (TableColumn("H"),), (Row((Cell(("x",), tone=tone),)),))
    (made,) = tables(table)
    shades = [shade.get(f"{W}fill") for shade in find(cells(made, 1)[0], "w:tcPr/w:shd")]
    assert shades == ([fill] if fill else [])


def test_a_figure_not_supplied_recedes():
    table = Table("T", (TableColumn("H"),), (Row((Cell(("not supplied",)),)),))
    (made,) = tables(table)
    assert value(cells(made, 1)[0], ".//w:pStyle") == "TableSmall"


def test_numbers_stand_at_the_right():
    (table,) = tables(sampler.data_table(sampler.TEAMS[:1]))
    assert value(cells(table, 2)[1], ".//w:jc") == "right"


def test_two_tables_never_touch():
    made = make(
        sampler.content((Section("a", "", (sampler.ENTRIES[0], sampler.ENTRIES[1])),)), "docx"
    )
    body = part(made)
    assert not find(body, "//w:tbl/following-sibling::*[1][self::w:tbl]")


def test_entries_stand_beside_their_labels():
    (table,) = tables(EntryGroup((EntryLine("Others", WriteIn("o", "Others")),)))
    assert [text(cell) for cell in cells(table, 0)] == ["Others", ""]


def test_a_table_to_write_in_stays_on_one_page_if_short_and_else_leaves_no_last_row_alone():
    def kept(rows, letters=5):
        (table,) = tables(sampler.actions_table(["T" * letters for n in range(rows)]))
        return [bool(find(row, ".//w:keepNext")) for row in find(table, "w:tr")]

    assert kept(4) == [True, True, True, True, False]
    assert kept(8) == [False, False, False, False, False, False, False, True, False]
    assert kept(4, letters=200) == [False, False, False, True, False], "too long to move"


def test_a_short_table_stays_on_one_page():
    def kept(rows):
        lines = tuple(Row((Cell((str(n),)),)) for n in range(rows))
        (table,) = tables(Table("A", (TableColumn("A"),), lines, write_in=True))
        return [bool(find(row, ".//w:keepNext")) for row in find(table, "w:tr")[1:]]

    assert kept(4) == [True, True, True, False]
    assert kept(8) == [True, False, False, False, False, False, True, False]


def test_a_table_of_many_columns_takes_a_smaller_letter_throughout():
    (table,) = tables(sampler.scores_table(sampler.TEAMS[:7]))
    styles = {s.get(f"{W}val") for s in find(table, "w:tr[position()>1]//w:pStyle")}
    assert styles == {"TableNarrow", "TableSmall"}


@pytest.mark.parametrize(("note", "kept"), [(("A note.",), True), ((), False)])
def test_a_tables_note_is_never_parted_from_it(note, kept):
    made = Table("A", (TableColumn("A"),), tuple(Row((Cell((str(n),)),)) for n in range(9)), note)
    (table,) = tables(made)
    assert bool(find(find(table, "w:tr")[-1], ".//w:keepNext")) is kept


def test_a_short_table_with_a_note_stays_on_one_page_with_it():
    rows = tuple(Row((Cell((str(n),)),)) for n in range(9))
    (table,) = tables(Table("A", (TableColumn("A"),), rows, ("A note.",)))
    assert all(find(row, ".//w:keepNext") for row in find(table, "w:tr"))


def test_a_note_stands_above_a_table_that_grows_as_people_write():
    rows = (Row((Cell(entry=WriteIn("a", "A")),)),)
    table = Table("T", (TableColumn("H"),), rows, ("Noted",), write_in=True, show_caption=False)
    made = make(sampler.content((Section("a", "A", (table,)),)), "docx")
    (note,) = [p for p in find(part(made), "/w:document/w:body/w:p") if text(p) == "Noted"]
    assert note.getnext().tag == f"{W}tbl"
    assert find(note, "w:pPr/w:keepNext")


def test_a_table_s_note_is_whole_and_words_before_a_hint_stay_with_it():
    table = Table("A", (TableColumn("B"),), (Row((Cell(("c",)),)),), note=("Noted",))
    leads = (Paragraph(("Leading",), leads=True), Paragraph(("Before",)))
    blocks = (*leads, Paragraph(("Hinted",), "hint"), table)
    made = make(sampler.content((Section("a", "A", blocks),)), "docx")
    found = {text(p): p for p in find(part(made), "/w:document/w:body/w:p")}
    assert find(found["Noted"], "w:pPr/w:keepLines")
    assert find(found["Leading"], "w:pPr/w:keepNext")
    assert find(found["Before"], "w:pPr/w:keepNext")
    assert find(found["Hinted"], "w:pPr/w:keepNext")
