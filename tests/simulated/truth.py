"""What an all-knowing forecaster expects at an origin, and what then happened, by team and day."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from simulated.course import (
    BACK,
    CLOSES,
    MOVES,
    Course,
    age_hazard,
    fallen,
    growth_by,
    working_days,
)
from simulated.scenarios import Scenario

from pipeline.model.scopes import Scope

AHEAD = 55
"""Working days that an origin looks ahead."""
FLOWS = ("starts", "finishes")


@dataclass(frozen=True)
class Truth:
    """By team (row) and working day after the origin (column): starts and finishes of plans.

    `expected` are from the true rates and the true state at the origin, `happened` what came.
    `open_now` are the plans truly open, by team; `below` says which teams a scope has.
    """

    origin: int
    open_now: np.ndarray
    expected: dict[str, np.ndarray]
    happened: dict[str, np.ndarray]
    below: dict[Scope, np.ndarray]

    def expects(self, flow: str, scope: Scope, first: date, last: date) -> float:
        """Return the starts, finishes or (at the last day's end) open plans expected."""
        return self._sum(self.expected, flow, scope, first, last)

    def came(self, flow: str, scope: Scope, first: date, last: date) -> float:
        """Return the starts, finishes or (at the last day's end) open plans that there were."""
        return self._sum(self.happened, flow, scope, first, last)

    def _sum(self, of, flow, scope, first, last) -> float:
        teams = self.below[scope]
        until = int(working_days(np.datetime64(last, "D") + 1)) - self.origin - 1
        if flow == "open":
            net = of["starts"][teams, :until] - of["finishes"][teams, :until]
            return float(self.open_now[teams].sum() + net.sum())
        since = int(working_days(np.datetime64(first, "D"))) - self.origin - 1
        return float(of[flow][teams, max(since, 0) : until].sum())


def truth_at(
    scenario: Scenario,
    course: Course,
    origins: np.ndarray,
    row: int,
    below: dict[Scope, np.ndarray],
) -> Truth:
    """Return what is to be expected at the end of an origin's day, and what came."""
    day = int(origins[row])
    open_now = (course.start <= day) & (course.end > day)
    teams = len(course.pace)

    def by_team(mask: np.ndarray) -> np.ndarray:
        return np.bincount(course.team[mask], course.size[mask], teams)

    def by_day(when: np.ndarray) -> np.ndarray:
        mask = (when > day) & (when <= day + AHEAD)
        cells = course.team[mask] * AHEAD + (when[mask] - day - 1)
        return np.bincount(cells, course.size[mask], teams * AHEAD).reshape(teams, AHEAD)

    return Truth(
        day,
        by_team(open_now),
        _expected(scenario, course, origins, row, open_now),
        {"starts": by_day(course.start), "finishes": by_day(course.end)},
        below,
    )


def _expected(scenario, course, origins, row, open_now):
    """Let the expected number of plans in each state flow on for `AHEAD` working days."""
    day, teams = int(origins[row]), len(course.pace)
    mean_size = float(course.size.mean())
    hazard = age_hazard()
    states = 4 if scenario.stages_matter else len(hazard)
    now = (
        course.stages[row][open_now]
        if scenario.stages_matter
        else np.minimum(day - course.start[open_now], states - 1)
    )
    plans = np.bincount(
        course.team[open_now] * states + now, course.size[open_now], teams * states
    ).reshape(teams, states)
    starts, finishes = np.zeros((teams, AHEAD)), np.zeros((teams, AHEAD))
    for ahead in range(AHEAD):
        when = day + ahead + 1
        factor = course.pace * fallen(scenario, when, origins)
        chance = CLOSES if scenario.stages_matter else hazard
        closing = plans * (1 - (1 - chance) ** factor[:, None])
        finishes[:, ahead] = closing.sum(axis=1)
        plans = plans - closing
        if scenario.stages_matter:
            on, back = plans * MOVES, plans[:, 2] * (1 - MOVES[2]) * BACK
            plans = plans - on + np.roll(on, 1, axis=1)
            plans[:, 2] -= back
            plans[:, 1] += back
        else:
            plans = np.roll(plans, 1, axis=1)
            plans[:, -1] += plans[:, 0]
            plans[:, 0] = 0
        starts[:, ahead] = (
            course.rate * growth_by(scenario, np.array(when), int(origins[0])) * mean_size
        )
        plans[:, 0] += starts[:, ahead]
    return {"starts": starts, "finishes": finishes}
