"""What went well somewhere and could be shared, by a simple stated rule."""

from collections.abc import Callable

from pipeline.compose.subject import Subject
from pipeline.compose.wording import mean_score, said, share, short_date
from pipeline.model.content import Insight
from pipeline.model.dates import interval

MOST_TO_SHARE = 2
MOST_TEAMS = 4
LEAST_TO_COMPARE = 10
"""A share is compared only over at least this many plans."""

WELL_ABOVE = 0.1
"""How far a team's share must be above the authority's to be named."""

LEAST_RISE = 0.5
"""How far a mean score must have risen to be named."""


def worth_sharing(subject: Subject) -> tuple[Insight, ...]:
    """Return what went well somewhere and could be shared."""
    found = [insight for rule in GOOD_NEWS if (insight := rule(subject)) is not None]
    return tuple(found[:MOST_TO_SHARE])


def _best_timeliness(subject: Subject) -> Insight | None:
    """Return the teams that write plans up soonest, where they stand well above the authority."""
    measure = "signoff.written_within_target"
    rate = subject.figure(measure).value
    if rate is None:
        return None
    figures = [subject.figure(measure, team) for team in subject.teams]
    best = [
        figure
        for figure in figures
        if (figure.denominator or 0) >= LEAST_TO_COMPARE
        and (figure.value or 0) >= rate + WELL_ABOVE
    ]
    best.sort(key=lambda figure: -(figure.value or 0))
    if not best:
        return None
    named = [said(f"{f.scope.team} (", share(f), ")") for f in best[:MOST_TEAMS]]
    sentence = said(
        *(said(_joint(n, len(named)), name) for n, name in enumerate(named)),
        " wrote most plans up within target, against ",
        share(subject.figure(measure)),
        " across the authority.",
    )
    return Insight(
        sentence, (), "Team by team", "What do these teams do that others could take up?"
    )


def _joint(position: int, length: int) -> str:
    if position == 0:
        return ""
    return " and " if position == length - 1 else ", "


def _best_progress(subject: Subject) -> Insight | None:
    """Return the team whose ICM scores rose most since the review before."""
    rises = []
    for team in subject.teams:
        reviews = subject.measures.reviews.get(team.team, ())
        if len(reviews) > 1:
            window = interval(reviews[-2].observed, reviews[-2].observed)
            now = subject.figure("score.mean", team, "meeting")
            then = subject.figure("score.mean", team, "meeting", window)
            if now.value is not None and then.value is not None:
                rises.append((now.value - then.value, team, then, now, reviews[-2].observed))
    if not rises:
        return None
    rise, team, then, now, since = max(rises, key=lambda found: found[0])
    if rise < LEAST_RISE:
        return None
    return Insight(
        said(
            f"{team.team} ({team.locality}): the ICM’s meeting score rose from ",
            mean_score(then),
            " to ",
            mean_score(now),
            ".",
        ),
        (f"Since the review of {short_date(since)}.",),
        f"{team.locality}’s effectiveness summary",
        "What changed in the meeting, and who would like to see it?",
    )


GOOD_NEWS: tuple[Callable[[Subject], Insight | None], ...] = (_best_timeliness, _best_progress)
