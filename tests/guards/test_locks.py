"""The locks hold everything that pyproject.toml asks for, each with its hashes."""

import re
import tomllib

from guards.tree import ROOT, plant
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK, JUDGES = "requirements.lock", "tests/verify/requirements.lock"


def breaches(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["dev"]
    locked, judges = _pins(root / LOCK), _pins(root / JUDGES)
    found = _missing(wanted, locked, LOCK)
    found += _missing(project["dependency-groups"]["verify"], judges, JUDGES)
    for name, pins in judges.items():
        if locked.get(name, pins).keys() != pins.keys():
            found.append(f"{name} has another version in {JUDGES}")
    for path, entries in ((LOCK, locked), (JUDGES, judges)):
        found += [
            f"{name} has no hash in {path}"
            for name, pins in entries.items()
            if not all(pins.values())
        ]
    return found


def _pins(path):
    """Return, by package, its versions in the lock and how many hashes each has."""
    pins: dict[str, dict[str, int]] = {}
    version: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([\w.-]+)==(\S+)", line):
            version = pins.setdefault(canonicalize_name(match.group(1)), {})
            latest = match.group(2)
            version[latest] = 0
        version.update({latest: version[latest] + 1} if "--hash=sha256:" in line else {})
    return pins


def _missing(wanted, pins, path):
    found = []
    for requirement in map(Requirement, wanted):
        versions = pins.get(canonicalize_name(requirement.name), {})
        if not versions or not all(map(requirement.specifier.contains, versions)):
            found.append(f"{requirement} is not met by {path}")
    return found


PROJECT = """[project]
dependencies = ["pandas>=3,<4"]
optional-dependencies.dev = ["pytest>=9"]
[dependency-groups]
verify = ["JPype1>=1.7"]
"""
PINS = "pandas==3.1.1 \\\n    --hash=sha256:aa\npytest==9.2.0 \\\n    --hash=sha256:bb\n"
JUDGE = "jpype1==1.7.1 \\\n    --hash=sha256:cc\n"


def _tree(root, **changes):
    files = {"pyproject.toml": PROJECT, LOCK: PINS, JUDGES: JUDGE}
    return plant(root, files | {name.replace("__", "."): text for name, text in changes.items()})


def test_the_locks_are_whole():
    assert breaches(ROOT) == []


def test_a_whole_lock_passes(tmp_path):
    assert breaches(_tree(tmp_path)) == []


def test_a_dependency_that_is_not_locked_is_caught(tmp_path):
    assert breaches(_tree(tmp_path, pyproject__toml=PROJECT.replace("pandas", "polars"))) == [
        "polars<4,>=3 is not met by requirements.lock"
    ]


def test_a_version_out_of_bounds_is_caught(tmp_path):
    assert breaches(_tree(tmp_path, pyproject__toml=PROJECT.replace(">=3,<4", ">=4"))) == [
        "pandas>=4 is not met by requirements.lock"
    ]


def test_a_package_without_hash_is_caught(tmp_path):
    lock = PINS.replace("--hash=sha256:bb", "")
    assert breaches(_tree(tmp_path, requirements__lock=lock)) == [
        "pytest has no hash in requirements.lock"
    ]


def test_two_locks_that_differ_are_caught(tmp_path):
    root = plant(_tree(tmp_path), {JUDGES: JUDGE + PINS.replace("9.2.0", "9.1.0")})
    assert breaches(root) == ["pytest has another version in tests/verify/requirements.lock"]
