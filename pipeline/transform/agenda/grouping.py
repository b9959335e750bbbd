"""Which tracker rows belong to which group of the agenda; a case stands in its first."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from pipeline.model.agenda import ACTION_NEEDS, GROUPS, ActionNeed, AgendaGroup
from pipeline.model.scopes import AUTHORITY
from pipeline.model.terms import DECIDED, IDENTIFIED, NO_BARRIER, NOT_RECOGNISED
from pipeline.transform.days import Days, in_days
from pipeline.transform.durations import out_of_timescale
from pipeline.transform.places import Codes, Mask, Rows
from pipeline.transform.reconcile import of_no_known_team
from pipeline.transform.tracker_rows import TrackerRows


@dataclass(frozen=True)
class Standing:
    """Since when each tracker row's stage and action have been the same, as earlier runs know.

    `rows` are those of the trackers that an earlier run has read.
    """

    rows: Rows
    stage: Days
    action: Days


@dataclass(frozen=True)
class Grouping:
    """The groups and needs of the tracker rows that count.

    `plan` is the place of each row's open plan among the plans, -1 where it has none.
    """

    tracker: TrackerRows
    plan: Codes
    standing: Standing | None

    @cached_property
    def needs(self) -> dict[ActionNeed, Mask]:
        """What each row's action needs; never told where its tracker lacks the column."""
        tracker, today = self.tracker, self.tracker.state.today
        due, acting = tracker.dates("due"), tracker.open & tracker.given("action")
        soon = today + in_days(tracker.state.thresholds.action_due_soon_days)
        dated = self._have("due")
        return dict(
            zip(
                ACTION_NEEDS,
                (
                    acting & (due < today),
                    acting & (due >= today) & (due <= soon),
                    acting & dated & np.isnat(due),
                    tracker.open & self._have("action") & ~tracker.given("action"),
                ),
                strict=True,
            )
        )

    @cached_property
    def groups(self) -> dict[AgendaGroup, Mask]:
        """The rows of each group, whichever others they are in."""
        tracker = self.tracker
        masks = (
            np.logical_or.reduce([*self.needs.values()]),
            tracker.equal("stage", DECIDED, IDENTIFIED),
            self._out_of_timescale(),
            self._challenging(),
            tracker.equal("stage", NOT_RECOGNISED),
        )
        return dict(zip(GROUPS, masks, strict=True))

    @cached_property
    def first(self) -> Codes:
        """The place in `GROUPS` of the group that each row stands in; past the last for none."""
        masks = np.array([*self.groups.values(), np.ones(len(self.plan), dtype=bool)])
        first: Codes = masks.argmax(axis=0)
        return first

    @cached_property
    def exempt(self) -> Mask:
        """The rows whose open plan is exempt from the timescale."""
        plans, mask = self.tracker.state.plans.frame, self.tracker.open.copy()
        if "exemption" not in plans:
            return np.zeros(len(mask), dtype=bool)
        given = plans["exemption"].notna().to_numpy(dtype=bool)
        mask[mask] = given[self.plan[mask]]
        return mask

    def _have(self, column: str) -> Mask:
        """Return which rows are of a tracker that has a column."""
        tracker = self.tracker
        having = [
            column in tracker.columns.get(team, frozenset()) for team in tracker.state.places.teams
        ]
        return np.array(having, dtype=bool)[tracker.codes]

    def _out_of_timescale(self) -> Mask:
        mask = self.tracker.open.copy()
        mask[mask] = out_of_timescale(self.tracker.state)[self.plan[mask]]
        return mask

    def _challenging(self) -> Mask:
        """Return the rows with a barrier whose stage or action has stood for long."""
        tracker, limits = self.tracker, self.tracker.state.thresholds
        if self.standing is None:
            return np.zeros(len(self.plan), dtype=bool)
        today = tracker.state.today
        stood = self.standing.stage <= today - in_days(limits.stage_unchanged_days)
        stood |= tracker.given("action") & (
            self.standing.action <= today - in_days(limits.action_unchanged_days)
        )
        barred = tracker.open & tracker.given("barrier") & ~tracker.equal("barrier", NO_BARRIER)
        return barred & stood & self.standing.rows.members(AUTHORITY)


def grouping(tracker: TrackerRows, standing: Standing | None) -> Grouping:
    """Return the groups of the tracker rows; `standing` is None where nothing earlier is known."""
    plans = tracker.state.plans
    opened = np.flatnonzero(plans.open_at(tracker.state.today))
    held = pd.MultiIndex.from_arrays([plans.frame["child_id"].iloc[opened], plans.codes[opened]])
    rows = pd.MultiIndex.from_arrays([tracker.frame["child_id"], tracker.codes])
    place = held.get_indexer(rows)
    found = np.full(len(place), -1, dtype=np.intp)
    found[place >= 0] = opened[place[place >= 0]]
    return Grouping(tracker, found, standing)


def kept_apart(found: Grouping) -> Grouping:
    """Return the same of the rows that no figure counts: those whose open plan has no known team."""
    tracker = found.tracker
    plans, unknown = tracker.state.plans, len(tracker.state.places.teams) - 1
    opened = np.flatnonzero(plans.open_at(tracker.state.today) & (plans.codes == unknown))
    places = dict(zip(plans.frame["child_id"].iloc[opened], opened.tolist(), strict=True))
    plan = np.array([places.get(child, -1) for child in tracker.frame["child_id"]], dtype=np.intp)
    return Grouping(replace(tracker, open=of_no_known_team(tracker)), plan, found.standing)
