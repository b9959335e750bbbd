"""Who may import whom: the contracts of import-linter hold, and the command line starts light."""

import shutil
import subprocess
import sys

import pytest
from guards.tree import ROOT, plant

LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"
HEAVY = (
    "pandas",
    "matplotlib",
    "weasyprint",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "holidays",
    "lxml",
    "pikepdf",
)


def contracts(root):
    run = subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout


def heavy_imports(statement, folder=ROOT):
    """Return which heavy libraries a fresh Python has loaded after the statement."""
    code = f"import sys\n{statement}\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


def test_data_flows_one_way():
    code, told = contracts(ROOT)
    assert code == 0, told


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("pipeline/model/planted.py", "import pipeline.ingest\n"),
        ("pipeline/validate/planted.py", "import pipeline.transform\n"),
        ("pipeline/compose/planted.py", "import docx\n"),
        ("pipeline/transform/planted.py", "import openpyxl\n"),
        ("pipeline/render/planted.py", "import pipeline.run\n"),
    ],
)
def test_an_import_against_the_flow_is_caught(tmp_path, module, line):
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    code, told = contracts(plant(tmp_path, {module: line}))
    assert code == 1, told
    assert "BROKEN" in told


def test_the_command_line_loads_no_heavy_library():
    assert heavy_imports("import pipeline.cli") == []


def test_a_heavy_import_is_caught(tmp_path):
    plant(tmp_path, {"planted.py": "import openpyxl\n"})
    assert "openpyxl" in heavy_imports("import planted", tmp_path)
