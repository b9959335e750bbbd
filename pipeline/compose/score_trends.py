"""How both means moved over all reviews: a small panel a team, and one sentence."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from pipeline.compose.charts import series
from pipeline.compose.scores import review_window
from pipeline.compose.subject import Subject
from pipeline.compose.wording import listed, rounded
from pipeline.model.checklist import CRITERIA, POINTS, CriteriaSection
from pipeline.model.content import Chart
from pipeline.model.like_for_like import means_both_times
from pipeline.model.measures import Figure, Review
from pipeline.model.scopes import Scope

REVIEWS_SHOWN: Final = 12
LINES: Final[dict[CriteriaSection, str]] = {
    "meeting": "Meeting, mean of criteria 1 to 7",
    "enabling": "Enabling, mean of criteria 8 to 11",
}
Way = Literal["up", "down", "level"]


def trends_chart(subject: Subject, reviewed: Iterable[Scope]) -> Chart | None:
    """Return both means by review, a panel a team; None where no team was reviewed twice."""
    teams = tuple(reviewed)
    if all(len(subject.measures.reviews[team.team]) < 2 for team in teams):
        return None
    moved = "; ".join(_sentence(subject, teams, section) for section in LINES)
    message = (
        f"From the first review shown to the latest, on the criteria scored in both: {moved}."
        f"{_drawn_otherwise(subject, teams)}"
    )
    return Chart(
        kind="trends",
        message=(message,),
        alt=(
            "Small line charts of the meeting mean and the enabling mean at each review, on the same "
            f"scale from 1 to 5, one for each team: {listed(team.team for team in teams)}. {message}"
        ),
        panels=tuple(_panel(subject, team) for team in teams),
        most=float(POINTS[-1]),
    )


def _panel(subject: Subject, team: Scope) -> Chart:
    reviews = subject.measures.reviews[team.team][-REVIEWS_SHOWN:]
    return Chart(
        kind="trends",
        message=(team.team,),
        alt=team.team,
        labels=tuple(f"{review.observed:%b %y}" for review in reviews),
        series=tuple(
            series(name, _means(subject, team, section)) for section, name in LINES.items()
        ),
    )


def _means(subject: Subject, team: Scope, section: CriteriaSection) -> list[Figure]:
    reviews = subject.measures.reviews[team.team][-REVIEWS_SHOWN:]
    return [subject.figure("score.mean", team, section, review_window(each)) for each in reviews]


def _sentence(subject: Subject, teams: tuple[Scope, ...], section: CriteriaSection) -> str:
    """Say for which teams a mean is up, down and level from the first review shown to the latest."""
    found: dict[Way, list[str]] = {"up": [], "down": [], "level": []}
    for team in teams:
        if way := _way(subject.measures.reviews[team.team][-REVIEWS_SHOWN:], section):
            found[way].append(team.team)
    judged = sum(map(len, found.values()))
    if not judged:
        return f"{section} mean not known twice"
    parts = [
        f"{way} for {'all' if len(names) == judged > 1 else listed(names)}"
        for way, names in found.items()
        if names
    ]
    return f"{section} mean {', '.join(parts)}"


def _drawn_otherwise(subject: Subject, teams: tuple[Scope, ...]) -> str:
    """Say whose line goes another way than was said, as it has every score of each review."""
    parts = []
    for section in LINES:
        names = []
        for team in teams:
            way = _way(subject.measures.reviews[team.team][-REVIEWS_SHOWN:], section)
            drawn = [
                each.value for each in _means(subject, team, section) if each.value is not None
            ]
            if way and way != _compared(drawn[0], drawn[-1]):
                names.append(team.team)
        if names:
            parts.append(f"{section}, {listed(names)}")
    if not parts:
        return ""
    return f" Where a line goes another way ({'; '.join(parts)}), not every criterion was scored in both."


def _way(reviews: Sequence[Review], section: CriteriaSection) -> Way | None:
    """Tell by the criteria that the first and the last review both scored, to one decimal.

    None with fewer than two reviews that score the section, or no criterion in both.
    """
    numbers = {c.number for c in CRITERIA if c.section == section}
    scored = [each for each in reviews if numbers & dict(each.scores).keys()]
    if len(scored) < 2:
        return None
    means = means_both_times(scored[0], scored[-1], section)
    if means is None:
        return None
    return _compared(*means)


def _compared(before: float, after: float) -> Way:
    """Tell which way a mean went, as printed to one decimal."""
    then, now = (float(rounded(mean, 1)) for mean in (before, after))
    return "level" if now == then else "up" if now > then else "down"
