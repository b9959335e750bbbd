"""Expected against achieved: what review forms expected of scores, and what later reviews gave."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipeline.model.expected_score import HOWS, ExpectedScore
from pipeline.model.measures import Figure, Review, not_supplied
from pipeline.model.minutes import ReviewForm
from pipeline.model.scopes import Scope
from pipeline.transform.expected_words import Expected, expected_of
from pipeline.transform.places import Places
from pipeline.transform.scores import Reviews, latest_score

MEASURE = "score.expected_reached"
NOTHING = "no later review of a team whose scores were expected to go up"


def expected_scores(
    places: Places, reviews: Reviews, forms: Sequence[ReviewForm]
) -> Mapping[str, tuple[ExpectedScore, ...]]:
    """Return what was expected, by locality, in the order of its teams and of the criteria.

    Of each team it is what the latest form expects that a review has followed, then what a later one
    does that waits for its review. `forms` are oldest first. A clause that names teams of its form is
    about these.
    """
    found: dict[str, tuple[ExpectedScore, ...]] = {}
    for team in places.teams[:-1]:
        expected = _of_team(team, reviews.get(team.team, ()), forms)
        if expected:
            found[team.locality] = (*found.get(team.locality, ()), *expected)
    return found


def expected_figures(
    places: Places, expected: Mapping[str, tuple[ExpectedScore, ...]]
) -> Iterator[Figure]:
    """Yield how many of the scores that were expected the latest reviews have, and what came of each."""
    followed = [each for held in expected.values() for each in held if each.reviewed]
    for scope in places.configured:
        below = set(places.teams_of(scope))
        own = [each for each in followed if each.team in below]
        if not own:
            yield not_supplied(MEASURE, scope, unit="scores", why=NOTHING)
            continue
        yield _part(scope, "", sum(each.reached for each in own), len(own))
        for how in HOWS:
            yield _part(scope, how, sum(each.how == how for each in own), len(own))


def _part(scope: Scope, how: str, part: int, whole: int) -> Figure:
    number = float(part)
    return Figure(
        MEASURE,
        scope,
        how,
        value=number,
        numerator=number,
        denominator=float(whole),
        unit="scores",
    )


def _of_team(
    team: Scope, reviews: tuple[Review, ...], forms: Sequence[ReviewForm]
) -> tuple[ExpectedScore, ...]:
    latest = reviews[-1].observed if reviews else date.min
    of_team = []
    for form in forms:
        wanted = _wanted(team, form)
        if team.team in form.teams and wanted:
            of_team.append((max(day for name, day in form.observed if name == team.team), wanted))
    followed = [each for each in of_team if each[0] < latest][-1:]
    waiting = [each for each in of_team if each[0] >= latest][-1:]
    return tuple(
        ExpectedScore(
            team,
            criterion,
            each.lowest,
            each.highest,
            on,
            latest_score(reviews, criterion) if on < latest else None,
            reviewed=on < latest,
            before=latest_score(tuple(r for r in reviews if r.observed <= on), criterion),
        )
        for on, wanted in (*followed, *waiting)
        for criterion, each in sorted(wanted.items())
    )


def _wanted(team: Scope, form: ReviewForm) -> dict[int, Expected]:
    """Return what a form expects of a team, by criterion; of two clauses the later one counts."""
    found: dict[int, Expected] = {}
    for each in expected_of(form.expected):
        named = [name for name in form.teams if _names(name, each.words)]
        if not named or team.team in named:
            found |= dict.fromkeys(each.criteria, each)
    return found


def _names(team: str, words: str) -> bool:
    return re.search(rf"(?i)(?<!\w){re.escape(team)}(?!\w)", words) is not None
