"""What a period holds, and what becomes of a second run for the same date."""

import csv
import json
import os
import shutil
import stat
from dataclasses import replace
from hashlib import sha256

import pytest
from unit.publish.small_run import MISSING, document

from pipeline.errors import NothingToPublish, NotPublished
from pipeline.model.findings import Finding, Place
from pipeline.model.packs import missing_document
from pipeline.publish.lock import only_run


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def published_periods(outputs):
    return sorted(path.name for path in outputs.iterdir() if path.name != "restricted")


def test_a_period_holds_documents_figures_manifest_and_the_restricted_folder(ready):
    published = ready.go()
    assert published.folder == ready.outputs / "2026-05-29"
    assert sorted(files_below(published.folder)) == [
        "figures.csv",
        "index.html",
        "localities/North Dale/check-in-minutes.docx",
        "manifest.json",
    ]
    assert sorted(files_below(published.restricted)) == [
        "findings.csv",
        "snapshot/snapshot.json",
        "snapshot/versions.csv",
    ]
    assert not published.already
    assert published.changed == ()


def test_every_output_is_in_the_manifest_with_its_hash(ready):
    published = ready.go()
    manifest = json.loads((published.folder / "manifest.json").read_text(encoding="utf-8"))
    on_disk = files_below(published.folder)
    del on_disk["manifest.json"]
    hashes = {path: sha256(content).hexdigest() for path, content in on_disk.items()}
    assert {output["path"]: output["sha256"] for output in manifest["outputs"]} == hashes
    restricted = files_below(published.restricted)
    assert {output["path"]: output["sha256"] for output in manifest["restricted"]} == {
        path: sha256(content).hexdigest() for path, content in restricted.items()
    }


def test_the_same_result_again_says_so_and_writes_nothing(ready):
    ready.go()
    before = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in ready.outputs.rglob("*")
    }
    again = ready.go()
    assert again.already
    assert again.period == "2026-05-29"
    after = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in ready.outputs.rglob("*")
    }
    assert after == before


def test_the_same_result_is_known_after_people_wrote_in_the_documents(ready):
    first = ready.go()
    (first.folder / "localities/North Dale/check-in-minutes.docx").write_bytes(b"PK filled in")
    assert ready.go().already


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("2026-05-29/index.html", None, "2026-05-29/index.html is missing"),
        ("2026-05-29/index.html", b"<p>", "2026-05-29/index.html was altered"),
        ("2026-05-29/figures.csv", b"", "2026-05-29/figures.csv was altered"),
        (
            "2026-05-29/localities/North Dale/check-in-minutes.docx",
            None,
            "2026-05-29/localities/North Dale/check-in-minutes.docx is missing",
        ),
        (
            "restricted/2026-05-29/findings.csv",
            None,
            "restricted/2026-05-29/findings.csv is missing",
        ),
        (
            "restricted/2026-05-29/snapshot/versions.csv",
            b"x",
            "restricted/2026-05-29/snapshot/versions.csv was altered",
        ),
    ],
)
def test_a_result_of_which_a_file_was_lost_or_altered_is_published_anew(ready, path, content, said):
    ready.go()
    if content is None:
        (ready.outputs / path).unlink()
    else:
        (ready.outputs / path).write_bytes(content)
    before = files_below(ready.outputs)
    anew = ready.go()
    assert (anew.period, anew.already, anew.changed) == ("2026-05-29-r2", False, ())
    assert anew.spoiled == (said,)
    assert {name: files_below(ready.outputs)[name] for name in before} == before
    again = ready.go()
    assert (again.period, again.already, again.spoiled) == ("2026-05-29-r2", True, ())


def test_a_lost_restricted_folder_is_said_as_a_whole(ready):
    shutil.rmtree(ready.go().restricted.parent)
    anew = ready.go()
    assert anew.period == "2026-05-29-r2"
    assert anew.spoiled == ("restricted/2026-05-29 is missing",)


def test_what_a_part_run_is_not_about_does_not_have_it_published_anew(ready):
    whole = ready.go()
    (whole.folder / "index.html").unlink()
    part = ready.asked(localities=("North Dale",)).with_documents(ready.documents[1])
    assert part.go().already
    (whole.folder / "localities/North Dale/check-in-minutes.docx").unlink()
    assert part.go().period == "2026-05-29-r2"


def test_an_unreadable_manifest_of_an_older_period_is_named(ready):
    first = ready.go()
    (first.folder / "manifest.json").write_bytes(b"garbage")
    second, third = ready.go(), ready.go()
    said = ("2026-05-29/manifest.json cannot be read",)
    assert (second.period, second.already, second.spoiled) == ("2026-05-29-r2", False, said)
    assert (third.period, third.already, third.spoiled) == ("2026-05-29-r2", True, said)


def test_another_result_gets_a_name_of_its_own_and_names_what_changed(ready):
    first = ready.go()
    before = files_below(first.folder)
    changed = ready.with_documents(document("index.html", b"<p>other</p>"), *ready.documents[1:])
    second, third = changed.go(), None
    assert second.period == "2026-05-29-r2"
    assert second.changed == ("index.html",)
    assert files_below(first.folder) == before
    third = changed.with_documents(document("olt/briefing.pdf", b"%PDF"), *ready.documents).go()
    assert third.period == "2026-05-29-r3"
    assert third.changed == ("index.html", "olt/briefing.pdf (new)")
    assert ready.go().period == "2026-05-29"


