"""Nothing circulated shows a child: no ID of the extract or a tracker, in any file or its parts."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from flow.document_text import pdf_text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def child_ids():
    (extract,) = (ROOT / "inputs/extracts").glob("*.csv")
    lines = extract.read_text(encoding="cp1252").splitlines()
    header = next(n for n, line in enumerate(lines) if line.startswith("Child ID"))
    found = {row["Child ID"] for row in csv.DictReader(io.StringIO("\n".join(lines[header:])))}
    for tracker in (ROOT / "inputs/trackers").rglob("*.xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(tracker.read_bytes()), read_only=True)
        found |= {str(row[0]) for row in book.worksheets[0].iter_rows(values_only=True)}
    return {name for name in found if name and any(c.isdigit() for c in name) and len(name) > 4}


def test_there_are_ids_to_look_for(child_ids):
    assert len(child_ids) > 5_000


def test_no_circulated_file_holds_a_child_id(published, child_ids):
    files = [path for path in published.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".pdf", ".docx", ".html", ".csv", ".json"}
    for path in files:
        assert not held(everything_in(path), child_ids), path.name


def test_a_planted_id_would_be_seen(child_ids, tmp_path):
    planted = tmp_path / "planted.docx"
    with zipfile.ZipFile(planted, "w") as package:
        package.writestr("docProps/custom.xml", f"<a>{min(child_ids)}</a>")
    assert held(everything_in(planted), child_ids) == {min(child_ids)}


def held(text, child_ids):
    """Return the IDs that stand in a text as words of their own."""
    cleaned = "".join(c if c.isalnum() else " " for c in text)
    return child_ids.intersection(cleaned.split())


def everything_in(path):
    """Return all text of a file: every part of a package, every page of a PDF."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name) for name in package.namelist()]
        return " ".join(part.decode("utf-8", "replace") for part in parts)
    if path.suffix == ".pdf":
        return pdf_text(path)
    return path.read_text(encoding="utf-8")
