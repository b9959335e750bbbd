"""Builds what validate would give from the small tables of a worked example."""

import re
from datetime import date

import pandas as pd
from spec.given_forms import forms_of, history_of, minutes_of

from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.dates import read_date
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figures, Measures
from pipeline.model.scopes import AUTHORITY, Scope, localities, teams
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN
from pipeline.model.validated import Validated
from pipeline.transform import transform

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
LOCALITIES = {"North Dale": ("Alder", "Birch"), "South Vale": ("Cedar",)}
HOMES = {team: name for name, below in LOCALITIES.items() for team in below}
AS_AT, MEETING, NEXT = date(2026, 5, 29), date(2026, 6, 9), date(2026, 7, 14)
BARRIERS = {"Housing": (), "Attendance": ()}

Table = list[dict[str, str]]


def read_day(text: str) -> date:
    """Return a date written `29/05/2026` or `Fri 29/05/2026`; the weekday must be right."""
    weekday, _, day = text.rpartition(" ")
    found = read_date(day)
    assert found is not None, f"{text!r} is not a date"
    assert weekday in ("", f"{found:%a}"), f"{text!r} is a {found:%a}"
    return found


def read_settings(options: dict[str, str]) -> Settings:
    """Return the settings of Exampleshire: three teams in two localities, and the thresholds."""
    thresholds = {
        name.removeprefix("thresholds."): int(value)
        for name, value in options.items()
        if name.startswith("thresholds.")
    }
    intervals = {
        name.removeprefix("interval."): words
        for name, words in options.items()
        if name.startswith("interval.")
    }
    extracts = {"covers_from": options["covers from"]} if "covers from" in options else {}
    return Settings.model_validate(
        {
            "authority": {"name": "Exampleshire"},
            "localities": [
                {"name": name, "teams": [{"name": team} for team in below]}
                for name, below in LOCALITIES.items()
            ],
            "thresholds": thresholds,
            "intervals": intervals,
            "extracts": extracts,
            "words": {"barriers": BARRIERS},
        }
    )


def read_calendar(options: dict[str, str]) -> Calendar:
    """Return the as-at date and the meetings; a locality's is the OLT's unless given."""

    def meeting(place: str, otherwise: Meeting) -> Meeting:
        prefix = f"{place} " if place else ""
        first = options.get(f"{prefix}meeting")
        second = options.get(f"{prefix}next meeting")
        return Meeting(
            read_day(first) if first else otherwise.date,
            read_day(second) if second else otherwise.next,
        )

    olt = meeting("", Meeting(MEETING, NEXT))
    as_at = read_day(options["as at"]) if "as at" in options else AS_AT
    return Calendar(as_at, {"": olt, **{name: meeting(name, olt) for name in LOCALITIES}})


def scope_named(name: str) -> Scope:
    """Return the scope that a table names: blank or `authority`, a locality, a team."""
    if name in ("", "authority"):
        return AUTHORITY
    settings = read_settings({})
    known = {scope.name: scope for scope in (*localities(settings), *teams(settings))}
    known[f"{NOT_KNOWN} (locality)"] = Scope("locality", NOT_KNOWN)
    known[f"{NOT_KNOWN} (team)"] = Scope("team", NOT_KNOWN, NOT_KNOWN)
    return known[name]


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


def extract_of(rows: Table) -> pd.DataFrame:
    """Return plan versions; without a team column they are Alder's."""
    frame = frame_of(rows, EXTRACT, "plans.csv")
    return frame if "team" in frame else frame.assign(team="Alder")


def tracker_of(rows: Table) -> pd.DataFrame:
    """Return tracker rows; Alder's, with intervention underway, where the table doesn't say."""
    frame = frame_of(rows, TRACKER, "tracker.xlsx")
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


def validated_of(
    tables: dict[str, Table],
    options: dict[str, str],
    columns: dict[str, list[str]] | None = None,
) -> Validated:
    """Return the rows of an example as validate gives them."""
    heads = {name: [*rows[0]] if rows else [] for name, rows in tables.items()} | (columns or {})
    extract = tables.get("Extract")
    names = {EXTRACT[head] for head in heads.get("Extract", ()) if head != "why"}
    if "outcome" in names:
        names = (names - {"outcome"}) | {"end_reason"}
    as_at = read_day(options["as at"]) if "as at" in options else AS_AT
    asked = options.get("extract date")
    versions = None if extract is None else extract_of(extract)
    if versions is not None and options.get("format") == "cin_census":
        versions["team"] = NOT_KNOWN
    extract_date = read_day(asked) if asked else as_at
    looks_back = extract_date > as_at
    tracker = tracker_of(tables["Tracker"]) if "Tracker" in tables and not looks_back else None
    return Validated(
        as_at=as_at,
        extract_date=extract_date,
        versions=versions,
        tracker=tracker,
        scores=scores_of(tables["Scores"]) if "Scores" in tables else None,
        supplied=frozenset(names | {"team"}) if extract is not None else frozenset(),
        tracker_columns={} if looks_back else _tracker_columns(tables, options, heads),
        findings=(),
        accounts=(),
        review_forms=forms_of(tables.get("Forms", []), HOMES),
        minutes=minutes_of(tables.get("Agreed", []), HOMES),
        history=history_of(tables.get("Published", []), HOMES)
        if "Published" in tables
        else History(_earlier_runs(tables, options, heads)),
        format_name=options.get("format", "local"),
    )


def _earlier_runs(
    tables: dict[str, Table], options: dict[str, str], heads: dict[str, list[str]]
) -> tuple[EarlierRun, ...]:
    """Return the earlier runs: a run for each day that a table of the past names.

    Each read the trackers and the extract that it has rows of; `Papers before` says what it
    published (blank: nothing that counts), and a day that stands only there read no tracker.
    """
    papers = tables.get("Papers before", [])
    past = [rows for name, rows in tables.items() if name.endswith(" before")]
    days = sorted({read_day(row["as at"]) for rows in past for row in rows})
    return tuple(_earlier_run(day, tables, options, heads, papers) for day in days)


def _earlier_run(
    day: date,
    tables: dict[str, Table],
    options: dict[str, str],
    heads: dict[str, list[str]],
    papers: Table,
) -> EarlierRun:
    then = {
        name: [
            {head: cell for head, cell in row.items() if head != "as at"}
            for row in tables.get(f"{name} before", ())
            if read_day(row["as at"]) == day
        ]
        for name in ("Tracker", "Extract")
    }
    tracked = {"Tracker": then["Tracker"]}
    names = {"Tracker": [head for head in heads.get("Tracker before", ()) if head != "as at"]}
    return EarlierRun(
        period=day.isoformat(),
        as_at=day,
        extract_date=day,
        documents=frozenset(
            (row["paper"], scope_named(row["scope"]))
            for row in papers
            if read_day(row["as at"]) == day and row["paper"]
        ),
        figures=Figures(()),
        versions=extract_of(then["Extract"]) if then["Extract"] else None,
        tracker=tracker_of(then["Tracker"]) if then["Tracker"] else None,
        tracker_columns=_tracker_columns(tracked, options, names) if then["Tracker"] else {},
    )


def _tracker_columns(
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


def measures_of(
    tables: dict[str, Table],
    options: dict[str, str] | None = None,
    columns: dict[str, list[str]] | None = None,
) -> Measures:
    """Run transform on the tables of an example."""
    options = options or {}
    validated = validated_of(tables, options, columns)
    return transform(validated, read_settings(options), read_calendar(options))