def test_a_document_no_longer_made_is_named(ready):
    ready.go()
    assert ready.with_documents(ready.documents[0]).go().changed == (
        "localities/North Dale/check-in-minutes.docx (no longer made)",
    )


def test_a_change_in_the_restricted_files_alone_is_another_result(ready):
    ready.go()
    findings = tuple(replace(f, value="32/02/2026") for f in ready.measures.findings)
    changed = replace(ready, measures=replace(ready.measures, findings=findings))
    assert changed.go().changed == ("restricted/findings.csv",)


def test_two_runs_with_the_same_inputs_give_the_same_bytes(ready, tmp_path):
    first = files_below(ready.go().folder.parent)
    second = files_below(ready.asked(outputs=tmp_path / "elsewhere").go().folder.parent)
    assert first == second


def test_a_part_run_after_a_whole_one_with_identical_documents_is_published_already(ready):
    ready.go()
    part = ready.asked(localities=("North Dale",)).with_documents(ready.documents[1]).go()
    assert part.already
    assert part.period == "2026-05-29"


def test_a_part_run_with_other_documents_publishes_just_those(ready):
    ready.go()
    other = document("localities/North Dale/check-in-minutes.docx", b"PK other")
    part = ready.asked(localities=("North Dale",)).with_documents(other).go()
    assert part.period == "2026-05-29-r2"
    assert part.changed == ("localities/North Dale/check-in-minutes.docx",)
    assert sorted(files_below(part.folder)) == [
        "figures.csv",
        "localities/North Dale/check-in-minutes.docx",
        "manifest.json",
    ]
    assert ready.go().already


def test_a_whole_run_after_a_part_run_is_published_whole(ready):
    part = ready.asked(localities=("North Dale",)).with_documents(ready.documents[1]).go()
    whole = ready.go()
    assert (part.period, whole.period) == ("2026-05-29", "2026-05-29-r2")
    assert whole.changed == ("index.html (new)",)


def test_a_period_without_a_readable_manifest_is_left_alone(ready):
    first = ready.go()
    (first.folder / "manifest.json").write_text("{", encoding="utf-8")
    assert ready.go().period == "2026-05-29-r2"


def test_a_name_is_not_used_again_when_the_circulated_folder_was_moved_away(ready):
    first = ready.go()
    first.folder.rename(ready.outputs.parent / "archive")
    assert ready.go().period == "2026-05-29-r2"


def test_no_document_at_all_publishes_nothing_and_says_why(ready):
    planned = [document.planned for document in ready.documents]
    missing = tuple(missing_document(one, MemoryError()) for one in planned)
    with pytest.raises(NothingToPublish) as caught:
        replace(ready, documents=(), missing=missing).go()
    assert str(caught.value) == (
        "No document could be made, so nothing was published. Not made: index.html (memory error), "
        "localities/North Dale/check-in-minutes.docx (memory error)."
    )
    assert not ready.outputs.exists()


@pytest.mark.parametrize(("count", "words"), [(1, "1 document"), (2, "2 documents")])
def test_the_log_counts_documents_as_people_do(ready, caplog, count, words):
    caplog.set_level("INFO", logger="pipeline")
    ready.with_documents(*ready.documents[:count]).go()
    assert caplog.messages[-1] == f"published 2026-05-29: {words}"


def test_a_document_that_failed_stands_among_the_findings(ready):
    finding = Finding(MISSING, Place(), facts=(("pack", "briefing"),))
    published = replace(ready, missing=(finding,)).go()
    assert published.findings[-1] == finding
    with (published.restricted / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["rule"] for row in csv.DictReader(file)} == {"date.unreadable", "pack.missing"}


def test_two_documents_with_one_path_are_refused(ready):
    with pytest.raises(ValueError, match="no path of its own"):
        ready.with_documents(document("a.html", b"1"), document("A.html", b"2")).go()


@pytest.mark.parametrize("path", ["../a.html", "/a.html", "figures.csv", "Manifest.json"])
def test_a_document_stays_in_its_folder_and_hides_nothing(ready, path):
    with pytest.raises(ValueError, match="no path of its own"):
        ready.with_documents(document(path, b"1")).go()


def test_the_restricted_folder_is_closed_to_others_whatever_the_umask(ready):
    old = os.umask(0)
    try:
        published = ready.go()
    finally:
        os.umask(old)
    for path in [ready.outputs / "restricted", *published.restricted.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert stat.S_IMODE((published.folder / "index.html").stat().st_mode) == 0o666


def test_a_second_run_at_the_same_time_says_so(ready):
    with (
        only_run(ready.outputs),
        pytest.raises(NotPublished, match="Another run is publishing") as caught,
    ):
        ready.go()
    assert caught.value.exit_code == 1
    assert published_periods(ready.outputs) == []
    assert not ready.go().already


def test_nothing_is_left_outside_the_outputs_folder(ready, tmp_path):
    def elsewhere():
        return {path for path in tmp_path.rglob("*") if ready.outputs not in (path, *path.parents)}

    before = elsewhere()
    ready.go()
    assert elsewhere() == before


def test_no_cell_value_child_id_or_absolute_path_is_circulated(ready, tmp_path):
    published = ready.go()
    for content in files_below(published.folder).values():
        assert b"31/02/2026" not in content
        assert b"X0001" not in content
        assert str(tmp_path).encode() not in content
