"""The first step of each plan's sign-off that is still to be done, and the day of the step before."""

import numpy as np
import numpy.typing as npt

from pipeline.model.agenda import SignoffGap
from pipeline.transform.days import Days
from pipeline.transform.signoff_steps import SignoffSteps
from pipeline.transform.signoffs import NEEDS
from pipeline.transform.state import State

GAPS: tuple[tuple[SignoffGap, str], ...] = (
    ("written", "signoff.unwritten"),
    ("signed off", "signoff.unsigned"),
    ("sent", "signoff.unsent"),
)


def signoff_gaps(state: State, steps: SignoffSteps) -> tuple[npt.NDArray[np.object_], Days]:
    """Return both by plan: a gap is blank, and its day NaT, where nothing is outstanding."""
    plans = np.flatnonzero(steps.chosen)
    gap = np.full(len(steps.chosen), "", dtype=object)
    since = np.full(len(steps.chosen), np.datetime64("NaT", "D"))
    before = steps.meeting
    for (name, measure), step in zip(GAPS, (steps.written, steps.signed, steps.sent), strict=True):
        if not state.lacks(*NEEDS[measure]):
            here = before.done & ~step.done
            gap[plans[here]], since[plans[here]] = name, before.dates[here]
        before = step
    return gap, since
