"""The briefing's tables on how the ICMs and sign-offs work, with a row for each team."""

from pipeline.compose.scores import DASH, NO_REVIEWS, mean_or_dash
from pipeline.compose.side_tables import by_team
from pipeline.compose.subject import Subject
from pipeline.compose.wording import change, count, day_and_month, share, short_day, whole
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import (
    Block,
    Cell,
    Paragraph,
    Printed,
    Row,
    Table,
    TableColumn,
    Words,
)
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, Scope


def team_by_team(subject: Subject) -> Table:
    """Return durations and sign-offs by team: what the first page's insights lead to."""

    def cells(place: Scope) -> tuple[Words, ...]:
        written = subject.figure("signoff.written_within_target", place)
        return (
            (count(subject.figure("plans.open", place)),),
            (count(subject.figure("plans.out_of_timescale", place)),),
            (share(subject.figure("plans.out_of_timescale.share", place)),),
            (share(written),),
            *(
                (count(subject.figure(f"signoff.{step}", place)),)
                for step in ("unwritten", "unsigned", "unsent")
            ),
        )

    return by_team(
        subject,
        "Open plans, out of timescale and waiting for a step",
        (
            "Open plans",
            "Out of timescale",
            "as a share",
            "Written within target",
            "Not written up",
            "Written, not signed off",
            "Signed off, not sent",
        ),
        cells,
        unknown="note",
    )


def practice(subject: Subject) -> Table:
    """Return how each team's ICM works: actions, tracker and scores."""
    none_late = all(
        subject.figure("review.overdue_days", place).value == 0
        for place in (*subject.teams, *subject.localities)
    )

    def cells(place: Scope) -> tuple[Words, ...]:
        return (
            (share(subject.figure("actions.dated.share", place)),),
            (share(subject.figure("actions.owned.share", place)),),
            (share(subject.figure("actions.within_weeks.share", place)),),
            (count(subject.figure("actions.overdue", place)),),
            (count(subject.figure("actions.undated", place)),),
            (count(subject.figure("actions.missing", place)),),
            (count(subject.figure("reconcile.not_on_tracker", place)),),
            (mean_or_dash(subject.figure("score.mean", place, "meeting")),),
            (mean_or_dash(subject.figure("score.mean", place, "enabling")),),
            (_oldest_review(subject, place),),
            *(() if none_late else ((_or_dash(subject.figure("review.overdue_days", place)),),)),
        )

    weeks = subject.settings.thresholds.action_within_days // 7
    return by_team(
        subject,
        "ICM practice by team",
        (
            "Actions dated",
            "Actions owned",
            f"Within {weeks} weeks",
            "Past the date",
            "Without a date",
            "No action",
            "Plans not on tracker",
            "Meeting score",
            "Enabling score",
            "Observed",
            *(() if none_late else ("Review overdue, days",)),
        ),
        cells,
        note=(
            (
                "Shares are of tracker rows with an action; overdue ones count as within "
                f"{weeks} weeks too. Plans not on tracker are those old enough to be there. Scores are means, 1 to 5, from the review on the day it was observed; of several teams, the oldest day stands. "
                + (
                    f"No review is overdue on {day_and_month(subject.as_at)}."
                    if none_late
                    else "A review’s days are those since it was planned for."
                )
            ),
        ),
    )


def _oldest_review(subject: Subject, place: Scope) -> str:
    """Return when the oldest of a place's latest reviews was observed."""
    teams = [team for team in subject.teams if place in (AUTHORITY, team) or _home(team) == place]
    latest = [held[-1].observed for t in teams if (held := subject.measures.reviews.get(t.team))]
    return short_day(min(latest)) if latest else DASH


def _home(team: Scope) -> Scope:
    return Scope("locality", team.locality)


def _or_dash(figure: Figure) -> str | Printed:
    return count(figure) if figure.supplied else DASH


def criteria(subject: Subject) -> Block:
    """Return the authority's mean score for each criterion and its change; a sentence without any."""
    if not any(subject.figure("score", AUTHORITY, str(c.number)).supplied for c in CRITERIA):
        return Paragraph((NO_REVIEWS,))
    rows = []
    for criterion in CRITERIA:
        score = subject.figure("score", AUTHORITY, str(criterion.number))
        delta = subject.figure("score.delta", AUTHORITY, str(criterion.number))
        rows.append(
            Row(
                (
                    Cell((f"{criterion.number}. {criterion.name}",)),
                    Cell((mean_or_dash(score),)),
                    Cell((change(delta, 1) if delta.supplied else DASH,)),
                    Cell((whole(score) if score.supplied else DASH,)),
                )
            )
        )
    return Table(
        "Effectiveness by criterion: mean of the teams’ latest scores",
        (
            TableColumn("Criterion", 3),
            TableColumn("Mean score", 1, "right"),
            TableColumn("Change", 1, "right"),
            TableColumn("Teams scored", 1, "right"),
        ),
        tuple(rows),
        note=(
            "Change: mean of the changes of the teams scored in both of their last two reviews.",
        ),
    )
