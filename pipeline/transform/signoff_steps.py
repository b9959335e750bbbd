"""The steps after a CIN meeting: written, signed off, sent; and which of their dates count."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pipeline.model.findings import Finding
from pipeline.model.rules import SIGNOFF_OUT_OF_ORDER
from pipeline.model.tables import CASE_EXTRACT
from pipeline.transform.days import NEVER, Days, known_by
from pipeline.transform.origins import origins
from pipeline.transform.places import Codes, Mask, Rows
from pipeline.transform.plans import Plans
from pipeline.transform.state import State


@dataclass(frozen=True)
class Step:
    """A step's dates, and whether it is done; a done step may have no known date.

    `dates` has the dates that count: not after D, nor earlier than the step before.
    """

    column: str
    dates: Days
    done: Mask

    @property
    def known(self) -> Mask:
        """Which dates are known."""
        return ~np.isnat(self.dates)


@dataclass(frozen=True)
class SignoffSteps:
    """The steps of the open plans that have had a CIN meeting by D; `chosen` says which plans."""

    rows: Rows
    chosen: Mask
    meeting: Step
    written: Step
    signed: Step
    sent: Step


def signoff_steps(state: State) -> tuple[SignoffSteps, tuple[Finding, ...]]:
    """Return the steps, and the dates that don't count because they come too early."""
    plans = state.plans
    meeting = known_by(plans.dates("cin_meeting"), state.today)
    chosen = plans.open_at(state.today) & ~np.isnat(meeting)
    floor, before = meeting[chosen], np.full(int(chosen.sum()), "cin_meeting", dtype=object)
    findings: list[Finding] = []
    counted: dict[str, Days] = {}
    for column in ("plan_written", "plan_signed_off", "plan_sent"):
        dates = known_by(plans.dates(column)[chosen], state.today)
        early, counts = dates < floor, dates >= floor
        findings += _too_early(
            plans, np.flatnonzero(chosen)[early], column, dates[early], before[early]
        )
        counted[column] = np.where(counts, dates, NEVER)
        floor, before = np.where(counts, dates, floor), np.where(counts, column, before)

    done = np.zeros(len(floor), dtype=bool)
    steps = []
    for column, dates in reversed(counted.items()):
        # A later step implies the earlier ones.
        done = done | ~np.isnat(dates)
        steps.append(Step(column, dates, done))
    sent, signed, written = steps
    held = Step("cin_meeting", meeting[chosen], np.ones(len(floor), dtype=bool))
    rows = replace(state.rows, codes=plans.codes[chosen])
    return SignoffSteps(rows, chosen, held, written, signed, sent), tuple(findings)


def _too_early(
    plans: Plans, chosen: Codes, column: str, dates: Days, before: npt.NDArray[np.object_]
) -> Iterator[Finding]:
    header = CASE_EXTRACT.column(column).header
    found = zip(origins(plans.frame, chosen, header), dates.astype(str), before, strict=True)
    for (place, child), date, earlier in found:
        yield Finding(
            SIGNOFF_OUT_OF_ORDER,
            place,
            facts=(("step", header), ("before", CASE_EXTRACT.column(earlier).header)),
            value=date,
            child_id=child,
        )
