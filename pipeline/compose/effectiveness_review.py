"""Effectiveness review: the form for the next review, previous scores beside the new."""

from pipeline.compose.scores import DASH, NO_REVIEWS, drafted_answer, in_tables
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said, short_date
from pipeline.model.checklist import CRITERIA, SCORES, CriteriaSection
from pipeline.model.content import (
    Block,
    Bullets,
    Cell,
    Choice,
    DateEntry,
    EntryGroup,
    EntryLine,
    Paragraph,
    Row,
    Table,
    TableColumn,
    Words,
    WriteIn,
)
from pipeline.model.scopes import Scope

ABBREVIATIONS = (
    "PS: practice supervisor. TM: team manager. TC: team coordinator. SW: social worker. "
    "ICM: improvement cycle meeting."
)

QUESTIONS = (
    (
        "changed",
        "Have effectiveness scores changed since the previous review?",
        "e.g. criteria 1, 2, 3, 4 all increased from 1/2 to 4/5",
    ),
    (
        "doing",
        "What are we doing/could be doing to improve?",
        (
            "e.g. TM to email TC as soon as a plan is signed off. PS and TM to hold 15 minutes in "
            "calendars for dashboard review before ICM"
        ),
    ),
    (
        "expected",
        "How is this expected to change the scores?",
        "e.g. criteria 9 and 11 expected to go up to 4 or 5.",
    ),
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the form."""
    return {
        "introduction": (
            Paragraph((ABBREVIATIONS,), "note"),
            EntryGroup(
                (
                    EntryLine("Locality", WriteIn("locality", "Locality", subject.scope.locality)),
                    EntryLine("Date", DateEntry("review.date", "Date")),
                    EntryLine(
                        "Completed by (name)", WriteIn("review.completed_by", "Completed by (name)")
                    ),
                )
            ),
        ),
        "meeting": _tables(subject, "meeting"),
        "enabling": _tables(subject, "enabling"),
        "last_time": _last_time(subject),
        "improvements": _improvements(),
        "next_review": (
            EntryGroup(
                (
                    EntryLine(
                        "Date planned for next review",
                        DateEntry("next_review.date", "Date planned for next review"),
                    ),
                    EntryLine(
                        "Person planned to do next review",
                        WriteIn("next_review.person", "Person planned to do next review"),
                    ),
                )
            ),
        ),
    }


def _tables(subject: Subject, section: CriteriaSection) -> tuple[Table, ...]:
    return tuple(
        _table(subject, section, group, n) for n, group in enumerate(in_tables(subject.teams), 1)
    )


def _table(
    subject: Subject, section: CriteriaSection, teams: tuple[Scope, ...], number: int
) -> Table:
    columns = (
        TableColumn("Name of team", 4),
        *(TableColumn(team.team, 1.1, "centre") for team in teams),
    )
    observed = Row(
        (
            Cell(("Observation date",)),
            *(
                Cell(
                    entry=DateEntry(
                        f"observed.{team.team}", f"Observation date, {team.team}", prompt="dd/mm/yy"
                    ),
                    small=_observed_before(subject, team),
                )
                for team in teams
            ),
        )
    )
    criteria = tuple(
        Row(
            (
                Cell((criterion.wording,)),
                *(
                    Cell(
                        entry=Choice(
                            f"score.{criterion.number}.{team.team}",
                            f"Score, criterion {criterion.number}, {team.team}",
                            SCORES,
                            prompt="1 to 5",
                        ),
                        small=_score_before(subject, team, criterion.number),
                    )
                    for team in teams
                ),
            )
        )
        for criterion in CRITERIA
        if criterion.section == section
    )
    rows = (observed, *criteria) if section == "meeting" else criteria
    return Table(
        f"{section.capitalize()} criteria, table {number}",
        columns,
        rows,
        tag=f"scores.{section}.{number}",
        write_in=True,
        show_caption=False,
    )


def _observed_before(subject: Subject, team: Scope) -> Words:
    reviews = subject.measures.reviews.get(team.team, ())
    return (f"last: {short_date(reviews[-1].observed)}",) if reviews else ("not reviewed yet",)


def _score_before(subject: Subject, team: Scope, criterion: int) -> Words:
    reviews = subject.measures.reviews.get(team.team, ())
    if not reviews:
        return ()
    figure = subject.figure("score", team, str(criterion))
    return said("last: ", count(figure) if figure.supplied else DASH)


def _last_time(subject: Subject) -> tuple[Block, ...]:
    reviewed = [team for team in subject.teams if subject.measures.reviews.get(team.team)]
    if not reviewed:
        return (Paragraph((NO_REVIEWS,)),)
    return (
        Paragraph(("How the scores moved at the last review, compared with the one before:",)),
        Bullets(tuple(said(f"{team.team}: ", drafted_answer(subject, team)) for team in reviewed)),
    )


def _improvements() -> tuple[Table, ...]:
    return tuple(
        Table(
            question,
            (TableColumn(question),),
            (Row((Cell(entry=WriteIn(f"improvements.{tag}", question, lines=3, hint=hint)),)),),
            tag=f"improvements.{tag}",
            write_in=True,
            show_caption=False,
        )
        for tag, question, hint in QUESTIONS
    )
