"""Compares what the pipeline makes of a worked example with what the example expects."""

import re
from fractions import Fraction

import pytest
from spec.examples import Example
from spec.given import measures_of, scope_named
from spec.given_insights import insights_in
from spec.given_series import series_breaches

from pipeline.model.sureness import degree

OPTIONS = re.compile(
    r"(as at|extract date|format|covers from|trackers of|\w+ lacks|(thresholds|interval)\.\w+"
    r"|((North Dale|South Vale) )?(next )?meeting|cause at \d+|late recording moves)"
)
COLUMNS = {
    "Agreed": "agreed papers_of check-in team action due outcome figure",
    "Said since": "said check-in reference outcome due",
    "Expected": "said team words plans",
    "Published": "as_at measure category scope window value of low high",
    "Papers before": "as_at paper scope",
    "Meetings before": "as_at check-in meeting next_meeting",
    "Figures": "measure category scope window value low high of note",
}
"""What may stand over the columns of a table; that of any other is known where it is read."""


def breaches(example: Example):
    """Return what the example expects and doesn't get."""
    unknown = [name for name in example.options if not OPTIONS.fullmatch(name)]
    assert not unknown, f"options that mean nothing: {unknown}"
    for name, known in COLUMNS.items():
        heads = {head.replace(" ", "_") for head in example.columns.get(name, ())}
        unknown = heads - {*known.split(), "why"}
        assert not unknown, f"columns that mean nothing: {unknown}"
    if "Series" in example.tables:
        return series_breaches(example.tables, example.options)
    if {"Counts", "Blocks"} & set(example.tables):
        insights, figures = insights_in(example.tables)
        return [*_other_figures(figures, example), *_other_insights(insights, example)]
    measures = measures_of(example.tables, example.options, example.columns)
    found = [
        *_other_figures(measures.figures, example),
        *_other_insights(measures.insights, example),
    ]
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


def _other_figures(figures, example):
    """Compare figures with what is expected, each by itself."""
    for row in example.tables.get("Figures", ()):
        yield from _differences(figures, row)


def _other_insights(insights, example):
    """Compare the insights, in their order, with what is expected."""
    if "Insights" not in example.tables:
        return []
    rows = example.tables["Insights"]
    wanted = [
        (r["rule"], r["place"], float(r["found"]), float(r["expected"]), r.get("with it", ""))
        for r in rows
    ]
    how_sure = [r["how sure"] for r in rows if "how sure" in r]
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


def _differences(figures, row):
    key = (row["measure"], scope_named(row.get("scope", "")), row.get("category", ""))
    figure = figures.find(*key, row.get("window", ""))
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
