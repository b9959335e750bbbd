"""Builds typed rows, as validate gives them, from the small tables of a worked example."""

import re
from datetime import date

import pandas as pd

from pipeline.model.dates import read_date

EXTRACT = {
    "child": "child_id",
    "family": "family_id",
    "start": "plan_start",
    "end": "plan_end",
    "outcome": "outcome",
    "team": "team",
    "exemption": "exemption",
    "CP plan end": "cp_plan_end",
    "CIN meeting": "cin_meeting",
    "written": "plan_written",
    "signed off": "plan_signed_off",
    "sent": "plan_sent",
    "last visit": "last_visit",
    "last review": "last_review",
    "next review": "next_review",
}
TRACKER = {
    "child": "child_id",
    "team": "team",
    "stage": "stage",
    "barrier": "barrier",
    "action": "action",
    "owner": "owner",
    "due": "due",
    "planned closure": "planned_closure",
}
DATES = {
    "plan_start",
    "plan_end",
    "cp_plan_end",
    "cin_meeting",
    "plan_written",
    "plan_signed_off",
    "plan_sent",
    "last_visit",
    "last_review",
    "next_review",
    "due",
    "planned_closure",
    "observed",
}

Table = list[dict[str, str]]


def read_day(text: str) -> date:
    """Return a date written `29/05/2026` or `Fri 29/05/2026`; the weekday must be right."""
    weekday, _, day = text.rpartition(" ")
    found = read_date(day)
    assert found is not None, f"{text!r} is not a date"
    assert weekday in ("", f"{found:%a}"), f"{text!r} is a {found:%a}"
    return found


def frame_of(rows: Table, names: dict[str, str], file: str) -> pd.DataFrame:
    """Return typed rows as validate does; a header that `names` doesn't have is an error."""
    columns: dict[str, list[object]] = {}
    for header in rows[0] if rows else names:
        if header == "why":
            continue
        name = names[header]
        cells = [row[header] or None for row in rows]
        columns[name] = [read_day(c) if c and name in DATES else c for c in cells]
    frame = pd.DataFrame(columns)
    for name in frame:
        frame[name] = frame[name].astype("datetime64[s]" if name in DATES else "str")
    return frame.assign(file=file, sheet="", row=range(2, len(frame) + 2))


def each_child(rows: Table) -> Table:
    """Return a row for each child, also where one row stands for many: `X1 to X10`."""
    found = []
    for row in rows:
        many = re.fullmatch(r"([A-Z]+)(\d+) to \1(\d+)", row["child"])
        numbers = range(int(many[2]), int(many[3]) + 1) if many else ()
        found += [row | {"child": f"{many[1]}{n}"} for n in numbers] if many else [row]
    return found


def extract_of(rows: Table) -> pd.DataFrame:
    """Return plan versions; without a team column they are Alder's."""
    frame = frame_of(each_child(rows), EXTRACT, "plans.csv")
    return frame if "team" in frame else frame.assign(team="Alder")


def tracker_of(rows: Table) -> pd.DataFrame:
    """Return tracker rows; Alder's, with intervention underway, where the table doesn't say."""
    frame = frame_of(each_child(rows), TRACKER, "tracker.xlsx")
    for name, usual in (("team", "Alder"), ("stage", "Intervention underway")):
        if name not in frame:
            frame[name] = pd.Series([usual] * len(frame), dtype="str")
    return frame


def scores_of(rows: Table) -> pd.DataFrame:
    """Return a row a score from rows with a column for each criterion."""
    found = [
        {
            "team": row["team"],
            "observed": pd.Timestamp(read_day(row["observed"])),
            "completed_by": row.get("by"),
            "criterion": int(name),
            "score": int(cell),
        }
        for row in rows
        for name, cell in row.items()
        if re.fullmatch(r"\d+", name) and cell
    ]
    frame = pd.DataFrame(found, columns=["team", "observed", "completed_by", "criterion", "score"])
    frame = frame.astype({"criterion": "Int64", "score": "Int64", "observed": "datetime64[s]"})
    return frame.assign(file="scores.csv", sheet="", row=range(2, len(frame) + 2))


def tracker_columns(
    tables: dict[str, Table], options: dict[str, str], heads: dict[str, list[str]]
) -> dict[str, frozenset[str]]:
    """Return the columns of each team's tracker: those of the table, less what a team lacks."""
    names = {TRACKER[head] for head in heads.get("Tracker", ()) if head != "why"}
    names = (names - {"team"}) | {"child_id", "stage"}
    held = dict.fromkeys(row.get("team", "Alder") for row in tables.get("Tracker", ()))
    if "trackers of" in options:
        held |= dict.fromkeys(options["trackers of"].split(", "))
    return {
        team: frozenset(names - {TRACKER[options.get(f"{team} lacks", "team")]}) for team in held
    }
