"""The snapshot keeps what was read, so that it can be read again as it was."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import PurePosixPath

import pandas as pd

from pipeline.model.ingested import ErrorCell, RawTable
from pipeline.publish.snapshot import snapshot_files

TABLE = PurePosixPath("snapshot/versions.csv")
ABOUT = PurePosixPath("snapshot/snapshot.json")


def rows_of(files):
    return list(csv.DictReader(StringIO(files[TABLE].decode("utf-8"), newline="")))


def test_dates_are_iso_and_missing_cells_empty(ready):
    assert rows_of(snapshot_files(ready.validated)) == [
        {
            "child_id": "X0001",
            "plan_start": "2026-01-05",
            "plan_end": "",
            "team": "Alder",
            "row": "2",
        },
        {
            "child_id": "X0002",
            "plan_start": "2026-02-03",
            "plan_end": "2026-05-01",
            "team": "",
            "row": "3",
        },
    ]


def test_text_comes_back_whole(ready):
    awkward = ["a\rb\nc", "NA"]
    versions = ready.validated.versions.assign(team=awkward)
    files = snapshot_files(replace(ready.validated, versions=versions))
    assert [row["team"] for row in rows_of(files)] == awkward


def test_what_the_tables_hold_is_described(ready):
    about = json.loads(snapshot_files(ready.validated)[ABOUT])
    assert about["format"] == 2
    assert about["as_at"] == "2026-05-29"
    assert about["extract_date"] == "2026-05-29"
    assert about["tables"] == {
        "versions": {
            "rows": 2,
            "columns": {
                "child_id": "id",
                "plan_start": "date",
                "plan_end": "date",
                "team": "text",
                "row": "count",
            },
        }
    }


def test_a_source_that_was_not_supplied_has_no_table(ready):
    files = snapshot_files(replace(ready.validated, versions=None, extract_date=None))
    assert list(files) == [ABOUT]
    assert json.loads(files[ABOUT])["extract_date"] is None


def test_trackers_are_kept_as_they_were_typed_with_rows_set_aside(ready):
    cells = pd.DataFrame(
        {
            "child_id": [" x1 ", 7, ErrorCell("#REF!")],
            "due": [date(2026, 5, 1), "soon", None],
        },
        index=[2, 3, 5],
        dtype="object",
    )
    table = RawTable("tracker", "Alder IC Meetings.xlsx", "Tracker", cells, {}, team="Alder")
    files = snapshot_files(replace(ready.validated, tracker_cells=(table,)))
    text = files[PurePosixPath("snapshot/tracker_cells.csv")].decode()
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert [(row["team"], row["row"], row["child_id"], row["due"]) for row in rows] == [
        ("Alder", "2", " x1 ", "2026-05-01"),
        ("Alder", "3", "7", "soon"),
        ("Alder", "5", "#REF!", ""),
    ]
    assert {row["stage"] for row in rows} == {""}
