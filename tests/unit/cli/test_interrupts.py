"""Ctrl-C, which a terminal sends to every process of a run, stops it with one word."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import sleep

import pytest

from pipeline.cli import interrupts
from pipeline.setup.demo import write_demo

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no process groups to signal")

START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from pipeline.cli import interrupts, main
interrupts.listen()
print("begun", flush=True)
main()
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Write a small authority whose documents go to two workers."""
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder, seed=1, open_plans=20, localities=1, teams=1, as_at=date(2026, 11, 3))
    return folder


def interrupted(demo, outputs, after, seconds):
    """Run, send the whole group Ctrl-C so long after a line that begins so; return what it said."""
    words = ("run", "--config", demo / "config", "--inputs", demo / "inputs")
    with subprocess.Popen(
        [sys.executable, "-c", START, *words, "--outputs", outputs, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    ) as process:
        said = []
        while not said or not said[-1].startswith(after):
            said.append(process.stdout.readline())
            assert said[-1], said
        sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        said += process.stdout.readlines()
    return process.returncode, said


@pytest.mark.parametrize(
    ("after", "seconds"),
    [("begun", 0.1), ("begun", 0.3), ("compose", 0.05), ("compose", 0.3), ("compose", 0.8)],
)
def test_wherever_it_falls_only_stopped_is_said_and_nothing_is_published(
    demo, tmp_path, after, seconds
):
    code, said = interrupted(demo, tmp_path / "outputs", after, seconds)
    steps = ("begun", "ingest", "validate", "transform", "compose", "render")
    assert [line for line in said if not line.startswith(steps)] == ["Stopped.\n"]
    assert code == 1
    assert not (tmp_path / "outputs").exists()


@pytest.fixture
def listening(monkeypatch):
    """Listen as the command does, and give everything back afterwards."""
    before, hook = signal.getsignal(signal.SIGINT), sys.unraisablehook
    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(interrupts, "_heard", interrupts._Heard())
    interrupts.listen()
    yield
    signal.signal(signal.SIGINT, before)
    sys.unraisablehook = hook


@pytest.mark.usefixtures("listening")
def test_it_is_put_off_while_processes_are_started():
    reached = []

    def start():
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            reached.append("the end")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert reached == ["the end"]


@pytest.mark.usefixtures("listening")
def test_one_that_a_library_swallowed_stops_the_next_step():
    with suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        interrupts.stop_if_asked()


@pytest.mark.usefixtures("listening")
def test_once_publishing_has_begun_it_is_ignored():
    interrupts.ignore()
    signal.raise_signal(signal.SIGINT)
    interrupts.stop_if_asked()
    assert not interrupts.stop_asked()
