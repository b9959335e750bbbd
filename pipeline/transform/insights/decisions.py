"""What was already decided about an insight: open actions on it, and the OLT's last words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model.action_review import ActionReview
from pipeline.model.insights import Insight
from pipeline.model.minutes import Minutes, OpenAction
from pipeline.model.names import same_header

FIGURES = {
    "finishes.fell": ("plans closed or stepped down", "open plans"),
    "starts.rose": ("open plans",),
    "starts.fell": ("open plans",),
    "closures.overdue": ("closures overdue or undated", "plans closed or stepped down"),
    "closures.undated": ("closures overdue or undated", "plans closed or stepped down"),
    "promises.broken": ("closures overdue or undated", "plans closed or stepped down"),
    "out_of_timescale.high": ("out of timescale",),
    "unwritten.high": ("plans not written up",),
    "written.late": ("plans not written up",),
    "unsigned.high": ("plans not signed off",),
    "unsent.high": ("plans not sent",),
    "not_on_tracker.high": ("plans not on the tracker",),
    "actions_undated.high": ("actions overdue or undated",),
    "actions_overdue.high": ("actions overdue or undated",),
    "scores.fell": ("effectiveness scores",),
}
"""The figures of the minutes' list that an action on a rule's matter is meant to move."""


def with_decisions(
    insights: Iterable[Insight],
    reviews: Mapping[str, Sequence[ActionReview]],
    olt_minutes: Minutes | None,
) -> Iterator[Insight]:
    """Yield each insight with the actions on it, open and done, and what the OLT last decided."""
    discussions = olt_minutes.discussions if olt_minutes else ()
    decided = {same_header(each.reference): each.decided for each in discussions if each.decided}
    for each in insights:
        on_it = _on(each, reviews)
        yield replace(
            each,
            decided=each.decided or tuple(review.standing for review in on_it if review.is_open),
            done=tuple(review.standing for review in on_it if not review.is_open),
            ruling=decided.get(same_header(each.ref), ""),
            ruled=olt_minutes.meeting if olt_minutes else None,
        )


def _on(insight: Insight, reviews: Mapping[str, Sequence[ActionReview]]) -> list[ActionReview]:
    """Return the actions on an insight and what goes with it: on its own matter first, the OLT's own first."""
    figures = [
        figure for each in (insight, *insight.goes_with) for figure in FIGURES.get(each.rule.id, ())
    ]
    place = insight.place
    found = [
        review
        for locality, of_locality in reviews.items()
        for review in of_locality
        if review.figure in figures
        and _is_in(locality, review.standing, place.locality, place.team)
    ]
    return sorted(
        found,
        key=lambda each: (figures.index(each.figure), each.standing.action.locality != ""),
    )


def _is_in(held_by: str, action: OpenAction, locality: str, team: str) -> bool:
    """Return whether an action of a check-in (the OLT's is blank) is about a place."""
    named = action.action.team
    if not held_by:
        return named in ("", locality) if locality else not named
    if not locality:
        return False
    return held_by == locality and (not team or named in ("", team))
