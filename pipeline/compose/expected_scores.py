"""What reviews expected of the scores, beside what came of it."""

from pipeline.compose.scores import DASH, in_tables
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, short_date, verb, whole
from pipeline.model.checklist import CRITERIA
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn, Words
from pipeline.model.dates import interval
from pipeline.model.expected_score import HOWS, ExpectedScore
from pipeline.model.scopes import Scope

MEASURE = "score.expected_reached"


def expected_sentence(subject: Subject) -> tuple[Block, ...]:
    """Return how many of the scores that were expected are there now; nothing if none can be told."""
    reached = subject.figure(MEASURE)
    if not reached.supplied:
        return ()
    rose, already, unknown = (subject.figure(MEASURE, category=how) for how in HOWS)
    words = said(
        "Of ",
        whole(reached),
        " scores that reviews expected to go up, ",
        count(rose),
        " rose to what was expected, or above; ",
        verb(already, "was", "were"),
        " there already.",
        said(
            " ",
            verb(unknown, "more is there, and was", "more are there, and were"),
            " not scored before.",
        )
        if unknown.value
        else (),
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
            Cell(("Said on",), tone="quiet"),
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
    note = (
        "The latest score, and under it what the review of the day above expected. Green: it rose to that.",
    )
    return Table("Expected and achieved", columns, (said_on, *rows), note)


def _cell(subject: Subject, expected: ExpectedScore | None) -> Cell:
    if expected is None:
        return Cell()
    hope = said("expected ", _scores(expected))
    if expected.score is None:
        return Cell((DASH,), said(hope, ", not scored since"), tone="quiet")
    score = count(subject.figure("score", expected.team, str(expected.criterion)))
    if expected.how == "rose":
        return Cell((score,), said(hope, ": rose", _from(subject, expected)), tone="up")
    if expected.how == "there already":
        return Cell((score,), said(hope, ": there already"))
    if expected.reached:
        return Cell((score,), said(hope, ": is there, not scored before"))
    return Cell((score,), said(hope, ": not yet"))


def _from(subject: Subject, expected: ExpectedScore) -> Words:
    """Return from which score it rose, where that is of the day on which more was expected."""
    then = subject.measures.figures.find(
        "score", expected.team, str(expected.criterion), interval(expected.on, expected.on)
    )
    return said(" from ", count(then)) if then is not None and then.supplied else ()


def _scores(expected: ExpectedScore) -> Words:
    if expected.lowest == expected.highest:
        return (Quoted(f"{expected.lowest}"),)
    return (Quoted(f"{expected.lowest} to {expected.highest}"),)
