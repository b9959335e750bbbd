"""Whatever the disk refuses, and wherever a run is killed: a period is there whole or not at all."""

import errno
import os
import shutil
import signal
from pathlib import Path

import pytest

from pipeline.errors import NotPublished
from pipeline.publish.disk import CANNOT_SYNC, disk_trouble_said, sync_folder

CALLS = ("mkdir", "open", "fsync", "rename")


class Counted:
    """Stands in for an `os` function; fails on its n-th call and, if `lasting`, ever after."""

    def __init__(self, real, error, fails_at, *, lasting=False):
        self.real, self.error, self.fails_at, self.lasting = real, error, fails_at, lasting
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        if self.calls == self.fails_at or (self.lasting and self.calls > self.fails_at):
            raise self.error
        return self.real(*args, **kwargs)


def visible(outputs):
    """Return the periods that anyone sees, circulated and restricted."""
    seen = [path.name for path in outputs.glob("[!.]*") if path.name != "restricted"]
    return seen, [path.name for path in (outputs / "restricted").glob("[!.]*")]


def calls_of(name, ready, monkeypatch):
    counted = Counted(getattr(os, name), OSError(), 0)
    with monkeypatch.context() as patch:
        patch.setattr(os, name, counted)
        ready.asked(outputs=ready.outputs.with_name(f"trial-{name}")).go()
    return counted.calls


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("name", CALLS)
def test_a_refusal_at_any_call_publishes_nothing_and_the_next_run_works(
    ready, monkeypatch, name, lasting
):
    calls = calls_of(name, ready, monkeypatch)
    for fails_at in range(1, calls + 1):
        failing = Counted(
            getattr(os, name), OSError(errno.EIO, os.strerror(errno.EIO)), fails_at, lasting=lasting
        )
        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            with pytest.raises(NotPublished, match="Nothing was published"):
                ready.go()
        assert visible(ready.outputs) == ([], [])
    assert ready.go().period == "2026-05-29"
    assert list(ready.outputs.rglob("*.partial-*")) == []


def test_the_calls_that_are_broken_above_do_happen(ready, monkeypatch):
    counts = {name: calls_of(name, ready, monkeypatch) for name in ("open", "fsync", "rename")}
    assert counts["rename"] == 2
    assert counts["open"] > 8
    assert counts["fsync"] > 8


def test_without_undoing_half_a_period_would_be_seen(ready, monkeypatch):
    """The twin of the test above: it would notice."""
    failing = Counted(os.rename, OSError(errno.EIO, "no"), 2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", failing)
        patch.setattr("pipeline.publish.place._undo", lambda _partial, _final: None)
        with pytest.raises(NotPublished):
            ready.go()
    assert visible(ready.outputs) == ([], ["2026-05-29"])


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_run_that_is_interrupted_while_it_renames_undoes_both(ready, monkeypatch, fails_at):
    def renames_then_stops(*args):
        result = real(*args)
        if counted.calls == fails_at:
            raise KeyboardInterrupt
        return result

    real = os.rename
    counted = Counted(renames_then_stops, OSError(), 0)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", counted)
        with pytest.raises(KeyboardInterrupt):
            ready.go()
    assert visible(ready.outputs) == ([], [])


def test_a_file_that_reads_back_otherwise_is_not_published(ready, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _path: b"")
        with pytest.raises(NotPublished, match="the disk reports an error"):
            ready.go()
    assert visible(ready.outputs) == ([], [])


def test_a_full_disk_is_said_in_a_sentence_without_traceback_words(ready, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotPublished) as caught:
        ready.go()
    assert str(caught.value) == f"Nothing was published in {ready.outputs}: the disk is full."


def test_a_file_in_the_place_of_the_outputs_folder_is_said(ready):
    ready.outputs.write_text("a file")
    with pytest.raises(NotPublished, match="a file stands where a folder is needed"):
        ready.go()
    assert ready.outputs.read_text() == "a file"


@pytest.mark.parametrize("number", CANNOT_SYNC)
def test_a_network_drive_that_cannot_sync_a_folder_still_publishes(tmp_path, monkeypatch, number):
    def refuses(_opened):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuses)
    sync_folder(tmp_path)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_call_leaves_a_period_whole_or_the_next_run_clears_it(ready, when):
    """Each file event of a run is a point at which the process is killed outright."""
    ready.go()  # what is looked up once is known to the processes to be killed
    kills = 0
    while True:
        kills += 1
        outputs = ready.outputs.with_name(f"killed-{kills}")
        if not _killed_at(kills, ready.asked(outputs=outputs), when):
            break
        circulated, restricted = visible(outputs) if outputs.exists() else ([], [])
        assert circulated in ([], ["2026-05-29"])
        if circulated:
            assert restricted == circulated
        again = ready.asked(outputs=outputs).go()
        assert again.period == "2026-05-29"
        assert visible(outputs) == (["2026-05-29"], ["2026-05-29"])
        assert list(outputs.rglob("*.partial-*")) == []
        shutil.rmtree(outputs)
    assert kills > 25


def _killed_at(event, ready, when):
    """Publish in a child process that is killed at its n-th call; return whether it was."""
    child = os.fork()
    if child == 0:
        seen = 0

        def deadly(real):
            def call(*args, **kwargs):
                nonlocal seen
                seen += 1
                if seen == event and when == "before":
                    os.kill(os.getpid(), signal.SIGKILL)
                result = real(*args, **kwargs)
                if seen == event:
                    os.kill(os.getpid(), signal.SIGKILL)
                return result

            return call

        for name in (*CALLS, "rmdir"):
            setattr(os, name, deadly(getattr(os, name)))
        try:
            ready.go()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_leftovers_of_a_killed_run_are_cleared_and_nothing_else(ready):
    published = ready.go()
    mark = ".2026-05-29-r2.partial-0a1b2c3d"
    for folder in (ready.outputs / mark, ready.outputs / "restricted" / mark):
        (folder / "below").mkdir(parents=True)
    (ready.outputs / ".notes.partial").mkdir()
    again = ready.go()
    assert again.already
    assert published.folder.is_dir()
    assert (ready.outputs / ".notes.partial").is_dir()
    assert list(ready.outputs.rglob(mark)) == []


def test_an_archived_periods_restricted_folder_outlives_a_later_killed_run(ready):
    first = ready.go()
    first.folder.rename(ready.outputs.parent / "archive")
    (ready.outputs / ".2026-05-29-r2.partial-0a1b2c3d").mkdir()
    ready.go()
    assert (first.restricted / "findings.csv").is_file()


@pytest.mark.parametrize("refusal", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_where_nothing_may_be_written_another_folder_is_the_remedy(tmp_path, refusal):
    with pytest.raises(NotPublished) as caught, disk_trouble_said(tmp_path):
        raise OSError(refusal, os.strerror(refusal))
    assert str(caught.value).endswith("; change that, or choose another folder with --outputs.")
