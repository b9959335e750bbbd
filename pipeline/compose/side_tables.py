"""Tables that put localities, or teams, side by side with the whole authority."""

from collections.abc import Callable, Iterable
from typing import Literal

from pipeline.compose.format_words import in_cell, no_teams, says_nothing
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
    rows = _known(subject, [_row(subject, each.name, cells(each)) for each in subject.localities])
    if subject.has("plans.open", UNKNOWN_LOCALITY):
        if unknown == "row":
            counts = _counts_alone(subject, cells(UNKNOWN_LOCALITY))
            rows.append(_row(subject, "Team not known", counts))
        elif unknown == "note":
            note = said(note, _unknown_note(subject))
    rows.append(_row(subject, "Authority", cells(AUTHORITY), "total"))
    note = _with_reason(subject, note, "locality")
    return Table(caption, _columns("Locality", headers), tuple(rows), note)


def by_team(
    subject: Subject,
    caption: str,
    headers: tuple[str, ...],
    cells: Callable[[Scope], tuple[Words, ...]],
    *,
    note: Words = (),
    unknown: Literal["note", "none"] = "none",
    own: tuple[Words, ...] = (),
) -> Table:
    """Return a table with a row a team, each locality's total, and the authority.

    Plans of teams that config doesn't know have a note where figures of the table count them. `own`
    are the cells of what the OLT has of its own, which no locality counts.
    """
    rows: list[Row] = []
    for place in subject.localities:
        below = (team for team in subject.teams if team.locality == place.locality)
        rows += [_row(subject, team.team, cells(team)) for team in below]
        rows.append(_row(subject, place.name, cells(place), "total"))
    if own:
        rows.append(_row(subject, "OLT’s own", own, "total"))
    rows = [*_known(subject, rows), _row(subject, "Authority", cells(AUTHORITY), "total")]
    note = _with_reason(subject, note, "team")
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


def _row(
    subject: Subject,
    name: str,
    cells: tuple[Words, ...],
    role: Literal["body", "total"] = "body",
) -> Row:
    return Row((Cell((name,)), *(Cell(in_cell(subject, words)) for words in cells)), role)


def _known(subject: Subject, rows: list[Row]) -> list[Row]:
    """Return the rows of places of which something is known, where a format names no teams."""
    if not no_teams(subject):
        return rows
    return [row for row in rows if not all(says_nothing(cell.words) for cell in row.cells[1:])]


def _with_reason(subject: Subject, note: Words, kind: str) -> Words:
    """Return a table's note, and why it has no figures by place if that is so."""
    if not (why := no_teams(subject)):
        return note
    reason = f"–: not supplied. No figure on plans is by {kind}, since {why}."
    return said(note, " " if note else "", reason)
