"""How plans run their course: families come, are on plans for a while, and finish, day by day.

Time is in working days, numbered from `FIRST`; brothers and sisters start and finish together.
"""

from dataclasses import dataclass

import numpy as np
from simulated.scenarios import ORIGINS, Scenario

FIRST = np.datetime64("2019-01-07", "D")
"""A Monday: working day 0."""
DAYS_A_MONTH = 365.25 / 12 * 5 / 7
WARM_UP = 30 * 21
KNOWN = 24 * 22
"""Working days that the extract covers before the first look."""

AFTER = 60
"""Working days that the course goes on after the last look."""

SIZES, SIZE_SHARES = (1, 2, 3, 4), (0.50, 0.28, 0.14, 0.08)
AGE_EDGES = np.array([0, 10, 40, 130, 260])
AGE_HAZARDS = np.array([0.25, 0.75, 1.25, 1.0, 0.65])
MEAN_LENGTH = 116.0
"""Working days: 1,500 open plans and 280 starts a month."""

STAGE_SHARES = (0.10, 0.60, 0.18, 0.12)
STAGE_LASTS = 30
MOVES = np.array([1 / 12, 1 / 68, 1 / 22, 0.0])
"""Chance a working day that a plan goes on to the next stage, where stages matter."""
BACK = 1 / 90
CLOSES = np.array([0.0010, 0.0014, 0.0070, 0.0750])
"""Chance a working day that a plan of each stage finishes, where stages matter."""


@dataclass(frozen=True)
class Course:
    """Families with their children (`size`), team, working days of start, end and its recording.

    `end` is far in the future where a plan outlasts the simulation. `stages` has a family's true
    or told stage at each origin, by row. `rate` is the chance of a new family a working day by
    team, at the start; `pace` multiplies a team's chances to finish.
    """

    team: np.ndarray
    size: np.ndarray
    start: np.ndarray
    end: np.ndarray
    recorded: np.ndarray
    stages: np.ndarray
    rate: np.ndarray
    pace: np.ndarray


NEVER = 10**6


def dates(days: np.ndarray) -> np.ndarray:
    """Return the dates of working days."""
    return FIRST + (days // 5 * 7 + days % 5).astype("timedelta64[D]")


def working_days(dates_: np.ndarray) -> np.ndarray:
    """Return how many working days began before each date."""
    return np.busday_count(FIRST, dates_)


def age_hazard(horizon: int = 1_500) -> np.ndarray:
    """Return the chance to finish on each working day of age, so that plans last as they should."""
    shape = AGE_HAZARDS[np.searchsorted(AGE_EDGES, np.arange(horizon), "right") - 1] / 100
    low, high = 0.01, 10.0
    for _ in range(50):
        middle = (low + high) / 2
        length = np.exp(-np.cumsum(shape * middle)).sum()
        low, high = (middle, high) if length > MEAN_LENGTH else (low, middle)
    return np.minimum(shape * middle, 0.9)


def run_course(scenario: Scenario, seed: int, origins: np.ndarray) -> Course:
    """Return everything that happens; `origins` are the working days that are looked at."""
    rng = np.random.default_rng([seed, 7])
    teams = sum(scenario.teams)
    shares = rng.dirichlet(np.full(teams, 12.0))
    mean_size = float(np.dot(SIZES, SIZE_SHARES))
    rate = shares * scenario.starts_a_month / DAYS_A_MONTH / mean_size
    pace = np.exp(rng.normal(0.0, 0.15, teams))
    last = int(origins[-1]) + AFTER
    grown = growth_by(scenario, np.arange(last), int(origins[0]))
    counts = rng.poisson(rate[:, None] * grown)
    team = np.repeat(np.arange(teams), counts.sum(axis=1))
    start = np.concatenate([np.repeat(np.arange(last), each) for each in counts])
    order = np.argsort(start, kind="stable")
    team, start = team[order], start[order]
    size = rng.choice(SIZES, len(start), p=SIZE_SHARES)
    end, stages = _run(scenario, rng, team, start, pace=pace, origins=origins)
    late = rng.random(len(end)) < scenario.late
    recorded = end + np.where(late, rng.geometric(1 / 10, len(end)), 0)
    return Course(team, size, start, end, recorded, stages, rate, pace)


def growth_by(scenario: Scenario, day: np.ndarray, first_origin: int) -> np.ndarray:
    """Return how many times the starts of the first look there are on each working day."""
    return (1 + scenario.growth) ** ((day - first_origin) / (12 * DAYS_A_MONTH))


def fallen(scenario: Scenario, day: int, origins: np.ndarray) -> np.ndarray:
    """Return what a team's chances to finish are multiplied by on a day."""
    first = np.arange(sum(scenario.teams)) < scenario.teams[0]
    after = scenario.fall > 0 and day > origins[min(scenario.fall_from, ORIGINS - 1)]
    return np.where(first & after, 1 - scenario.fall, 1.0)


def _run(scenario, rng, team, start, *, pace, origins):
    """Go through the working days: each open plan may move on, or finish."""
    families, last = len(start), int(origins[-1]) + AFTER
    end = np.full(families, NEVER)
    told = rng.choice(4, size=(families, 64), p=STAGE_SHARES).astype(np.int8)
    offset = rng.integers(0, STAGE_LASTS, families)
    stage = np.zeros(families, dtype=np.int8)
    stages = np.zeros((len(origins), families), dtype=np.int8)
    hazard = age_hazard()
    looks = {int(day): row for row, day in enumerate(origins)}
    arrivals = np.searchsorted(start, np.arange(last + 1))
    open_now = np.empty(0, dtype=np.intp)
    for day in range(last):
        factor = (pace * fallen(scenario, day, origins))[team[open_now]]
        if scenario.stages_matter:
            chance = CLOSES[stage[open_now]]
        else:
            chance = hazard[np.minimum(day - start[open_now], len(hazard) - 1)]
        drawn = rng.random((3, len(open_now)))
        closes = drawn[0] < 1 - (1 - chance) ** factor
        end[open_now[closes]] = day
        staying = open_now[~closes]
        if scenario.stages_matter:
            on = drawn[1, ~closes] < MOVES[stage[staying]]
            back = ~on & (stage[staying] == 2) & (drawn[2, ~closes] < BACK)
            stage[staying] += on.astype(np.int8) - back.astype(np.int8)
        open_now = np.concatenate([staying, np.arange(arrivals[day], arrivals[day + 1])])
        if day in looks:
            if scenario.stages_matter:
                stages[looks[day]] = stage
            else:
                block = (day + offset) // STAGE_LASTS % 64
                stages[looks[day]] = told[np.arange(families), block]
    return end, stages
