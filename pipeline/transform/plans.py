"""Merges plan versions into plans: a child's one unbroken time on a CIN plan."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.model.findings import Finding
from pipeline.model.rules import VERSIONS_END_DIFFERS, VERSIONS_OVERLAP, VERSIONS_TWO_OPEN
from pipeline.model.tables import CASE_EXTRACT
from pipeline.model.terms import OUTCOMES
from pipeline.transform.days import NEVER, Days, day, days, in_days
from pipeline.transform.origins import WHERE_READ, origins
from pipeline.transform.places import Codes, Mask, Places, Rows

STILL_OPEN = np.datetime64("9999-12-31", "D")


@dataclass(frozen=True)
class Plans:
    """One row per plan that had started by D; an end after D is blank, since the plan is open.

    `frame` has the columns of the version with the latest start, as the extract has them.
    `no_teams` says why the plans can't be told by team; blank where they can.
    """

    frame: pd.DataFrame
    start: Days
    end: Days
    codes: Codes
    places: Places
    no_teams: str = ""

    def open_at(self, when: np.datetime64) -> Mask:
        """Return which plans are open at the end of a day."""
        return (self.start <= when) & ~(self.end <= when)

    def dates(self, column: str) -> Days:
        """Return a column of dates; all NaT where the extract lacks it."""
        if column not in self.frame:
            return np.full(len(self.frame), NEVER)
        return days(self.frame[column])

    @cached_property
    def outcome(self) -> npt.NDArray[np.object_]:
        """What the end of each plan means, "not known" where nothing says so."""
        outcome = self.frame["outcome"].to_numpy(dtype=object)
        return np.where(np.isin(outcome, list(OUTCOMES)), outcome, "not known")

    @cached_property
    def rows(self) -> Rows:
        """The plans by team, for every scope; "Not known" only if it has plans."""
        if self.no_teams:
            return Rows(self.places, self.codes, self.places.configured, no_teams=self.no_teams)
        unknown = len(self.places.teams) - 1
        scopes = self.places.with_unknown if unknown in self.codes else self.places.configured
        return Rows(self.places, self.codes, scopes)


def merge_versions(
    versions: pd.DataFrame, as_at: date, gap_days: int, places: Places
) -> tuple[Plans, tuple[Finding, ...]]:
    """Return the plans that had started by `as_at`, and the versions that overlapped.

    A version that starts no later than `gap_days` after the latest end so far continues the plan.
    """
    started = versions[days(versions["plan_start"]) <= day(as_at)].reset_index(drop=True)
    ordered = _in_order(started)
    start, end = days(ordered["plan_start"]), days(ordered["plan_end"])
    end = np.where(end <= day(as_at), end, STILL_OPEN)
    child = pd.factorize(ordered["child_id"])[0]

    latest = _latest_end_so_far(child, end)
    same_child = np.append(False, child[1:] == child[:-1])[: len(child)]
    before = np.append(NEVER, latest)[: len(child)]
    continues = same_child & (start <= before + in_days(gap_days))

    first = np.flatnonzero(~continues)
    last = np.append(first[1:], len(ordered))[: len(first)] - 1
    frame = ordered.iloc[last].reset_index(drop=True)
    ends = latest[last]
    plans = Plans(
        frame,
        start[first],
        np.where(ends == STILL_OPEN, NEVER, ends),
        places.codes(frame["team"]),
        places,
    )
    both_open = (end == STILL_OPEN) & (before == STILL_OPEN)
    start_again = same_child & (start == np.append(NEVER, start[:-1])[: len(child)])
    differs = start_again & (end != np.append(NEVER, end[:-1])[: len(child)])
    overlaps = same_child & (start < before) & ~differs
    return plans, (
        *_overlap_findings(ordered, overlaps, both_open),
        *_difference_findings(ordered, differs),
    )


def no_plans(places: Places) -> Plans:
    """Return no plans at all, for an extract that can't tell them."""
    names = [*CASE_EXTRACT.names, *WHERE_READ]
    nothing = np.array([], dtype="datetime64[D]")
    return Plans(
        pd.DataFrame({name: [] for name in names}),
        nothing,
        nothing,
        np.array([], dtype=np.intp),
        places,
    )


def _in_order(versions: pd.DataFrame) -> pd.DataFrame:
    """Sort by child, start and end (blank last); what still ties is put in order by its content."""
    keys = ["child_id", "plan_start", "plan_end"]
    ties = versions.duplicated(keys, keep=False)
    content = [name for name in versions.columns if name not in (*keys, *WHERE_READ)]
    tied = versions[ties].sort_values([*content, *WHERE_READ], kind="stable")
    rank = pd.Series(0, index=versions.index)
    rank[tied.index] = np.arange(len(tied))
    return versions.assign(_rank=rank).sort_values([*keys, "_rank"]).drop(columns="_rank")


def _latest_end_so_far(child: Any, end: Days) -> Days:  # noqa: ANN401 - codes from factorize
    latest = pd.Series(end.astype("int64")).groupby(child).cummax()
    return latest.to_numpy().astype("datetime64[D]")


def _overlap_findings(
    ordered: pd.DataFrame, overlaps: Mask, both_open: Mask
) -> tuple[Finding, ...]:
    header = CASE_EXTRACT.column("plan_start").header
    rules = [VERSIONS_TWO_OPEN if both else VERSIONS_OVERLAP for both in both_open[overlaps]]
    starts = days(ordered["plan_start"])[overlaps].astype(str)
    found = zip(origins(ordered, overlaps, header), rules, starts, strict=True)
    return tuple(
        Finding(rule, place, value=start, child_id=child) for (place, child), rule, start in found
    )


def _difference_findings(ordered: pd.DataFrame, differs: Mask) -> tuple[Finding, ...]:
    """Name both places where versions have the same start and different ends."""
    header = CASE_EXTRACT.column("plan_start").header
    later = np.flatnonzero(differs)
    starts = days(ordered["plan_start"])[later].astype(str)
    here, before = origins(ordered, later, header), origins(ordered, later - 1, "")
    return tuple(
        Finding(VERSIONS_END_DIFFERS, place, "", (("other", str(other)),), start, child)
        for (place, child), (other, _), start in zip(here, before, starts, strict=True)
    )
