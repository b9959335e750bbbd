"""The outlook: for each scope and horizon the method chosen, and what it expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.model.history import EarlierRun
from pipeline.model.scopes import Scope
from pipeline.transform.forecast.backtest import Part, Trial, try_methods
from pipeline.transform.forecast.choice import FLOWS, Choice, Usual, choose, ranged
from pipeline.transform.forecast.horizons import FURTHEST, Horizon, View, views
from pipeline.transform.forecast.late import recorded_by_week
from pipeline.transform.forecast.looks import (
    COMING,
    GOING,
    LAST_4,
    LAST_12,
    METHODS,
    MODEL,
    Forecaster,
    Grid,
)
from pipeline.transform.forecast.past import Floats, Past, number, numbers, weeks_of_work
from pipeline.transform.forecast.stages import Snapshot, earlier_snapshots, snapshot_of
from pipeline.transform.state import State
from pipeline.transform.tracker_rows import TrackerRows

LEVELS: Final = ("authority", "locality", "team")
LEAST_WEEKS: Final = 4


@dataclass(frozen=True)
class Outlook:
    """What figures are made from, by view of a scope that can be forecast, in their order.

    `choices` is by flow, kind of horizon and type of scope. `beyond` says by kind and view how
    many more plans finish if the declared closures happen; None without trackers.
    """

    views: tuple[View, ...]
    forecaster: Forecaster
    trial: Trial
    choices: Mapping[tuple[str, int, str], Choice]
    beyond: Floats | None

    def choice(self, name: str, kind: int, scope: Scope) -> Choice:
        """Return how a flow is forecast for a scope."""
        return self.choices[name, kind, scope.type]

    def ranged(self, name: str, kind: int, index: int, more: float = 0.0) -> tuple[int, int, int]:
        """Return median, low and high of a flow after the last known day.

        `index` is the view's place, `more` the finishes beyond those that the method expects.
        """
        choice = self.choice(name, kind, self.views[index].scope)
        row = METHODS.index(choice.method)
        expected = np.maximum(self.trial.now[row, :, kind, index], 0.0)
        if choice.method == MODEL:
            late_starts, late_finishes = self.forecaster.late
            expected[COMING] += late_starts[index]
            expected[GOING] += late_finishes[index]
        expected[GOING] = max(expected[GOING] + more, 0.0)
        return ranged(FLOWS[name], expected, self.forecaster.open_now[index], choice.spread)

    def known_already(self, span: Horizon, index: int) -> dict[str, float]:
        """Return what of a span is past: its first day, where the meeting is on D."""
        past = self.forecaster.past
        before = number(span.first) - 1
        if before >= past.known:
            return {}
        row = self.forecaster.grid.below[index]
        return {
            "starts": float(row @ past.between(past.started, before, past.known)),
            "finishes": float(row @ past.between(past.finished, before, past.known)),
        }


def why_not(state: State, seen: Sequence[View]) -> str:
    """Return why nothing can be forecast; blank where it can."""
    covered, known = state.series.covered_from, known_to(state)
    if why := state.lacks() or state.series.why:
        return why
    if covered is None:
        return "the extract has no finished plan, so there is no past to go by"
    if (known - number(covered) + 1) // 7 < LEAST_WEEKS:
        return f"fewer than {LEAST_WEEKS} weeks of finished plans are known"
    if min(number(span.last) for view in seen for span in view.spans) <= known:
        return "the days to look ahead to are over"
    if _last(seen) - known > FURTHEST:
        return f"it would look more than {FURTHEST} days ahead of what is known"
    return ""


def known_to(state: State) -> int:
    """Return the last day that anything is known of: D, or the extract's day before it."""
    extract = state.series.known_to
    return number(min(extract, state.as_at) if extract else state.as_at)


def look_ahead(state: State, tracker: TrackerRows, runs: Sequence[EarlierRun]) -> Outlook:
    """Return the outlook; only where `why_not` is blank."""
    scopes = (each for each in state.rows.scopes if not state.rows.why_not(each))
    seen = views(scopes, state.calendar)
    past = _past(state, _last(seen))
    child_ids = state.plans.frame["child_id"]
    grid = Grid(
        np.array([state.places.below(view.scope) for view in seen], dtype=float),
        np.array([[span.steps(past.known) for span in view.spans] for view in seen]),
    )
    names = [team.team for team in state.places.teams]
    snapshots = earlier_snapshots(past, child_ids, names, runs)
    if (now := _snapshot_now(state, tracker, past)) is not None:
        snapshots = [*(each for each in snapshots if each.day != now.day), now]
    forecaster = Forecaster(past, grid, recorded_by_week(past, child_ids, runs), snapshots)
    levels = np.array([view.scope.type for view in seen])
    trial = try_methods(forecaster, levels == "team")
    usual = _usual(forecaster)
    weeks = (grid.steps[:, :, 1] / 7).mean(axis=0)
    choices = {
        (name, kind, level): choose(
            trial, Part(flow, kind, levels == level), usual[name], float(weeks[kind])
        )
        for name, flow in FLOWS.items()
        for kind in range(len(weeks))
        for level in LEVELS
        if (levels == level).any()
    }
    return Outlook(seen, forecaster, trial, choices, forecaster.beyond_expected(past.known))


def _last(seen: Sequence[View]) -> int:
    return max(number(span.last) for view in seen for span in view.spans)


def _past(state: State, last: int) -> Past:
    known, covered = known_to(state), state.series.covered_from
    start, end = numbers(state.plans.start), numbers(state.plans.end)
    first = number(covered) if covered else known
    return Past(
        start=start,
        end=end,
        team=state.plans.codes,
        teams=len(state.places.teams),
        first=first,
        known=known,
        worked=weeks_of_work(first, last, np.concatenate([start, end]), known, state.working),
    )


def _snapshot_now(state: State, tracker: TrackerRows, past: Past) -> Snapshot | None:
    having = np.array([team not in tracker.why for team in state.places.teams])
    if not having[:-1].any():
        return None
    rows = tracker.frame[tracker.open]
    return snapshot_of(past, state.plans.frame["child_id"], rows, past.known, having[past.team])


def _usual(forecaster: Forecaster) -> dict[str, Usual]:
    """Return how much each flow varies by single weeks, and how many weeks a method goes by."""
    learner = forecaster.learner
    spreads = {"starts": learner.start_spread, "finishes": learner.finish_spread}
    spreads["open"] = (spreads["starts"] + spreads["finishes"]) / 2
    behind = {LAST_4: 4.0, LAST_12: 12.0}
    return {
        name: Usual(spread, behind | {MODEL: learner.weeks_behind(name)})
        for name, spread in spreads.items()
    }
