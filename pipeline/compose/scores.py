"""Effectiveness scores, as tables and as a drafted sentence."""

from collections.abc import Iterator
from datetime import date

from pipeline.compose.review_words import planned_next
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    change,
    count,
    joined,
    listed,
    mean_score,
    near_day,
    said,
    short_date,
)
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import Block, Cell, Paragraph, Printed, Row, Table, TableColumn, Words
from pipeline.model.dates import interval
from pipeline.model.measures import Figure, Review
from pipeline.model.scopes import Scope

NO_DATE = "not set"
TEAMS_PER_TABLE = 7
"""More columns than this leave no room for a date on an upright page."""
NO_REVIEWS = "No effectiveness reviews have been recorded yet."


def score_lines(subject: Subject) -> tuple[Block, ...]:
    """Return a line a team: when it was observed, its eleven scores, when the next is due."""
    if not any(subject.measures.reviews.get(team.team) for team in subject.teams):
        return (Paragraph((NO_REVIEWS,)),)
    columns = (
        TableColumn("Team", 2.0),
        TableColumn("Observed", 1.7),
        *(TableColumn(str(criterion.number), 0.6, "centre") for criterion in CRITERIA),
        TableColumn("Next review due", 2.1),
    )
    rows = tuple(
        Row(
            (
                Cell((team.team,), tone="strong"),
                Cell((observed(subject, team),)),
                *(Cell(score_words(subject, team, c.number)) for c in CRITERIA),
                _next_planned(subject, team),
            )
        )
        for team in subject.teams
    )
    names = ", ".join(
        f"{criterion.number}\N{NO-BREAK SPACE}{criterion.name}" for criterion in CRITERIA
    )
    note = (f"Scores from 1 (never) to 5 (always); {DASH}: not scored. {names}.",)
    return (Table("Latest scores", columns, rows, note, tag="scores", show_caption=False),)


def _next_planned(subject: Subject, team: Scope) -> Cell:
    """Return when a team's next review is planned; shaded where that day is past."""
    words = planned_next(subject, team)
    if not words:
        return Cell((NO_DATE,), tone="quiet")
    late = subject.figure("review.overdue_days", team).value
    return Cell(words, small=("overdue",) if late else (), tone="down" if late else "")


DASH = "\N{EN DASH}"


def observed(subject: Subject, team: Scope) -> str:
    """Return the date of a team's latest review, in words."""
    reviews = subject.measures.reviews.get(team.team, ())
    return short_date(reviews[-1].observed) if reviews else "not yet"


def score_words(subject: Subject, team: Scope, criterion: int) -> Words:
    """Return a team's latest score, or a dash where it was not scored."""
    figure = subject.figure("score", team, str(criterion))
    return (count(figure) if figure.supplied else DASH,)


def mean_or_dash(figure: Figure) -> str | Printed:
    """Print a mean score, or a dash where nothing was scored."""
    return mean_score(figure) if figure.supplied else DASH


def review_window(review: Review) -> str:
    """Return the one-day window of a review."""
    return interval(review.observed, review.observed)


def drafted_answer(subject: Subject, team: Scope, *, named: bool = False) -> Words:
    """Return the drafted answer to whether a team's scores have changed.

    `criteria 1 and 2 up from 3 to 4; criterion 7 up from 2 to 3; criterion 9 down from 3 to 2; the
    rest unchanged; criterion 8 not scored on 6 Oct`; `named` gives the criteria's names in place of their numbers: `Leadership rose
    from 3 to 4`, since "Plan write up up" would stumble.
    """
    reviews = subject.measures.reviews.get(team.team, ())
    if not reviews:
        return ("not reviewed yet.",)
    if len(reviews) == 1:
        return (f"one review so far, on {short_date(reviews[0].observed)}.",)
    deltas = [subject.figure("score.delta", team, str(c.number)) for c in CRITERIA]
    known = [figure for figure in deltas if figure.supplied]
    if not known:
        return ("no criterion was scored both times.",)
    before = review_window(reviews[-2])
    up = [figure for figure in known if (figure.value or 0) > 0]
    down = [figure for figure in known if (figure.value or 0) < 0]
    parts = [
        piece
        for figures, word in (
            (up, "rose" if named else "up"),
            (down, "fell" if named else "down"),
        )
        for piece in _moved(subject, team, figures, word, before, named=named)
    ]
    if not parts:
        parts.append(("no score changed",))
    elif len(known) > len(up) + len(down):
        parts.append(("the rest unchanged",))
    unknown = [figure.category for figure in deltas if not figure.supplied]
    for missing, day in _not_scored(subject, team, unknown):
        parts.append(
            (
                f"{criteria_words(missing, named=named)} not scored on {near_day(day, subject.as_at)}",
            )
        )
    return said(joined(parts, "; "), ".")


