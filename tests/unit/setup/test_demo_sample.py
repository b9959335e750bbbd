"""The committed sample is what the demo writes; the same numbers write the same bytes.

The papers that came back are left out here: what is printed on them is the pipeline's.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import WrongUsage
from pipeline.setup.demo import write_demo

ROOT = Path(__file__).parents[3]
SAMPLE = {"seed": 2, "open_plans": 1500, "localities": 4, "teams": 14}
SMALL = {"seed": 1, "open_plans": 30, "localities": 2, "teams": 3}


def contents(path):
    """Return a file's bytes; of a workbook its parts, since compression differs by machine."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return [(part.filename, part.date_time, parts.read(part)) for part in parts.infolist()]


def differences(one, other):
    """Return the files below two folders that differ or are in only one of them."""
    names = {
        path.relative_to(root).as_posix()
        for root in (one, other)
        for folder in ("config", "inputs")
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix != ".docx"
    }
    return sorted(
        name
        for name in names
        if not ((one / name).is_file() and (other / name).is_file())
        or contents(one / name) != contents(other / name)
    )


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    out = tmp_path_factory.mktemp("again")
    write_demo(out, **SAMPLE)
    return out


def test_the_committed_sample_is_what_the_demo_writes(again):
    assert differences(ROOT, again) == []


@pytest.mark.parametrize(
    "name",
    ["config/words.yaml", "inputs/extracts/CIN plans 03.11.2026.csv", "inputs/priorities/.gitkeep"],
)
def test_a_changed_or_missing_file_would_be_seen(again, tmp_path, name):
    copy = tmp_path / "copy"
    shutil.copytree(again, copy)
    (copy / name).write_bytes((copy / name).read_bytes() + b" ")
    (copy / "inputs/README.md").unlink()
    assert differences(copy, again) == sorted([name, "inputs/README.md"])


def test_a_changed_workbook_would_be_seen(again, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(again, copy)
    one, other = sorted((copy / "inputs/trackers").rglob("*.xlsx"))[:2]
    shutil.copyfile(one, other)
    assert differences(copy, again) == [other.relative_to(copy).as_posix()]


def test_the_sample_is_modest():
    sizes = [path.stat().st_size for path in (ROOT / "inputs").rglob("*") if path.is_file()]
    assert sum(sizes) < 2.5 * 1024**2


def test_the_page_beside_the_sample_tells_how_to_make_it_again():
    page = (ROOT / "inputs/README.md").read_text("utf-8")
    assert "--seed 2 --open-plans 1500 --localities 4 --teams 14" in page


def test_trackers_stand_in_the_folders_of_teams_with_names_that_folders_can_hold(again):
    tracker = "inputs/trackers/CIN East Moor/Hazel-Holly/Hazel-Holly IC Meetings.xlsx"
    assert (again / tracker).is_file()


def run_elsewhere(out, **environment):
    """Write a small authority in a process of its own, with another hash seed, zone and language."""
    code = f"from pathlib import Path; from pipeline.setup.demo import write_demo; write_demo(Path({str(out)!r}), **{SMALL})"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=os.environ | environment)


def test_neither_hash_seed_nor_time_zone_nor_language_changes_a_byte(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    write_demo(here, **SMALL)
    run_elsewhere(there, PYTHONHASHSEED="4", TZ="Pacific/Auckland", LC_ALL="C")
    assert differences(here, there) == []


def test_another_seed_is_another_authority(tmp_path):
    write_demo(tmp_path / "one", **SMALL)
    write_demo(tmp_path / "other", **(SMALL | {"seed": 2}))
    assert len(differences(tmp_path / "one", tmp_path / "other")) > 3


@pytest.mark.parametrize("as_at", [date(2024, 2, 29), date(2026, 10, 31), date(2031, 1, 1)])
@pytest.mark.parametrize("numbers", [(1, 1, 1), (2, 4, 14)])
def test_the_smallest_authority_on_an_awkward_day_is_written(tmp_path, as_at, numbers):
    open_plans, localities, teams = numbers
    paths = write_demo(
        tmp_path, seed=1, open_plans=open_plans, localities=localities, teams=teams, as_at=as_at
    )
    assert f"CIN plans {as_at:%d.%m.%Y}.csv" in [path.name for path in paths]
    assert f"--as-at {as_at.isoformat()}" in (tmp_path / "inputs/README.md").read_text("utf-8")


def test_the_files_named_are_the_files_written(tmp_path):
    paths = write_demo(tmp_path, **SMALL)
    assert sorted(paths) == sorted(path for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("folder", ["config", "inputs"])
def test_settings_or_inputs_that_are_there_already_are_left_alone(tmp_path, folder):
    (tmp_path / folder).mkdir()
    theirs = tmp_path / folder / "theirs.txt"
    theirs.write_text("theirs")
    with pytest.raises(WrongUsage, match=folder):
        write_demo(tmp_path, **SMALL)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [theirs]


def test_importing_the_demo_loads_no_heavy_library():
    code = "import sys, pipeline.setup.demo; print({'numpy', 'pandas', 'xlsxwriter'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"
