"""What reviews expected of the scores, beside what came of it."""

from typing import Final

from pipeline.compose.scores import DASH, in_tables
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, short_date, verb, whole
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn, Words
from pipeline.model.dates import interval
from pipeline.model.expected_score import ExpectedScore, How
from pipeline.model.scopes import Scope

MEASURE = "score.expected_reached"
CAME: Final[dict[How, tuple[str, str]]] = {
    "there already": ("was there already", "were there already"),
    "not scored before": (
        "is there but was not scored then",
        "are there but were not scored then",
    ),
    "not yet": ("is not there yet", "are not there yet"),
    "not scored since": ("has not been scored since", "have not been scored since"),
}
"""How what came of a score is said, of one and of several."""
NOTE: Final = (
    "Under the latest score, what was expected; green: it rose to that. A form has one date, each team "
    "its own observation day."
)


def expected_sentence(subject: Subject) -> tuple[Block, ...]:
    """Return what came of the scores that were expected to go up; nothing if none can be told."""
    reached = subject.figure(MEASURE)
    if not reached.supplied:
        return ()
    one = reached.denominator == 1
    rose = subject.figure(MEASURE, category="rose")
    parts = [said(count(rose) if rose.value else "none", " rose as expected")]
    for how, (single, several) in CAME.items():
        figure = subject.figure(MEASURE, category=how)
        if figure.value:
            parts.append(verb(figure, single, several))
    words = said(
        "Of ",
        whole(reached),
        f" {'score' if one else 'scores'} that reviews expected to go up, ",
        *(said(_joint(n, len(parts)), part) for n, part in enumerate(parts)),
        ".",
    )
    return (Paragraph(words),)


def _joint(n: int, of: int) -> str:
    """Return what stands before the nth part of a list."""
    if n == 0:
        return ""
    return " and " if n == of - 1 else ", "


def expected_against_achieved(subject: Subject) -> tuple[Block, ...]:
    """Return a table of the criteria that were expected to go up, by team, once reviewed since."""
    everything = subject.measures.expected_scores.get(subject.scope.locality, ())
    found = tuple(each for each in everything if each.reviewed)
    held = {each.team for each in found}
    teams = tuple(team for team in subject.teams if team in held)
    if not teams:
        return ()
    return (
        *expected_sentence(subject),
        *(_table(subject, part, found) for part in in_tables(teams)),
    )


def _table(subject: Subject, teams: tuple[Scope, ...], found: tuple[ExpectedScore, ...]) -> Table:
    by_place = {(each.criterion, each.team): each for each in found}
    days = {each.team: each.on for each in found}
    said_on = Row(
        (
            Cell(("Expected at the review of",), tone="quiet"),
            *(Cell((short_date(days[team]),), tone="quiet") for team in teams),
        )
    )
    rows = tuple(
        Row(
            (
                Cell((f"{criterion.number}. {criterion.name}",)),
                *(_cell(subject, by_place.get((criterion.number, team))) for team in teams),
            )
        )
        for criterion in CRITERIA
        if any((criterion.number, team) in by_place for team in teams)
    )
    columns = (
        TableColumn("Criterion", 1.2),
        *(TableColumn(team.team, 1.2, "centre") for team in teams),
    )
    return Table("Expected and achieved", columns, (said_on, *rows), (NOTE,))


def _cell(subject: Subject, expected: ExpectedScore | None) -> Cell:
    if expected is None:
        return Cell()
    hope = said("expected ", _scores(expected))
    if expected.score is None:
        return Cell(
            (DASH,),
            said(hope, _then(subject, expected, ": was "), ", not scored since"),
            tone="quiet",
        )
    score = count(subject.figure("score", expected.team, str(expected.criterion)))
    if expected.how == "rose":
        return Cell((score,), said(hope, ": rose", _then(subject, expected, " from ")), tone="up")
    if expected.how == "there already":
        return Cell((score,), said(hope, ": there already"))
    if expected.reached:
        return Cell((score,), said(hope, ": is there, not scored then"))
    return Cell((score,), said(hope, ": not yet"))


def _then(subject: Subject, expected: ExpectedScore, lead: str) -> Words:
    """Return the score of the day on which more was expected, after `lead`; empty without one."""
    then = subject.measures.figures.find(
        "score", expected.team, str(expected.criterion), interval(expected.on, expected.on)
    )
    return said(lead, count(then)) if then is not None and then.supplied else ()


def _scores(expected: ExpectedScore) -> Words:
    if expected.lowest == expected.highest:
        return (Quoted(f"{expected.lowest}"),)
    return (Quoted(f"{expected.lowest} to {expected.highest}"),)
