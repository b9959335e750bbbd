"""Builds what validate would give from the small tables of a worked example."""

from datetime import date

from spec.given_files import read_files
from spec.given_forms import forms_of, minutes_of
from spec.given_past import history_of
from spec.given_rows import (
    EXTRACT,
    Table,
    extract_of,
    read_day,
    scores_of,
    tracker_columns,
    tracker_of,
)

from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.measures import Measures
from pipeline.model.scopes import AUTHORITY, Scope, localities, teams
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN
from pipeline.model.validated import Validated
from pipeline.transform import transform

LOCALITIES = {"North Dale": ("Alder", "Birch"), "South Vale": ("Cedar",)}
HOMES = {team: name for name, below in LOCALITIES.items() for team in below}
AS_AT, MEETING, NEXT = date(2026, 5, 29), date(2026, 6, 9), date(2026, 7, 14)
BARRIERS = {"Housing": (), "Attendance": ()}


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


def validated_of(
    tables: dict[str, Table],
    options: dict[str, str],
    columns: dict[str, list[str]] | None = None,
) -> Validated:
    """Return the rows of an example as validate gives them; validate itself reads whole files."""
    as_at = read_day(options["as at"]) if "as at" in options else AS_AT
    if any(name.endswith(" file") for name in tables):
        return read_files(tables, read_settings(options), as_at, HOMES)
    heads = {name: [*rows[0]] if rows else [] for name, rows in tables.items()} | (columns or {})
    extract = tables.get("Extract")
    names = {EXTRACT[head] for head in heads.get("Extract", ()) if head != "why"}
    if "outcome" in names:
        names = (names - {"outcome"}) | {"end_reason"}
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
        tracker_columns={} if looks_back else tracker_columns(tables, options, heads),
        findings=(),
        accounts=(),
        review_forms=forms_of(tables.get("Forms", []), HOMES),
        minutes=minutes_of(tables, HOMES),
        history=history_of(tables, options, heads, HOMES),
        format_name=options.get("format", "local"),
    )


def measures_of(
    tables: dict[str, Table],
    options: dict[str, str] | None = None,
    columns: dict[str, list[str]] | None = None,
) -> Measures:
    """Run transform on the tables of an example."""
    options = options or {}
    validated = validated_of(tables, options, columns)
    return transform(validated, read_settings(options), read_calendar(options))
