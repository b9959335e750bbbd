"""Nothing circulated shows a child, save each team its own: no ID, in any file or its parts."""

import csv
import email
import email.policy
import io
import re
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from flow.document_text import pdf_text

from pipeline.model.names import folder_name
from pipeline.run import check

ROOT = Path(__file__).parents[2]
FOR_THE_TEAM = {"tracker-rows.xlsx", "icm-agenda.pdf"}


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


@pytest.fixture(scope="module")
def children_of(sample_request):
    """By team, the children of its plans and of its tracker."""
    validated, _ = check(sample_request)
    pairs = {
        (row.team, row.child_id)
        for frame in (validated.versions, validated.tracker)
        for row in frame[["team", "child_id"]].itertuples(index=False)
    }
    found = {folder_name(team): set() for team in validated.trackers_of}
    for team, child in pairs:
        if folder_name(team) in found:
            found[folder_name(team)].add(child)
    return found


def test_there_are_ids_to_look_for(child_ids):
    assert len(child_ids) > 5_000


def test_no_circulated_file_holds_a_child_id(published, child_ids):
    files = [path for path in published.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {
        ".pdf",
        ".docx",
        ".html",
        ".csv",
        ".json",
        ".xlsx",
        ".eml",
    }
    for path in files:
        if path.name not in FOR_THE_TEAM and not path.name.startswith("Team "):
            assert not held(everything_in(path), child_ids), path.name


def test_an_email_for_a_team_holds_children_of_that_team_alone(published, children_of):
    drafts = [path for path in published.folder.rglob("*.eml") if path.name.startswith("Team ")]
    assert len(drafts) == len(children_of)
    everyone = set().union(*children_of.values())
    for path in drafts:
        shown = held(everything_in(path), everyone)
        assert shown <= children_of[path.stem.removeprefix("Team ")], path.name
    assert any(held(everything_in(path), everyone) for path in drafts)


def test_a_teams_own_paper_holds_no_child_of_another_team(published, children_of):
    papers = [path for path in published.folder.rglob("*") if path.name in FOR_THE_TEAM]
    assert len(papers) == len(FOR_THE_TEAM) * len(children_of)
    everyone = set().union(*children_of.values())
    for path in papers:
        shown = held(everything_in(path), everyone)
        assert shown <= children_of[path.parent.name], path.parent.name
        assert shown, path


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
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name) for name in package.namelist()]
        return re.sub("<[^>]*>", " ", " ".join(part.decode("utf-8", "replace") for part in parts))
    if path.suffix == ".pdf":
        return pdf_text(path)
    if path.suffix == ".eml":
        return " ".join(_parts_of(path))
    return path.read_text(encoding="utf-8")


def _parts_of(draft):
    """Yield the text of an e-mail: its headers, its words, and everything in what is attached."""
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    yield " ".join(f"{name} {value}" for name, value in message.items())
    yield message.get_body().get_content()
    with tempfile.TemporaryDirectory() as folder:
        for attached in message.iter_attachments():
            path = Path(folder) / attached.get_filename()
            path.write_bytes(attached.get_content())
            yield everything_in(path)
