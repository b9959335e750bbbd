"""Finds out which table of the contract a table in a document is, and which column is which.

By its headers, however they were moved and reworded; where they are gone, by the tags of its
controls, or by its name with as many columns as it was sent with. A column is never found by its
place alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Final

from pipeline.ingest.word_form.cells import peek
from pipeline.ingest.word_form.likeness import (
    ALIKE,
    SAME,
    best_likeness,
    likeness,
    without_number,
)
from pipeline.ingest.word_form.page import Cell, Row, Table
from pipeline.model.checklist import CRITERIA
from pipeline.model.forms import OBSERVED, Form, FormColumn, FormTable

HEADER_ROWS: Final = 3
"""The header may stand under a row or two that someone put above it."""
UNDER_ITS_HEADING: Final = 1.0
REST: Final = "the table above it"
_TAG: Final = re.compile(r"(previous|insights)\.[^.]+\.(\w+)|(score)\.\d+\.(.+)|(observed)\.(.+)")
_CRITERION: Final = re.compile(r"\s*(\d{1,2})\s*[.):]?\s")
_WORDING: Final = 0.7


@dataclass(frozen=True)
class Match:
    """A table that was recognised: its columns and teams by place; `header` is -1 where it has none.

    `grid` holds where each place begins and ends in the table's grid, `headers` what heads it.
    `how` says by what a table without headers was known; blank where it has them.
    """

    table: FormTable
    header: int
    columns: dict[int, FormColumn]
    grid: tuple[tuple[int, int], ...]
    teams: dict[int, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    how: str = ""

    @property
    def place_of_row_name(self) -> int:
        """The place of the column that names the rows; -1 if it is gone."""
        return next((n for n, c in self.columns.items() if c.name == self.table.row), -1)

    def header_at(self, place: int) -> str:
        """Return the header of a place as the form was sent with it, else as it stands there.

        Some are sent with a date after them: `If nothing changes, by 13 May`.
        """
        there = self.headers[place] if place < len(self.headers) else ""
        column = self.columns.get(place)
        return there if column is None or there.startswith(column.header) else column.header

    def placed(self, row: Row) -> Iterator[tuple[Cell, list[int]]]:
        """Yield each cell of a row with the places that it stands in: several, if it was merged."""
        if len(row.cells) == len(self.grid):
            yield from ((cell, [place]) for place, cell in enumerate(row.cells))
            return
        start = row.before
        for cell in row.cells:
            end = start + cell.span
            halves = ((first + last) / 2 for first, last in self.grid)
            yield cell, [place for place, half in enumerate(halves) if start <= half < end]
            start = end


def match_without_headers(
    form: Form, table: Table, heading: str, teams: Sequence[str], before: Match | None
) -> Match | None:
    """Return what a table without headers is; None if it is none of the form's.

    `heading` stands above it; `before` is the table right before it under the same heading, of
    which it may be a part that was split off.
    """
    return _by_tags(form, table) or _rest_of(table, before) or _by_name(form, table, heading, teams)


def criterion_of(words: str) -> str:
    """Return the number of the criterion that a row is about, `observed`, or a blank."""
    if likeness(words, OBSERVED) >= ALIKE:
        return "observed"
    number = _CRITERION.match(f"{words} ")
    if number and 1 <= int(number.group(1)) <= len(CRITERIA):
        return str(int(number.group(1)))
    scores = {c.number: max(likeness(words, c.wording), likeness(words, c.name)) for c in CRITERIA}
    best = max(scores, key=lambda key: scores[key])
    return str(best) if scores[best] >= _WORDING else ""


def _grid(row: Row) -> tuple[tuple[int, int], ...]:
    """Return where each cell of a row begins and ends in the table's grid."""
    ends = list(accumulate((cell.span for cell in row.cells), initial=row.before))
    return tuple(pairwise(ends))


def match_by_headers(form: Form, table: Table, heading: str) -> Match | None:
    """Return what a table is by its headers; None if they are no table's of the form."""
    best: tuple[float, Match] | None = None
    for number, row in enumerate(table.rows[:HEADER_ROWS]):
        headers = tuple(peek(cell) for cell in row.cells)
        for candidate in form.tables:
            columns, score = _columns(headers, candidate)
            score += UNDER_ITS_HEADING * (likeness(heading, candidate.title) >= SAME)
            if (best is None or score > best[0]) and _is(candidate, headers, columns, heading):
                match = Match(candidate, number, columns, _grid(row), headers=headers)
                if candidate.by_team:
                    match = _with_teams(match, table)
                if match.teams or not candidate.by_team:
                    best = score, match
    return best[1] if best else None


