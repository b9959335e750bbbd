"""Every column of every source is declared once and classed as identifying or open."""

from dataclasses import replace
from typing import get_args

import pytest

from pipeline.model.names import same_name
from pipeline.model.national_tables import NATIONAL
from pipeline.model.tables import CASE_EXTRACT, SOURCES, TRACKER, ColumnKind, Privacy


def breaches(table):
    names = table.names
    found = [f"{name} twice" for name in set(names) if names.count(name) > 1]
    headers = [same_name(header) for c in table.columns for header in (c.header, *c.aliases)]
    found += [f"header {header} twice" for header in set(headers) if headers.count(header) > 1]
    for column in table.columns:
        if column.privacy not in get_args(Privacy):
            found.append(f"{column.name} is not classed")
        if column.kind not in get_args(ColumnKind):
            found.append(f"{column.name} is of no known kind")
        if column.privacy == "open" and column.kind == "id":
            found.append(f"{column.name} is an id and open")
    return found


EVERY = (*SOURCES.values(), *NATIONAL)


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_every_column_is_classed_and_named_once(table):
    assert breaches(table) == []


@pytest.mark.parametrize("table", [CASE_EXTRACT, TRACKER, *NATIONAL], ids=lambda table: table.name)
def test_whatever_tells_of_one_child_is_identifying(table):
    """What may be open is about the work, never about the child or the worker."""
    may_be_open = {"stage", "barrier", "team", "locality", "end_reason"}
    assert {c.name for c in table.columns if c.privacy == "open"} <= may_be_open


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"privacy": ""}, "child_id is not classed"),
        ({"kind": "colour"}, "child_id is of no known kind"),
        ({"privacy": "open"}, "child_id is an id and open"),
        ({"name": "stage"}, "stage twice"),
        ({"header": "Stage"}, "header stage twice"),
    ],
)
def test_a_badly_declared_column_is_caught(change, said):
    first, *rest = TRACKER.columns
    assert said in breaches(replace(TRACKER, columns=(replace(first, **change), *rest)))
