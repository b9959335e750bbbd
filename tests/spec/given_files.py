"""Reads whole files, as they stand in a worked example, by way of ingest and validate."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from builders import Inputs, csv_text, workbook
from spec.given_rows import Table

from pipeline.ingest import ingest
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.validate import validate


def read_files(
    tables: dict[str, Table], settings: Settings, as_at: date, homes: dict[str, str]
) -> Validated:
    """Return what validate gives of files whose rows stand in tables with the columns A, B, C ...

    `Extract file` is a CSV, `Scores file` too; `Tracker file` is the workbook of the team Alder.
    """
    with TemporaryDirectory() as folder:
        inputs = Inputs(Path(folder))
        for name, rows in tables.items():
            cells = [_cells(row) for row in rows]
            if name == "Extract file":
                inputs.put(f"extracts/CIN plans {as_at}.csv", csv_text(cells))
            elif name == "Scores file":
                inputs.put("reviews/scores.csv", csv_text(cells))
            elif name == "Tracker file":
                path = f"trackers/CIN {homes['Alder']}/Alder/Alder IC Meetings.xlsx"
                inputs.put(path, workbook({"Tracker": cells}))
        return validate(ingest(inputs.root, settings, as_at), settings)


def _cells(row: dict[str, str]) -> list[str]:
    """Return a row's cells: those of the columns that have a letter."""
    return [cell for head, cell in row.items() if len(head) == 1 and head.isupper()]