def _not_scored(
    subject: Subject, team: Scope, unknown: list[str]
) -> Iterator[tuple[list[str], date]]:
    """Yield the criteria that only one of the last two reviews scored, and the other's day."""
    before, latest = subject.measures.reviews[team.team][-2:]
    for review, other in ((latest, before), (before, latest)):
        missing = [
            number
            for number in unknown
            if subject.figure("score", team, number, review_window(other)).supplied
            and not subject.figure("score", team, number, review_window(review)).supplied
        ]
        if missing:
            yield missing, review.observed


def _moved(
    subject: Subject, team: Scope, deltas: list[Figure], word: str, before: str, *, named: bool
) -> Iterator[Words]:
    """Yield the criteria that moved one way, those with the same scores then and now together."""
    alike: dict[tuple[float | None, float | None], list[str]] = {}
    for number in (figure.category for figure in deltas):
        then = subject.figure("score", team, number, before)
        now = subject.figure("score", team, number)
        alike.setdefault((then.value, now.value), []).append(number)
    for numbers in alike.values():
        then = subject.figure("score", team, numbers[0], before)
        now = subject.figure("score", team, numbers[0])
        criteria = criteria_words(numbers, named=named)
        yield said(f"{criteria} {word} from ", count(then), " to ", count(now))


def criteria_words(numbers: list[str], *, named: bool = False) -> str:
    """Return `criterion 1`, `criteria 1 and 2`; or, `named`, the names alone."""
    if named:
        names = {str(criterion.number): criterion.name for criterion in CRITERIA}
        return listed(names[number] for number in numbers)
    return f"{'criterion' if len(numbers) == 1 else 'criteria'} {listed(numbers)}"


def delta_cell(subject: Subject, team: Scope, criterion: int) -> Cell:
    """Return a team's score with the change under it: number, arrow and shade."""
    score = score_words(subject, team, criterion)
    delta = subject.figure("score.delta", team, str(criterion))
    if not delta.supplied:
        return _one_score(subject, team, criterion, score)
    return moved_cell(score, delta)


def moved_cell(score: Words, delta: Figure) -> Cell:
    """Return a score with its change beside it and a shade; `=` where it did not change."""
    words = moved_words(score, delta)
    if not delta.value:
        return Cell(words)
    return Cell(words, tone="up" if delta.value > 0 else "down")


def moved_words(score: Words, delta: Figure, places: int = 0) -> Words:
    """Return a score with its change beside it, an arrow showing which way; `=` without a change.

    A zero beside a score would read as what it went to.
    """
    printed = change(delta, places)
    if not printed.text.strip("0."):
        return said(score, "  =")
    return said(score, f"  {'↑' if (delta.value or 0) > 0 else '↓'} ", printed)


def _one_score(subject: Subject, team: Scope, criterion: int, score: Words) -> Cell:
    """Return a cell without a change: of the two scores that it would need one is missing."""
    reviews = subject.measures.reviews.get(team.team, ())
    if len(reviews) < 2:
        return Cell(score)
    if subject.figure("score", team, str(criterion)).supplied:
        return Cell(said(score, f" was {DASH}"))
    before = subject.figure("score", team, str(criterion), review_window(reviews[-2]))
    return Cell(said(score, " was ", count(before)) if before.supplied else score)


def in_tables(teams: tuple[Scope, ...]) -> tuple[tuple[Scope, ...], ...]:
    """Part teams into as many tables as they need, a column a team."""
    starts = range(0, len(teams), TEAMS_PER_TABLE)
    return tuple(teams[start : start + TEAMS_PER_TABLE] for start in starts)


def teams_without_review(subject: Subject) -> str:
    """Return the names of the teams that have no review yet; blank if all have one."""
    names = [t.team for t in subject.teams if not subject.measures.reviews.get(t.team)]
    return listed(names) if names else ""
