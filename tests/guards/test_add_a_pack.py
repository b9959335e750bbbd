"""What docs/add-a-pack.md tells a newcomer to write does make a pack."""

import re
import shutil
import subprocess
import sys

import pytest
from guards.tree import ROOT, plant

from pipeline.model.names import folder_name


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


def made(root, files):
    """Run the one pack for one team in a copy of the project; return its exit code and what was made."""
    for name in ("pipeline", "report_templates", "config", "inputs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    plant(root, files)
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
    papers = root.glob("outputs/2*/localities/*/teams/*/note.pdf")
    return run.returncode, [path.parent.name for path in papers], run.stderr


def test_the_example_makes_its_paper(tmp_path):
    code, teams, told = made(tmp_path, example())
    assert code in {0, 3}, told
    assert teams == [folder_name("Alder")], told


@pytest.mark.parametrize(
    "left_out", ["report_templates/team_note/pack.yaml", "pipeline/compose/team_note.py"]
)
def test_half_an_example_makes_none(tmp_path, left_out):
    files = {name: text for name, text in example().items() if name != left_out}
    _, teams, told = made(tmp_path, files)
    assert teams == []
    assert told
