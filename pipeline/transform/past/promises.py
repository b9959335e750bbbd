"""Closures that the last papers promised for the days since, and which of them were kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np
import pandas as pd

from pipeline.model.dates import window_name
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.terms import DECIDED
from pipeline.transform.days import NEVER, Days, day, days
from pipeline.transform.places import Mask, Rows
from pipeline.transform.state import State

NO_PAPERS: Final = "no papers were published before"
LOCALITY_PAPERS: Final = ("check_in_minutes",)
OLT_PAPERS: Final = ("olt_check_in_minutes", "olt_briefing")
KEPT: Final = ("closed", "stepped down")
"""The ends that a closure promises; an escalation or a transfer keeps no promise."""


def promise_figures(state: State, history: History) -> Iterator[Figure]:
    """Yield the closures promised for the days since the last papers, and those of them kept.

    A plan counts as promised where the trackers of that day have it as decided to close by a day
    since, and it was open then by what is known now. A team's papers are its locality's.
    """
    made: dict[str, _Promises] = {}
    for measure in ("closures.promised", "closures.kept"):
        for scope in state.places.configured:
            run = _papers(history, scope)
            if run is None:
                why = state.lacks() or NO_PAPERS
                yield not_supplied(measure, scope, unit="plans", why=why)
                continue
            if run.period not in made:
                made[run.period] = _promises(state, run)
            yield made[run.period].figure(measure, scope)


def _papers(history: History, scope: Scope) -> EarlierRun | None:
    """Return the last run that published the scope's papers."""
    place = AUTHORITY if scope == AUTHORITY else Scope("locality", scope.locality)
    names = OLT_PAPERS if scope == AUTHORITY else LOCALITY_PAPERS
    found = [run for name in names if (run := history.pack_before(name, place)) is not None]
    return max(found, key=lambda run: run.as_at, default=None)


@dataclass(frozen=True)
class _Promises:
    """What one run's trackers promised for the days since, and what became of it."""

    rows: Rows
    window: str
    promised: Mask
    kept: Mask
    why_not_kept: str

    def figure(self, measure: str, scope: Scope) -> Figure:
        why = self.rows.why_not(scope)
        if measure == "closures.kept":
            why = why or self.why_not_kept
        if why:
            return not_supplied(measure, scope, window=self.window, unit="plans", why=why)
        mine = self.rows.members(scope)
        promised, kept = float((self.promised & mine).sum()), float((self.kept & mine).sum())
        note = self.rows.in_part(scope)
        if measure == "closures.promised":
            return Figure(
                measure, scope, window=self.window, value=promised, unit="plans", note=note
            )
        return Figure(
            measure,
            scope,
            window=self.window,
            value=kept,
            numerator=kept,
            denominator=promised,
            unit="plans",
            note=note,
        )


def _promises(state: State, run: EarlierRun) -> _Promises:
    places, plans = state.places, state.plans
    frame = run.tracker
    if frame is None:
        frame = pd.DataFrame({name: [] for name in ("child_id", "team", "stage")}, dtype="str")
    when = np.where(
        np.isnat(_dates(frame, "planned_closure")),
        _dates(frame, "due"),
        _dates(frame, "planned_closure"),
    )
    open_then = np.flatnonzero(plans.open_at(day(run.as_at)))
    place = pd.Index(plans.frame["child_id"].iloc[open_then]).get_indexer(frame["child_id"])
    promised = (frame["stage"] == DECIDED).to_numpy(dtype=bool) & (place >= 0)
    promised &= (when > day(run.as_at)) & (when <= state.today)
    why_not_kept = state.lacks("end_reason")
    kept = promised.copy()
    if not why_not_kept:
        found = open_then[place[promised]]
        kept[promised] = np.isin(plans.outcome[found], KEPT) & ~np.isnat(plans.end[found])
    return _Promises(
        Rows(places, places.codes(frame["team"]), places.configured, _lacking(state, run)),
        window_name(run.as_at + timedelta(days=1), state.as_at),
        promised,
        kept,
        why_not_kept,
    )


def _lacking(state: State, run: EarlierRun) -> dict[Scope, str]:
    """Say of which teams it is not known what was promised."""
    lacking = {}
    for team in state.places.teams[:-1]:
        if why := state.lacks() or state.plans.no_teams:
            lacking[team] = why
        elif run.tracker is None:
            lacking[team] = f"what the trackers held on {run.as_at:%d/%m/%Y} is not known"
        elif team.team not in run.tracker_columns:
            lacking[team] = f"no tracker for {team.team} was read on {run.as_at:%d/%m/%Y}"
    return lacking


def _dates(frame: pd.DataFrame, column: str) -> Days:
    return days(frame[column]) if column in frame else np.full(len(frame), NEVER)
