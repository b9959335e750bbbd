"""Forms that LibreOffice opened and saved are read as they were before, on every way it can save them."""

import subprocess
import sys

import pytest
from priority_sheets import FELL, UNSENT, sheet
from verify.libreoffice import resaved
from word_forms import (
    MINUTES,
    REVIEW,
    Document,
    W,
    blank,
    choose,
    paragraph,
    read,
    tick,
    type_in,
    xml,
)

IMPACT = "Actions to achieve desired impact"


def filled_minutes():
    """Return minutes with an answer of every kind, and words in every corner."""
    form = Document(blank(MINUTES))
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit them\n\nRing the school")
    type_in(form.cell(IMPACT, "Alder", "By When"), "12/06/2026\n\nend of June")
    type_in(form.cell(IMPACT, "Birch", IMPACT), "No further actions")
    type_in(form.cell("Going well", "Birch", "Support needed"), "A room & a plan")
    type_in(form.cell("Barrier or opportunity", "", "Barrier or opportunity"), "Housing")
    choose(form.cell("Ref", "ND-1", "Outcome"), "in progress")
    choose(form.entry("Date"), "02/06/2026", "2026-06-02")
    tick(form.entry("Performance officer"))
    cell = form.cell(IMPACT, "Birch", "Other notes")
    next(cell.iter(f"{W}p")).append(
        xml(
            "<w:ins w:id='901' w:author='A' w:date='2026-06-01T00:00:00Z'>"
            "<w:r><w:t>Added</w:t></w:r></w:ins>"
        )
    )
    next(cell.iter(f"{W}p")).append(
        xml(
            "<w:del w:id='902' w:author='A' w:date='2026-06-01T00:00:00Z'>"
            "<w:r><w:delText>Struck</w:delText></w:r></w:del>"
        )
    )
    form.heading("The data").addnext(paragraph("Written in between"))
    form.heading("The data").addnext(paragraph("Not for all", "<w:vanish/>"))
    return form.saved()


def filled_review():
    """Return a review with scores, dates and words."""
    form = Document(blank(REVIEW))
    choose(form.entry("Date"), "15/06/2026", "2026-06-15")
    choose(form.cell("Name of team", "Observation date", "Birch"), "12/06/26", "2026-06-12")
    for number, team, score in ((1, "Alder", "5"), (3, "Birch", "4"), (7, "Birch", "1")):
        choose(form.cell("Name of team", f"{number}.", team), score)
    question = form.table("How is this expected")
    type_in(list(question.iter(f"{W}tc"))[1], "All up\nby one")
    return form.saved()


def filled_sheet():
    """Return a priorities sheet with choices, an order, words and a point of her own."""
    form = Document(sheet())
    choose(form.cell("Ref", FELL.ref, "Take"), "take")
    type_in(form.cell("Ref", FELL.ref, "Order"), "1")
    type_in(form.cell("Ref", FELL.ref, "In your words"), "Offer help\nand ask")
    choose(form.cell("Ref", UNSENT.ref, "Take"), "park")
    row = form.find(".//w:tr", form.table("Your own point"))[1]
    type_in(next(row.iter(f"{W}tc")), "The court timetable")
    return form.saved()


def said(raw):
    """Return what a form says, whatever its bytes."""
    answers = [(a.part, a.row, a.column, a.line, a.text, a.ticked) for a in raw.answers]
    return answers, sorted((a.text, a.where) for a in raw.asides)


@pytest.mark.parametrize("way", [("docx",), ("odt", "docx"), ("docx", "docx")])
@pytest.mark.parametrize("make", [filled_minutes, filled_review, filled_sheet])
def test_a_form_reads_the_same_after_libreoffice_saved_it(make, way, tmp_path):
    sent = make()
    before, _ = read(sent)
    after, codes = read(resaved(sent, way, tmp_path))
    assert said(after) == said(before)
    assert after.identity == before.identity
    assert after.tracked == before.tracked
    assert after.characters.unaccounted == 0
    assert "document.unmarked" not in codes
    assert "document.known_by_title" not in codes


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
def test_a_blank_form_is_still_blank(pack, tmp_path):
    before, _ = read(blank(pack))
    after, codes = read(resaved(blank(pack), ("docx",), tmp_path))
    assert after.answers == before.answers
    assert after.characters == before.characters
    assert codes == []


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
def test_the_marks_leave_a_form_valid(pack, tmp_path):
    path = tmp_path / "form.docx"
    path.write_bytes(blank(pack))
    run = subprocess.run(
        [sys.executable, "-m", "openxml_audit", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
