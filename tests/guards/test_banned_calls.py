"""What the code may not do, because it loses values in silence, runs data as code or reads the clock."""

import ast
import re

import pytest
from guards.tree import ROOT, modules, plant, project_files

# name of the attribute called -> why not
NEVER = {
    "read_csv": "moves or drops cells in silence",
    "read_excel": "hides errors and formulas",
    "read_html": "opens whatever it is given",
    "read_pickle": "runs data as code",
    "read_xml": "opens whatever it is given",
    "query": "runs text as code",
    "extractall": "writes where the archive says",
    "utcnow": "only the command line reads the clock",
}
CLOCK = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("Timestamp", "now"),
    ("Timestamp", "today"),
    ("time", "time"),
}
WRITES = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rmdir",
    "rmtree",
    "copytree",
    "copyfile",
    "mkdtemp",
}
MAY_WRITE = {"publish", "setup"}
STOPWATCHES = {"perf_counter", "monotonic", "process_time", "thread_time"}
MAY_TIME = {("tests", "benchmark.py"), ("tests", "verify"), ("tests", "bad_inputs")}


def breaches(root):
    found = []
    for path, tree in modules(root):
        for node in ast.walk(tree):
            found += [f"{path}:{node.lineno} {why}" for why in _faults(node, path)]
    for path in project_files(root):
        if path.suffix in {".j2", ".html"} and path.parts[0] == "report_templates":
            text = (root / path).read_text(encoding="utf-8")
            if re.search(r"\|\s*safe\b|autoescape\s+false", text):
                found.append(f"{path} prints data without escaping it")
    return found


def timed_tests(root):
    """A test that asks how long something took fails on a busy machine; the benchmark says it."""
    return [
        f"{path}:{node.lineno} {_last_name(node.func)}: no test depends on a time"
        for path, tree in modules(root, "tests")
        if path.parts[:2] not in MAY_TIME
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _last_name(node.func) in STOPWATCHES
    ]


def _faults(node, path):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name, owner = node.func.attr, _last_name(node.func.value)
        if name in NEVER:
            yield f"{name}: {NEVER[name]}"
        if (owner, name) in CLOCK and path.parts[:2] != ("pipeline", "cli"):
            yield f"{owner}.{name}: only the command line reads the clock"
        if name in WRITES and path.parts[1] not in MAY_WRITE:
            yield f"{name}: only publish and setup write files"
    if isinstance(node, ast.Call) and _last_name(node.func) in {"eval", "exec"}:
        yield f"{_last_name(node.func)}: runs text as code"
    if "matplotlib.pyplot" in _imported(node):
        yield "pyplot: keeps every figure in memory"
    if isinstance(node, ast.ExceptHandler) and _takes_all(node) and _says_nothing(node):
        yield "an error is swallowed"


def _last_name(node):
    return getattr(node, "attr", getattr(node, "id", ""))


def _imported(node):
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def _takes_all(handler):
    return handler.type is None or _last_name(handler.type) in {"Exception", "BaseException"}


def _says_nothing(handler):
    return all(
        isinstance(line, ast.Pass | ast.Continue | ast.Break)
        or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in handler.body
    )


def test_nothing_banned_is_used():
    assert breaches(ROOT) == []


def test_no_test_depends_on_a_time():
    assert timed_tests(ROOT) == []


def test_a_planted_stopwatch_is_caught(tmp_path):
    planted = "import time\n\n\ndef test_a():\n    assert time.perf_counter() < 5\n"
    files = {"tests/unit/test_a.py": planted, "tests/benchmark.py": planted}
    assert [found.split(":")[0] for found in timed_tests(plant(tmp_path, files))] == [
        "tests/unit/test_a.py"
    ]


@pytest.mark.parametrize(
    "planted",
    [
        "import pandas as pd\nframe = pd.read_csv('a.csv')\n",
        "frame.query('a > 1')\n",
        "frame.eval('a + 1')\n",
        "eval('1')\n",
        "from datetime import date\ntoday = date.today()\n",
        "import datetime\nnow = datetime.datetime.now()\n",
        "import time\nnow = time.time()\n",
        "import matplotlib.pyplot as plt\n",
        "from matplotlib import pyplot\n",
        "try:\n    go()\nexcept Exception:\n    pass\n",
        "for x in y:\n    try:\n        go()\n    except:\n        continue\n",
        "from pathlib import Path\nPath('a').write_text('b')\n",
        "archive.extractall('.')\n",
    ],
)
def test_a_planted_call_is_caught(tmp_path, planted):
    assert breaches(plant(tmp_path, {"pipeline/ingest/a.py": planted})) != []


def test_an_unescaped_template_is_caught(tmp_path):
    assert breaches(plant(tmp_path, {"report_templates/a/a.html.j2": "{{ words |safe }}"})) != []


def test_what_is_allowed_passes(tmp_path):
    files = {
        "pipeline/cli/a.py": "from datetime import date\ntoday = date.today()\n",
        "pipeline/publish/a.py": "path.write_bytes(b'')\n",
        "pipeline/ingest/a.py": "try:\n    go()\nexcept Exception as error:\n    raise Sentence from error\n",
        "report_templates/a/a.html.j2": "{{ words }}",
    }
    assert breaches(plant(tmp_path, files)) == []
