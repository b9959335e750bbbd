"""Tables that put localities, or teams, side by side with the whole authority."""

from collections.abc import Callable, Iterable
from typing import Literal

from pipeline.compose.scores import DASH
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, said
from pipeline.model.content import Cell, Printed, Row, Table, TableColumn, Words
from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM, Scope

UNKNOWN_LOCALITY = Scope("locality", UNKNOWN_TEAM.locality)


def by_place(
    subject: Subject,
    caption: str,
    headers: tuple[str, ...],
    cells: Callable[[Scope], tuple[Words, ...]],
    *,
    note: Words = (),
    unknown: Literal["row", "note", "none"] = "row",
) -> Table:
    """Return a table with a row a locality and the authority.

    Plans of teams that config doesn't know have a row of counts, a note, or neither where no
    figure of the table counts them.
    """
    rows = [_row(place.name, cells(place)) for place in subject.localities]
    if subject.has("plans.open", UNKNOWN_LOCALITY):
        if unknown == "row":
            rows.append(_row("Team not known", _counts_alone(subject, cells(UNKNOWN_LOCALITY))))
        elif unknown == "note":
            note = said(note, _unknown_note(subject))
    rows.append(_row("Authority", cells(AUTHORITY), "total"))
    return Table(caption, _columns("Locality", headers), tuple(rows), note)


def by_team(
    subject: Subject,
    caption: str,
    headers: tuple[str, ...],
    cells: Callable[[Scope], tuple[Words, ...]],
    *,
    note: Words = (),
    unknown: Literal["note", "none"] = "none",
) -> Table:
    """Return a table with a row a team, each locality's total, and the authority.

    Plans of teams that config doesn't know have a note where figures of the table count them.
    """
    rows: list[Row] = []
    for place in subject.localities:
        below = (team for team in subject.teams if team.locality == place.locality)
        rows += [_row(team.team, cells(team)) for team in below]
        rows.append(_row(place.name, cells(place), "total"))
    rows.append(_row("Authority", cells(AUTHORITY), "total"))
    if unknown == "note" and subject.has("plans.open", UNKNOWN_LOCALITY):
        note = said(note, _unknown_note(subject))
    return Table(caption, _columns("Team", headers), tuple(rows), note)


def _unknown_note(subject: Subject) -> Words:
    """Say how many plans only the authority's row takes in."""
    unknown = subject.figure("plans.open", UNKNOWN_LOCALITY)
    row = " The authority’s row also counts "
    return said(row, counted(unknown, "open plan"), " of teams not known.")


def _counts_alone(subject: Subject, cells: tuple[Words, ...]) -> tuple[Words, ...]:
    """Leave out shares and medians, which a handful of plans can't bear."""

    def is_count(words: Words) -> bool:
        return all(
            subject.measures.figures.by_row(part.row).unit == "plans"
            for part in words
            if isinstance(part, Printed)
        )

    return tuple(words if is_count(words) else (DASH,) for words in cells)


def _columns(first: str, headers: Iterable[str]) -> tuple[TableColumn, ...]:
    return (TableColumn(first, 1.7), *(TableColumn(header, 1, "right") for header in headers))


def _row(name: str, cells: tuple[Words, ...], role: Literal["body", "total"] = "body") -> Row:
    return Row((Cell((name,)), *(Cell(words) for words in cells)), role)
