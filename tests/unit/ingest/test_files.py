"""What lies in the folders: links are not followed, strays are named, documents wait."""

import os
from pathlib import Path

import pytest
from builders import SCORED, SCORES_HEADER, workbook

from pipeline.errors import NothingToPublish
from pipeline.ingest.files.find import find_files


@pytest.fixture(autouse=True)
def _extract(inputs):
    inputs.extract()


def said(ingested, code):
    return [finding for finding in ingested.findings if finding.rule.code == code]


@pytest.mark.parametrize("folder", ["minutes", "reviews", "priorities"])
def test_a_returned_document_that_is_not_whole_is_refused_wherever_it_is(inputs, read, folder):
    inputs.put(f"{folder}/check-in-minutes.docx", b"PK\x03\x04")
    (finding,) = said(read(), "document.damaged")
    assert finding.place.file == "check-in-minutes.docx"
    assert finding.needs_person


def test_a_returned_document_of_another_kind_is_refused_with_a_remedy(inputs, read):
    inputs.put("minutes/check-in-minutes.pdf", b"%PDF")
    (finding,) = said(read(), "document.other_kind")
    assert ".docx" in finding.sentence
    assert finding.needs_person


def test_scores_are_read_from_workbooks_too(inputs, read):
    inputs.put("reviews/scores.xlsx", workbook({"Scores": [SCORES_HEADER, SCORED]}))
    (table,) = read().of_kind("scores")
    assert table.rows.loc[2, "criterion"] == "1"


def test_a_table_of_something_else_in_reviews_is_refused(inputs, read):
    inputs.put("reviews/rota.csv", "Name,Day\nA Worker,Monday\n")
    assert read().refused == (("scores", "rota.csv"),)


def test_a_file_beside_the_folders_is_named(inputs, read):
    inputs.put("CIN plans 30.06.2026.csv", b"x")
    (finding,) = said(read(), "file.outside")
    assert finding.place.file == "CIN plans 30.06.2026.csv"


def test_a_link_is_not_followed_and_said(inputs, read, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "scores.csv").write_text("x", encoding="utf-8")
    (inputs.root / "reviews").mkdir()
    (inputs.root / "reviews" / "linked.csv").symlink_to(elsewhere / "scores.csv")
    (inputs.root / "trackers").symlink_to(elsewhere)
    assert [finding.place.file for finding in said(read(), "file.link")] == [
        "linked.csv",
        "trackers",
    ]


def test_files_of_one_name_in_two_folders_are_told_apart_by_their_paths(inputs, read):
    inputs.put("reviews/2025/scores.csv", b"")
    inputs.put("reviews/2026/scores.csv", b"")
    assert [file for _, file in read().refused] == [
        "reviews/2025/scores.csv",
        "reviews/2026/scores.csv",
    ]


def test_a_file_that_the_system_does_not_let_be_read_is_refused(inputs, read, monkeypatch):
    from pathlib import Path

    file = inputs.scores()
    plain = Path.read_bytes

    def refuse(path):
        if path == file.resolve():
            raise PermissionError(13, "in use")
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [finding.place.file for finding in said(read(), "file.locked")] == ["scores.csv"]


@pytest.fixture
def lock(inputs, monkeypatch):
    """Let the system refuse to open one folder below the inputs."""
    import os

    def of(path):
        locked = (inputs.root / path).resolve()
        plain = os.scandir

        def refuse(folder):
            if str(folder) == str(locked):
                raise PermissionError(13, "no access", str(folder))
            return plain(folder)

        monkeypatch.setattr(os, "scandir", refuse)

    return of


def test_a_folder_that_the_system_does_not_let_be_opened_is_named(inputs, read, lock):
    inputs.tracker()
    lock("trackers/CIN North Dale/Alder")
    (finding,) = said(read(), "folder.locked")
    assert finding.place.file == "trackers/CIN North Dale/Alder"
    assert finding.needs_person


def test_a_locked_folder_of_extracts_is_why_nothing_is_published(read, lock):
    lock("extracts")
    with pytest.raises(NothingToPublish, match="extracts: The system does not let this folder"):
        read()


def test_the_order_of_the_folders_entries_changes_nothing(inputs, read, monkeypatch):
    import os

    inputs.tracker()
    inputs.tracker(team="Birch")
    inputs.scores()
    inputs.put("minutes/b.docx", b"x")
    inputs.put("minutes/a.docx", b"x")
    before = read()
    walk = os.walk

    def backwards(top, **how):
        for folder, subfolders, names in walk(top, **how):
            subfolders.sort(reverse=True)
            yield folder, subfolders, sorted(names, reverse=True)

    monkeypatch.setattr("pipeline.ingest.files.find.os.walk", backwards)
    after = read()
    assert after.findings == before.findings
    assert [table.file for table in after.tables] == [table.file for table in before.tables]


def test_a_file_that_is_still_being_written_is_refused(inputs, read, monkeypatch):
    whole = Path.read_bytes

    def while_it_grows(path):
        content = whole(path)
        if path.name == "scores.csv":
            path.write_bytes(content + b"more\n")
        return content

    inputs.scores()
    monkeypatch.setattr(Path, "read_bytes", while_it_grows)
    (found,) = said(read(), "file.changing")
    assert found.place.file == "scores.csv"
    assert found.needs_person


def test_a_pipe_is_not_waited_for(inputs, read):
    inputs.extract()
    os.mkfifo(inputs.root / "extracts" / "CIN plans 30.05.2026.csv")
    assert "file.special" in [finding.rule.code for finding in read().findings]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        (b"Scores \xff.csv", "Scores \ufffd.csv"),
        (b"Scores\nInjected line.csv", "Scores Injected line.csv"),
    ],
)
def test_a_name_that_cannot_be_printed_is_shown_all_the_same(inputs, name, label):
    inputs.put(f"reviews/{os.fsdecode(name)}", b"x")
    files, _ = find_files(inputs.root)
    assert label in [file.label for file in files]
