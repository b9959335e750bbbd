"""Reads whole files, as they stand in a worked example, by way of ingest and validate."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from builders import Inputs, csv_text, workbook
from raw_forms import form
from spec.given_rows import Table

from pipeline.ingest import ingest
from pipeline.model.returned import Answer, RawForm
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.validate import validate


def read_files(
    tables: dict[str, Table], settings: Settings, as_at: date, homes: dict[str, str]
) -> Validated:
    """Return what validate gives of files whose rows stand in tables with the columns A, B, C ...

    `Extract file` is a CSV, `Scores file` too; `Tracker file` is the workbook of the team Alder.
    `Minutes file` has, as a reader of North Dale's minutes finds them, the words in each field.
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
        read = ingest(inputs.root, settings, as_at)
    forms = tuple(_minutes(rows, as_at) for name, rows in tables.items() if name == "Minutes file")
    return validate(replace(read, forms=forms), settings)


def _cells(row: dict[str, str]) -> list[str]:
    """Return a row's cells: those of the columns that have a letter."""
    return [cell for head, cell in row.items() if len(head) == 1 and head.isupper()]


def _minutes(rows: Table, as_at: date) -> RawForm:
    """Return minutes that were made a month ago; the part `outside` is of words in no field."""
    fields = [row for row in rows if row["part"] != "outside"]
    answers = [Answer(row["part"], row["row"], row["column"], 1, row["words"]) for row in fields]
    outside = [row["words"] for row in rows if row["part"] == "outside"]
    made = as_at - timedelta(days=28)
    return form("check_in_minutes", answers, period=made, file="minutes.docx", asides=outside)
