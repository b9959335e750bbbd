"""The topics in which a place is set against the rest of its authority, and the counts of each."""

from dataclasses import dataclass

from pipeline.model.insights import FigureRow
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.terms import DECIDED


@dataclass(frozen=True)
class Topic:
    """A measure that is a part of a whole; `high` and `low` are the rules of standing out.

    `whole` is the measure (and category) of the whole, where the figure has no denominator. A
    `windowed` measure has one window of its own.
    """

    measure: str
    high: str = ""
    low: str = ""
    whole: tuple[str, str] = ("", "")
    windowed: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a whole in a place, and the figures that say so."""

    part: int
    whole: int
    rows: tuple[FigureRow, ...]


TOPICS = (
    Topic("plans.out_of_timescale", high="out_of_timescale.high", low="out_of_timescale.low"),
    Topic("signoff.unwritten", high="unwritten.high"),
    Topic("signoff.unsigned", high="unsigned.high"),
    Topic("signoff.unsent", high="unsent.high"),
    Topic("signoff.written_within_target", high="written.prompt", low="written.late"),
    Topic("signoff.sent_promptly", high="sent.prompt"),
    Topic("reconcile.not_on_tracker", high="not_on_tracker.high"),
    Topic("reconcile.on_tracker.share", high="on_tracker.high"),
    Topic("actions.missing", high="actions_missing.high"),
    Topic("actions.undated", high="actions_undated.high"),
    Topic("actions.overdue", high="actions_overdue.high"),
    Topic("visits.overdue", high="visits.overdue", whole=("plans.open", "")),
    Topic("reviews.overdue", high="reviews.overdue", whole=("plans.open", "")),
    Topic(
        "closures.kept",
        high="promises.kept",
        low="promises.broken",
        whole=("closures.promised", ""),
        windowed=True,
    ),
    Topic("closures.overdue", high="closures.overdue", whole=("tracker.stage", DECIDED)),
    Topic("closures.undated", high="closures.undated", whole=("tracker.stage", DECIDED)),
)


def _figure(
    topic: Topic, measure: str, place: Scope, figures: Figures, category: str = ""
) -> Figure | None:
    if not topic.windowed:
        return figures.find(measure, place, category)
    found = figures.of(measure, place)
    return found[0] if len(found) == 1 else None


def part_of(topic: Topic, place: Scope, figures: Figures) -> Part | None:
    """Return a topic's counts in a place; None where they are not supplied."""
    figure = _figure(topic, topic.measure, place, figures)
    if figure is None or figure.value is None:
        return None
    part = figure.value if figure.numerator is None else figure.numerator
    if not topic.whole[0]:
        whole = figure.denominator
        return None if whole is None else Part(round(part), round(whole), (figure.key,))
    of = _figure(topic, topic.whole[0], place, figures, topic.whole[1])
    if of is None or of.value is None:
        return None
    return Part(round(part), round(of.value), (figure.key, of.key))
