"""Insights that need no test of their own: missing trackers, scores that moved, actions that worked."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.action_review import MOVED, NOW, THEN, ActionReview
from pipeline.model.checklist import CRITERIA
from pipeline.model.dates import interval
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures, Review
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.sureness import in_a_month
from pipeline.transform.places import Places
from pipeline.transform.scores import score_delta
from pipeline.transform.verdicts import RARE

LEAST_MOVE = 0.5
"""Points of the mean score; less is a matter of who observes."""
FEWEST_MOVED = 4
BY_CHANCE = 1 / 8
"""So many more criteria went one way than the other: of seven, chance does that in so many reviews."""


def missing_trackers(
    places: Places, trackers_of: frozenset[str], figures: Figures
) -> Iterator[Insight]:
    """Yield the teams whose trackers were not read, as one; in the smallest place that has them all."""
    teams = places.teams_of(AUTHORITY)
    lacking = [team for team in teams if team.team not in trackers_of]
    counts = [_value(figures.find("plans.open", team)) for team in lacking]
    if not any(counts):
        return
    homes = {team.locality for team in lacking}
    place = AUTHORITY if len(homes) > 1 else Scope("locality", homes.pop())
    place = lacking[0] if len(lacking) == 1 else place
    row = ("insight.unseen", "tracker.missing", place, "")
    unseen = sum(counts)
    yield Insight(
        RULES["tracker.missing"], place, (row,), found=unseen, beyond=unseen, affected=unseen
    )


def moved_scores(
    places: Places, reviews: Mapping[str, tuple[Review, ...]], figures: Figures
) -> Iterator[Insight]:
    """Yield the teams whose meeting scores clearly moved since the review before."""
    again = [team for team in places.teams_of(AUTHORITY) if len(reviews.get(team.team, ())) > 1]
    for team in again:
        held = reviews[team.team]
        deltas = [score_delta(held, c.number) for c in CRITERIA if c.section == "meeting"]
        ups, downs = (sum((d or 0) * sign > 0 for d in deltas) for sign in (1, -1))
        before = held[-2].observed
        now = figures.find("score.mean", team, "meeting")
        then = figures.find("score.mean", team, "meeting", interval(before, before))
        if not now or not then or now.value is None or then.value is None:
            continue
        both = [delta for delta in deltas if delta is not None]
        move = sum(both) / len(both) if both else 0.0
        if abs(ups - downs) < FEWEST_MOVED or abs(move) < LEAST_MOVE or (move > 0) != (ups > downs):
            continue
        if (now.value > then.value) != (move > 0):
            continue
        yield Insight(
            RULES["scores.rose" if move > 0 else "scores.fell"],
            team,
            (now.key, then.key),
            found=now.value,
            expected=then.value,
            beyond=abs(move),
            affected=_value(figures.find("plans.open", team)),
            chance=in_a_month(BY_CHANCE, len(again)),
            since=before,
        )


def actions_that_worked(
    reviews: Mapping[str, Sequence[ActionReview]], figures: Figures
) -> Iterator[Insight]:
    """Yield what actions moved, once for each place: the action whose figure moved furthest."""
    best: dict[Scope, Insight] = {}
    judged = [each for of_locality in reviews.values() for each in of_locality]
    for review in judged:
        rows = (review.row(NOW), review.row(THEN))
        now, then = (figures.find(m, s, c, w) for m, c, s, w in rows)
        if review.verdict != MOVED or review.proposed or now is None or then is None:
            continue
        found, before = _value(now), _value(then)
        worked = Insight(
            RULES["action.worked"],
            review.scope,
            rows,
            found=found,
            expected=before,
            beyond=abs(found - before),
            affected=_value(figures.find("plans.open", review.scope)),
            chance=in_a_month(RARE, len(judged)),
            since=review.standing.action.agreed,
            decided=(review.standing,),
        )
        if review.scope not in best or worked.beyond > best[review.scope].beyond:
            best[review.scope] = worked
    yield from best.values()


def _value(figure: Figure | None) -> float:
    return (figure.value if figure else None) or 0.0
