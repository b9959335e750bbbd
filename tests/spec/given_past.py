"""Builds the published past from the small tables of a worked example."""

from datetime import date

from spec.given_rows import Table, extract_of, read_day, tracker_columns, tracker_of

from pipeline.model.calendar import Meeting
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import AUTHORITY, Scope

Tables = dict[str, Table]


def history_of(
    tables: Tables, options: dict[str, str], heads: dict[str, list[str]], homes: dict[str, str]
) -> History:
    """Return the earlier runs: a run for each day that a table of the past names.

    Each read the trackers and the extract that it has rows of, and figured what stands in
    `Published`; `Papers before` says what it published (blank: nothing that counts), `Meetings
    before` what its calendar had. A day that stands only there read no tracker.
    """
    past = [rows for name, rows in tables.items() if name.endswith(" before")]
    past.append(tables.get("Published", []))
    days = sorted({read_day(row["as at"]) for rows in past for row in rows})
    return History(tuple(_earlier_run(day, tables, options, heads, homes) for day in days))


def _earlier_run(
    day: date,
    tables: Tables,
    options: dict[str, str],
    heads: dict[str, list[str]],
    homes: dict[str, str],
) -> EarlierRun:
    extract, tracker = _of(day, tables, "Extract before"), _of(day, tables, "Tracker before")
    names = {"Tracker": [head for head in heads.get("Tracker before", ()) if head != "as at"]}
    return EarlierRun(
        period=day.isoformat(),
        as_at=day,
        extract_date=day,
        documents=frozenset(
            (row["paper"], _scope_then(row["scope"], homes))
            for row in _of(day, tables, "Papers before")
            if row["paper"]
        ),
        figures=Figures(_figure(row, homes) for row in _of(day, tables, "Published")),
        meetings={
            row["check-in"].removeprefix("OLT"): Meeting(
                read_day(row["meeting"]), read_day(row["next meeting"])
            )
            for row in _of(day, tables, "Meetings before")
        },
        versions=extract_of(extract) if extract else None,
        tracker=tracker_of(tracker) if tracker else None,
        tracker_columns=tracker_columns({"Tracker": tracker}, options, names) if tracker else {},
    )


def _of(day: date, tables: Tables, name: str) -> Table:
    """Return a table's rows of a day, without the day."""
    return [
        {head: cell for head, cell in row.items() if head != "as at"}
        for row in tables.get(name, ())
        if read_day(row["as at"]) == day
    ]


def _figure(row: dict[str, str], homes: dict[str, str]) -> Figure:
    """Return a figure that was published; with a whole, it is a part of that."""
    value = None if row["value"] == "not supplied" else float(row["value"])
    whole, low, high = (float(row[n]) if row.get(n) else None for n in ("of", "low", "high"))
    return Figure(
        row["measure"],
        _scope_then(row["scope"], homes),
        row.get("category", ""),
        row.get("window", ""),
        value=value,
        numerator=None if whole is None else value,
        denominator=whole,
        low=low,
        high=high,
        unit="plans",
    )


def _scope_then(place: str, homes: dict[str, str]) -> Scope:
    """Return a place of then; a team of another name than any today's was North Dale's."""
    if place == "authority":
        return AUTHORITY
    if place in homes.values():
        return Scope("locality", place)
    return Scope("team", homes.get(place, "North Dale"), place)
