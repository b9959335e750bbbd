"""The restricted `snapshot/`: what a run read, typed, so that later runs know the past.

Each table is a CSV of text in which a missing cell is empty and a date is yyyy-mm-dd;
`snapshot.json` says which tables there are and what their columns hold.
"""

import csv
import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pipeline.model.tables import CASE_EXTRACT, SCORES, TRACKER, SourceTable
from pipeline.model.validated import Validated
from pipeline.publish.csv_text import utf8

if TYPE_CHECKING:
    import pandas as pd

FORMAT: Final = 1
FOLDER: Final = PurePosixPath("snapshot")


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
        files[FOLDER / f"{name}.csv"] = _table(frame)
        described[name] = {"rows": len(frame), "columns": _columns(frame, source)}
    about = {
        "format": FORMAT,
        "as_at": validated.as_at.isoformat(),
        "extract_date": validated.extract_date and validated.extract_date.isoformat(),
        "supplied": sorted(validated.supplied),
        "tracker_columns": {
            team: sorted(columns) for team, columns in sorted(validated.tracker_columns.items())
        },
        "tables": described,
    }
    text = json.dumps(about, indent=2, ensure_ascii=False)
    return {FOLDER / "snapshot.json": utf8(f"{text}\n"), **files}


def _table(frame: "pd.DataFrame") -> bytes:
    text = frame.to_csv(
        index=False, lineterminator="\n", quoting=csv.QUOTE_ALL, date_format="%Y-%m-%d"
    )
    return utf8(text)


def _columns(frame: "pd.DataFrame", source: SourceTable) -> dict[str, str]:
    kinds = {column.name: str(column.kind) for column in source.columns} | {"row": "count"}
    return {str(name): kinds.get(str(name), "text") for name in frame.columns}
