"""What reviews expected of the scores, beside what came of it."""

from pipeline.compose.scores import DASH, in_tables
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, short_date, verb, whole
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn, Words
from pipeline.model.expected_score import ExpectedScore
from pipeline.model.scopes import Scope

MEASURE = "score.expected_reached"


def expected_sentence(subject: Subject) -> tuple[Block, ...]:
    """Return how many of the scores that were expected are there now; nothing if none can be told."""
    reached = subject.figure(MEASURE)
    if not reached.supplied:
        return ()
    words = said(
        "Of ",
        whole(reached),
        " scores that reviews expected to go up, ",
        verb(reached, "is", "are"),
        " where they were expected to be, or above.",
    )
    return (Paragraph(words),)


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
            Cell(("Expected on",), tone="quiet"),
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
        TableColumn("Criterion", 2.4),
        *(TableColumn(team.team, 1.2, "centre") for team in teams),
    )
    note = ("The latest score, and under it what was expected.",)
    return Table("Expected and achieved", columns, (said_on, *rows), note)


def _cell(subject: Subject, expected: ExpectedScore | None) -> Cell:
    if expected is None:
        return Cell()
    hope = said("expected ", _scores(expected))
    if expected.score is None:
        return Cell((DASH,), said(hope, ", not scored since"), tone="quiet")
    score = count(subject.figure("score", expected.team, str(expected.criterion)))
    if expected.reached:
        return Cell((score,), said(hope, ": reached"), tone="up")
    return Cell((score,), said(hope, ": not yet"))


def _scores(expected: ExpectedScore) -> Words:
    if expected.lowest == expected.highest:
        return (Quoted(f"{expected.lowest}"),)
    return (Quoted(f"{expected.lowest} to {expected.highest}"),)
