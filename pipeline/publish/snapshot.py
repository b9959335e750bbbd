"""The restricted `snapshot/`: what a run read, typed, so that later runs know the past.

Each table is a CSV of text in which a missing cell is empty and a date is yyyy-mm-dd;
`snapshot.json` says which tables there are and what their columns hold. `tracker_cells.csv` has the
trackers' cells as they were typed, those of rows set aside too; `minutes.json` the minutes so far,
`priorities.json` the priorities sheets.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.model.ingested import Cell, RawTable
from pipeline.model.minutes import KEPT_MINUTES
from pipeline.model.periods import ABOUT, MINUTES, PRIORITIES, SNAPSHOT, SNAPSHOT_FORMAT
from pipeline.model.priorities import KEPT_PRIORITIES
from pipeline.model.tables import CASE_EXTRACT, SCORES, TRACKER, SourceTable
from pipeline.model.validated import Validated
from pipeline.publish.csv_text import csv_bytes, utf8

if TYPE_CHECKING:
    import pandas as pd


def snapshot_files(validated: Validated) -> dict[PurePosixPath, bytes]:
    """Return the snapshot's files; a source that was not supplied has no table."""
    tables = [
        ("versions", CASE_EXTRACT, validated.versions),
        ("tracker", TRACKER, validated.tracker),
        ("scores", SCORES, validated.scores),
    ]
    files: dict[PurePosixPath, bytes] = {}
    described: dict[str, object] = {}
    for name, source, frame in tables:
        if frame is None:
            continue
        files[PurePosixPath(SNAPSHOT, f"{name}.csv")] = _table(frame)
        described[name] = {"rows": len(frame), "columns": _columns(frame, source)}
    about = {
        "format": SNAPSHOT_FORMAT,
        "as_at": validated.as_at.isoformat(),
        "extract_date": validated.extract_date and validated.extract_date.isoformat(),
        "supplied": sorted(validated.supplied),
        "tracker_columns": {
            team: sorted(columns) for team, columns in sorted(validated.tracker_columns.items())
        },
        "tables": described,
    }
    text = json.dumps(about, indent=2, ensure_ascii=False)
    if validated.tracker_cells:
        files[PurePosixPath(SNAPSHOT, "tracker_cells.csv")] = _as_typed(validated.tracker_cells)
    if validated.minutes:
        kept = KEPT_MINUTES.dump_json(validated.minutes, indent=2)
        files[PurePosixPath(MINUTES)] = kept + b"\n"
    if validated.priorities:
        kept = KEPT_PRIORITIES.dump_json(validated.priorities, indent=2)
        files[PurePosixPath(PRIORITIES)] = kept + b"\n"
    return {PurePosixPath(ABOUT): utf8(f"{text}\n"), **files}


def _table(frame: "pd.DataFrame") -> bytes:
    text = frame.to_csv(
        index=False, lineterminator="\n", quoting=csv.QUOTE_ALL, date_format="%Y-%m-%d"
    )
    return utf8(text)


def _columns(frame: "pd.DataFrame", source: SourceTable) -> dict[str, str]:
    kinds = {column.name: str(column.kind) for column in source.columns} | {"row": "count"}
    return {str(name): kinds.get(str(name), "text") for name in frame.columns}


def _as_typed(trackers: Iterable[RawTable]) -> bytes:
    where = ("team", "file", "sheet", "row")
    return csv_bytes((*where, *TRACKER.names), _typed_rows(trackers), quote_all=True)


def _typed_rows(trackers: Iterable[RawTable]) -> Iterator[tuple[str, ...]]:
    for table in trackers:
        blank = [""] * len(table.rows)
        cells = [
            [_typed(cell) for cell in table.rows[name]] if name in table.rows else blank
            for name in TRACKER.names
        ]
        for row, *texts in zip(table.rows.index, *cells, strict=True):
            yield (table.team, table.file, table.sheet, str(row), *texts)


def _typed(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
