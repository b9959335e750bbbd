"""Each worked example in these pages holds: what is given makes the figures that are expected."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from spec.examples import Example, read_examples, read_page
from spec.given import measures_of, scope_named
from spec.given_insights import insights_in
from spec.given_series import series_breaches

from pipeline.model.sureness import degree

EXAMPLES = read_examples(Path(__file__).parent)
OPTIONS = re.compile(
    r"(as at|extract date|format|covers from|trackers of|\w+ lacks|(thresholds|interval)\.\w+"
    r"|((North Dale|South Vale) )?(next )?meeting|cause at \d+|late recording moves)"
)
EXPECTED = {"measure", "category", "scope", "window", "value", "low", "high", "of", "note", "why"}


def breaches(example: Example):
    """Return what the example expects and doesn't get."""
    unknown = [name for name in example.options if not OPTIONS.fullmatch(name)]
    assert not unknown, f"options that mean nothing: {unknown}"
    if "Series" in example.tables:
        return series_breaches(example.tables, example.options)
    measures = measures_of(example.tables, example.options, example.columns)
    found = []
    for row in example.tables.get("Figures", ()):
        assert set(row) <= EXPECTED, f"columns that mean nothing: {set(row) - EXPECTED}"
        found += _differences(measures, row)
    if "Insights" in example.tables:
        found += _other_insights(example.tables)
    if "Agenda" in example.tables:
        found += _other_cases(measures.agendas["Alder"].cases, example.tables["Agenda"])
    if "Kept apart" in example.tables:
        found += _other_cases(measures.agendas["Alder"].kept, example.tables["Kept apart"])
    if "Rows to add" in example.tables:
        found += _other_rows_to_add(measures, example.tables["Rows to add"])
    if "Findings" in example.tables:
        wanted = sorted((row["rule"], row["child"]) for row in example.tables["Findings"])
        given = sorted((finding.rule.code, finding.child_id) for finding in measures.findings)
        if wanted != given:
            found.append(f"findings are {given}")
    return found


def _other_insights(tables):
    """Compare the insights, in their order, with what is expected."""
    wanted = [
        (r["rule"], r["place"], float(r["found"]), float(r["expected"]), r.get("with it", ""))
        for r in tables["Insights"]
    ]
    how_sure = [r["how sure"] for r in tables["Insights"] if "how sure" in r]
    insights = insights_in(tables)
    if how_sure and how_sure != (surely := [degree(each.chance) for each in insights]):
        return [f"how sure: {surely}"]
    given = [
        (
            each.rule.id,
            each.place.name,
            each.found,
            pytest.approx(each.expected),
            ", ".join(other.rule.id for other in each.goes_with),
        )
        for each in insights
    ]
    return [] if wanted == given else [f"the insights are {given}"]


def _other_cases(cases, rows):
    """Compare the cases of Alder's agenda, one by one and in order, with what is expected."""
    wanted = [
        (row["child"], row["stands in"], row["also"], row.get("action", ""), row.get("closing", ""))
        for row in rows
    ]
    given = [
        (
            case.child_id,
            case.group or "nothing needed",
            ", ".join(
                (
                    *case.groups[1:],
                    *(["exempt"] if case.exempt else []),
                    *(["too soon"] if case.too_soon else []),
                )
            ),
            case.need if "action" in rows[0] else "",
            f"{case.closing:%d/%m/%Y}" if "closing" in rows[0] and case.closing else "",
        )
        for case in cases
    ]
    return [] if wanted == given else [f"the agenda is {given}"]


def _other_rows_to_add(measures, rows):
    """Compare the plans that Alder's tracker has no row for with what is expected."""
    wanted = [(row["child"], row["also"]) for row in rows]
    given = [
        (
            row.child_id,
            ", ".join(
                (
                    *(["new"] if row.new else []),
                    *(["out of timescale"] if row.out_of_timescale else []),
                    *([f"to be {row.signoff}, {row.signoff_days} d"] if row.signoff else []),
                )
            ),
        )
        for row in measures.tracker_changes["Alder"].to_add
    ]
    return [] if wanted == given else [f"the rows to add are {given}"]


def _differences(measures, row):
    key = (row["measure"], scope_named(row.get("scope", "")), row.get("category", ""))
    figure = measures.figures.find(*key, row.get("window", ""))
    if row["value"] == "no figure":
        return [] if figure is None else [f"{key} is {figure}"]
    if figure is None:
        return [f"there is no {key} for {row.get('window')!r}"]
    value, whole = figure.value, figure.denominator
    wanted = row["value"]
    if wanted == "not supplied":
        right = value is None and figure.note.startswith("not supplied")
    elif "/" in wanted:
        part, _, of = wanted.partition("/")
        right = (figure.numerator, whole) == (float(part), float(of))
        right = right and value == pytest.approx(float(Fraction(wanted)))
    else:
        right = value is not None and value == pytest.approx(float(wanted))
    right = right and (not row.get("of") or whole == float(row["of"]))
    for end in ("low", "high"):
        right = right and (not row.get(end) or getattr(figure, end) == float(row[end]))
    note = row.get("note", "")
    right = right and (figure.note == "" if note == "none" else note in figure.note)
    return [] if right else [f"{row} but it is {figure}"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.page}: {e.title}")
def test_worked_example(example):
    assert breaches(example) == []


def test_every_page_is_read():
    assert {example.page for example in EXAMPLES} == {
        "agenda",
        "action_reviews",
        "agreed",
        "closures",
        "coverage",
        "durations",
        "closures_kept",
        "expected_scores",
        "flow",
        "forecast",
        "intervals",
        "formats",
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
