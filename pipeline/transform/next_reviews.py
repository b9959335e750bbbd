"""How many days the next effectiveness review of each team is overdue."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipeline.model.measures import Figure, Review, not_supplied
from pipeline.model.minutes import ReviewForm
from pipeline.model.scopes import Scope
from pipeline.transform.places import Places

MEASURE = "review.overdue_days"
NO_FORMS = "no review form has come back"
NO_DATE = "the latest review form names no date for the next review"

Reviews = Mapping[str, tuple[Review, ...]]


def overdue_figures(
    places: Places, reviews: Reviews, forms: Sequence[ReviewForm], as_at: date
) -> Iterator[Figure]:
    """Yield the days overdue by team, and above the teams the longest of theirs.

    A review that is not due yet, or was held since, is 0 days overdue. `forms` are oldest first.
    """
    by_team = {
        team: _of_team(team, reviews.get(team.team, ()), forms, as_at)
        for team in places.configured
        if team.type == "team"
    }
    for scope in places.configured:
        if scope.type == "team":
            yield by_team[scope]
        else:
            yield _longest(scope, [by_team[team] for team in places.teams_of(scope)])


def _of_team(
    team: Scope, reviews: Sequence[Review], forms: Sequence[ReviewForm], as_at: date
) -> Figure:
    latest = next((form for form in reversed(forms) if team.team in form.teams), None)
    if latest is None:
        return not_supplied(MEASURE, team, unit="days", why=NO_FORMS)
    observed = max(day for name, day in latest.observed if name == team.team)
    if any(review.observed > observed for review in reviews):
        return Figure(MEASURE, team, value=0.0, unit="days", note="reviewed since")
    if latest.next_day is None:
        return not_supplied(MEASURE, team, unit="days", why=NO_DATE)
    return Figure(MEASURE, team, value=float(max(0, (as_at - latest.next_day).days)), unit="days")


def _longest(scope: Scope, of_teams: Sequence[Figure]) -> Figure:
    known = [figure.value for figure in of_teams if figure.value is not None]
    if not known:
        why = NO_FORMS if all(NO_FORMS in figure.note for figure in of_teams) else NO_DATE
        return not_supplied(MEASURE, scope, unit="days", why=why)
    partly = f"{len(known)} of {len(of_teams)} teams" if len(known) < len(of_teams) else ""
    return Figure(MEASURE, scope, value=max(known), unit="days", note=partly)
