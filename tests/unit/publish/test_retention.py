"""Child-level files past their time go, recorded; figures stay and later runs do without."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from unit.publish.small_run import AS_AT

from pipeline.errors import NotPublished
from pipeline.ingest.past import read_past
from pipeline.publish import retention
from pipeline.publish.retention import removals, remove

YEAR_ON = date(2027, 6, 29)
GONE = ("findings.csv", "snapshot/snapshot.json", "snapshot/versions.csv")


@pytest.fixture
def private(ready):
    ready.go()
    return ready.outputs / "restricted/2026-05-29"


def files(folder):
    return {
        path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()
    }


def test_a_period_goes_on_the_day_on_which_it_is_that_old(ready, private):
    assert removals(ready.outputs, 13, date(2027, 6, 28)) == ()
    (found,) = removals(ready.outputs, 13, YEAR_ON)
    assert (found.period, found.as_at, set(found.paths)) == ("2026-05-29", AS_AT, set(GONE))
    assert files(private) == set(GONE)


def test_what_goes_is_recorded_with_its_hash_and_no_value(ready, private):
    hashes = {path: sha256((private / path).read_bytes()).hexdigest() for path in GONE}
    circulated = files(ready.outputs / "2026-05-29")
    remove(ready.outputs, removals(ready.outputs, 13, YEAR_ON), YEAR_ON)
    assert files(private) == {"removed.json"}
    assert files(ready.outputs / "2026-05-29") == circulated
    said = json.loads((private / "removed.json").read_bytes())
    assert said["on"] == "2027-06-29"
    assert {each["path"]: each["sha256"] for each in said["removed"]} == hashes
    assert "X0001" not in (private / "removed.json").read_text()
    assert removals(ready.outputs, 13, YEAR_ON) == ()


@pytest.mark.usefixtures("private")
def test_figures_still_serve_and_nothing_is_missed(ready):
    remove(ready.outputs, removals(ready.outputs, 13, YEAR_ON), YEAR_ON)
    past = read_past(ready.outputs, YEAR_ON, looks_back=False)
    assert past.findings == ()
    (run,) = past.history.runs
    assert run.versions is None
    assert run.figures.get("plans.open").value == 2
    assert len(run.documents) == 2


def test_the_same_run_again_does_not_bring_it_back(ready, private):
    remove(ready.outputs, removals(ready.outputs, 13, YEAR_ON), YEAR_ON)
    assert ready.go().already
    assert files(private) == {"removed.json"}


def test_a_removal_that_was_cut_short_is_finished_the_next_time(ready, private, monkeypatch):
    chosen = removals(ready.outputs, 13, YEAR_ON)
    unlink = Path.unlink

    def refuse(path, **how):
        if path.name == "versions.csv":
            raise OSError(13, "Permission denied")
        unlink(path, **how)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", refuse)
        with pytest.raises(NotPublished, match="Do it again"):
            remove(ready.outputs, chosen, YEAR_ON)
    assert read_past(ready.outputs, YEAR_ON, looks_back=False).history.runs[0].versions is None
    (left,) = removals(ready.outputs, 13, YEAR_ON)
    remove(ready.outputs, (left,), YEAR_ON)
    assert files(private) == {"removed.json"}
    said = json.loads((private / "removed.json").read_bytes())
    assert {each["path"] for each in said["removed"]} == set(GONE)


def test_what_someone_put_there_stays(ready, private):
    (private / "snapshot/my notes.txt").write_text("mine")
    remove(ready.outputs, removals(ready.outputs, 13, YEAR_ON), YEAR_ON)
    assert files(private) == {"removed.json", "snapshot/my notes.txt"}


@pytest.mark.usefixtures("private")
def test_a_manifest_cannot_name_a_file_elsewhere(ready):
    path = ready.outputs / "2026-05-29/manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["restricted"].append({"path": "../../2026-05-29/figures.csv", "sha256": ""})
    path.write_text(json.dumps(manifest))
    (found,) = removals(ready.outputs, 13, YEAR_ON)
    assert set(found.paths) == set(GONE)


def test_no_outputs_folder_holds_nothing(tmp_path):
    assert retention.removals(tmp_path / "none", 13, YEAR_ON) == ()
