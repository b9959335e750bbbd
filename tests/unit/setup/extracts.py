"""An extract under headers that nobody has described, with marks that no one may ever see printed."""

import csv
import io
from datetime import date, timedelta

HEADERS = {
    "child_id": "Mosaic ID",
    "plan_id": "Workflow Step ID",
    "plan_start": "CIN Step Started",
    "plan_end": "CIN Step Completed",
    "end_reason": "Outcome of step",
    "locality": "Service Area",
    "team": "Worker Team",
    "practitioner": "Step Worker",
}
LEFT_OVER = ("Subject name", "Flag")
CANARY = "Canary"
"""Part of every ID and every person's name in the extract."""

PLACES = {"Harbour": "Coast", "Quayside/Docks": "Coast", "Hillside": "Inland", "Meadow": "Inland"}
REASONS = ("Needs met", "Step down to EH", "Moved", "Drifted off")
AS_AT = date(2026, 5, 29)
NAME = "CIN steps 29.05.2026.csv"


def rows(count=60, teams=tuple(PLACES), **fixed):
    """Return rows by canonical column: every third plan has ended."""
    made = []
    for number in range(count):
        start = AS_AT - timedelta(days=400 - 3 * number)
        ended = number % 3 == 0
        row = {
            "child_id": f"{CANARY}{10000 + number}",
            "plan_id": f"{CANARY}S{20000 + number}",
            "plan_start": f"{start:%d/%m/%Y} 09:00",
            "plan_end": f"{start + timedelta(days=90):%d/%m/%Y} 10:30" if ended else "",
            "end_reason": REASONS[number // 3 % len(REASONS)] if ended else "",
            "locality": PLACES.get(teams[number % len(teams)], "Coast"),
            "team": teams[number % len(teams)],
            "practitioner": f"{CANARY}{number % 5} Worker",
            "Subject name": f"{CANARY} Child{number}",
            "Flag": "NFA",
        }
        made.append(row | fixed)
    return made


def text(made, headers=None, delimiter=",", above=("CIN steps, Exampleshire",), below=()):
    """Return rows as delimited text under the headers, between lines of the report's own."""
    headers = headers or HEADERS | {name: name for name in LEFT_OVER}
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    for line in above:
        writer.writerow([line])
    writer.writerow(headers.values())
    writer.writerows([row.get(name, "") for name in headers] for row in made)
    for line in below:
        writer.writerow([line])
    return stream.getvalue()


def put(folder, content, name=NAME, encoding="utf-8"):
    """Write an extract into a folder."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path
