"""How far the forecast is from what came, beside the naive lines and the all-knowing forecaster."""

import numpy as np
from simulated.authority import Origin, Simulated
from simulated.scenarios import SCENARIOS

from pipeline.transform.forecast.choice import FLOWS
from pipeline.transform.forecast.looks import LAST_4, LAST_12, METHODS, MODEL
from pipeline.transform.forecast.outlook import look_ahead
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows

LEVELS = ("authority", "locality", "team")
WHO = (LAST_4, LAST_12, MODEL, "forecast", "all-knowing")
"""`model` is the model wherever it can be made; `forecast` is what a run prints."""


def errors_of(name: str, seed: int) -> np.ndarray:
    """Return flow x kind x level x (sums of the absolute errors of `WHO`, held, number)."""
    authority = Simulated(SCENARIOS[name], seed)
    found = np.zeros((len(FLOWS), 2, len(LEVELS), len(WHO) + 2))
    for origin in authority.origins():
        found += _at(authority, origin)
    return found


def by_origin(name, seed):
    authority = Simulated(SCENARIOS[name], seed)
    return np.stack([_at(authority, origin) for origin in authority.origins()])


def _at(authority: Simulated, origin: Origin) -> np.ndarray:
    found = np.zeros((len(FLOWS), 2, len(LEVELS), len(WHO) + 2))
    state, _ = state_of(origin.validated, authority.settings, origin.calendar)
    tracker = tracker_rows(state, origin.validated)
    ahead = look_ahead(state, tracker, origin.validated.history.runs)
    open_now = ahead.forecaster.open_now
    for index, scope in enumerate(ahead.scopes):
        level = LEVELS.index(scope.type)
        for kind, span in enumerate(ahead.spans[scope]):
            for row, (name, flow) in enumerate(FLOWS.items()):
                came = origin.truth.came(name, scope, span.first, span.last)
                expects = origin.truth.expects(name, scope, span.first, span.last)
                base = open_now[index] if name == "open" else 0
                others = [
                    base + ahead.trial.now[METHODS.index(each), flow, kind, index]
                    for each in (LAST_4, LAST_12, MODEL)
                ]
                middle, low, high = ahead.ranged(name, kind, index)
                said = np.array([*others, middle, expects])
                found[row, kind, level, : len(WHO)] += np.abs(said - came)
                found[row, kind, level, -2:] += low <= came <= high, 1
    return found
