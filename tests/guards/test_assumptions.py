"""docs/assumptions.md names every threshold with the default that the code has."""

import re

from guards.tree import ROOT

from pipeline.model.settings import Thresholds


def breaches(page, defaults):
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]*?) \|", page, re.MULTILINE))
    meant = {
        name: ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in defaults.items()
    }
    return sorted(set(told.items()) ^ set(meant.items()))


def test_every_threshold_is_explained_with_its_default():
    page = (ROOT / "docs/assumptions.md").read_text(encoding="utf-8")
    assert breaches(page, Thresholds().model_dump()) == []


def test_another_default_and_a_threshold_left_out_are_caught():
    page = "| `gap_days` | 7 | practice |\n| `bands` | 3, 6 | DfE |\n"
    assert breaches(page, {"gap_days": 7, "bands": (3, 6)}) == []
    assert breaches(page, {"gap_days": 8, "bands": (3, 6)}) == [
        ("gap_days", "7"),
        ("gap_days", "8"),
    ]
    assert breaches(page, {"gap_days": 7, "bands": (3, 6), "weeks": 1}) == [("weeks", "1")]
