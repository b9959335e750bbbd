"""Effectiveness review: the form for the next review, previous scores beside the new."""

from pipeline.compose.review_words import last_form_of, words_of_last_reviews
from pipeline.compose.scores import DASH, NO_REVIEWS, drafted_answer, in_tables
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, said
from pipeline.model.checklist import CRITERIA, POINTS, CriteriaSection
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn, Words
from pipeline.model.entries import Choice, DateEntry, Entry, EntryGroup, EntryLine, WriteIn
from pipeline.model.forms import OBSERVED, REVIEW, SCORE_PROMPT, SCORES, SHORT_DATE_PROMPT
from pipeline.model.scopes import Scope

ABBREVIATIONS = (
    "PS: practice supervisor. TM: team manager. TC: team coordinator. SW: social worker. "
    "ICM: improvement cycle meeting. In small print, last: the team’s last review and its scores "
    f"({DASH}: not scored); due: the day planned for this one. Each team has its own observation date."
)
OWN_COPY = (
    "These count for every team that has a score on this form. For a team whose next review is on "
    "another day, use a copy of the form."
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the form."""
    return {
        "introduction": (
            Paragraph((ABBREVIATIONS,), "note"),
            EntryGroup(
                (
                    _line("locality", WriteIn("locality", "Locality", subject.scope.locality)),
                    _line("date", DateEntry("review.date", "Date")),
                    _line("completed_by", WriteIn("review.completed_by", "Completed by (name)")),
                )
            ),
        ),
        "meeting": _tables(subject, "meeting"),
        "enabling": _tables(subject, "enabling"),
        "last_time": _last_time(subject),
        "improvements": _improvements(),
        "next_review": (
            Paragraph((OWN_COPY,), "hint"),
            EntryGroup(
                (
                    _line(
                        "next_date", DateEntry("next_review.date", "Date planned for next review")
                    ),
                    _line(
                        "next_person",
                        WriteIn("next_review.person", "Person planned to do next review"),
                    ),
                )
            ),
        ),
    }


def _line(name: str, entry: Entry) -> EntryLine:
    return EntryLine(REVIEW.line(name).label, entry)


def _tables(subject: Subject, section: CriteriaSection) -> tuple[Table, ...]:
    return tuple(
        _table(subject, section, group, n) for n, group in enumerate(in_tables(subject.teams), 1)
    )


def _table(
    subject: Subject, section: CriteriaSection, teams: tuple[Scope, ...], number: int
) -> Table:
    columns = (
        TableColumn(SCORES.header("criterion"), 4),
        *(TableColumn(team.team, 1.1, "centre") for team in teams),
    )
    observed = Row(
        (
            Cell((OBSERVED,)),
            *(
                Cell(
                    entry=DateEntry(
                        f"observed.{team.team}",
                        f"Observation date, {team.team}",
                        prompt=SHORT_DATE_PROMPT,
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
                            POINTS,
                            prompt=SCORE_PROMPT,
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
    last = f"\nlast: {reviews[-1].observed:%d/%m/%y}" if reviews else "\nnot reviewed yet"
    form = last_form_of(subject, team)
    due = form.next_day if form else None
    return said(last, f"\ndue: {due:%d/%m/%y}" if due else "")


def _score_before(subject: Subject, team: Scope, criterion: int) -> Words:
    reviews = subject.measures.reviews.get(team.team, ())
    if not reviews:
        return ()
    figure = subject.figure("score", team, str(criterion))
    return said("last: ", count(figure) if figure.supplied else DASH)


def _last_time(subject: Subject) -> tuple[Block, ...]:
    words = words_of_last_reviews(subject)
    reviewed = [team for team in subject.teams if subject.measures.reviews.get(team.team)]
    if not reviewed:
        return words or (Paragraph((NO_REVIEWS,)),)
    moved = tuple(
        Paragraph(said(f"{team.team}: ", drafted_answer(subject, team)), "note")
        for team in reviewed
    )
    return (
        *words,
        Paragraph(("By the scores: each team’s last review, compared with the one before:",)),
        *moved,
    )


def _improvements() -> tuple[Table, ...]:
    return tuple(
        Table(
            question.question,
            (TableColumn(question.question),),
            (
                Row(
                    (
                        Cell(
                            entry=WriteIn(
                                f"improvements.{question.name}",
                                question.question,
                                lines=4,
                                hint=question.hint,
                            )
                        ),
                    )
                ),
            ),
            tag=f"improvements.{question.name}",
            write_in=True,
            show_caption=False,
        )
        for question in REVIEW.questions
    )
