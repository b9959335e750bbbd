"""The catalogue of rules: each says what happened and what to do, and no cell's value."""

import re
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import get_args

import pytest

from pipeline.model import rules
from pipeline.model.findings import Effect, Rule, Severity

PARTS = [
    import_module(f"pipeline.model.rules.{part.name}")
    for part in iter_modules(getattr(rules, "__path__", ()))
]
CATALOGUE = tuple(
    {
        id(value): value
        for part in (rules, *PARTS)
        for value in vars(part).values()
        if isinstance(value, Rule)
    }.values()
)

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
