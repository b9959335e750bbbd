"""Tables of the minutes with a row for each team (for the OLT, each locality)."""

from datetime import date
from typing import Final

from pipeline.compose.format_words import age_header, in_cell, no_teams
from pipeline.compose.last_time import support_asked
from pipeline.compose.subject import Subject
from pipeline.compose.through_time import recorded_late
from pipeline.compose.wording import (
    count,
    counted,
    day_and_month,
    decimal,
    joined,
    month_label,
    said,
    short_day,
    unbroken,
)
from pipeline.model.content import Cell, Paragraph, Row, Table, TableColumn, Words
from pipeline.model.entries import WriteIn
from pipeline.model.forms import ICMS, TEAM, FormTable
from pipeline.model.scopes import UNKNOWN_TEAM, Scope

ON_TRACKER: Final = "on the tracker, "
"""The actions of trackers aren't those that check-ins agree, which stand above."""
ICM_WIDTHS: Final = {TEAM.name: 3.6, "support": 2.7}
"""Of the columns that have small print: so wide that it seldom needs a third line."""


def actions_table(subject: Subject, form: FormTable, closing: str) -> Table:
    """Return the minutes' own table: five columns, the second filled, the rest to write in.

    `closing` is the measure of the second: closures of the span that the check-in looks ahead to.
    """
    widths = {"team": 1.2, "closing": 1.6, "actions": 2.9, "due": 1.1, "notes": 1.6}
    columns = tuple(
        TableColumn(each.header, widths[each.name], "centre" if each.name == "closing" else "left")
        for each in form.columns
    )
    rows = tuple(
        Row(
            (
                Cell((place.name,), tone="strong"),
                Cell(
                    in_cell(subject, (count(subject.spanning(closing, place)),)),
                    small=_beside_the_closures(subject, place),
                ),
                Cell(entry=WriteIn(f"actions.{place.name}", f"Actions, {place.name}", lines=2)),
                Cell(entry=WriteIn(f"due.{place.name}", f"By when, {place.name}", lines=2)),
                Cell(entry=WriteIn(f"notes.{place.name}", f"Other notes, {place.name}", lines=2)),
            )
        )
        for place in subject.parts
    )
    return Table(
        form.header("actions"),
        columns,
        rows,
        tag="actions",
        write_in=True,
        show_caption=False,
    )


def _beside_the_closures(subject: Subject, place: Scope) -> Words:
    """Return the closures that no span ahead takes in: before the meeting, undated, overdue."""
    before = subject.spanning("closures.before_meeting", place)
    undated = subject.figure("closures.undated", place)
    overdue = subject.figure("closures.overdue", place)
    parts: list[Words] = []
    if before.value:
        parts.append((count(before), " earlier"))
    if undated.value:
        parts.append((count(undated), " more without a date"))
    if overdue.value:
        parts.append((count(overdue), " overdue"))
    return joined(parts)


def icm_table(subject: Subject) -> Table:
    """Return a row a team to say how its ICMs go, with one prompt from the data."""
    columns = tuple(
        TableColumn(each.header, ICM_WIDTHS.get(each.name, 2.2)) for each in ICMS.columns
    )
    rows = tuple(
        Row(
            (
                Cell(
                    (team.team,),
                    small=said("From the data: ", _prompt(subject, team)),
                    tone="strong",
                ),
                *(
                    Cell(
                        entry=WriteIn(
                            f"icm.{team.team}.{column.name}",
                            f"{column.header}, {team.team}",
                            lines=2,
                        ),
                        small=support_asked(subject, team) if column.name == "support" else (),
                    )
                    for column in ICMS.columns[1:]
                ),
            )
        )
        for team in subject.teams
    )
    return Table(ICMS.title, columns, rows, tag=ICMS.part, write_in=True, show_caption=False)


def _prompt(subject: Subject, team: Scope) -> Words:
    """Return what a team's tracker says of its actions; where that is all well, the plans not on it."""
    overdue = subject.figure("actions.overdue", team)
    undated = subject.figure("actions.undated", team)
    unplanned = subject.figure("actions.missing", team)
    missing = subject.figure("reconcile.not_on_tracker", team)
    if not overdue.supplied:
        why = no_teams(subject)
        return (f"nothing, since {why}." if why else "no tracker could be used.",)
    late: list[Words] = []
    for figure, how in ((overdue, " overdue"), (undated, " undated")):
        if figure.value:
            late.append(said(count(figure) if late else counted(figure, "action"), how))
    if unplanned.value:
        late.append(said(counted(unplanned, "case"), " without an action"))
    if late:
        return said(ON_TRACKER, joined(late), ".")
    if missing.value:
        return said(counted(missing, "open plan"), " not on the tracker.")
    return (f"{ON_TRACKER}every action has a date that is still to come.",)


