"""Raw tables of the case extract as each format gives them, without a file to read."""

from datetime import date

import pandas as pd
from builders import settings_of

from pipeline.model.ingested import Ingested, RawTable
from pipeline.model.national_tables import ANNEX_A, CIN_CENSUS
from pipeline.model.tables import CASE_EXTRACT
from pipeline.validate import validate

AS_AT = date(2026, 5, 29)
COLUMNS = {
    "local": CASE_EXTRACT.names,
    "ssd": tuple(
        name
        for name in CASE_EXTRACT.names
        if name not in {"exemption", "cin_meeting", "plan_written", "plan_signed_off", "plan_sent"}
    ),
    "annex_a": ANNEX_A.names,
    "cin_census": CIN_CENSUS.names,
}
USUAL = {"plan_start": "05/01/2026", "team": "Alder", "status": "c) Child in need plan"}


def raw_table(format_name, rows):
    """Return rows (dicts by canonical name, or lists of all cells) as a table of that format."""
    names = COLUMNS[format_name]
    if rows and isinstance(rows[0], dict):
        usual = {"child_id": None} | USUAL
        rows = [
            [({**usual, "child_id": f"X{n}"} | row).get(name) for name in names]
            for n, row in enumerate(rows, 1)
        ]
    frame = pd.DataFrame(
        {name: pd.Series([row[at] for row in rows], dtype=object) for at, name in enumerate(names)},
        dtype=object,
    )
    frame.index = pd.Index(range(2, len(rows) + 2), dtype="int64", name="row")
    headers = {name: f"The {name}" for name in names}
    return RawTable("case_extract", "plans.csv", "", frame, headers, format=format_name)


def validated_of(format_name, rows, as_at=AS_AT, **parts):
    """Validate rows of a format."""
    table = raw_table(format_name, rows)
    ingested = Ingested(as_at, AS_AT, (table,), ())
    return validate(ingested, settings_of(**parts))
