"""Effectiveness: each criterion's score, how it moved, and the means of the two sections."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.model.checklist import CRITERIA, SECTION_TITLES
from pipeline.model.dates import interval
from pipeline.model.measures import Figure, Review, not_supplied
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.transform.places import Places

Reviews = Mapping[str, tuple[Review, ...]]
Score = Callable[[tuple[Review, ...], int], int | None]
"""A team's value for a criterion, from its reviews, oldest first."""


def score_figures(places: Places, reviews: Reviews) -> Iterator[Figure]:
    """Yield the scores of the latest reviews, their deltas and means, and those of each review."""
    for criterion in CRITERIA:
        yield from _by_scope(places, reviews, "score", criterion.number, latest_score)
    for criterion in CRITERIA:
        yield from _by_scope(places, reviews, "score.delta", criterion.number, score_delta)
    for section in SECTION_TITLES:
        for scope in places.configured:
            below = places.teams_of(scope)
            held = [reviews[team.team][-1] for team in below if team.team in reviews]
            partly = f"{len(held)} of {len(below)} teams" if len(held) < len(below) else ""
            yield _section_mean(scope, section, held, note=partly)
    for team in places.teams_of(AUTHORITY):
        of_team = reviews.get(team.team, ())
        for review in of_team:
            yield from _one_review(team, review)


def latest_score(reviews: tuple[Review, ...], criterion: int) -> int | None:
    """Return the latest review's score; None if it has none."""
    return dict(reviews[-1].scores).get(criterion) if reviews else None


def score_delta(reviews: tuple[Review, ...], criterion: int) -> int | None:
    """Return the latest score minus the review before's; None if either is absent."""
    now, before = latest_score(reviews, criterion), latest_score(reviews[:-1], criterion)
    return None if now is None or before is None else now - before


def _by_scope(
    places: Places, reviews: Reviews, measure: str, criterion: int, score: Score
) -> Iterator[Figure]:
    """Yield a criterion's value by team, and above the teams the mean of theirs."""
    category, unit = str(criterion), "score" if measure == "score" else "points"
    for scope in places.configured:
        below = places.teams_of(scope)
        found = [score(reviews.get(team.team, ()), criterion) for team in below]
        known = [value for value in found if value is not None]
        if not known:
            why = _why(scope, measure, reviews)
            yield not_supplied(measure, scope, category, unit=unit, why=why)
        elif scope.type == "team":
            yield Figure(measure, scope, category, value=float(known[0]), unit=unit)
        else:
            partly = f"{len(known)} of {len(below)} teams" if len(known) < len(below) else ""
            yield _mean(measure, scope, category, known, unit=unit, note=partly)


def _section_mean(
    scope: Scope, section: str, reviews: Sequence[Review], window: str = "", *, note: str = ""
) -> Figure:
    """Return the mean of all the scores present in a section of some reviews."""
    wanted = {criterion.number for criterion in CRITERIA if criterion.section == section}
    scores = [score for review in reviews for number, score in review.scores if number in wanted]
    if not scores:
        why = "no score in this section" if reviews else "not reviewed yet"
        return not_supplied("score.mean", scope, section, window, unit="score", why=why)
    return _mean("score.mean", scope, section, scores, window=window, note=note)


def _one_review(team: Scope, review: Review) -> Iterator[Figure]:
    """Yield a review's scores and section means under its own day as window."""
    window, scores = interval(review.observed, review.observed), dict(review.scores)
    for criterion in CRITERIA:
        category = str(criterion.number)
        if criterion.number in scores:
            value = float(scores[criterion.number])
            yield Figure("score", team, category, window, value=value, unit="score")
        else:
            yield not_supplied("score", team, category, window, unit="score", why="not scored")
    for section in SECTION_TITLES:
        yield _section_mean(team, section, [review], window)


def _mean(
    measure: str,
    scope: Scope,
    category: str,
    values: Sequence[int],
    *,
    window: str = "",
    unit: str = "score",
    note: str = "",
) -> Figure:
    return Figure(
        measure,
        scope,
        category,
        window,
        value=sum(values) / len(values),
        numerator=float(sum(values)),
        denominator=float(len(values)),
        unit=unit,
        note=note,
    )


def _why(scope: Scope, measure: str, reviews: Reviews) -> str:
    if scope.type != "team":
        return "no team has one"
    held = len(reviews.get(scope.team, ()))
    if held == 0:
        return "not reviewed yet"
    if measure == "score":
        return "not scored in the latest review"
    return "not scored in both reviews" if held > 1 else "one review so far"
