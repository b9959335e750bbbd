"""Builds small input folders: an extract, trackers, tables of scores, well or badly made."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from pipeline.model.settings import Settings

EXTRACT_HEADER = (
    "Child ID",
    "CIN Plan Start Date",
    "CIN Plan End Date",
    "Plan End Reason",
    "Locality",
    "Allocated Team",
)
TRACKER_HEADER = (
    "Child ID",
    "Practitioner",
    "Stage",
    "Main barrier",
    "Previous action",
    "Action",
    "Action owner",
    "Due date",
    "Planned closure date",
    "Last discussed",
    "Notes",
)
SCORES_HEADER = ("Locality", "Team", "Observation date", "Completed by", "Criterion", "Score")

OPEN = ("X0001", "05/01/2026", "", "", "North Dale", "Alder")
ENDED = ("X0002", "01/02/2026", "20/05/2026", "Closed", "North Dale", "Birch")
TRACKED = ("X0001", "A Worker", "Decided to close", "Housing", "", "Final visit", "A Worker")
SCORED = ("North Dale", "Alder", "01/05/2026", "A Reviewer", "1", "4")


def settings_of(**parts):
    """Return the settings of two localities: North Dale (Alder, Birch), South Vale (Cedar)."""
    teams = parts.pop("teams", [{"name": "Alder"}, {"name": "Birch"}])
    return Settings.model_validate(
        {
            "authority": {"name": "Exampleshire"},
            "localities": [
                {"name": "North Dale", "teams": teams},
                {"name": "South Vale", "teams": [{"name": "Cedar"}]},
            ],
            **parts,
        }
    )


def csv_text(rows, header=None, delimiter=",", above=(), below=()):
    """Return rows as delimited text, with lines of the report's own above and below."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerows(above)
    if header is not None:
        writer.writerow(header)
    writer.writerows(rows)
    writer.writerows(below)
    return stream.getvalue()


def workbook(sheets, *, hidden=(), hidden_rows=(), merged=(), date_1904=False):
    """Return a workbook's bytes: `sheets` is rows by sheet name; text stays text.

    `hidden` names sheets; `hidden_rows` and `merged` (references with a value) are of the first.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": date_1904}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, (name, rows) in enumerate(sheets.items()):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    _write(sheet, at, column, cell, day)
            if number == 0:
                for row in hidden_rows:
                    sheet.set_row(row - 1, None, None, {"hidden": True})
                for reference, value in merged:
                    sheet.merge_range(reference, value)
            if name in hidden:
                sheet.hide()
    return stream.getvalue()


def _write(sheet, row, column, cell, day):
    if cell is None or cell == "":
        return
    if isinstance(cell, (date, datetime)):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
    elif isinstance(cell, str) and cell.startswith("="):
        sheet.write_formula(row, column, cell)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    else:
        sheet.write(row, column, cell)


def rezipped(content, changes=(), added=()):
    """Return an archive with some members' bytes changed (by name, a function) or added."""
    changes, stream = dict(changes), io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            data = old.read(member)
            change = changes.get(member.filename)
            new.writestr(member.filename, change(data) if change else data)
        for name, data in added:
            new.writestr(name, data)
    return stream.getvalue()


class Inputs:
    """An inputs folder to put files in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def put(self, path, content):
        """Write bytes or text at a path below the folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def extract(
        self, *rows, name="CIN plans 29.05.2026.csv", header=EXTRACT_HEADER, encoding="utf-8", **how
    ):
        """Write a case extract as delimited text."""
        text = csv_text(rows or (OPEN, ENDED), header, **how)
        return self.put(f"extracts/{name}", text.encode(encoding))

    def extract_workbook(self, *rows, name="CIN plans 29.05.2026.xlsx", **how):
        """Write a case extract as a workbook."""
        content = workbook({"Export": [EXTRACT_HEADER, *(rows or (OPEN, ENDED))]}, **how)
        return self.put(f"extracts/{name}", content)

    def tracker(self, *rows, team="Alder", locality="North Dale", name=None, **how):
        """Write a team's tracker."""
        content = workbook({"Tracker": [TRACKER_HEADER, *(rows or (TRACKED,))]}, **how)
        file = name or f"{team} IC Meetings.xlsx"
        return self.put(f"trackers/CIN {locality}/{team}/{file}", content)

    def scores(self, *rows, name="scores.csv"):
        """Write a table of effectiveness scores."""
        return self.put(f"reviews/{name}", csv_text(rows or (SCORED,), SCORES_HEADER))


def said(result, code):
    """Return the findings of one rule."""
    return [finding for finding in result.findings if finding.rule.code == code]
