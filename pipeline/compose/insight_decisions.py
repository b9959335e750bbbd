"""What was already decided about an insight, in words short enough for the first page."""

from collections.abc import Iterator
from typing import Final

from pipeline.compose.action_words import due_in_short, figure_named, verdict_words
from pipeline.compose.insight_order import is_marked_now
from pipeline.compose.subject import Subject
from pipeline.compose.wording import day_and_month, joined, near_day, quoted, said
from pipeline.model.action_review import CANT_TELL, NOT_YET
from pipeline.model.content import Quoted, Words
from pipeline.model.forms import CLOSED_OUTCOMES
from pipeline.model.insights import Insight
from pipeline.model.minutes import OpenAction
from pipeline.model.scopes import Scope

MOST_ACTIONS: Final = 1
NO_BETTER: Final = "no better yet"
LONGEST: Final = 110
"""Characters of what people wrote that stand on the first page; the whole stands in its document."""


def decided_words(subject: Subject, insight: Insight) -> Iterator[Words]:
    """Yield what the OLT decided, the actions open on it, and what the sheets said."""
    yield from _decided(subject, insight)
    yield from _marked(subject, insight)


def _decided(subject: Subject, insight: Insight) -> Iterator[Words]:
    if insight.ruling:
        day = f" on {near_day(insight.ruled, subject.as_at)}" if insight.ruled else ""
        yield _in_words(f"The OLT decided{day}: ", insight.ruling)
    if insight.decided:
        yield _agreed(subject, insight)
    elif not insight.ruling and not insight.good and subject.measures.last_minutes:
        yield ("Nothing is agreed yet.",)


def in_short(text: str) -> Quoted:
    """Return the first words of what someone wrote."""
    words = quoted(text).text.rstrip(". ")
    if len(words) <= LONGEST:
        return Quoted(words)
    return Quoted(f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]} …")


def _in_words(begin: str, text: str) -> Words:
    short = in_short(text)
    return said(begin, short, "" if short.text.endswith("…") else ".")


def _agreed(subject: Subject, insight: Insight) -> Words:
    """Return the references of actions, and what their figures did: the words of a locality's minutes stay in its own papers."""
    actions = insight.decided
    standing = _praised if insight.good else _standing
    shown = [
        said(_action(each, insight.place, standing(each)), _verdict(subject, each, insight))
        for each in actions[:MOST_ACTIONS]
    ]
    begin = "Among those agreed: " if len(actions) > MOST_ACTIONS else "Agreed: "
    return said(begin, joined(shown, "; "), ".")


def _action(each: OpenAction, place: Scope, standing: str) -> Words:
    """Return an action's reference with whose it is, since localities number theirs alike."""
    action = each.action
    home = action.locality if action.locality != place.locality else ""
    team = action.team if action.team != place.locality else ""
    of = ", ".join(filter(None, (team, home if action.locality else "OLT")))
    return said(Quoted(action.reference), f" ({'; '.join(filter(None, (of, standing)))})")


def _verdict(subject: Subject, standing: OpenAction, insight: Insight) -> Words:
    """Return which figure an action was to move and what that did, where it can be told and is not the insight itself."""
    reviews = subject.measures.action_reviews.get(standing.action.locality, ())
    found = next((each for each in reviews if each.standing == standing), None)
    if found is None or insight.rule.id == "action.worked" or found.verdict == CANT_TELL:
        return ()
    no_better = found.verdict == NOT_YET and not found.went_other_way
    return (f": {figure_named(found)} {NO_BETTER if no_better else verdict_words(found)}",)


def _standing(each: OpenAction) -> str:
    if each.outcome in CLOSED_OUTCOMES:
        return each.outcome
    due = due_in_short(each.action) or "no date"
    return f"{due}, overdue" if each.overdue else due


def _praised(each: OpenAction) -> str:
    """Return how an action stands whose figure is good news, with which "overdue" doesn't go."""
    return each.outcome if each.outcome in CLOSED_OUTCOMES else "still marked open"


def _marked(subject: Subject, insight: Insight) -> Iterator[Words]:
    mark, day = insight.mark, insight.marked_for
    if mark is None or day is None:
        return
    now = is_marked_now(subject, insight)
    if mark.choice == "park" and not now and not insight.parked:
        yield (f"Parked on {day_and_month(day)}; worse since.",)
    if mark.words and now:
        yield _in_words("The assistant director: ", mark.words)
