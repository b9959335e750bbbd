"""The same content gives the same bytes, whenever, wherever and in whatever order."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from unit.render import sampler

from pipeline.render import make

ROOT = Path(__file__).parents[3]
MEDIA = ("docx", "pdf", "html")
SCRIPT = """
import hashlib, sys
from unit.render import sampler
from pipeline.render import make
for media in sys.argv[1:]:
    print(media, hashlib.sha256(make(sampler.small(), media)).hexdigest())
"""


def digests():
    return {media: hashlib.sha256(make(sampler.small(), media)).hexdigest() for media in MEDIA}


@pytest.fixture(scope="module")
def here():
    return digests()


def test_a_second_time_changes_nothing(here):
    make(sampler.small(colour="#801650", title="Another"), "pdf")
    make(sampler.content((sampler.SECTIONS[0],)), "docx")
    assert digests() == here


def test_another_process_hash_seed_time_zone_and_folder_change_nothing(here, tmp_path):
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
    }
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, *MEDIA],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(line.split() for line in run.stdout.splitlines()) == here


@pytest.mark.parametrize("media", MEDIA)
def test_other_content_gives_other_bytes(media, here):
    other = make(sampler.small(as_at_words="21 November 2026"), media)
    assert hashlib.sha256(other).hexdigest() != here[media]
