"""The life table: by week back, team and age band, how long plans were open and how many finished."""

from dataclasses import dataclass

import numpy as np

from pipeline.transform.forecast.past import BAND_OF_AGE, BANDS, Floats, Past, age_in_weeks


@dataclass(frozen=True)
class LifeTable:
    """By week back from the last known day (the latest first) and team; finishes also by age band.

    `exposed` are the weeks of work that plans were open; `work` those of each week itself.
    """

    starts: Floats
    work: Floats
    finishes: Floats
    exposed: Floats


def life_table(past: Past) -> LifeTable:
    """Return the table of the whole weeks known."""
    weeks = past.weeks
    row, week = _plan_weeks(past)
    opens = past.known - 7 * (week + 1)
    since = np.maximum(past.start[row], opens)
    until = np.minimum(past.end[row], opens + 7)
    band = BAND_OF_AGE[age_in_weeks(since - past.start[row])]
    cell = (week * past.teams + past.team[row]) * BANDS + band
    shape = (weeks, past.teams, BANDS)
    size = weeks * past.teams * BANDS
    ends = past.end[row] == until
    exposed = np.bincount(cell, past.work(until) - past.work(since), size)
    started = (past.known - past.start) // 7
    recent = (started >= 0) & (started < weeks)
    starts = np.bincount(
        started[recent] * past.teams + past.team[recent], minlength=weeks * past.teams
    )
    edges = past.known - 7 * np.arange(weeks + 1)
    return LifeTable(
        starts.reshape(weeks, past.teams).astype(float),
        -np.diff(past.work(edges)),
        np.bincount(cell, ends, size).reshape(shape).astype(float),
        exposed.reshape(shape).astype(float),
    )


def _plan_weeks(past: Past) -> tuple[np.ndarray, np.ndarray]:
    """Return a row for each plan and week in which it was open: the plan, and the week back."""
    latest = np.maximum(past.known - past.end, 0) // 7
    earliest = np.minimum((past.known - past.start) // 7, past.weeks - 1)
    count = np.maximum(earliest - latest + 1, 0)
    row = np.repeat(np.arange(len(count)), count)
    first = np.repeat(np.cumsum(count) - count, count)
    return row, latest[row] + np.arange(len(row)) - first
