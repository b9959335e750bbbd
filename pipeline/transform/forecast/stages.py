"""What a tracker's stage tells of how soon a plan finishes, learned from earlier snapshots."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.model.history import EarlierRun
from pipeline.model.terms import DECIDED, STAGES
from pipeline.transform.days import days
from pipeline.transform.forecast.past import FAR, Floats, Ints, Past, number, numbers

DECIDED_SOON: Final = "decided, by a date within a fortnight"
NO_ROW: Final = "not on the tracker"
NO_TRACKER: Final = "no tracker"
CLASSES: Final = (*STAGES, DECIDED_SOON, NO_ROW, NO_TRACKER)
USUALLY: Final = np.array([0.5, 0.8, 1.6, 3.0, 5.0, 1.0, 1.0])
"""How much likelier than usual a plan of each class is taken to finish, before there is data.

The order is the field's own, the sizes a cautious guess (ADR 13).
"""
AS_FINISHES: Final = 15.0
"""How many finishes' data that guess is worth."""
SOON: Final = 14
ELAPSED: Final = np.array([0, 1, 2, 3, 4, 4, 6, 6, 6, 6])
"""The first week of the span that each week since the snapshot is looked at with."""
SPAN: Final = np.searchsorted(np.unique(ELAPSED), ELAPSED)
SPANS: Final = int(SPAN[-1]) + 1
STEADY: Final = 12.0
"""How many finishes' data it is worth that a class's ratio is the same all along."""

Classes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Snapshot:
    """The class of each plan open on a day (`NO_TRACKER` for the others), and its declared end.

    `declared` is the day by which a plan is decided to close; `FAR` where none is.
    """

    day: int
    classes: Classes
    declared: Ints


@dataclass(frozen=True)
class StageTable:
    """By snapshot, week since and class: finishes, and how many there would be by age alone."""

    day: Ints
    finishes: Floats
    usual: Floats


def snapshot_of(
    past: Past,
    child_ids: "pd.Series[str]",
    tracker: pd.DataFrame,
    when: int,
    has_tracker: npt.NDArray[np.bool_],
) -> Snapshot:
    """Return the class of each plan by a tracker's rows as they stood on a day.

    `has_tracker` says of each plan whether its team's tracker was there.
    """
    known = {stage: code for code, stage in enumerate(STAGES)}
    none = CLASSES.index(NO_ROW)
    code = tracker["stage"].map(known).fillna(none).to_numpy().astype(np.int64)
    declared = np.where(code == known[DECIDED], _closing(tracker), FAR)
    code[declared <= when + SOON] = CLASSES.index(DECIDED_SOON)
    rows = pd.DataFrame({"code": code, "declared": declared}, tracker["child_id"].to_numpy())
    rows = rows.sort_values(["code", "declared"], kind="stable")
    rows = rows[~rows.index.duplicated(keep="last")].reindex(child_ids)
    counts = past.open_at(when) & has_tracker
    found = rows["code"].fillna(none).to_numpy().astype(np.int64)
    until = rows["declared"].fillna(FAR).to_numpy().astype(np.int64)
    return Snapshot(
        when,
        np.where(counts, found, CLASSES.index(NO_TRACKER)),
        np.where(counts, until, FAR),
    )


def _closing(tracker: pd.DataFrame) -> Ints:
    """Return the planned closure date, else the action's due date, as `closures` has it."""
    planned, due = (
        numbers(days(tracker[name])) if name in tracker else np.full(len(tracker), FAR)
        for name in ("planned_closure", "due")
    )
    return np.where(planned == FAR, due, planned)


def earlier_snapshots(
    past: Past,
    child_ids: "pd.Series[str]",
    teams: Sequence[str],
    runs: Sequence[EarlierRun],
) -> list[Snapshot]:
    """Return the snapshots that earlier runs left, oldest first; `teams` names the teams."""
    found = []
    for run in runs:
        when = number(run.as_at)
        if run.tracker is None or when < past.first or when > past.known:
            continue
        having = np.array([name in run.tracker_columns for name in teams])
        found.append(snapshot_of(past, child_ids, run.tracker, when, having[past.team]))
    return found


def stage_table(
    past: Past, snapshots: Sequence[Snapshot], hazard: Floats, pace: Floats
) -> StageTable:
    """Return how the plans of each class went on, beside what their ages alone say.

    `hazard` is by week of age, `pace` by team.
    """
    weeks = len(ELAPSED)
    shape = (len(snapshots), weeks, len(CLASSES))
    finishes, usual = np.zeros(shape), np.zeros(shape)
    for row, snapshot in enumerate(snapshots):
        plans = np.flatnonzero(snapshot.classes < CLASSES.index(NO_TRACKER))
        classes, end = snapshot.classes[plans], past.end[plans]
        age = (snapshot.day - past.start[plans]) // 7
        for week in range(weeks):
            opens = snapshot.day + 7 * week
            if opens + 7 > past.known:
                finishes[row, week], usual[row, week] = np.nan, np.nan
                continue
            until = np.clip(end, opens, opens + 7)
            worked = past.work(until) - past.work(np.array(opens))
            at = np.minimum(age + week, len(hazard) - 1)
            expected = hazard[at] * pace[past.team[plans]] * worked
            usual[row, week] = np.bincount(classes, expected, len(CLASSES))
            ended = (end > opens) & (end <= opens + 7)
            finishes[row, week] = np.bincount(classes[ended], minlength=len(CLASSES))
    return StageTable(np.array([each.day for each in snapshots], dtype=np.int64), finishes, usual)


def ratios(table: StageTable, by: int, mix: Floats, spread: float) -> Floats:
    """Return by class and week since the snapshot how much likelier than by age a finish is.

    Only what was known by a day counts. `mix` has the finishes usual now by class, for the first
    guess to be right on the whole.
    """
    weeks = len(ELAPSED)
    known = (table.day[:, None] + 7 * (np.arange(weeks) + 1) <= by)[:, :, None]
    seen = np.where(known, table.finishes, 0.0).sum(axis=0)
    usual = np.where(known, table.usual, 0.0).sum(axis=0)
    share = mix / mix.sum() if mix.sum() else np.full(len(CLASSES), 1 / len(CLASSES))
    guess = USUALLY / float((share * USUALLY).sum())
    level = float(seen.sum() / usual.sum()) if usual.sum() else 1.0
    usual = usual * level
    whole_seen = seen.sum(axis=0) / spread + AS_FINISHES * share * guess
    whole_usual = usual.sum(axis=0) / spread + AS_FINISHES * share
    whole = _as_they_differ(whole_seen, whole_usual, float(seen.sum()) / spread, share, guess)
    by_span = np.array([np.bincount(SPAN, column, SPANS) for column in seen.T]).T / spread
    span_usual = np.array([np.bincount(SPAN, column, SPANS) for column in usual.T]).T / spread
    spans = (by_span + STEADY * whole) / (span_usual + STEADY)
    spans[:, CLASSES.index(NO_TRACKER)] = 1.0
    return np.asarray(spans[SPAN].T)


def _as_they_differ(
    seen: Floats, usual: Floats, finishes: float, share: Floats, guess: Floats
) -> Floats:
    """Shrink the classes' ratios to 1 by how far they differ more than by chance."""
    first = float((share * (guess - 1) ** 2).sum())
    excess = float(((seen - usual) ** 2 - usual).sum())
    total = float((usual**2).sum())
    found = excess / total if total else 0.0
    differ = (AS_FINISHES * first + finishes * found) / (AS_FINISHES + finishes)
    prior = 1 / max(differ, 1e-3)
    return (seen + prior) / (usual + prior)
