"""Every measure has a worked example that a person can check: pages of tests/spec that expect a number of it."""

import pytest
from guards.tree import ROOT
from spec.examples import pages_by_measure, read_examples, read_page

from pipeline.model.measure_list import MEASURES

NO_NUMBER = {"no figure", "not supplied"}
DECLARED = [measure.id for part in MEASURES.values() for measure in part]


def without_a_number(measures, examples):
    """Return the measures of which no example expects a number."""
    rows = [row for example in examples for row in example.tables.get("Figures", ())]
    worked = {row["measure"] for row in rows if row["value"] not in NO_NUMBER}
    return [measure for measure in measures if measure not in worked]


def test_every_measure_has_a_worked_example():
    assert without_a_number(DECLARED, read_examples(ROOT / "tests/spec")) == []


PAGE = """
## One open plan

Published:
| as at | measure | scope | value |
|---|---|---|---|
| 05/05/2026 | plans.starts | Alder | 9 |

Figures:
| measure | value |
|---|---|
| plans.open | 1 |
| plans.finishes | not supplied |
| plans.returned | no figure |
"""


@pytest.mark.parametrize(
    "measure",
    ["plans.opened", "plans.starts", "plans.finishes", "plans.returned"],
    ids=["not there", "given, not expected", "not supplied alone", "no figure alone"],
)
def test_a_measure_without_one_is_caught(measure):
    assert without_a_number(["plans.open", measure], read_page("page", PAGE)) == [measure]


def test_a_page_stands_beside_the_measures_that_it_expects_figures_of():
    pages = pages_by_measure(read_page("page", PAGE))
    assert pages == {"plans.open": ["page"], "plans.finishes": ["page"], "plans.returned": []}
