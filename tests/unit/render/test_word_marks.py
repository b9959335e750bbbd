"""Marks of what a form comes with: every printed word has one, no written word does."""

import pytest
from unit.render import sampler
from unit.render.word_xml import find, part, text

from pipeline.model.content import Cell, Paragraph, Row, Section, Table, TableColumn
from pipeline.model.entries import WriteIn
from pipeline.model.identity import (
    BESIDE,
    IN_A_PROPERTY,
    MARK,
    PREFIX,
    PRINTED,
    mark_of,
    mark_values,
    marks_in,
)
from pipeline.render import make

FORM = Table(
    "Answers",
    (TableColumn("Team"), TableColumn("Open"), TableColumn("Words")),
    (
        Row(
            (
                Cell(("Alder",), small=("12 last time",)),
                Cell(("7",)),
                Cell(
                    entry=WriteIn("a", "A", "Written here", hint="Write here"),
                    small=("before: this",),
                ),
            )
        ),
    ),
    tag="answers",
    write_in=True,
)


def marks(content, name):
    """Return the marks of a document's properties."""
    values = {
        each.get("name").removeprefix(PREFIX): text_of(each)
        for each in part(content, "docProps/custom.xml")
    }
    return marks_in(values, name)


def text_of(element):
    return "".join(element.itertext())


@pytest.fixture(scope="module")
def form():
    """Return a form with an intro and a table to write in."""
    blocks = (Paragraph(("An intro of one line.",)), FORM)
    return make(sampler.content((Section("a", "A heading", blocks),)), "docx")


@pytest.mark.parametrize(
    "words",
    ["A heading", "An intro of one line.", "Alder", "12 last time", "Team", "OFFICIAL-SENSITIVE"],
)
def test_every_printed_paragraph_has_a_mark(form, words):
    assert mark_of(words) in marks(form, PRINTED)


@pytest.mark.parametrize("words", ["Write here", "before: this"])
def test_what_stands_beside_an_entry_has_a_mark_of_its_own_kind(form, words):
    assert mark_of(words) in marks(form, BESIDE)
    assert mark_of(words) not in marks(form, PRINTED)


def test_what_stands_in_an_entry_has_none(form):
    written = mark_of("Written here")
    assert written not in marks(form, PRINTED) | marks(form, BESIDE)


def test_a_figure_is_marked_in_its_place(form):
    assert mark_of("Open", "Alder", "7") in marks(form, PRINTED)
    assert mark_of("Words", "Alder", "7") not in marks(form, PRINTED)


def test_page_numbers_are_no_part_of_a_mark(form):
    footer = part(form, "word/footer1.xml")
    assert text(footer).endswith("Page 1 of 1")
    assert mark_of(text(footer).replace("1 of 1", "of")) in marks(form, PRINTED)


def test_every_paragraph_of_a_large_document_is_marked(whole):
    printed = marks(whole["docx"], PRINTED)
    paragraphs = find(part(whole["docx"]), "//w:body/w:p[not(.//w:sdt)]")
    unmarked = [text(p) for p in paragraphs if text(p) and mark_of(text(p)) not in printed]
    assert paragraphs
    assert unmarked == []


def test_properties_stay_as_short_as_words_own_dialogue_keeps_them(whole):
    held = [text_of(each) for each in part(whole["docx"], "docProps/custom.xml")]
    assert max(map(len, held)) <= 255


@pytest.mark.parametrize("words", ["An  intro\tof one\nline.", "An intro of one\u00a0line.\u200b"])
def test_spaces_and_what_cannot_be_seen_do_not_change_a_mark(words):
    assert mark_of(words) == mark_of("An intro of one line.")
    assert mark_of(words) != mark_of("An intro of two lines.")
    assert len(mark_of(words)) == MARK


@pytest.mark.parametrize("count", [0, 1, IN_A_PROPERTY, IN_A_PROPERTY + 1, 500])
def test_marks_come_back_from_their_properties(count):
    held = {mark_of(str(n)) for n in range(count)}
    values = mark_values("printed", held)
    assert marks_in(values, "printed") == held
    assert len(values) == -(-count // IN_A_PROPERTY)
