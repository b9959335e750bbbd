"""Each worked example in these pages holds: what is given makes the figures that are expected."""

from pathlib import Path

import pytest
from spec.breaches import breaches
from spec.examples import read_examples, read_page

EXAMPLES = read_examples(Path(__file__).parent)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.page}: {e.title}")
def test_worked_example(example):
    assert breaches(example) == []


def test_every_page_is_read():
    assert {example.page for example in EXAMPLES} == {
        "agenda",
        "action_reviews",
        "agreed",
        "backtest",
        "closures",
        "coverage",
        "data_account",
        "durations",
        "closures_kept",
        "expectations",
        "expected_scores",
        "flow",
        "forecast",
        "intervals",
        "formats",
        "insight_figures",
        "insights",
        "merging",
        "next_reviews",
        "open_plans",
        "late_recording",
        "reconciliation",
        "returned_plans",
        "scores",
        "signoffs",
        "since_last_time",
        "trackers_through_time",
        "trackers",
        "variation",
    }


PAGE = """
## One open plan

- as at: 29/05/2026

Extract:
| child | start | end |
|---|---|---|
| X1 | 01/05/2026 | |

Figures:
| measure | value |
|---|---|
| plans.open | 1 |
"""


def test_a_true_example_passes():
    (example,) = read_page("page", PAGE)
    assert breaches(example) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| plans.open | 1 |", "| plans.open | 2 |"),
        ("| plans.open | 1 |", "| plans.open | not supplied |"),
        ("| plans.open | 1 |", "| plans.open | no figure |"),
        ("| plans.open | 1 |", "| plans.opened | 1 |"),
        ("| plans.open | 1 |", "| plans.age.max_days | 27 |"),
        ("as at: 29/05/2026", "as at: 30/04/2026"),
    ],
)
def test_a_wrong_example_is_caught(old, new):
    (example,) = read_page("page", PAGE.replace(old, new))
    assert breaches(example) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Extract:", "Extracts:"),
        ("Extract:", ""),
        ("| X1 | 01/05/2026 | |", "| X1 | 01/05/2026 |"),
        ("| X1 | 01/05/2026 | |", "| X1 | Mon 01/05/2026 | |"),
        ("- as at", "* as at"),
        ("- as at", "- as it was"),
        ("Figures:", "Nothing:"),
        ("| child | start |", "| child | began |"),
        (
            "| value |\n|---|---|\n| plans.open | 1 |",
            "| value | in |\n|---|---|---|\n| plans.open | 1 | |",
        ),
        ("Figures:", "Published:\n| as at | measures |\n|---|---|\n\nFigures:"),
    ],
)
def test_an_example_that_is_not_understood_is_an_error(old, new):
    with pytest.raises((AssertionError, KeyError)):
        breaches(*read_page("page", PAGE.replace(old, new)))


SERIES = """
## A month beyond the limits

Series:
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 25 | 23 | 25 | 23 | 25 | 23 | 25 | 23 | 25 | 23 | 25 | 23 | 11 |

Limits:
| from | to | centre | lower | upper | trial |
|---|---|---|---|---|---|
| 1 | 13 | 23 | 17.68 | 28.32 | no |

Signals:
| kind | direction | from | to |
|---|---|---|---|
| outside | down | 13 | 13 |

Judged:
| why not |
|---|
| none |
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("17.68", "17.69"),
        ("| no |", "| yes |"),
        ("| outside | down |", "| outside | up |"),
        ("| outside | down | 13 | 13 |", "| outside | down | 12 | 13 |"),
        ("| outside | down | 13 | 13 |", ""),
        ("| none |", "| too few to judge |"),
        ("| 11 |\n\n", "| 24 |\n\n"),
    ],
)
def test_a_wrong_example_of_a_series_is_caught(old, new):
    (example,) = read_page("page", SERIES)
    assert breaches(example) == []
    (example,) = read_page("page", SERIES.replace(old, new))
    assert breaches(example) != []
