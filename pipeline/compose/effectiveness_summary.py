"""Effectiveness summary: what the latest reviews say, and how the scores moved."""

from pipeline.compose.plans_of_reviews import plans_of_reviews
from pipeline.compose.review_words import planned_next
from pipeline.compose.score_moves import moves_since, verdict
from pipeline.compose.score_trends import REVIEWS_SHOWN, trends_chart
from pipeline.compose.scores import (
    DASH,
    NO_DATE,
    NO_REVIEWS,
    delta_cell,
    drafted_answer,
    in_tables,
    mean_or_dash,
    moved_words,
    observed,
    review_window,
    teams_without_review,
)
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    counted,
    joined,
    listed,
    mean_score,
    rounded,
    said,
    short_date,
    whole,
)
from pipeline.model.checklist import CRITERIA, CriteriaSection
from pipeline.model.content import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Row,
    Table,
    TableColumn,
    Words,
)
from pipeline.model.measures import Figure, Review
from pipeline.model.scopes import Scope

COMPARED = "Of the criteria that every team was scored on, "
MEANS_NOTE = (
    "Moved: since the review before, of the scores given both times; the arrow and the shade are for "
    "their mean."
)
NO_FORM_YET = (
    "No review form has come back with a planned date for the next review, so none can be shown as "
    "overdue."
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the summary."""
    reviewed = tuple(t for t in subject.teams if subject.measures.reviews.get(t.team))
    if not reviewed:
        return {
            "changed": (Paragraph((NO_REVIEWS,)),),
            "grid": (),
            "means": (),
            "planned": (),
            "overdue": (),
        }
    return {
        "changed": _changed(subject, reviewed),
        "grid": _grids(subject, reviewed),
        "means": _means(subject, reviewed),
        "planned": plans_of_reviews(subject),
        "overdue": _due(subject),
    }


def _changed(subject: Subject, reviewed: tuple[Scope, ...]) -> tuple[Block, ...]:
    answers = tuple(
        said(f"{team.team}: ", drafted_answer(subject, team, named=True)) for team in reviewed
    )
    missing = teams_without_review(subject)
    note = (Paragraph((f"No review is recorded for {missing}.",), "note"),) if missing else ()
    return (
        Paragraph(verdict(subject), "lead"),
        Bullets(answers),
        *note,
    )


def _highest_and_lowest(subject: Subject, reviewed: tuple[Scope, ...]) -> Words:
    """Say on which criterion the locality's teams score highest and lowest on average.

    Only criteria that every reviewed team was scored on are compared: where the highest score is
    missing, a mean is low for that alone.
    """
    means = [(c.name, subject.figure("score", category=str(c.number))) for c in CRITERIA]
    scored = [(name, figure) for name, figure in means if figure.supplied]
    if not scored:
        return ("No criterion has been scored.",)
    known = [(name, figure) for name, figure in scored if figure.denominator == len(reviewed)]
    left_out = [(name, figure) for name, figure in means if (name, figure) not in known]
    if not known:
        return ("No criterion was scored for every team, so the means are not compared.",)
    aside = _left_out(left_out)
    values = [figure.value or 0 for _, figure in known]
    highest, lowest = _all_at(known, max(values)), _all_at(known, min(values))
    if highest == lowest:
        return said(COMPARED, "the same on average: ", mean_score(known[0][1]), ".", aside)
    return said(COMPARED, "highest on average: ", highest, "; lowest: ", lowest, ".", aside)


def _left_out(means: list[tuple[str, Figure]]) -> Words:
    """Name the criteria that are not compared, with the mean of the teams that have a score."""
    if not means:
        return ()
    names = [
        said(name, *((" (", mean_score(figure), ")") if figure.supplied else ()))
        for name, figure in means
    ]
    return said(
        " Scored for some teams only: ",
        joined(names),
        ".",
    )


def _all_at(means: list[tuple[str, Figure]], value: float) -> Words:
    """Name the criteria whose mean is printed as `value` is, with that mean."""
    shown = rounded(value, 1)
    alike = [(name, figure) for name, figure in means if mean_score(figure).text == shown]
    return said(f"{listed(name for name, _ in alike)}, ", mean_score(alike[0][1]))


def _grids(subject: Subject, reviewed: tuple[Scope, ...]) -> tuple[Block, ...]:
    compared = Paragraph(_highest_and_lowest(subject, reviewed), "note")
    return (*(_grid(subject, group) for group in in_tables(reviewed)), compared)


def _grid(subject: Subject, teams: tuple[Scope, ...]) -> Table:
    columns = (
        TableColumn("Criterion", 2.6),
        *(TableColumn(team.team, 1, "centre") for team in teams),
        TableColumn("Locality mean", 1.2, "centre"),
    )
    rows: list[Row] = [
        Row(
            (
                Cell(("Observed",), tone="quiet"),
                *(Cell((observed(subject, team),), tone="quiet") for team in teams),
                Cell(),
            )
        )
    ]
    sections_named: tuple[tuple[CriteriaSection, str], ...] = (
        ("meeting", "Meeting"),
        ("enabling", "Enabling activities"),
    )
    for section, title in sections_named:
        rows += [
            _criterion_row(subject, teams, c.number, c.name)
            for c in CRITERIA
            if c.section == section
        ]
        rows += [
            Row(
                (
                    Cell((f"{title} mean",)),
                    *(_section_mean(subject, place, section) for place in (*teams, subject.scope)),
                ),
                "total",
            )
        ]
    return Table("Scores by criterion and team", columns, tuple(rows), show_caption=False)


def _section_mean(subject: Subject, place: Scope, section: str) -> Cell:
    """Return the mean of a section, and under it how many of its scores moved."""
    mean, moves = subject.figure("score.mean", place, section), moves_since(subject, place, section)
    partly = _of_how_many(mean, section) if place.team else ()
    if moves is None:
        return Cell((mean_or_dash(mean),), partly)
    small = said(partly, ",\n" if partly else "", moves.words)
    return Cell(said(mean_or_dash(mean), f"  {moves.arrow}"), small, tone=moves.tone)


def _criterion_row(subject: Subject, teams: tuple[Scope, ...], number: int, name: str) -> Row:
    mean = subject.figure("score", category=str(number))
    moved = subject.figure("score.delta", category=str(number))
    score = (mean_or_dash(mean),)
    return Row(
        (
            Cell((f"{number}. {name}",)),
            *(delta_cell(subject, team, number) for team in teams),
            Cell(moved_words(score, moved, 1) if moved.supplied else score),
        )
    )


def _means(subject: Subject, reviewed: tuple[Scope, ...]) -> tuple[Block, ...]:
    chart, table = trends_chart(subject, reviewed), _means_table(subject, reviewed)
    return (chart, table) if chart else (table,)


def _means_table(subject: Subject, reviewed: tuple[Scope, ...]) -> Table:
    """Return a row for each team's review, newest last: both sections' means and how they moved."""
    columns = (
        TableColumn("Team", 1.4),
        TableColumn("Observed", 1.3),
        TableColumn("Completed by", 1.6),
        TableColumn("Meeting mean, 1 to 7", 1.15, "right"),
        TableColumn("Scores moved", 1.35),
        TableColumn("Enabling mean, 8 to 11", 1.15, "right"),
        TableColumn("Scores moved", 1.35),
    )
    rows = tuple(
        _review_row(subject, team, review)
        for team in reviewed
        for review in subject.measures.reviews[team.team][-REVIEWS_SHOWN:]
    )
    note = (MEANS_NOTE,)
    return Table("Means of each review", columns, rows, note)


def _review_row(subject: Subject, team: Scope, review: Review) -> Row:
    window = review_window(review)
    return Row(
        (
            Cell((team.team,)),
            Cell((short_date(review.observed),)),
            Cell((review.completed_by or DASH,)),
            *_mean_cells(subject, team, "meeting", window),
            *_mean_cells(subject, team, "enabling", window),
        )
    )


def _mean_cells(subject: Subject, team: Scope, section: str, window: str) -> tuple[Cell, Cell]:
    """Return a section's mean at a review, and how many of its scores had moved."""
    mean = subject.figure("score.mean", team, section, window)
    moves, partly = moves_since(subject, team, section, window), _of_how_many(mean, section)
    if moves is None:
        return Cell((mean_or_dash(mean),)), Cell((), partly)
    words = said(f"{moves.arrow} ", moves.words)
    return Cell((mean_or_dash(mean),)), Cell(words, partly, tone=moves.tone)


def _of_how_many(mean: Figure, section: str) -> Words:
    """Say of how many criteria a mean is, where not all of the section were scored."""
    everything = sum(criterion.section == section for criterion in CRITERIA)
    if not mean.supplied or mean.denominator == everything:
        return ()
    return said(whole(mean), f" of {everything} scored")


def _due(subject: Subject) -> tuple[Block, ...]:
    """Return when each team's next review is planned, and how late it is."""
    if not subject.measures.review_forms.get(subject.scope.locality):
        return (Paragraph((NO_FORM_YET,)),)
    if all(subject.figure("review.overdue_days", team).value == 0 for team in subject.teams):
        return (Paragraph(_none_overdue(subject)),)
    rows = tuple(
        Row(
            (
                Cell((team.team,), tone="strong"),
                Cell(planned_next(subject, team) or (NO_DATE,)),
                Cell(_days_late(subject.figure("review.overdue_days", team))),
            )
        )
        for team in subject.teams
    )
    columns = (
        TableColumn("Team", 2),
        TableColumn("Next review planned", 2),
        TableColumn("Overdue by", 2),
    )
    return (Table("Next reviews", columns, rows, show_caption=False),)


def _none_overdue(subject: Subject) -> Words:
    """Say when the next reviews are planned, teams of one day together."""
    by_day: dict[Words, list[str]] = {}
    for team in subject.teams:
        by_day.setdefault(planned_next(subject, team) or (NO_DATE,), []).append(team.team)
    parts = [said(f"{listed(names)}, ", day) for day, names in by_day.items()]
    return said(
        "No review is overdue. Next: ",
        joined(parts, "; "),
        ".",
    )


def _days_late(figure: Figure) -> Words:
    if not figure.supplied:
        return ("no date planned",)
    return said(*counted(figure, "day")) if figure.value else ("not overdue",)
