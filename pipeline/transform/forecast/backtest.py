"""Tries every method on the authority's own past: what each expected at past origins, and what came."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.transform.forecast.looks import (
    FINISHES,
    LINES,
    METHODS,
    MODEL,
    Forecaster,
)
from pipeline.transform.forecast.past import Floats
from pipeline.transform.places import Mask

EVERY: Final = 14
"""Days between the past origins, unless a snapshot is near: then its day is the origin."""
BACK: Final = 546
RIPE: Final = 14
"""Days by which a past window must be over, for its finishes to be recorded."""
ENOUGH_STAGES: Final = 3
"""Past origins with trackers below which stages are heeded unasked."""


@dataclass(frozen=True)
class Part:
    """One flow over one kind of horizon, for some of the scopes."""

    flow: int
    kind: int
    scopes: Mask


@dataclass(frozen=True)
class Trial:
    """What the methods expected at past origins, beside what happened.

    `expected` is by method, flow, kind of horizon, origin and scope (NaN where a method had too
    little behind it), `happened` the same without method. The present is `now`, by method, flow,
    kind and scope. `stages` says whether the model heeds the trackers' stages.
    """

    origins: tuple[int, ...]
    expected: Floats
    happened: Floats
    now: Floats
    stages: bool

    def wrong(self, part: Part) -> Floats:
        """Return by how much each method was wrong, by origin and scope.

        NaN where a naive line or the model had too little: all are compared on the same.
        """
        happened = self.happened[part.flow, part.kind]
        found = np.abs(self.expected[:, part.flow, part.kind] - happened)[:, :, part.scopes]
        compared = [METHODS.index(name) for name in (*LINES, MODEL)]
        fair = ~np.isnan(found[compared]).any(axis=0)
        return np.where(fair, found, np.nan)

    def of(self, method: int, part: Part, origins: Mask) -> tuple[Floats, Floats]:
        """Return what a method expected and what came, by flow, origin and scope."""
        return (
            self.expected[method][:, part.kind][:, origins][:, :, part.scopes],
            self.happened[:, part.kind][:, origins][:, :, part.scopes],
        )


def try_methods(forecaster: Forecaster, teams: Mask) -> Trial:
    """Return the trial of all methods; `teams` says which scopes are teams."""
    origins = past_origins(forecaster)
    happened = [forecaster.happened(origin) for origin in origins]
    by_age = [forecaster.model(origin, stages=False) for origin in origins]
    by_stage = [
        forecaster.model(origin, stages=True) if forecaster.snapshot(origin) else None
        for origin in origins
    ]
    stages = _stages_help(by_age, by_stage, happened, teams)
    chosen = [b if stages and b is not None else a for a, b in zip(by_age, by_stage, strict=True)]
    now = forecaster.past.known
    shape = forecaster.grid.shape
    expected = [
        _stacked([*_simple(forecaster, origin), model], shape)
        for origin, model in zip(origins, chosen, strict=True)
    ]
    present = [*_simple(forecaster, now), forecaster.model(now, stages=stages)]
    nothing = np.zeros((0, len(METHODS), *shape))
    return Trial(
        tuple(origins),
        np.moveaxis(np.stack(expected) if expected else nothing, 0, 3),
        np.moveaxis(np.stack(happened) if happened else nothing[:, 0], 0, 2),
        _stacked(present, shape),
        stages,
    )


def past_origins(forecaster: Forecaster) -> list[int]:
    """Return the days to look ahead from: their windows are over, the model had enough."""
    past = forecaster.past
    latest = past.known - max(forecaster.grid.ends) - RIPE
    near = np.array(forecaster.snapshot_days, dtype=np.int64)
    found = set()
    for origin in range(latest - latest % EVERY, past.known - BACK, -EVERY):
        close = near[np.abs(near - origin) <= EVERY // 2] if len(near) else near
        day = int(close[np.argmin(np.abs(close - origin))]) if len(close) else origin
        if day <= latest and forecaster.can_learn(day):
            found.add(day)
    return sorted(found)


def _simple(forecaster: Forecaster, origin: int) -> list[Floats | None]:
    lines = [forecaster.line(origin, days) for days in LINES.values()]
    return [*lines, forecaster.declared(origin)]


def _stacked(found: list[Floats | None], shape: tuple[int, ...]) -> Floats:
    assert len(found) == len(METHODS)  # noqa: S101 - one for each method
    return np.stack([np.full(shape, np.nan) if each is None else each for each in found])


def _stages_help(
    by_age: list[Floats | None],
    by_stage: list[Floats | None],
    happened: list[Floats],
    teams: Mask,
) -> bool:
    """Return whether to heed stages: yes, unless age alone told the teams' finishes better."""
    lost = np.zeros(2)
    tried = 0
    for age, stage, came in zip(by_age, by_stage, happened, strict=True):
        if age is None or stage is None:
            continue
        tried += 1
        lost += [np.abs(each[FINISHES] - came[FINISHES])[:, teams].sum() for each in (age, stage)]
    return tried < ENOUGH_STAGES or bool(lost[1] < lost[0])
