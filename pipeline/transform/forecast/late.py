"""Late recording: how many of the latest weeks' starts and finishes an extract has so far.

Earlier snapshots tell: a plan that is now known to have ended by then, and was open in what was
read then, had not been recorded. Without snapshots the latest weeks are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from pipeline.model.history import EarlierRun
from pipeline.transform.days import days
from pipeline.transform.forecast.past import FAR, Floats, Ints, Past, number, numbers

LAGS: Final = 8
"""Weeks after which nearly all is taken to be recorded."""
LEFT_OUT: Final = 2
"""Weeks that are left out where nothing tells how late things are recorded."""
RUNS: Final = 6
"""How many earlier runs are asked."""
RIPE_DAYS: Final = 21
"""How long ago a run must be, for what it lacked to be known."""
ENOUGH: Final = 20
"""Plans by which the share that is recorded can be told."""


@dataclass(frozen=True)
class Recorded:
    """The share recorded so far of the starts and finishes of each week back, the latest first."""

    starts: Floats
    finishes: Floats
    told: bool


def recorded_by_week(
    past: Past, child_ids: "pd.Series[str]", runs: Sequence[EarlierRun]
) -> Recorded:
    """Return what earlier runs tell of late recording; 0 for weeks to be left out."""
    seen = np.zeros((2, LAGS))
    there = np.zeros((2, LAGS))
    for run in _ripe(past, runs):
        as_at = min(number(run.as_at), number(run.extract_date or run.as_at))
        for row, (when, known_then) in enumerate(_then(past, child_ids, run, as_at)):
            lag = (as_at - when) // 7
            of_late = (when <= as_at) & (lag < LAGS) & (when > past.first)
            there[row] += np.bincount(lag[of_late], minlength=LAGS)
            seen[row] += np.bincount(lag[of_late & known_then], minlength=LAGS)
    if there[1].sum() < ENOUGH * LAGS:
        left_out = np.where(np.arange(LAGS) < LEFT_OUT, 0.0, 1.0)
        return Recorded(left_out, left_out, told=False)
    shares = np.minimum((seen + 1) / (there + 1), 1.0)
    shares[:, 1:] = np.maximum.accumulate(shares, axis=1)[:, 1:]
    return Recorded(shares[0], shares[1], told=True)


def _ripe(past: Past, runs: Sequence[EarlierRun]) -> list[EarlierRun]:
    ripe = [
        run
        for run in runs
        if run.versions is not None and number(run.as_at) <= past.known - RIPE_DAYS
    ]
    return ripe[-RUNS:]


def _then(
    past: Past, child_ids: "pd.Series[str]", run: EarlierRun, as_at: int
) -> tuple[tuple[Ints, np.ndarray], tuple[Ints, np.ndarray]]:
    """Return the starts and the ends of the plans, and which of each were recorded by a run."""
    versions = run.versions
    assert versions is not None  # noqa: S101 - `_ripe` chose it
    start, end = numbers(days(versions["plan_start"])), numbers(days(versions["plan_end"]))
    was_open = (start <= as_at) & (end > as_at)
    still_open = child_ids.isin(versions["child_id"][was_open]).to_numpy(dtype=bool)
    recent = start > as_at - 7 * LAGS
    known = pd.MultiIndex.from_arrays([versions["child_id"][recent], start[recent]])
    started = pd.MultiIndex.from_arrays([child_ids, past.start]).isin(known)
    again = past.open_at(as_at)
    reopened = child_ids.isin(child_ids[again]).to_numpy(dtype=bool)
    ended = np.where(reopened & (past.end <= as_at), FAR, past.end)
    return (past.start, np.asarray(started)), (ended, ~still_open)
