"""How far the forecast is from what came, beside the naive lines and the all-knowing forecaster."""

import numpy as np
from simulated.authority import Origin, Simulated
from simulated.scenarios import SCENARIOS

from pipeline.transform.forecast.choice import FLOWS
from pipeline.transform.forecast.looks import LAST_4, LAST_12, METHODS
from pipeline.transform.forecast.outlook import LEVELS, look_ahead
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows

WHO = (LAST_4, LAST_12, "forecast", "all-knowing")
"""The naive lines, what a run prints, and who knows the true rates and the true state."""
SHAPE = (len(FLOWS), 2, len(LEVELS), len(WHO) + 2)


def errors_of(name: str, seed: int) -> np.ndarray:
    """Return by flow, kind of horizon and level: sums of `WHO`'s absolute errors, held, number."""
    authority = Simulated(SCENARIOS[name], seed)
    return sum((_at(authority, origin) for origin in authority.origins()), np.zeros(SHAPE))


def _at(authority: Simulated, origin: Origin) -> np.ndarray:
    found = np.zeros(SHAPE)
    state, _ = state_of(origin.validated, authority.settings, origin.calendar)
    tracker = tracker_rows(state, origin.validated)
    ahead = look_ahead(state, tracker, origin.validated.history.runs)
    for index, view in enumerate(ahead.views):
        level = LEVELS.index(view.scope.type)
        for kind, span in enumerate(view.spans):
            for row, (name, flow) in enumerate(FLOWS.items()):
                came = origin.truth.came(name, view.scope, span.first, span.last)
                base = ahead.forecaster.open_now[index] if name == "open" else 0
                lines = [
                    base + ahead.trial.now[METHODS.index(each), flow, kind, index]
                    for each in (LAST_4, LAST_12)
                ]
                middle, low, high = ahead.ranged(name, kind, index)
                knows = origin.truth.expects(name, view.scope, span.first, span.last)
                found[row, kind, level, :-2] += np.abs(np.array([*lines, middle, knows]) - came)
                found[row, kind, level, -2:] += low <= came <= high, 1
    return found
