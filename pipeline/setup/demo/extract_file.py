"""Writes the case extract as a reporting tool exports it: a title above, a footer below, cp1252."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from pipeline.setup.demo.extract import HEADERS, Row
from pipeline.setup.demo.invented import AUTHORITY

TITLE: Final = f"CIN plans report - {AUTHORITY} (invented, no real children)"
FOOTER: Final = "Applied filters: Plan type is CIN plan, Plan status is not Draft"


def extract_bytes(rows: Iterable[Row]) -> bytes:
    """Return the CSV file: Windows line ends and encoding, dates as dd/mm/yyyy text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([TITLE])
    writer.writerow(HEADERS.values())
    writer.writerows([row[name] for name in HEADERS] for row in rows)
    writer.writerow([])
    writer.writerow([FOOTER])
    return text.getvalue().encode("cp1252")
