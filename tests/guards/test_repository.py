"""What may lie in the project, and how long a module may be."""

import re

import pytest
from guards.tree import ROOT, plant, project_files

TOP = {
    "pipeline", "report_templates", "config", "inputs", "outputs", "tests", "docs",
    "Makefile", "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "requirements.lock",
}  # fmt: skip
DATA = {
    ".csv",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".docx",
    ".docm",
    ".pdf",
    ".xml",
    ".parquet",
    ".zip",
    ".db",
}
MAY_HOLD_DATA = {"config", "inputs", "report_templates", "tests"}
FONTS = {".ttf", ".otf", ".woff", ".woff2"}
LARGEST = 1024 * 1024
LARGEST_SAMPLE = 2 * LARGEST
LONGEST = 320

# folders of one person's machine, and the addresses of package registries
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|farm|root|home|Users)/[a-zA-Z.]|(?<![\w.])/tmp/[a-z]+/|[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|--(?:extra-)?index-url|--find[-]links"
)


def breaches(root):
    found = []
    for path in project_files(root):
        top, size = path.parts[0], (root / path).stat().st_size
        if top not in TOP and not top.startswith("."):
            found.append(f"{path}: not a place of the project")
        if path.suffix.lower() in DATA and top not in MAY_HOLD_DATA:
            found.append(f"{path}: data outside {', '.join(sorted(MAY_HOLD_DATA))}")
        if path.suffix.lower() in FONTS:
            found.append(f"{path}: fonts come with a dependency")
        if size > (LARGEST_SAMPLE if top == "inputs" else LARGEST):
            found.append(f"{path}: {size:,} bytes")
        found += [f"{path}: {what}" for what in _said(root / path)]
        if path.suffix == ".py" and top == "pipeline":
            lines = (root / path).read_text(encoding="utf-8").count("\n")
            if lines > LONGEST:
                found.append(f"{path}: {lines} lines are two modules")
    return found


def _said(path):
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    if MACHINE.search(text):
        yield "a path of one machine"
    if REGISTRY.search(text):
        yield "the address of a registry"


def test_the_project_holds_only_what_it_should():
    assert breaches(ROOT) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes/a.md", "", "not a place of the project"),
        ("docs/a.xlsx", b"", "data outside"),
        ("pipeline/A.CSV", "a,b\n", "data outside"),
        ("report_templates/house/a.ttf", b"", "fonts come with a dependency"),
        ("docs/a.md", "x" * (LARGEST + 1), "bytes"),
        ("docs/a.md", "see /ho" + "me/someone/file", "a path of one machine"),
        ("docs/a.md", "see /tm" + "p/scratch/file", "a path of one machine"),
        ("requirements.lock", "--index" + "-url x", "the address of a registry"),
        ("docs/a.md", "https://pypi" + ".org/simple", "the address of a registry"),
        ("pipeline/a.py", "x = 1\n" * (LONGEST + 1), "lines are two modules"),
    ],
)
def test_a_planted_file_is_caught(tmp_path, name, content, said):
    found = breaches(plant(tmp_path, {name: content}))
    assert len(found) == 1
    assert said in found[0]


def test_an_ordinary_file_passes(tmp_path):
    files = {
        "inputs/extracts/a.csv": "a\n",
        "docs/a.md": "outputs/2026-05-29\n",
        "pipeline/a.py": "x = 1\n",
    }
    assert breaches(plant(tmp_path, files)) == []
