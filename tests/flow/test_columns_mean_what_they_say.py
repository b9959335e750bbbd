"""A column of a finished document shows the measure that its header promises.

The pairs of header and measure below are written by hand, apart from the code that fills the
columns, and read from the finished files.
"""

import re

import pytest
from flow.document_text import word_tables

from pipeline.model.scopes import AUTHORITY, Scope

STATE = ""
DASH = "–"

MINUTES = {
    "# plans closing this fortnight": ("closures.fortnight", "FORTNIGHT"),
    "Open": ("plans.open", STATE),
    "Open now": ("plans.open", STATE),
    "If nothing changes": ("forecast.open", "FORTNIGHT"),
    "If declared closures happen": ("forecast.open.if_declared", "FORTNIGHT"),
    "Median age in days": ("plans.age.median_days", STATE),
    "Out of timescale": ("plans.out_of_timescale", STATE),
    "Not on tracker": ("reconcile.not_on_tracker", STATE),
}
FIRST_NUMBER = re.compile(r"[\d,]+(\.\d)?|not supplied")


UNDER_THE_NAME = re.compile(" (?:From the data|last time we expected)")


def test_the_minutes_columns_show_the_measure_of_their_header(published):
    seen = set()
    for document, _ in published.contents:
        if document.spec.name != "check_in_minutes":
            continue
        for table in word_tables(published.folder / document.path):
            header, *rows = table
            for row in rows:
                for title, cell in zip(header[1:], row[1:], strict=True):
                    title = title.split(", ")[0]  # noqa: PLW2901 - the day apart
                    if title in MINUTES and row[0]:
                        measure, window = MINUTES[title]
                        team = UNDER_THE_NAME.split(row[0])[0]
                        expected = value_of(published, measure, team, document.scope, window)
                        found = FIRST_NUMBER.search(cell)
                        assert found, f"{document.path}: {title}, {team}: {cell!r}"
                        assert same(found.group(), expected), (document.path, title, team, cell)
                        seen.add(title)
    assert seen == set(MINUTES)


SIDE_BY_SIDE = "Localities side by side: October 2026 and the state now"
DURATIONS = "How long plans have been open, and how long finished ones were"
CLOSURES = "Plans that teams mean to close, and by when"

BRIEFING = {
    (SIDE_BY_SIDE, "Open plans"): ("plans.open", STATE),
    (SIDE_BY_SIDE, "Out of timescale"): ("plans.out_of_timescale.share", STATE),
    (SIDE_BY_SIDE, "Written within target"): ("signoff.written_within_target", STATE),
    (SIDE_BY_SIDE, "Sent promptly"): ("signoff.sent_promptly", STATE),
    (DURATIONS, "Out of timescale"): ("plans.out_of_timescale", STATE),
    (DURATIONS, "Exempt"): ("plans.out_of_timescale.exempt", STATE),
    (DURATIONS, "Median age in days"): ("plans.age.median_days", STATE),
    (CLOSURES, "past their date"): ("closures.overdue", STATE),
    (CLOSURES, "without a date"): ("closures.undated", STATE),
    (CLOSURES, "Identified for closure"): ("closures.potential", STATE),
}


@pytest.mark.parametrize(("place", "measure"), BRIEFING.items(), ids=str)
def test_the_briefing_columns_show_the_measure_of_their_header(published, place, measure):
    caption, header = place
    content = next(c for d, c in published.contents if d.spec.name == "olt_briefing")
    table = next(
        block
        for section in content.sections
        for block in section.blocks
        if getattr(block, "caption", "") == caption
    )
    column = [c.header for c in table.columns].index(header)
    for row in table.rows:
        name = row.cells[0].words[0].replace("Team not known", "Not known")
        if row.cells[column].words == (DASH,):
            assert name == "Not known"
            continue
        scope = AUTHORITY if name == "Authority" else Scope("locality", name)
        expected = published.figures[(measure[0], "", scope, measure[1])]["value"]
        assert same(row.cells[column].words[0].text, expected)


def value_of(published, measure: str, name: str, locality: Scope, window: str) -> str:
    scope = locality if name == locality.locality else Scope("team", locality.locality, name)
    spans = {""}
    if window:
        spans = {
            key[3] for key in published.figures if key[:3] == ("closures.fortnight", "", scope)
        }
    found = [
        row["value"]
        for key, row in published.figures.items()
        if key[:3] == (measure, "", scope) and key[3] in spans
    ]
    assert len(found) == 1, (measure, name, found)
    return found[0]


def same(text: str, value: str) -> bool:
    if not value or text == "not supplied":
        return text == "not supplied" and not value
    number = float(text.replace(",", "").rstrip("%")) / (100 if text.endswith("%") else 1)
    return abs(number - float(value)) <= (0.00501 if text.endswith("%") else 0.0501)


def test_a_column_filled_from_another_measure_would_be_seen():
    assert not same("12", "13")
    assert not same("12%", "0.13")
    assert not same("not supplied", "0")
    assert same("1,532", "1532")
