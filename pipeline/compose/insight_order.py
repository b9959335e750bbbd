"""The order of insights for the meeting: the Assistant Director's, where her sheet came back."""

from dataclasses import dataclass

from pipeline.compose.subject import Subject
from pipeline.model.insights import Insight
from pipeline.model.priorities import OwnPoint

LAST = 1_000


@dataclass(frozen=True)
class InOrder:
    """Insights as the meeting takes them: `first` in order, the rest in a line each.

    `own` are the Assistant Director's points. `shared` is good news.
    """

    first: tuple[Insight, ...]
    shared: tuple[Insight, ...]
    noted: tuple[Insight, ...]
    parked: tuple[Insight, ...]
    own: tuple[OwnPoint, ...]


def in_order(subject: Subject) -> InOrder:
    """Return what to take first (in her order, then by rank), what is noted, and what is parked.

    What she took stands first, good news too; only a sheet for this meeting orders it.
    """
    found = subject.measures.insights
    parked = tuple(each for each in found if each.parked)
    noted = tuple(each for each in found if _marked(subject, each, "note"))
    taken = [each for each in found if _marked(subject, each, "take")]
    taken.sort(key=lambda each: LAST if each.mark is None else each.mark.order or LAST)
    left = [each for each in found if each not in (*parked, *noted, *taken)]
    sheet = subject.measures.priorities
    own = sorted(sheet.own, key=lambda point: point.order or LAST) if sheet else ()
    return InOrder(
        first=(*taken, *(each for each in left if not each.good)),
        shared=tuple(each for each in left if each.good),
        noted=noted,
        parked=parked,
        own=tuple(own),
    )


def order_words(subject: Subject) -> str:
    """Return in which order the insights stand, where someone chose it; by importance needs no word."""
    taken = sum(_marked(subject, each, "take") for each in subject.measures.insights)
    first = len(in_order(subject).first)
    if not taken:
        return ""
    rest = "; the others follow by importance" if first > taken else ""
    return f"In the order that the assistant director chose{rest}."


def is_marked_now(subject: Subject, insight: Insight) -> bool:
    """Return whether the insight's mark stands on the sheet for this meeting."""
    sheet = subject.measures.priorities
    return sheet is not None and insight.mark in sheet.marks


def _marked(subject: Subject, insight: Insight, choice: str) -> bool:
    found = insight.mark is not None and insight.mark.choice == choice
    return found and not insight.parked and is_marked_now(subject, insight)
