"""The sentences of insights that are said in a way of their own."""

from typing import Final

from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, decimal, listed, mean_score, said
from pipeline.model.content import Quoted, Words
from pipeline.model.insights import Insight

MOST_TEAMS: Final = 4


def _score(subject: Subject, insight: Insight) -> Words:
    now, then = (subject.measures.figures.by_row(row) for row in insight.rows)
    moved = "rose" if insight.found > insight.expected else "fell"
    return said(
        f"the ICM’s meeting score {moved} from ", mean_score(then), " to ", mean_score(now), "."
    )


def _worked(subject: Subject, insight: Insight) -> Words:
    now, then = (subject.measures.figures.by_row(row) for row in insight.rows)
    (standing,) = insight.decided
    about = standing.figure or "its figure"
    reference = Quoted(standing.action.reference)
    whose = "" if standing.action.locality else " of the OLT"
    return said(
        "action ",
        reference,
        f"{whose} was to move {about}: from ",
        decimal(then),
        " to ",
        decimal(now),
        ".",
    )


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
