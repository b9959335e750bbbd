"""What the Assistant Director should look at first, by a simple stated rule.

Each possible insight counts the plans (or tracker rows) it is about. It is named where it
concerns at least `LEAST_PLANS`; the place named is the locality or team with the most above its
share. Insights stand in order of how many plans they concern. No two are about one measure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    count,
    counted,
    month_words,
    part,
    said,
    share,
)
from pipeline.model.content import Insight
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, Scope

LEAST_PLANS = 5
MOST_INSIGHTS = 5
LEAST_TO_COMPARE = 10
"""A share is compared only over at least this many plans."""

RULE = (
    "Insights are in order of how many plans they concern, and concern at least "
    f"{LEAST_PLANS}. The place named is the one furthest above its share of open plans. Changes "
    "are not yet tested against ordinary variation, so read them as questions."
)


@dataclass(frozen=True)
class Candidate:
    """An insight and the number of plans it is about."""

    concerns: float
    insight: Insight


def insights(subject: Subject) -> tuple[Insight, ...]:
    """Return the insights worth the first page, most plans first."""
    found = [candidate for rule in RULES if (candidate := rule(subject)) is not None]
    found.sort(key=lambda candidate: -candidate.concerns)
    return tuple(candidate.insight for candidate in found[:MOST_INSIGHTS])


def _out_of_timescale(subject: Subject) -> Candidate | None:
    late = subject.figure("plans.out_of_timescale")
    place = _furthest(subject, "plans.out_of_timescale", subject.localities)
    if not _enough(late) or place is None:
        return None
    here = subject.figure("plans.out_of_timescale.share", place)
    sentence = said(
        counted(late, "open plan is", "open plans are"),
        " out of timescale (",
        share(subject.figure("plans.out_of_timescale.share")),
        "); ",
        part(here),
        f" of them in {place.name}, ",
        share(here),
        " of its plans.",
    )
    team = _furthest(subject, "plans.out_of_timescale", _teams_of(subject, place))
    since = (
        said(
            f"Furthest above its share there: {team.team}, with ",
            count(subject.figure("plans.out_of_timescale", team)),
            ".",
        )
        if team
        else ()
    )
    return Candidate(
        late.value or 0,
        Insight(
            sentence,
            since,
            "Durations",
            "Which of these plans are waiting for something, and who could unblock it?",
        ),
    )


def _overdue_closures(subject: Subject) -> Candidate | None:
    overdue = subject.figure("closures.overdue")
    place = _furthest(subject, "closures.overdue", subject.localities)
    if not _enough(overdue) or place is None:
        return None
    here = subject.figure("closures.overdue", place)
    return Candidate(
        overdue.value or 0,
        Insight(
            said(
                counted(
                    overdue,
                    "plan that a team decided to close is",
                    "plans that teams decided to close are",
                ),
                " past the date set and still open; ",
                count(here),
                f" of them in {place.name}.",
            ),
            said(
                "A further ",
                count(subject.figure("closures.undated")),
                " have been decided with no date.",
            ),
            "Closure pipeline",
            "What is left to do before these plans can end?",
        ),
    )


def _unsent(subject: Subject) -> Candidate | None:
    unsent = subject.figure("signoff.unsent")
    place = _furthest(subject, "signoff.unsent", subject.localities)
    if not _enough(unsent) or place is None:
        return None
    sentence = said(
        counted(unsent, "plan is", "plans are"),
        " signed off but not sent to the family and agencies; ",
        count(subject.figure("signoff.unsent", place)),
        f" in {place.name}.",
    )
    prompt = subject.figure("signoff.sent_promptly", place)
    since = (
        said(f"In {place.name} ", share(prompt), " are sent by the next working day.")
        if prompt.supplied
        else ()
    )
    return Candidate(
        unsent.value or 0,
        Insight(sentence, since, "Sign-offs", "What holds a plan back once it is signed off?"),
    )


def _not_on_tracker(subject: Subject) -> Candidate | None:
    missing = subject.figure("reconcile.not_on_tracker")
    place = _furthest(subject, "reconcile.not_on_tracker", subject.teams)
    if not _enough(missing) or place is None:
        return None
    here = subject.figure("reconcile.not_on_tracker", place)
    return Candidate(
        missing.value or 0,
        Insight(
            said(
                counted(missing, "open plan is", "open plans are"),
                " on no ICM tracker, so no ICM looks at them; ",
                count(here),
                f" in {place.team} ({place.locality}).",
            ),
            ("Plans started in the last week are left out of this count.",),
            "ICM practice",
            "How do new plans reach the tracker, and where does that break down?",
        ),
    )


def _overdue_actions(subject: Subject) -> Candidate | None:
    overdue = subject.figure("actions.overdue")
    place = _furthest(subject, "actions.overdue", subject.teams)
    if not _enough(overdue) or place is None:
        return None
    here = subject.figure("actions.overdue", place)
    return Candidate(
        overdue.value or 0,
        Insight(
            said(
                counted(overdue, "plan has an action", "plans have an action"),
                " past its date; ",
                count(here),
                f" in {place.team} ({place.locality}).",
            ),
            said(
                count(subject.figure("actions.undated")),
                " more have an action with no date.",
            ),
            "ICM practice",
            "Are these actions done but not updated, or stuck?",
        ),
    )


def _growth(subject: Subject) -> Candidate | None:
    """Return the locality whose starts were furthest above its finishes in the latest month."""
    month = subject.windows.latest_month
    if not month:
        return None
    gaps = [
        (
            (subject.figure("plans.starts", place, window=month).value or 0)
            - (subject.figure("plans.finishes", place, window=month).value or 0),
            place,
        )
        for place in subject.localities
    ]
    gap, place = max(gaps, key=lambda pair: pair[0])
    if gap < LEAST_PLANS:
        return None
    starts = subject.figure("plans.starts", place, window=month)
    finishes = subject.figure("plans.finishes", place, window=month)
    return Candidate(
        gap,
        Insight(
            said(
                f"{place.name}: ",
                counted(starts, "plan"),
                " started and ",
                count(finishes),
                f" finished in {month_words(month)}.",
            ),
            ("The latest month is provisional: finishes are often recorded late.",),
            "Flow",
            "Is this more families who need help, or plans that could end?",
        ),
    )


def _furthest(subject: Subject, measure: str, places: Iterable[Scope]) -> Scope | None:
    """Return the place furthest above its share of the authority's open plans."""
    total = subject.figure(measure, AUTHORITY).value
    open_plans = subject.figure("plans.open", AUTHORITY).value
    if not total or not open_plans:
        return None

    def above(place: Scope) -> float:
        here = subject.figure(measure, place).value or 0
        fair = total * (subject.figure("plans.open", place).value or 0) / open_plans
        return here - fair

    return max(places, key=above, default=None)


def _teams_of(subject: Subject, locality: Scope) -> tuple[Scope, ...]:
    return tuple(team for team in subject.teams if team.locality == locality.locality)


def _enough(figure: Figure) -> bool:
    return (figure.value or 0) >= LEAST_PLANS


RULES: tuple[Callable[[Subject], Candidate | None], ...] = (
    _out_of_timescale,
    _overdue_closures,
    _unsent,
    _not_on_tracker,
    _overdue_actions,
    _growth,
)
