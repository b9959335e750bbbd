"""How far and how fast plans get from the CIN meeting to the family: written, signed off, sent."""

from collections.abc import Iterator

import numpy as np

from pipeline.model.measures import Figure
from pipeline.transform.days import working_days_between, working_days_later
from pipeline.transform.figures import (
    absent_figures,
    count_figures,
    share_figures,
    summary_figures,
)
from pipeline.transform.signoff_steps import SignoffSteps, Step
from pipeline.transform.state import State

NEEDS = {
    "signoff.unwritten": ("cin_meeting", "plan_written"),
    "signoff.unsigned": ("cin_meeting", "plan_written", "plan_signed_off"),
    "signoff.unsent": ("cin_meeting", "plan_signed_off", "plan_sent"),
    "signoff.written_within_target": ("cin_meeting", "plan_written"),
    "signoff.sent_promptly": ("cin_meeting", "plan_signed_off", "plan_sent"),
    "signoff.median_days_to_written": ("cin_meeting", "plan_written"),
    "signoff.median_days_to_signed": ("cin_meeting", "plan_written", "plan_signed_off"),
    "signoff.median_days_to_sent": ("cin_meeting", "plan_signed_off", "plan_sent"),
}
"""The columns that each measure needs; a step's column alone tells that it is not done."""


def signoff_figures(state: State, steps: SignoffSteps) -> Iterator[Figure]:
    """Yield the steps outstanding, the shares done in time, and the working days they took."""
    outstanding = (
        ("signoff.unwritten", steps.meeting, steps.written),
        ("signoff.unsigned", steps.written, steps.signed),
        ("signoff.unsent", steps.signed, steps.sent),
    )
    for measure, before, step in outstanding:
        if why := state.lacks(*NEEDS[measure]):
            yield from absent_figures(measure, state.rows.scopes, unit="plans", why=why)
        else:
            mask = before.done & ~step.done
            yield from count_figures(measure, steps.rows, mask, of=before.done)
    yield from _written_within_target(state, steps)
    yield from _sent_promptly(state, steps)
    for name, before, step in (
        ("written", steps.meeting, steps.written),
        ("signed", steps.written, steps.signed),
        ("sent", steps.signed, steps.sent),
    ):
        yield from _median_days(state, steps, f"signoff.median_days_to_{name}", before, step)


def _written_within_target(state: State, steps: SignoffSteps) -> Iterator[Figure]:
    measure = "signoff.written_within_target"
    if why := state.lacks(*NEEDS[measure]):
        yield from absent_figures(measure, state.rows.scopes, unit="share", why=why)
        return
    target = state.thresholds.written_within_working_days
    deadline = working_days_later(steps.meeting.dates, target, state.working)
    over = deadline < state.today
    unknown = over & steps.written.done & ~steps.written.known
    left_out = steps.rows.count(unknown)
    yield from share_figures(
        measure,
        steps.rows,
        steps.written.dates <= deadline,
        over & ~unknown,
        nothing="no plan whose time to be written is over",
        said={
            scope: f"{count} written on an unknown date left out"
            for scope, count in left_out.items()
            if count
        },
    )


def _sent_promptly(state: State, steps: SignoffSteps) -> Iterator[Figure]:
    measure = "signoff.sent_promptly"
    if why := state.lacks(*NEEDS[measure]):
        yield from absent_figures(measure, state.rows.scopes, unit="share", why=why)
        return
    within = state.thresholds.sent_within_working_days
    deadline = working_days_later(steps.signed.dates, within, state.working)
    yield from share_figures(
        measure,
        steps.rows,
        steps.sent.dates <= deadline,
        deadline < state.today,
        nothing="no signed-off plan whose time to be sent is over",
    )


def _median_days(
    state: State, steps: SignoffSteps, measure: str, before: Step, step: Step
) -> Iterator[Figure]:
    if why := state.lacks(*NEEDS[measure]):
        yield from absent_figures(measure, state.rows.scopes, unit="working days", why=why)
        return
    both = before.known & step.known
    taken = np.zeros(both.shape)
    taken[both] = working_days_between(before.dates[both], step.dates[both], state.working)
    yield from summary_figures(
        np.median,
        measure,
        steps.rows,
        taken,
        mask=both,
        unit="working days",
        nothing="no plan with both dates",
    )
