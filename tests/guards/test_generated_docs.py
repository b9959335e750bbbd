"""The pages that are made from the code say what the code says (`make docs` writes them anew)."""

import pytest
from generated_docs import PAGES, table
from guards.test_rules import CATALOGUE
from guards.tree import ROOT, plant

from pipeline.model.measure_list import MEASURES, undeclared
from pipeline.model.tables import SOURCES


def stale(root):
    """Return the pages that differ from what the code declares, or are missing."""
    found = []
    for path, page in PAGES.items():
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != page():
            found.append(path)
    return found


def test_the_pages_are_what_the_code_makes():
    assert stale(ROOT) == [], "run make docs"


@pytest.mark.parametrize("changed", PAGES)
def test_a_stale_page_and_a_missing_one_are_caught(tmp_path, changed):
    pages = {path: page() for path, page in PAGES.items()}
    assert stale(plant(tmp_path, pages)) == []
    plant(
        tmp_path,
        {
            changed: pages[changed]
            .replace("| yes |", "| |")
            .replace("note", "nope")
            .replace("plans", "files")
        },
    )
    assert stale(tmp_path) == [changed]
    (tmp_path / changed).unlink()
    assert stale(tmp_path) == [changed]


def test_every_rule_and_every_column_has_its_row():
    rules, inputs, measures = (page() for page in PAGES.values())
    for part in MEASURES.values():
        for measure in part:
            assert measures.count(f"| `{measure.id}` |") == 1
    assert {rule.code: rules.count(f"| `{rule.code}` |") for rule in CATALOGUE} == dict.fromkeys(
        (rule.code for rule in CATALOGUE), 1
    )
    for source in SOURCES.values():
        assert f"(`{source.name}`)" in inputs
        for column in source.columns:
            assert f"| `{column.name}` | {column.header} |" in inputs


def test_no_row_breaks_its_table():
    assert table(("a", "b"), [("x|y", "")]) == "| a | b |\n| --- | --- |\n| x\\|y | |\n"


def test_a_measure_that_is_not_declared_is_named():
    assert undeclared({"plans.open", "plans.opened"}) == ["plans.opened"]
