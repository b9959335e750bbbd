"""All that is known of what check-ins agreed: what is open, what is closed, whether it worked."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.action_review import ActionReview
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import OpenAction
from pipeline.model.validated import Validated
from pipeline.transform.action_reviews import action_reviews
from pipeline.transform.agreed_actions import DONE, DROPPED, closed_since, open_actions
from pipeline.transform.agreed_figures import agreed_figures
from pipeline.transform.figures_moved import Movements
from pipeline.transform.figures_then import FiguresThen
from pipeline.transform.scores import Reviews
from pipeline.transform.state import State


@dataclass(frozen=True)
class Agreed:
    """What check-ins agreed, by locality, and the figures on it.

    `dropped` are the actions that the last check-in said are no longer needed.
    """

    reviews: Mapping[str, tuple[ActionReview, ...]]
    dropped: Mapping[str, tuple[OpenAction, ...]]
    figures: tuple[Figure, ...]


def agreed_of(validated: Validated, state: State, figures: Figures, reviews: Reviews) -> Agreed:
    """Return what check-ins agreed, judged by today's `figures` and by those of earlier runs."""
    still_open = open_actions(validated.minutes, state.as_at, validated.history)
    done = closed_since(validated.minutes, DONE)
    movements = Movements(state, figures, FiguresThen(state, validated.history), reviews)
    judged, own = action_reviews(validated.minutes, (still_open, done), movements)
    dropped = closed_since(validated.minutes, DROPPED)
    return Agreed(judged, dropped, (*agreed_figures(state.places, judged), *own))
