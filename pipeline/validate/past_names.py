"""Earlier runs under today's names: a team that was renamed, or moved to another locality."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.model.figure_rows import PublishedFigures
from pipeline.model.history import EarlierRun, History
from pipeline.model.minutes import Minutes
from pipeline.model.priorities import Priorities
from pipeline.model.scopes import Scope, teams
from pipeline.model.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

Names = Mapping[str, Scope]
"""Config's team by each of its names."""


def under_todays_names(history: History, settings: Settings) -> History:
    """Return the history with config's names of teams, by their aliases, and their localities.

    An alias is followed whenever it ended: config refuses one name for two teams.
    """
    names = {scope.team: scope for scope in teams(settings)}
    for locality in settings.localities:
        for team in locality.teams:
            names |= {alias.name: names[team.name] for alias in team.aliases}
    return History(
        runs=tuple(_renamed(run, names) for run in history.runs),
        replaced=tuple(_renamed(run, names) for run in history.replaced),
        same_day=_renamed(history.same_day, names) if history.same_day else None,
    )


def _renamed(run: EarlierRun, names: Names) -> EarlierRun:
    figures = run.figures
    return replace(
        run,
        documents=frozenset((pack, names.get(at.team, at)) for pack, at in run.documents),
        figures=figures.under(names) if isinstance(figures, PublishedFigures) else figures,
        versions=_frame(run.versions, names),
        tracker=_frame(run.tracker, names),
        scores=_frame(run.scores, names),
        tracker_columns={
            _team(team, names): columns for team, columns in run.tracker_columns.items()
        },
        minutes=run.minutes and tuple(_minutes(each, names) for each in run.minutes),
        priorities=run.priorities and tuple(_sheet(each, names) for each in run.priorities),
    )


def _team(name: str, names: Names) -> str:
    return names[name].team if name in names else name


def _frame(frame: "pd.DataFrame | None", names: Names) -> "pd.DataFrame | None":
    if frame is None or frame.empty:
        return frame
    team = frame["team"]
    moved = {name: names[name] for name in team.unique() if name in names}
    columns = {"team": {name: scope.team for name, scope in moved.items()}}
    if "locality" in frame:
        columns["locality"] = {name: scope.locality for name, scope in moved.items()}
    return frame.assign(
        **{
            column: frame[column].where(~team.isin(moved), team.map(today).astype("str"))
            for column, today in columns.items()
        }
    )


def _minutes(minutes: Minutes, names: Names) -> Minutes:
    return replace(
        minutes,
        actions=tuple(replace(a, team=_team(a.team, names)) for a in minutes.actions),
        updates=tuple(replace(u, team=_team(u.team, names)) for u in minutes.updates),
    )


def _sheet(sheet: Priorities, names: Names) -> Priorities:
    marks = (replace(mark, place=names.get(mark.place.team, mark.place)) for mark in sheet.marks)
    return replace(sheet, marks=tuple(marks))