def data_table(subject: Subject) -> Table | Paragraph:
    """Return the data page: a row a team and the locality, or a row a locality and the authority.

    Where no figure is by team, the reason instead.
    """
    if (why := no_teams(subject)) and subject.scope.locality:
        name = subject.scope.name
        return Paragraph(
            (f"Figures on the plans of {name} and its teams are not supplied: {why}.",)
        )
    parts = () if why else subject.parts
    months = subject.windows.months
    latest = months[-1] if months else ""
    before = months[-2] if len(months) > 1 else ""
    names = f"{month_label(latest)[:3]} ({month_label(before)[:3]})" if before else ""
    columns = (
        TableColumn("Team" if subject.scope.locality else "Locality", 1.2),
        TableColumn(f"Open, {unbroken(short_day(subject.as_at))}", 0.8, "right"),
        TableColumn(f"Starts {names}".strip(), 1, "right"),
        TableColumn(f"Finishes {names}".strip(), 1, "right"),
        TableColumn(age_header(subject, "Median age in days"), 1.17, "right"),
        TableColumn("Out of timescale", 0.95, "right"),
        TableColumn("Not written up", 1.08, "right"),
        TableColumn("Not signed off", 1.08, "right"),
        TableColumn("Not sent", 0.75, "right"),
        TableColumn("Not on tracker", 0.8, "right"),
    )
    cells = {
        scope: (
            Cell((scope.name or "Authority",), tone="strong"),
            *_data_cells(subject, scope, latest, before),
        )
        for scope in (*parts, subject.scope)
    }
    rows = (*(Row(cells[place]) for place in parts), Row(cells[subject.scope], "total"))
    limits = subject.settings.thresholds
    note = said(
        "Starts and finishes: the latest complete month (the month before)",
        _since_then(subject),
        ". Finishes count escalated and transferred plans too. Out of timescale: open "
        f"{limits.out_of_timescale_months} months or more, not exempt. Not on tracker: of plans "
        f"open {limits.new_plan_days} days or more.",
        recorded_late(subject),
    )
    if not subject.scope.locality and parts and subject.has("plans.open", UNKNOWN_TEAM):
        note = said(
            note,
            " The authority’s row also counts plans of teams that are not known (",
            count(subject.figure("plans.open", UNKNOWN_TEAM)),
            " of the open plans), so the localities do not add up to it.",
        )
    if why:
        note = said(note, f" No figure on plans is by locality, since {why}.")
    caption = "The data, team by team" if subject.scope.locality else "The data by locality"
    return Table(caption, columns, rows, note, tag="data", show_caption=False)


def _since_then(subject: Subject) -> Words:
    """Return what started and finished since the latest complete month, which the state now counts."""
    window = subject.windows.month_so_far
    started = subject.figure("plans.starts", window=window) if window else None
    finished = subject.figure("plans.finishes", window=window) if window else None
    if not (started and finished and started.supplied and finished.supplied):
        return ()
    first = day_and_month(date.fromisoformat(window.split("/")[0]))
    return said(f"; since {first}, ", count(started), " started and ", count(finished), " finished")


def _data_cells(subject: Subject, scope: Scope, latest: str, before: str) -> tuple[Cell, ...]:
    def monthly(measure: str) -> Words:
        if not latest:
            return ("not supplied",)
        now = count(subject.figure(measure, scope, window=latest))
        if not before:
            return (now,)
        return (now, " (", count(subject.figure(measure, scope, window=before)), ")")

    return (
        Cell((count(subject.figure("plans.open", scope)),)),
        Cell(monthly("plans.starts")),
        Cell(monthly("plans.finishes")),
        Cell((decimal(subject.figure("plans.age.median_days", scope)),)),
        Cell((count(subject.figure("plans.out_of_timescale", scope)),)),
        *(
            Cell((count(subject.figure(f"signoff.{step}", scope)),))
            for step in ("unwritten", "unsigned", "unsent")
        ),
        Cell((count(subject.figure("reconcile.not_on_tracker", scope)),)),
    )
