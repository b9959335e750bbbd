"""Today's tracker rows beside their like in earlier snapshots: a child's row in its team's tracker."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.model.history import EarlierRun, History
from pipeline.transform.days import Days, day
from pipeline.transform.places import Codes, Mask, Rows
from pipeline.transform.tracker_rows import TrackerRows

Cells = npt.NDArray[np.object_]

NO_PAST = "no earlier run has read this tracker"


@dataclass(frozen=True)
class RowsThen:
    """An earlier run's trackers; `place` has, for each of today's rows, where its like stands.

    It is -1 where there was none. `read` says of which teams (by code) the tracker was read.
    """

    as_at: date
    frame: pd.DataFrame
    place: Codes
    read: Mask

    def cells(self, column: str) -> Cells:
        """Return a column's cells for today's rows; None where there was no row or no cell."""
        found = np.full(len(self.place), None, dtype=object)
        if column in self.frame:
            there = self.place >= 0
            found[there] = self.frame[column].to_numpy(dtype=object)[self.place[there]]
            found[pd.isna(found)] = None
        return found


@dataclass(frozen=True)
class TrackerPast:
    """Today's tracker rows and, oldest first, the earlier runs that read trackers."""

    tracker: TrackerRows
    runs: tuple[RowsThen, ...]

    def rows(self, *needs: str, by: date | None = None) -> Rows:
        """Return the rows of the teams whose tracker an earlier run (up to a day) has read."""
        rows = self.tracker.rows(*needs)
        lacking = dict(rows.lacking)
        known = self._known(by)
        for code, team in enumerate(rows.places.teams[:-1]):
            if not known[code]:
                lacking.setdefault(team, NO_PAST)
        return replace(rows, lacking=lacking)

    def before(self, column: str, by: date | None = None) -> Cells:
        """Return the cells of each row in the latest run (up to a day) that read its tracker."""
        found = np.full(len(self.tracker.codes), None, dtype=object)
        wanted = np.ones(len(found), dtype=bool)
        for run in self._until(by):
            here = wanted & run.read[self.tracker.codes]
            found[here] = run.cells(column)[here]
            wanted &= ~here
        return found

    @cached_property
    def stages(self) -> Cells:
        """The stage of each row today."""
        return self.tracker.frame["stage"].to_numpy(dtype=object)

    @cached_property
    def actions(self) -> Cells:
        """The action of each row today, without what makes no difference."""
        frame = self.tracker.frame
        return as_typed(frame["action"] if "action" in frame else np.full(len(frame), None))

    @cached_property
    def stage_since(self) -> Days:
        """Since when each row is known to be in its stage."""
        return self._since(lambda run: run.cells("stage") == self.stages)

    @cached_property
    def action_since(self) -> Days:
        """Since when each row's action is known to stand unchanged."""
        return self._since(lambda run: as_typed(run.cells("action")) == self.actions)

    def _since(self, same: Callable[[RowsThen], Mask]) -> Days:
        """Return the day since which each row is the same in every run that read its tracker."""
        since = np.full(len(self.tracker.codes), self.tracker.state.today)
        going = np.ones(len(since), dtype=bool)
        for run in reversed(self.runs):
            read = run.read[self.tracker.codes]
            going &= ~read | same(run)
            since[going & read] = day(run.as_at)
        return since

    def first_note(self) -> str:
        """Return since when trackers are known, which no span of time can go behind."""
        if not self.runs:
            return ""
        return f"at least: trackers are known since {self.runs[0].as_at:%d/%m/%Y}"

    def since_note(self, by: date | None = None) -> str:
        """Return which run rows are compared with, where it is the same for all."""
        runs = self._until(by)
        return f"since {runs[0].as_at:%d/%m/%Y}" if runs else ""

    def _until(self, by: date | None) -> list[RowsThen]:
        """Return the runs up to a day, the latest first."""
        return [run for run in reversed(self.runs) if by is None or run.as_at <= by]

    def _known(self, by: date | None) -> Mask:
        known = np.zeros(len(self.tracker.state.places.teams), dtype=bool)
        for run in self._until(by):
            known |= run.read
        return known


def tracker_past(tracker: TrackerRows, history: History) -> TrackerPast:
    """Return today's rows beside those of every earlier run that read a tracker."""
    return TrackerPast(
        tracker,
        tuple(
            _rows_then(tracker, run, run.tracker) for run in history.runs if run.tracker is not None
        ),
    )


def as_typed(cells: "pd.Series[Any] | Cells") -> Cells:
    """Return texts without what makes no difference between two of them: case and spaces."""
    texts = pd.Series(cells, dtype=object)
    found = {text: " ".join(text.split()).casefold() for text in texts.dropna().unique()}
    plain: Cells = texts.map(found).to_numpy(dtype=object, copy=True)
    plain[pd.isna(plain)] = None
    return plain


def _rows_then(tracker: TrackerRows, run: EarlierRun, rows: pd.DataFrame) -> RowsThen:
    places = tracker.state.places
    frame = rows.drop_duplicates(["child_id", "team"], keep="last")
    then = pd.MultiIndex.from_arrays([frame["child_id"], frame["team"]])
    now = pd.MultiIndex.from_arrays([tracker.frame["child_id"], tracker.frame["team"]])
    return RowsThen(
        run.as_at,
        frame,
        then.get_indexer(now),
        np.array([team.team in run.tracker_columns for team in places.teams]),
    )
