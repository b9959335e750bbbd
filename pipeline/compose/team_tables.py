"""Tables with a row for each team, as the minutes show them."""

from pipeline.compose.format_words import age_header, in_cell, no_teams
from pipeline.compose.last_time import support_asked
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, decimal, month_label, said
from pipeline.model.content import Cell, Paragraph, Row, Table, TableColumn, Words, WriteIn
from pipeline.model.forms import ACTIONS, ICMS
from pipeline.model.scopes import Scope


def actions_table(subject: Subject) -> Table:
    """Return the minutes' own table: five columns, the second filled, the rest to write in."""
    columns = (
        TableColumn(ACTIONS.header("team"), 1.2),
        TableColumn(ACTIONS.header("closing"), 1.2, "centre"),
        TableColumn(ACTIONS.header("actions"), 3),
        TableColumn(ACTIONS.header("due"), 1),
        TableColumn(ACTIONS.header("notes"), 1.8),
    )
    rows = tuple(
        Row(
            (
                Cell((team.team,), tone="strong"),
                Cell(
                    in_cell(subject, (count(subject.spanning("closures.fortnight", team)),)),
                    small=_beside_the_closures(subject, team),
                ),
                Cell(entry=WriteIn(f"actions.{team.team}", f"Actions, {team.team}", lines=3)),
                Cell(entry=WriteIn(f"due.{team.team}", f"By when, {team.team}", lines=3)),
                Cell(entry=WriteIn(f"notes.{team.team}", f"Other notes, {team.team}", lines=3)),
            )
        )
        for team in subject.teams
    )
    return Table(
        ACTIONS.header("actions"),
        columns,
        rows,
        tag="actions",
        write_in=True,
        show_caption=False,
    )


def _beside_the_closures(subject: Subject, team: Scope) -> Words:
    undated = subject.figure("closures.undated", team)
    overdue = subject.figure("closures.overdue", team)
    parts: list[Words] = []
    if undated.value:
        parts.append((count(undated), " more without a date"))
    if overdue.value:
        parts.append((count(overdue), " overdue"))
    return said(*(said(", ", part) if n else part for n, part in enumerate(parts)))


def icm_table(subject: Subject) -> Table:
    """Return a row a team to say how its ICMs go, with one prompt from the data."""
    columns = tuple(TableColumn(column.header, 2) for column in ICMS.columns)
    rows = tuple(
        Row(
            (
                Cell(
                    (team.team,),
                    small=said(
                        "From the data: ", _prompt(subject, team), support_asked(subject, team)
                    ),
                    tone="strong",
                ),
                *(
                    Cell(
                        entry=WriteIn(
                            f"icm.{team.team}.{column.name}",
                            f"{column.header}, {team.team}",
                            lines=2,
                        )
                    )
                    for column in ICMS.columns[1:]
                ),
            )
        )
        for team in subject.teams
    )
    return Table(ICMS.title, columns, rows, tag=ICMS.part, write_in=True, show_caption=False)


def _prompt(subject: Subject, team: Scope) -> Words:
    """Return the one thing in a team's data that its ICM could talk about."""
    overdue = subject.figure("actions.overdue", team)
    undated = subject.figure("actions.undated", team)
    missing = subject.figure("reconcile.not_on_tracker", team)
    if not overdue.supplied:
        why = no_teams(subject)
        return (f"nothing, since {why}." if why else "no tracker could be used.",)
    if overdue.value and undated.value:
        return said(
            counted(overdue, "action"), " past the date, ", count(undated), " without a date."
        )
    if overdue.value:
        return said(counted(overdue, "action"), " past the date.")
    if undated.value:
        return said(counted(undated, "action"), " without a date.")
    if missing.value:
        return said(counted(missing, "open plan"), " not on the tracker.")
    return ("every action has a date that is still to come.",)


def data_table(subject: Subject) -> Table | Paragraph:
    """Return the data page: a row a team, and the locality; or why there is none."""
    if why := no_teams(subject):
        name = subject.scope.name
        return Paragraph(
            (f"Figures on the plans of {name} and its teams are not supplied: {why}.",)
        )
    months = subject.windows.months
    latest = months[-1] if months else ""
    before = months[-2] if len(months) > 1 else ""
    names = f"{month_label(latest)[:3]} ({month_label(before)[:3]})" if before else ""
    columns = (
        TableColumn("Team", 1.6),
        TableColumn("Open plans", 0.8, "right"),
        TableColumn(f"Starts {names}".strip(), 1, "right"),
        TableColumn(f"Finishes {names}".strip(), 1, "right"),
        TableColumn(age_header(subject, "Median age in days"), 0.85, "right"),
        TableColumn("Out of timescale", 0.95, "right"),
        TableColumn("Not written", 0.85, "right"),
        TableColumn("Not signed off", 0.85, "right"),
        TableColumn("Not sent", 0.75, "right"),
        TableColumn("Not on tracker", 0.8, "right"),
    )
    cells = {
        scope: (Cell((scope.name,), tone="strong"), *_data_cells(subject, scope, latest, before))
        for scope in (*subject.teams, subject.scope)
    }
    rows = (*(Row(cells[team]) for team in subject.teams), Row(cells[subject.scope], "total"))
    threshold = subject.settings.thresholds.out_of_timescale_months
    note = said(
        "Starts and finishes are for the latest complete month, the month before in brackets. "
        f"Out of timescale: open {threshold} months or more and not exempt."
    )
    return Table("The data, team by team", columns, rows, note, tag="data", show_caption=False)


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
