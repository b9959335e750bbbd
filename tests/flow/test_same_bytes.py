"""The same inputs give the same bytes, in another process, place, language and time zone."""

import os
import subprocess
import sys

import pytest

from pipeline.cli.executors import AtOnce
from pipeline.model.request import Request
from pipeline.run import run
from pipeline.setup.demo import DEFAULT_AS_AT, write_demo


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    write_demo(folder, seed=3, open_plans=60, localities=1, teams=2, as_at=DEFAULT_AS_AT)
    return folder


def bytes_of(outputs):
    return {
        path.relative_to(outputs).as_posix(): path.read_bytes()
        for path in sorted(outputs.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_another_process_elsewhere_publishes_the_same_bytes(small, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    run(Request(small / "config", small / "inputs", here), AtOnce())
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    command = [sys.executable, "-m", "pipeline", "run", "--jobs", "2", "--outputs", str(there)]
    places = ["--config", str(small / "config"), "--inputs", str(small / "inputs")]
    done = subprocess.run(
        [*command, *places], cwd=tmp_path, env={**os.environ, **elsewhere}, check=False
    )
    assert done.returncode == 3
    assert len(bytes_of(here)) > 10
    assert bytes_of(there) == bytes_of(here)
