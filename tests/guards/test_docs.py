"""The pages say what is there: commands, links, options, and decision records in unbroken order."""

import re

import pytest
from guards.tree import ROOT, plant, project_files

COMMANDS = {"run", "check", "due", "schedule", "demo"}


def breaches(root, commands):
    found = list(_numbering(root))
    targets = set(
        re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    for path in project_files(root):
        if path.suffix == ".md" and path.parts[0] in {
            "docs",
            "README.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
        }:
            text = (root / path).read_text(encoding="utf-8")
            code = " ".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))
            found += [f"{path}: make {name}" for name in _after("make", code) - targets]
            found += [
                f"{path}: cinpack {name}" for name in _after("cinpack", code) - commands.keys()
            ]
            known = set().union(*commands.values())
            found += [f"{path}: {option}" for option in _options(code) - known]
            found += [
                f"{path}: no {link}"
                for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
                if not (root / path.parent / link).exists()
            ]
    return sorted(found)


def _after(program, code):
    """Return the words that follow the program as its command."""
    return set(re.findall(rf"(?:^|[`\s/]){program} ([a-z][a-z-]*)", code))


def _options(code):
    """Return the options given to cinpack, or to `run`, in a piece of code."""
    lines = [
        line
        for line in re.split(r"[`\n]", code)
        if re.match(r"\s*(?:\S*cinpack |run |--)|make pack ARGS", line)
    ]
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", " ".join(lines)))


def _numbering(root):
    records = sorted((root / "docs/adr").glob("*.md"))
    for number, path in enumerate(records, 1):
        if not path.name.startswith(f"{number:04}-"):
            yield f"{path.name} is not number {number}"
        text = path.read_text(encoding="utf-8")
        if not text.startswith(f"# {number}. "):
            yield f"{path.name} has another number in its title"
        parts = ("Status: ", "## Context", "## Decision", "## Consequences")
        yield from (f"{path.name} has no {part}" for part in parts if part not in text)


def known_commands():
    """Return the options of each command of cinpack, as it declares them."""
    from typer.main import get_command

    from pipeline.cli.app import app

    found = get_command(app).commands.items()
    return {name: {option for p in command.params for option in p.opts} for name, command in found}


RECORD = "# 1. One\n\nStatus: accepted\n\n## Context\n## Decision\n## Consequences\n"
TREE = {
    "Makefile": "pack: ready\n\ttrue\n",
    "README.md": "See [one](docs/adr/0001-one.md).\n```\nmake pack   # all\n```\n`cinpack run --due`\n",
    "docs/adr/0001-one.md": RECORD,
}
KNOWN = {"run": {"--due"}}


def test_the_pages_are_true():
    known = known_commands()
    assert known.keys() >= COMMANDS
    assert breaches(ROOT, known) == []


def test_true_pages_pass(tmp_path):
    assert breaches(plant(tmp_path, TREE), KNOWN) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("README.md", "`make tea`", "README.md: make tea"),
        ("README.md", "```\ncinpack brew\n```", "README.md: cinpack brew"),
        ("README.md", "`cinpack run --later`", "README.md: --later"),
        ("README.md", "[gone](docs/gone.md)", "README.md: no docs/gone.md"),
        ("docs/adr/0003-three.md", RECORD.replace("1.", "2."), "0003-three.md is not number 2"),
        (
            "docs/adr/0001-one.md",
            RECORD.replace("1.", "4."),
            "0001-one.md has another number in its title",
        ),
        ("docs/adr/0001-one.md", RECORD.replace("## Context", ""), "0001-one.md has no ## Context"),
    ],
)
def test_an_untrue_page_is_caught(tmp_path, name, text, said):
    assert breaches(plant(tmp_path, TREE | {name: text}), KNOWN) == [said]
