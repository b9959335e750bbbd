"""`make new-pack` starts a pack that makes its paper, and docs/add-a-pack.md shows what it writes."""

import re
import shutil
import subprocess
import sys

import pytest
from guards.tree import ROOT, plant

from pipeline.errors import WrongUsage
from pipeline.model.names import folder_name
from pipeline.setup.new_pack import pack_files, write_pack


def example():
    """Return the pack.yaml and the module of the page, as written there."""
    text = (ROOT / "docs/add-a-pack.md").read_text(encoding="utf-8")
    settings, module = (
        re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL).group(1) for kind in ("yaml", "python")
    )
    return {
        "report_templates/team_note/pack.yaml": settings,
        "pipeline/compose/team_note.py": module,
    }


def copied(root):
    """Copy the project, sample and all."""
    for name in ("pipeline", "report_templates", "config", "inputs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))


def run_for_alder(root):
    """Run the one pack for one team; return the exit code, the teams that have it, what was said."""
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pipeline",
            "run",
            "--pack",
            "team-note",
            "--team",
            "Alder",
            "--jobs",
            "1",
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    papers = root.glob("outputs/2*/localities/*/teams/*/team-note.pdf")
    return run.returncode, [path.parent.name for path in papers], run.stderr


def test_the_page_shows_what_the_command_writes():
    assert pack_files("team_note") == example()


def test_the_command_starts_a_pack_that_makes_its_paper_and_can_be_removed(tmp_path):
    copied(tmp_path)
    command = [sys.executable, "-m", "pipeline", "new-pack", "team-note"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    code, teams, said = run_for_alder(tmp_path)
    assert code in {0, 3}, said
    assert teams == [folder_name("Alder")], said
    for path in pack_files("team_note"):
        (tmp_path / path).unlink()
    (tmp_path / "report_templates/team_note").rmdir()
    code, _, said = run_for_alder(tmp_path)
    assert code == 2
    assert said.startswith('There is no pack "team-note"')


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Team note", "can't name a pack"),
        ("team.note", "can't name a pack"),
        ("../note", "can't name a pack"),
        ("olt-briefing", "is there already"),
        ("wording", "is there already"),
    ],
)
def test_a_name_that_is_none_or_taken_is_refused(tmp_path, name, why):
    for folder in ("pipeline/compose", "report_templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WrongUsage, match=why):
        write_pack(tmp_path, name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "left_out", ["report_templates/team_note/pack.yaml", "pipeline/compose/team_note.py"]
)
def test_half_an_example_makes_none(tmp_path, left_out):
    files = {name: text for name, text in example().items() if name != left_out}
    copied(tmp_path)
    plant(tmp_path, files)
    _, teams, told = run_for_alder(tmp_path)
    assert teams == []
    assert told
