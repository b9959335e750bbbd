"""Effectiveness summary: what the latest reviews say, and how the scores moved."""

from pipeline.compose.expected_scores import expected_against_achieved
from pipeline.compose.review_words import planned_next, what_was_planned
from pipeline.compose.score_trends import REVIEWS_SHOWN, trends_chart
from pipeline.compose.scores import (
    DASH,
    NO_DATE,
    NO_REVIEWS,
    delta_cell,
    drafted_answer,
    in_tables,
    mean_or_dash,
    moved_cell,
    moved_words,
    observed,
    review_window,
    teams_without_review,
)
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, listed, mean_score, rounded, said, short_date, whole
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

MEANS_NOTE = (
    "Beside each mean is the change since the review before, over the criteria scored both times; = "
    "is no change."
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
        "planned": (*expected_against_achieved(subject), *what_was_planned(subject)),
        "overdue": _due(subject),
    }


def _changed(subject: Subject, reviewed: tuple[Scope, ...]) -> tuple[Block, ...]:
    answers = tuple(
        said(f"{team.team}: ", drafted_answer(subject, team, named=True)) for team in reviewed
    )
    missing = teams_without_review(subject)
    note = (Paragraph((f"No review is recorded for {missing}.",), "note"),) if missing else ()
    return (Paragraph(_highest_and_lowest(subject, reviewed), "lead"), Bullets(answers), *note)


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
    left_out = [name for name, figure in means if (name, figure) not in known]
    if not known:
        return ("No criterion was scored for every team, so the means are not compared.",)
    aside = f" Not compared, as not every team has a score: {listed(left_out)}." if left_out else ""
    values = [figure.value or 0 for _, figure in known]
    highest, lowest = _all_at(known, max(values)), _all_at(known, min(values))
    if highest == lowest:
        return said("The same on average throughout: ", mean_score(known[0][1]), f".{aside}")
    return said("Highest on average: ", highest, ". Lowest: ", lowest, f".{aside}")


def _all_at(means: list[tuple[str, Figure]], value: float) -> Words:
    """Name the criteria whose mean is printed as `value` is, with that mean."""
    shown = rounded(value, 1)
    alike = [(name, figure) for name, figure in means if mean_score(figure).text == shown]
    return said(f"{listed(name for name, _ in alike)}, ", mean_score(alike[0][1]))


def _grids(subject: Subject, reviewed: tuple[Scope, ...]) -> tuple[Table, ...]:
    return tuple(_grid(subject, group) for group in in_tables(reviewed))


def _grid(subject: Subject, teams: tuple[Scope, ...]) -> Table:
    columns = (
        TableColumn("Criterion", 3.2),
        *(TableColumn(team.team, 1, "centre") for team in teams),
        TableColumn("Locality mean", 1.3, "centre"),
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
        means = [subject.figure("score.mean", team, section) for team in teams]
        locality = subject.figure("score.mean", category=section)
        rows.append(
            Row(
                (
                    Cell((f"{title} mean",)),
                    *(Cell((mean_score(mean),), _of_how_many(mean, section)) for mean in means),
                    Cell((mean_score(locality),)),
                ),
                "total",
            )
        )
    return Table("Scores by criterion and team", columns, tuple(rows), show_caption=False)


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
        TableColumn("Team", 2),
        TableColumn("Observed", 1.5),
        TableColumn("Completed by", 2),
        TableColumn("Meeting mean, 1 to 7", 1.5, "right"),
        TableColumn("Enabling mean, 8 to 11", 1.5, "right"),
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
            _mean_cell(subject, team, "meeting", window),
            _mean_cell(subject, team, "enabling", window),
        )
    )


def _mean_cell(subject: Subject, team: Scope, section: str, window: str) -> Cell:
    """Return a section's mean, with the change since the review before on the same line."""
    figure = subject.figure("score.mean", team, section, window)
    moved = subject.measures.figures.find("score.mean.delta", team, section, window)
    mean, small = (mean_or_dash(figure),), _of_how_many(figure, section)
    return Cell(mean, small) if moved is None else moved_cell(mean, moved, 1, small)


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
        *(said("; " if n else "", part) for n, part in enumerate(parts)),
        ".",
    )


def _days_late(figure: Figure) -> Words:
    if not figure.supplied:
        return ("no date planned",)
    return said(*counted(figure, "day")) if figure.value else ("not overdue",)
