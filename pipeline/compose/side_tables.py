"""Tables that put localities, or teams, side by side with the whole authority."""

from collections.abc import Callable, Iterable

from pipeline.compose.subject import Subject
from pipeline.model.content import Cell, Row, Table, TableColumn, Words
from pipeline.model.scopes import AUTHORITY, UNKNOWN_TEAM, Scope

UNKNOWN_LOCALITY = Scope("locality", UNKNOWN_TEAM.locality)


def by_place(
    subject: Subject,
    caption: str,
    headers: tuple[str, ...],
    cells: Callable[[Scope], tuple[Words, ...]],
    *,
    note: Words = (),
    unknown: bool = True,
    show_caption: bool = True,
) -> Table:
    """Return a table with a row a locality, "Not known" if it has plans, and the authority."""
    places = list(subject.localities)
    if unknown and subject.has("plans.open", UNKNOWN_LOCALITY):
        places.append(UNKNOWN_LOCALITY)
    rows = [_row(place.name, cells(place)) for place in places]
    rows.append(_row("Authority", cells(AUTHORITY), "total"))
    return Table(
        caption, _columns("Locality", headers), tuple(rows), note, show_caption=show_caption
    )


def by_team(
    subject: Subject,
    caption: str,
    headers: tuple[str, ...],
    cells: Callable[[Scope], tuple[Words, ...]],
    *,
    note: Words = (),
) -> Table:
    """Return a table with a row a team, each locality's total, and the authority."""
    rows: list[Row] = []
    for place in subject.localities:
        rows += [
            _row(team.team, cells(team))
            for team in subject.teams
            if team.locality == place.locality
        ]
        rows.append(_row(place.name, cells(place), "total"))
    rows.append(_row("Authority", cells(AUTHORITY), "total"))
    return Table(caption, _columns("Team", headers), tuple(rows), note)


def _columns(first: str, headers: Iterable[str]) -> tuple[TableColumn, ...]:
    return (TableColumn(first, 1.7), *(TableColumn(header, 1, "right") for header in headers))


def _row(name: str, cells: tuple[Words, ...], role: str = "body") -> Row:
    return Row(
        (Cell((name,), tone="strong"), *(Cell(words) for words in cells)),
        "total" if role == "total" else "body",
    )
