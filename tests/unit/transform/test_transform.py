"""The whole step: what it hands on, and what it leaves alone."""

import subprocess
import sys
from dataclasses import replace

import pandas as pd
from spec.given import AS_AT, measures_of, read_calendar, read_settings, validated_of

from pipeline.model.findings import FileAccount, Finding, Place
from pipeline.model.rules import FILE_UNREADABLE
from pipeline.model.scopes import AUTHORITY
from pipeline.model.validated import Validated
from pipeline.transform import transform

TABLES = {
    "Extract": [
        {"child": "X1", "start": "01/01/2026", "end": "", "CIN meeting": "18/05/2026"},
        {"child": "X2", "start": "01/01/2026", "end": "01/03/2026", "CIN meeting": ""},
    ],
    "Tracker": [{"child": "X1", "stage": "Decided to close", "due": "10/06/2026"}],
    "Scores": [{"team": "Alder", "observed": "12/05/2026", "1": "4"}],
}
SETTINGS, CALENDAR = read_settings({}), read_calendar({})


def test_it_hands_on_what_the_later_steps_need():
    finding = Finding(FILE_UNREADABLE, Place("a.csv"), facts=(("why", "it is empty"),))
    account = FileAccount("plans.csv", "", "case extract", 3, 2, 0, 1, 0)
    validated = replace(validated_of(TABLES, {}), findings=(finding,), accounts=(account,))
    measures = transform(validated, SETTINGS, CALENDAR)
    assert measures.findings == (finding,)
    assert measures.accounts == (account,)
    assert measures.trackers_of == {"Alder"}
    assert measures.supplied == validated.supplied
    assert measures.as_at == AS_AT
    assert measures.looks_back is False
    assert measures.windows.latest_month == "2026-04"
    assert measures.reviews["Alder"][0].scores == ((1, 4),)
    assert measures.figures.get("data.set_aside").value == 1


def test_the_spans_are_named_for_those_who_look_figures_up():
    measures = measures_of(TABLES)
    windows = measures.windows
    for window in (*windows.months, windows.month_so_far, *windows.weeks):
        assert measures.figures.get("plans.open", AUTHORITY, window=window)
    assert measures.figures.windowed("closures.fortnight").window == "2026-06-09/2026-06-22"


def test_the_same_rows_give_the_same_measures():
    assert list(measures_of(TABLES).figures) == list(measures_of(TABLES).figures)


def test_the_frames_stay_as_they_were():
    validated = validated_of(TABLES, {})
    before = [f.copy() for f in (validated.versions, validated.tracker, validated.scores)]
    transform(validated, SETTINGS, CALENDAR)
    after = (validated.versions, validated.tracker, validated.scores)
    for old, new in zip(before, after, strict=True):
        pd.testing.assert_frame_equal(old, new)


def test_nothing_at_all_still_gives_every_figure_as_not_supplied():
    nothing = Validated(AS_AT, None, None, None, None, frozenset(), {}, (), ())
    figures = transform(nothing, SETTINGS, CALENDAR).figures
    assert {f.value for f in figures if not f.measure.startswith("data.")} == {None}
    assert {f.note.startswith("not supplied: ") for f in figures if f.value is None} == {True}
    assert {f.measure for f in figures} == {f.measure for f in measures_of(TABLES).figures}


def test_the_step_is_imported_without_pandas():
    code = "import sys, pipeline.transform; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
