"""The tracker rows that count: those whose child has an open plan in that team at D."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.model.scopes import Scope
from pipeline.model.tables import TRACKER
from pipeline.model.validated import Validated
from pipeline.transform.days import NEVER, Days, days
from pipeline.transform.places import Codes, Mask, Rows
from pipeline.transform.state import State

NEWER = "the trackers are newer than the date looked back to"


@dataclass(frozen=True)
class TrackerRows:
    """Every tracker row, and which of them count (`open`).

    `why` says, by team, why none of its tracker's figures can be computed; `columns` has the
    columns of each tracker.
    """

    state: State
    frame: pd.DataFrame
    codes: Codes
    open: Mask
    why: Mapping[Scope, str]
    columns: Mapping[Scope, frozenset[str]]

    def rows(self, *needs: str, any_of: tuple[str, ...] = ()) -> Rows:
        """Return the rows of the trackers that have the columns that a measure needs."""
        places = self.state.places
        return Rows(places, self.codes, places.configured, self._lacking(needs, any_of))

    def plan_rows(self) -> Rows:
        """Return the plans of the teams that have a tracker."""
        places = self.state.places
        return Rows(places, self.state.plans.codes, places.configured, self._lacking((), ()))

    def dates(self, column: str) -> Days:
        """Return a column of dates, NaT where a tracker lacks it."""
        if column not in self.frame:
            return np.full(len(self.frame), NEVER)
        return days(self.frame[column])

    def given(self, column: str) -> Mask:
        """Return which rows have something in a column."""
        if column not in self.frame:
            return np.zeros(len(self.frame), dtype=bool)
        return self.frame[column].notna().to_numpy(dtype=bool)

    def equal(self, column: str, *values: str) -> Mask:
        """Return which rows that count have one of some values in a column."""
        if column not in self.frame:
            return np.zeros(len(self.frame), dtype=bool)
        return self.open & self.frame[column].isin(values).to_numpy(dtype=bool)

    def _lacking(self, needs: tuple[str, ...], any_of: tuple[str, ...]) -> dict[Scope, str]:
        lacking = dict(self.why)
        for team, columns in self.columns.items():
            missing = [name for name in needs if name not in columns]
            if any_of and not columns.intersection(any_of):
                missing += any_of
            if missing and team not in lacking:
                headers = " and no ".join(TRACKER.column(name).header for name in missing)
                lacking[team] = f"the tracker of {team.team} has no {headers}"
        return lacking


def tracker_rows(state: State, validated: Validated) -> TrackerRows:
    """Return the tracker rows, and why some teams' can't be counted."""
    frame = validated.tracker
    if frame is None:
        frame = pd.DataFrame(
            {name: [] for name in ("child_id", "team", "stage", "file", "sheet", "row")}
        )
    codes = state.places.codes(frame["team"])
    open_plans = state.plans.open_at(state.today)
    held = pd.MultiIndex.from_arrays(
        [state.plans.frame["child_id"][open_plans], state.plans.codes[open_plans]]
    )
    rows = pd.MultiIndex.from_arrays([frame["child_id"], codes])
    return TrackerRows(
        state=state,
        frame=frame,
        codes=codes,
        open=np.asarray(rows.isin(held)),
        why=_why(state, validated),
        columns={
            team: validated.tracker_columns[team.team]
            for team in state.places.teams
            if team.team in validated.tracker_columns
        },
    )


def _why(state: State, validated: Validated) -> dict[Scope, str]:
    """Say why teams' trackers can't be counted; the plans of "Not known" have none."""
    why: dict[Scope, str] = {}
    for team in state.places.teams:
        if all_of_them := state.lacks() or state.plans.no_teams:
            why[team] = all_of_them
        elif validated.looks_back and validated.tracker is None:
            why[team] = NEWER
        elif team.team not in validated.trackers_of:
            why[team] = f"no tracker for {team.team}"
    return why
