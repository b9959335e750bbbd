"""The catalogue of rules: each says what happened and what to do, and no cell's value."""

import ast
import re
from collections import defaultdict
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import get_args

import pytest
from guards.tree import ROOT, modules, plant

from pipeline.model import rules
from pipeline.model.findings import Effect, Rule, Severity

PARTS = [
    import_module(f"pipeline.model.rules.{part.name}")
    for part in iter_modules(getattr(rules, "__path__", ()))
]
NAMED = {
    name: value
    for part in (rules, *PARTS)
    for name, value in vars(part).items()
    if isinstance(value, Rule)
}
CATALOGUE = tuple({id(rule): rule for rule in NAMED.values()}.values())

# names of a cell, not of a place: their contents never stand in a sentence
CELLS = {
    "value",
    "cell",
    "text",
    "child_id",
    "family_id",
    "id",
    "practitioner",
    "owner",
    "action",
    "notes",
    "date",
}


# prints findings that others made, and so gives no rule its facts
ONLY_TELLS = {"compose"}


def breaches(catalogue):
    codes = [rule.code for rule in catalogue]
    found = [f"{code} twice" for code in set(codes) if codes.count(code) > 1]
    for rule in catalogue:
        if not re.fullmatch(r"[a-z]+([.][a-z_]+)+", rule.code):
            found.append(f"{rule.code} is not named source.problem")
        if rule.severity not in get_args(Severity):
            found.append(f"{rule.code} has no severity")
        if rule.effect not in get_args(Effect):
            found.append(f"{rule.code} does not say what became of the row")
        for part in (rule.says, rule.remedy):
            if not re.fullmatch(r"[A-Z{].*[.]", part):
                found.append(f"{rule.code}: {part!r} is not a sentence")
            fields = {name for _, name, _, _ in Formatter().parse(part) if name is not None}
            found += [f"{rule.code} prints the cell's {name}" for name in fields & CELLS]
            found += [
                f"{rule.code}: {name!r} is no name" for name in fields if not name.isidentifier()
            ]
    return found


def unused_or_unfilled(catalogue, root):
    """Name rules that no step uses, and rules whose facts the step that uses them never gives."""
    met, given = defaultdict(set), defaultdict(set)
    for path, tree in modules(root):
        if path.parts[:3] == ("pipeline", "model", "rules"):
            continue
        for node in ast.walk(tree):
            name = getattr(node, "attr", getattr(node, "id", ""))
            met[path.parts[1]] |= {name} & catalogue.keys()
            given[path.parts[1]] |= {
                word
                for word in (getattr(node, "arg", ""), getattr(node, "value", ""))
                if isinstance(word, str)
            }
    found = [
        f"{step} gives {name} no {field}"
        for step, names in met.items()
        if step not in ONLY_TELLS
        for name in names
        for field in _fields(catalogue[name]) - given[step]
    ]
    return sorted(
        found + [f"{name} is never used" for name in catalogue.keys() - set().union(*met.values())]
    )


def _fields(rule):
    return {
        name for _, name, _, _ in Formatter().parse(rule.says + rule.remedy) if name is not None
    }


def test_every_rule_is_used_and_given_its_facts():
    assert unused_or_unfilled(NAMED, ROOT) == []


def test_a_rule_without_its_facts_and_an_unused_rule_are_caught(tmp_path):
    root = plant(
        tmp_path, {"pipeline/ingest/a.py": "Finding(rules.NO_ID, facts=(('colum', 'x'),))\n"}
    )
    assert unused_or_unfilled({"NO_ID": WHOLE, "NO_DATE": WHOLE}, root) == [
        "NO_DATE is never used",
        "ingest gives NO_ID no column",
    ]


def test_a_step_that_only_tells_findings_gives_no_facts(tmp_path):
    counts = "counts = {rules.NO_ID: 1}\n"
    makes = "Finding(rules.NO_ID, facts=(('column', 'x'),))\n"
    root = plant(tmp_path, {"pipeline/compose/a.py": counts, "pipeline/ingest/a.py": makes})
    assert unused_or_unfilled({"NO_ID": WHOLE}, root) == []


def test_the_catalogue_is_whole():
    assert len(CATALOGUE) > 5
    assert breaches(CATALOGUE) == []


WHOLE = Rule("row.no_id", "problem", "set aside", "No child id in {column}.", "Write the id.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": "No id"}, "No id is not named source.problem"),
        ({"severity": "loud"}, "row.no_id has no severity"),
        ({"effect": "lost"}, "row.no_id does not say what became of the row"),
        ({"remedy": ""}, "row.no_id: '' is not a sentence"),
        ({"says": "The id is {value}."}, "row.no_id prints the cell's value"),
        ({"says": "The id is {}."}, "row.no_id: '' is no name"),
    ],
)
def test_a_broken_rule_is_caught(change, said):
    assert breaches((WHOLE,)) == []
    assert breaches((replace(WHOLE, **change),)) == [said]


def test_a_code_used_twice_is_caught():
    assert breaches((WHOLE, WHOLE)) == ["row.no_id twice"]
