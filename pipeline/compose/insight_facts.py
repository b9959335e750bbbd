"""The sentences of insights that are said in a way of their own."""

from typing import Final

from pipeline.compose.action_words import amount
from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, listed, mean_score, said
from pipeline.model.action_review import SPAN
from pipeline.model.content import Quoted, Words
from pipeline.model.figures_to_move import CLOSING, SCORES
from pipeline.model.insights import Insight

MOST_TEAMS: Final = 4
MOVED_FIGURES: Final = {
    "open plans": ("plans", "open"),
    "out of timescale": ("open plans", "out of timescale"),
    "past the review point": ("open plans", "past the review point"),
    "plans not written up": ("plans", "not written up"),
    "plans not signed off": ("plans", "not signed off"),
    "plans not sent": ("plans", "not sent"),
    "plans not on the tracker": ("open plans", "not on the tracker"),
    "actions overdue or undated": ("actions", "overdue or undated"),
    "closures overdue or undated": ("closures", "overdue or undated"),
}
"""What a figure to move counts, and what is said of it."""


def _score(subject: Subject, insight: Insight) -> Words:
    now, then = (subject.measures.figures.by_row(row) for row in insight.rows)
    moved = "rose" if insight.found > insight.expected else "fell"
    return said(
        f"the ICM’s meeting score {moved} from ", mean_score(then), " to ", mean_score(now), "."
    )


def _worked(subject: Subject, insight: Insight) -> Words:
    """Return `4 of 30 plans are not sent; 12 of 28 when action 5May26-1 was agreed`."""
    now, then = (subject.measures.figures.by_row(row) for row in insight.rows)
    (standing,) = insight.decided
    of_olt = "" if standing.action.locality else " (OLT)"
    action = said("action ", Quoted(standing.action.reference), of_olt)
    if standing.figure == CLOSING.name:
        days = counted(subject.figure(SPAN, insight.place, insight.rows[0][1]), "day")
        closed = counted(now, "plan")
        before = said("; ", amount(then), " in the ", days, " before ", action)
        return said(closed, " closed or stepped down in the last ", days, before, ".")
    before = said("; ", amount(then), " when ", action, " was agreed.")
    if standing.figure == SCORES.name:
        return said("the mean of its ICM scores is ", amount(now), before)
    noun, rest = MOVED_FIGURES[standing.figure]
    noun = noun if now.denominator is not None or now.value != 1 else noun.removesuffix("s")
    is_are = "is" if now.value == 1 else "are"
    return said(amount(now), f" {noun} {is_are} {rest}", before)


def _unseen(subject: Subject, insight: Insight) -> Words:
    phrase, place = PHRASES[insight.rule.id], insight.place
    teams = [
        team.team
        for team in subject.teams
        if team.team not in subject.measures.trackers_of
        and place.locality in ("", team.locality)
        and place.team in ("", team.team)
    ]
    which = f" of {listed(teams)}" if len(teams) > 1 and len(teams) <= MOST_TEAMS else ""
    return said(
        counted(subject.measures.figures.by_row(insight.rows[0]), phrase.one, phrase.many),
        f"{which}.",
    )


FACTS: Final = {
    "scores.fell": _score,
    "scores.rose": _score,
    "action.worked": _worked,
    "tracker.missing": _unseen,
}
"""Rules that are said in a way of their own."""
