"""Finds what stands out beyond ordinary variation, tells each cause once, and ranks it."""

from pipeline.model.insights import Insight
from pipeline.model.measures import Figures
from pipeline.transform.insights.changes import changes
from pipeline.transform.insights.clusters import told_once
from pipeline.transform.insights.differences import differences
from pipeline.transform.insights.ranking import ranked
from pipeline.transform.state import State


def insights_of(state: State, figures: Figures) -> tuple[Insight, ...]:
    """Return the insights of a run, the first to look at first, good news last."""
    found = [*changes(state, figures), *differences(state.places, figures)]
    return ranked(told_once(found))
