"""Reconciles the trackers with the extract, both ways."""

from collections.abc import Iterator
from itertools import chain

import pandas as pd

from pipeline.model.findings import Finding
from pipeline.model.measures import Figure
from pipeline.model.rules import (
    NOT_ON_TRACKER,
    NOT_OPEN_CLOSED,
    NOT_OPEN_ELSEWHERE,
    NOT_OPEN_TEAM_NOT_KNOWN,
    NOT_OPEN_UNKNOWN,
)
from pipeline.model.scopes import AUTHORITY
from pipeline.model.tables import CASE_EXTRACT, TRACKER
from pipeline.model.terms import NOT_KNOWN
from pipeline.transform.days import in_days
from pipeline.transform.figures import count_figures, share_figures
from pipeline.transform.origins import origins
from pipeline.transform.places import Mask
from pipeline.transform.tracker_rows import TrackerRows


def reconcile_figures(tracker: TrackerRows) -> Iterator[Figure]:
    """Yield the plans with no tracker row, new and older, and the rows with no open plan."""
    plans, note = tracker.plan_rows(), tracker.state.note
    missing, old_enough = not_on_tracker(tracker), settled(tracker)
    open_plans = tracker.state.plans.open_at(tracker.state.today)
    yield from count_figures(
        "reconcile.not_on_tracker",
        plans,
        missing & old_enough,
        of=open_plans & old_enough,
        note=note,
    )
    yield from share_figures(
        "reconcile.on_tracker.share",
        plans,
        ~missing,
        open_plans & old_enough,
        nothing="no open plans old enough",
        note=note,
    )
    yield from count_figures("reconcile.new_plans", plans, missing & ~old_enough, note=note)
    yield from count_figures("reconcile.not_open", tracker.rows(), ~tracker.open, unit="rows")


def reconcile_findings(tracker: TrackerRows) -> Iterator[Finding]:
    """Yield each tracker row with no open plan in its team, and each plan not on its tracker."""
    return chain(_rows_not_open(tracker), _plans_not_on_tracker(tracker))


def not_on_tracker(tracker: TrackerRows) -> Mask:
    """Return which open plans have no row in their team's tracker."""
    plans = tracker.state.plans
    keys = pd.MultiIndex.from_arrays([plans.frame["child_id"], plans.codes])
    on_tracker = pd.MultiIndex.from_arrays([tracker.frame["child_id"], tracker.codes])
    return plans.open_at(tracker.state.today) & ~keys.isin(on_tracker)


def settled(tracker: TrackerRows) -> Mask:
    """Return which plans are old enough that the tracker should have them."""
    state = tracker.state
    return state.plans.start <= state.today - in_days(state.thresholds.new_plan_days)


def open_in(tracker: TrackerRows) -> dict[str, str]:
    """Return, by child, the team of the open plan."""
    plans = tracker.state.plans
    open_plans = plans.open_at(tracker.state.today)
    teams = [plans.places.teams[code].team for code in plans.codes[open_plans]]
    return dict(zip(plans.frame["child_id"][open_plans], teams, strict=True))


def of_no_known_team(tracker: TrackerRows) -> Mask:
    """Return which rows are of children whose open plan has no known team."""
    elsewhere = open_in(tracker)
    mask = tracker.frame["child_id"].map(elsewhere).eq(NOT_KNOWN).to_numpy(dtype=bool)
    return mask & ~tracker.open


def _plans_not_on_tracker(tracker: TrackerRows) -> Iterator[Finding]:
    plans = tracker.state.plans
    counted = tracker.plan_rows().members(AUTHORITY)
    missing = not_on_tracker(tracker) & settled(tracker) & counted
    header = CASE_EXTRACT.column("child_id").header
    found = zip(origins(plans.frame, missing, header), plans.codes[missing], strict=True)
    for (place, child), code in found:
        team = plans.places.teams[code].team
        yield Finding(NOT_ON_TRACKER, place, team, (("team", team),), child_id=child)


def _rows_not_open(tracker: TrackerRows) -> Iterator[Finding]:
    counted = tracker.rows().members(AUTHORITY) & ~tracker.open
    teams = tracker.state.places.teams
    elsewhere, known = open_in(tracker), set(tracker.state.plans.frame["child_id"])
    header = TRACKER.column("child_id").header
    found = zip(origins(tracker.frame, counted, header), tracker.codes[counted], strict=True)
    for (place, child), code in found:
        facts = [("team", teams[code].team)]
        if child in elsewhere:
            known_team = elsewhere[child] != NOT_KNOWN
            rule = NOT_OPEN_ELSEWHERE if known_team else NOT_OPEN_TEAM_NOT_KNOWN
            facts += [("other", elsewhere[child])] if known_team else []
        else:
            rule = NOT_OPEN_CLOSED if child in known else NOT_OPEN_UNKNOWN
        yield Finding(rule, place, teams[code].team, tuple(facts), child_id=child)
