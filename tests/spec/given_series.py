"""Judges the series of a worked example, and compares limits and signals with those expected."""

import pytest

from pipeline.transform.variation.judging import judged


def series_breaches(tables, options):
    """Return what the example of a series expects and doesn't get."""
    (row,) = tables["Series"]
    causes = {
        int(name.removeprefix("cause at ")) - 1: said
        for name, said in options.items()
        if name.startswith("cause at ")
    }
    late = frozenset(options.get("late recording moves", "").replace(" and ", " ").split())
    found = judged(tuple(row), tuple(map(float, row.values())), causes, late)
    (why_not,) = [each["why not"] for each in tables.get("Judged", [{"why not": "none"}])]
    breaches = [] if why_not == (found.why_not or "none") else [f"why not: {found.why_not}"]
    if "Limits" in tables:
        given = [_limits(each) for each in found.limits]
        wanted = [_wanted_limits(each) for each in tables["Limits"]]
        breaches += [f"limits are {given}"] if given != wanted else []
    if "Signals" in tables:
        given = [_signal(each) for each in found.signals]
        wanted = [_wanted_signal(each) for each in tables["Signals"]]
        breaches += [f"signals are {given}"] if given != wanted else []
    return breaches


def _limits(each):
    values = tuple(
        pytest.approx(value, abs=5e-5) for value in (each.centre, each.lower, each.upper)
    )
    return (each.first + 1, each.last + 1, values, each.trial, each.cause)


def _wanted_limits(row):
    values = tuple(float(row[name]) for name in ("centre", "lower", "upper"))
    ends = (int(row["from"]), int(row["to"]))
    return (*ends, values, row["trial"] == "yes", row.get("cause", ""))


def _signal(each):
    return (each.kind, each.direction, each.first + 1, each.last + 1, each.provisional)


def _wanted_signal(row):
    ends = (int(row["from"]), int(row["to"]))
    return (row["kind"], row["direction"], *ends, row.get("provisional", "no") == "yes")
