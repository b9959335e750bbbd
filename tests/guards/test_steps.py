"""The six steps have one list of names: in the code, the README, `make help` and what a run calls them."""

import ast
import re
import shutil
import subprocess

import pytest
from guards.tree import ROOT, plant

from pipeline.cli.progress import Progress
from pipeline.model.terms import STEPS


def breaches(root):
    told = {
        "run.py": _called_steps(root / "pipeline/run.py"),
        "README": _readme_steps((root / "README.md").read_text(encoding="utf-8")),
        "make help": _help_steps(root),
    }
    found = [f"{where} tells {names}" for where, names in told.items() if names != STEPS]
    found += [
        f"pipeline/{name}/ has no public function {name}()"
        for name in STEPS
        if not re.search(
            rf"^def {name}\(", _text(root / f"pipeline/{name}/__init__.py"), re.MULTILINE
        )
    ]
    return found


def _text(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _called_steps(path):
    calls = [n for n in ast.walk(ast.parse(_text(path))) if isinstance(n, ast.Call)]
    named = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "step"]
    return tuple(n.args[0].value for n in sorted(named, key=lambda n: n.lineno))


def _readme_steps(text):
    return tuple(re.findall(r"^\d\. \*\*([a-z]+)\*\*", text, re.MULTILINE))


def _help_steps(root):
    make = shutil.which("make")
    told = subprocess.run(
        [make, "help"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    line = re.search(r"^The steps of a run: (.*)\.$", told, re.MULTILINE)
    return tuple(line.group(1).split(", ")) if line else ()


def _true_tree():
    called = "".join(f"with step('{name}'):\n    pass\n" for name in STEPS)
    listed = "".join(f"{n}. **{name}** does its part.\n" for n, name in enumerate(STEPS, 1))
    said = f"help:\n\t@echo 'The steps of a run: {', '.join(STEPS)}.'\n"
    rooms = {f"pipeline/{name}/__init__.py": f"def {name}():\n    pass\n" for name in STEPS}
    return {"pipeline/run.py": called, "README.md": listed, "Makefile": said, **rooms}


def test_the_same_six_names_everywhere():
    assert breaches(ROOT) == []


def test_the_log_calls_a_step_by_its_name(capsys):
    with Progress() as progress:
        for name in STEPS:
            with progress.step(name):
                pass
    assert tuple(line.split()[0] for line in capsys.readouterr().err.splitlines()) == STEPS


def test_a_true_tree_passes(tmp_path):
    assert breaches(plant(tmp_path, _true_tree())) == []


@pytest.mark.parametrize(
    "name", ["pipeline/run.py", "README.md", "Makefile", "pipeline/render/__init__.py"]
)
def test_another_name_for_a_step_is_caught(tmp_path, name):
    files = _true_tree()
    files[name] = files[name].replace("render", "draw")
    assert len(breaches(plant(tmp_path, files))) == 1