def _columns(headers: Sequence[str], table: FormTable) -> tuple[dict[int, FormColumn], float]:
    """Return the best column for each header, each column once, and how good they are together."""
    pairs = [
        (-best_likeness(header, column.header, column.aliases), place, order)
        for place, header in enumerate(headers)
        for order, column in enumerate(table.columns)
        if header
    ]
    found: dict[int, FormColumn] = {}
    score = 0.0
    for negative, place, order in sorted(pairs):
        column = table.columns[order]
        if -negative >= ALIKE and place not in found and column not in found.values():
            found[place] = column
            score -= negative
    for place, header in enumerate(headers):
        again = [c for c in found.values() if likeness(without_number(header), c.header) == 1.0]
        if place not in found and again:
            found[place] = again[0]
    return dict(sorted(found.items())), score


def _is(
    table: FormTable, headers: Sequence[str], columns: dict[int, FormColumn], heading: str
) -> bool:
    """Return whether headers are a table's: what it needs is there, and nothing of another's."""
    there = set(columns.values())
    needed = {column for column in table.columns if column.needed}
    whole = all(any(likeness(h, c.header) == 1.0 for h in headers) for c in table.columns)
    strange = any(likeness(h, never) >= SAME for h in headers for never in table.never)
    if strange and not whole:
        return False
    under = likeness(heading, table.title) >= SAME
    return needed <= there or (under and len(there) >= max(2, len(table.columns) / 2))


def _with_teams(match: Match, table: Table) -> Match:
    """Return the match with the teams that head its other columns; none if no row is a criterion."""
    name = match.place_of_row_name
    rows = (row for row in table.rows[match.header + 1 :] if len(row.cells) > name)
    if not any(criterion_of(peek(row.cells[name])) for row in rows):
        return match
    teams = {n: h for n, h in enumerate(match.headers) if n not in match.columns and h}
    return replace(match, teams=teams)


def _by_tags(form: Form, table: Table) -> Match | None:
    """Return the table that the tags of its controls name."""
    for candidate in form.tables:
        named = {column.name: column for column in candidate.columns}
        columns: dict[int, FormColumn] = {}
        teams: dict[int, str] = {}
        grid: tuple[tuple[int, int], ...] = ()
        for row in table.rows:
            for place, cell in enumerate(row.cells):
                for part, name in _tags(cell.tags):
                    grid = grid or _grid(row)
                    if part == candidate.part and name in named:
                        columns[place] = named[name]
                    elif part in ("score", "observed") and candidate.by_team:
                        teams[place] = name
        if teams and 0 not in teams:
            columns = {0: candidate.columns[0]}
        if teams or columns:
            columns = _around_the_tagged(columns, candidate, len(grid))
            return Match(candidate, -1, columns, grid, teams, how="the names of its controls")
    return None


def _around_the_tagged(
    columns: dict[int, FormColumn], table: FormTable, cells: int
) -> dict[int, FormColumn]:
    """Return all columns of a table as it was sent, if those known by tags stand in their places."""
    sent = dict(enumerate(table.columns))
    whole = len(sent) == cells and all(sent[place] == c for place, c in columns.items())
    return sent if whole and not table.by_team else columns


def _by_name(form: Form, table: Table, heading: str, teams: Sequence[str]) -> Match | None:
    """Return the table of that heading or caption, if it has as many columns as it was sent with."""
    if not table.rows:
        return None
    for candidate in form.tables:
        named = (
            likeness(heading, candidate.title) >= SAME
            or likeness(table.caption, candidate.title) >= SAME
            or any(likeness(table.caption, c.header) == 1.0 for c in candidate.columns if c.needed)
        )
        widths = {len(row.cells) for row in table.rows}
        if not named or candidate.by_team or len(candidate.columns) not in widths:
            continue
        place = [column.name for column in candidate.columns].index(candidate.row)
        names = [peek(row.cells[place]) for row in table.rows if len(row.cells) > place]
        of_teams = candidate.row != "team" or any(
            likeness(name, team) == 1.0 for name in names for team in teams
        )
        if of_teams:
            how = "its heading and the order in which it was sent"
            columns = dict(enumerate(candidate.columns))
            row = next(row for row in table.rows if len(row.cells) == len(columns))
            return Match(candidate, -1, columns, _grid(row), how=how)
    return None


def _rest_of(table: Table, before: Match | None) -> Match | None:
    """Return the match of the table before, if this one can be its other part."""
    if before is None or not table.rows:
        return None
    widths = {grid[-1][1] for row in table.rows if (grid := _grid(row))}
    whole = before.grid[-1][1]
    return replace(before, header=-1, how=REST) if widths == {whole} and whole > 1 else None


def _tags(tags: Sequence[str]) -> list[tuple[str, str]]:
    found = (_TAG.fullmatch(tag) for tag in tags)
    parted = ([part for part in match.groups() if part] for match in found if match)
    return [(part[0], part[1]) for part in parted]
