"""Finds what stands out beyond ordinary variation, tells each cause once, and ranks it."""

from collections.abc import Mapping, Sequence

from pipeline.model.action_review import ActionReview
from pipeline.model.insights import Insight
from pipeline.model.measures import Figures, Review
from pipeline.model.minutes import Minutes
from pipeline.model.validated import Validated
from pipeline.transform.insights.changes import changes
from pipeline.transform.insights.clusters import told_once
from pipeline.transform.insights.decisions import with_decisions
from pipeline.transform.insights.differences import differences
from pipeline.transform.insights.facts import (
    actions_that_worked,
    missing_trackers,
    moved_scores,
)
from pipeline.transform.insights.marks import with_marks
from pipeline.transform.insights.past import with_past
from pipeline.transform.insights.ranking import ranked
from pipeline.transform.state import State


def insights_of(
    state: State,
    figures: Figures,
    validated: Validated,
    reviews: Mapping[str, tuple[Review, ...]],
    *,
    agreed: Mapping[str, Sequence[ActionReview]],
    minutes: Mapping[str, Minutes],
) -> tuple[Insight, ...]:
    """Return the insights of a run by rank, good news last, with what is known of each."""
    places = state.places
    found = told_once(
        (
            *changes(state, figures, validated.history.runs),
            *differences(places, figures),
            *missing_trackers(places, validated.trackers_of, figures),
            *moved_scores(places, reviews, figures),
            *actions_that_worked(agreed, figures),
        )
    )
    dated = with_past(found, validated.history, state.as_at)
    marked = with_marks(dated, validated.priorities, validated.history, state.calendar)
    return ranked(with_decisions(marked, agreed, minutes.get("")))
