"""Every Word file is valid, opens in LibreOffice, and prints as an accessible PDF with no blank page."""

import subprocess
import sys

import pytest
from docx import Document
from verify.libreoffice import to_pdf
from verify.pictures import page_faults
from verify.verapdf import broken_rules

AUDIT = "from openxml_audit.cli import main; main()"


def audit(path):
    """Return what openxml-audit finds in a Word file; blank if nothing."""
    run = subprocess.run(
        [sys.executable, "-m", "openxml_audit", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if run.returncode == 0 else run.stdout + run.stderr


def test_every_word_file_is_valid(word_files):
    assert {path.name: found for path in word_files if (found := audit(path))} == {}


def test_every_word_file_prints_as_an_accessible_pdf(word_pdfs):
    assert {
        path.name: rules for path, pdf in word_pdfs.items() if (rules := broken_rules(pdf))
    } == {}


def test_every_printed_page_is_used_and_keeps_its_margins(word_pdfs):
    assert {
        path.name: faults for path, pdf in word_pdfs.items() if (faults := page_faults(pdf))
    } == {}


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
