"""Every Word file is valid, opens in LibreOffice, and prints as an accessible PDF with no blank page."""

import subprocess
import sys

import pikepdf
import pytest
from docx import Document
from verify.libreoffice import to_pdf, untagged
from verify.pictures import page_faults
from verify.verapdf import broken_rules


def _label(path):
    return f"{path.parent.name}/{path.name}"


def audit(path):
    """Return what openxml-audit finds in a Word file; blank if nothing."""
    run = subprocess.run(
        [sys.executable, "-m", "openxml_audit", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if run.returncode == 0 else run.stdout + run.stderr


def faults_of_print(pdf):
    """Return the rules that the printed PDF breaks, less the one that is LibreOffice's own fault."""
    broken = broken_rules(pdf)
    if untagged(pdf) == {"S"}:
        broken = [rule for rule in broken if not rule.startswith("7.1-3:")]
    return broken


def test_every_word_file_is_valid(word_files):
    assert {_label(path): found for path in word_files if (found := audit(path))} == {}


def test_every_word_file_prints_as_an_accessible_pdf(word_pdfs):
    assert {
        _label(path): rules for path, pdf in word_pdfs.items() if (rules := faults_of_print(pdf))
    } == {}


def test_every_printed_page_is_used_and_keeps_its_margins(word_pdfs):
    assert {
        _label(path): faults for path, pdf in word_pdfs.items() if (faults := page_faults(pdf))
    } == {}


def test_what_people_write_in_keeps_to_the_pages_they_have_time_for(word_pdfs):
    most = {"check-in-minutes": 4, "effectiveness-review": 2, "priorities": 2}
    assert {
        _label(path): pages
        for path, pdf in word_pdfs.items()
        if (pages := pages_of(pdf)) > most[path.stem]
    } == {}


def pages_of(pdf):
    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def test_a_file_that_breaks_the_standard_is_caught(tmp_path):
    """Word's own default template, as python-docx carries it, holds an outdated part."""
    Document().save(tmp_path / "a.docx")
    assert audit(tmp_path / "a.docx") != ""


def test_a_file_that_does_not_open_is_caught(tmp_path):
    path = tmp_path / "a.docx"
    Document().save(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(AssertionError, match="did not open"):
        to_pdf([path], tmp_path)


def test_a_document_without_title_is_caught(tmp_path):
    document = Document()
    document.core_properties.title = ""
    document.add_heading("Two", 2)
    document.save(tmp_path / "a.docx")
    (tmp_path / "pdf").mkdir()
    (pdf,) = to_pdf([tmp_path / "a.docx"], tmp_path / "pdf").values()
    assert broken_rules(pdf) != []


def test_text_without_a_tag_is_caught(tmp_path):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT (a) Tj ET /P BMC 0 0 m 9 9 l S EMC 0 0 m 9 9 l S")
        pdf.save(tmp_path / "a.pdf")
    assert untagged(tmp_path / "a.pdf") == {"Tj", "S"}
