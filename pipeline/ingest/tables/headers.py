"""Finds the header row of a source and which of its columns is which."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.extract_date import COLUMNS as DATE_COLUMNS
from pipeline.ingest.tables.grid import TOP, is_blank
from pipeline.ingest.tables.unknown_columns import UnknownColumn, as_header, letters, texts
from pipeline.model.dates import read_date
from pipeline.model.ingested import Cell
from pipeline.model.names import same_header
from pipeline.model.national_tables import ANNEX_A, SSD_CIN_PLANS
from pipeline.model.rules.tables import (
    MISSING_COLUMNS,
    NO_HEADER,
    REPEATED_COLUMN,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT, SOURCES, SourceTable

DATED = (CASE_EXTRACT, ANNEX_A, SSD_CIN_PLANS)
"""Sources whose tables may have a column with the extract's own date."""
SURE = 2
"""A row in which fewer headers are known may as well be data."""


@dataclass(frozen=True)
class Header:
    """The header row: its number, where each canonical column stands, and what it is called.

    `width` is its number of fields, `named` that up to its last header. `needed` names the columns
    no table is without.
    """

    row: int
    width: int
    named: int
    columns: dict[str, int]
    headers: dict[str, str]
    ignored: tuple[UnknownColumn, ...]
    needed: tuple[str, ...]


@dataclass(frozen=True)
class _Claims:
    """By canonical name: the positions that claim it, the most direct kind of match only."""

    positions: dict[str, list[int]]

    @property
    def count(self) -> int:
        return len(self.positions)

    def covers(self, needed: Sequence[str]) -> bool:
        return all(name in self.positions for name in needed)


class Contract:
    """The headers under which the columns of one source may stand.

    A column's own header comes first, then the aliases everyone has, then those of config.
    """

    def __init__(self, source: SourceTable, settings: Settings) -> None:
        """Put the aliases together; those of config win over those everyone has."""
        self.source = source
        self.needed = [c.name for c in source.columns if c.need == "needed"]
        config: Mapping[str, tuple[str, ...]] = getattr(settings.headers, source.name, {})
        self._meanings: dict[str, tuple[int, str]] = {}
        for column in source.columns:
            # a national format is known by its own names alone
            own = (column.name,) if source.name in SOURCES else ()
            for alias in (*column.aliases, *own):
                self._meanings.setdefault(same_header(alias), (1, column.name))
        for column in source.columns:
            self._meanings[same_header(column.header)] = (0, column.name)
        for name, aliases in config.items():
            for alias in aliases:
                known = self._meanings.get(same_header(alias))
                if known is None or known[1] != name:
                    self._meanings[same_header(alias)] = (2, name)

    def find(self, rows: Sequence[Sequence[Cell]]) -> Header:
        """Return the header found in the top rows.

        Raises Refused if no row holds all needed columns, or if two columns claim one meaning.
        """
        best: _Claims = _Claims({})
        best_row: Sequence[Cell] = ()
        for number, row in self._candidates(rows):
            claims = self._claims(row)
            if claims.covers(self.needed):
                return self._header(number, row, claims)
            if len(claims.positions) > len(best.positions):
                best, best_row = claims, row
        if not best.positions:
            raise Refused(NO_HEADER, source=self._a_source(), needed=self._needed_headers())
        missing = [self.source.column(n).header for n in self.needed if n not in best.positions]
        known = {position for positions in best.positions.values() for position in positions}
        unknown = _unknown(best_row, known)
        found = ", ".join(as_header(best_row[position]) for position in sorted(known))
        if unknown:
            found += f"; not known: {letters(unknown)}"
        raise Refused(
            MISSING_COLUMNS, missing=", ".join(missing), found=found, value=texts(unknown)
        )

    def fits(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Return whether one of the top rows holds all needed columns."""
        return any(self._claims(row).covers(self.needed) for _, row in self._candidates(rows))

    def recognises(self, rows: Sequence[Sequence[Cell]]) -> int:
        """Return the most columns that any one of the top rows is known to have."""
        return max((len(self._claims(row).positions) for row in rows[:TOP]), default=0)

    def _candidates(self, rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Yield what may be the header row, with its number: each row, and two that are one.

        Two are one where headers stand in the lower and others above the gaps that it leaves; where
        the lower has them all and more, the upper is none.
        """
        for number, row in enumerate(rows[:TOP], 1):
            below = rows[number] if number < len(rows) else ()
            if self._is_header_too(below):
                joined = _joined(row, below)
                own, lower, both = (self._claims(each) for each in (row, below, joined))
                if both.count > max(own.count, lower.count):
                    yield number + 1, joined
                elif lower.count > own.count and lower.covers(self.needed):
                    continue
            yield number, row

    def _is_header_too(self, row: Sequence[Cell]) -> bool:
        """Return whether a row holds little but headers that are known, and nothing like data."""
        filled = [cell for cell in row if not is_blank(cell)]
        known = sum(
            isinstance(cell, str) and same_header(cell) in self._meanings for cell in filled
        )
        return known >= SURE and 2 * known >= len(filled) and not _is_doubtful(row)

    def _a_source(self) -> str:
        title = self.source.title
        return f"an {title}" if title[0] in "AEIOUaeiou" else f"a {title}"

    def _needed_headers(self) -> str:
        return ", ".join(self.source.column(name).header for name in self.needed)

    def _claims(self, row: Sequence[Cell]) -> _Claims:
        tiers: dict[str, int] = {}
        positions: dict[str, list[int]] = {}
        for position, cell in enumerate(row):
            found = self._meanings.get(same_header(cell)) if isinstance(cell, str) else None
            if found is None:
                continue
            tier, name = found
            if name not in tiers or tier < tiers[name]:
                tiers[name], positions[name] = tier, [position]
            elif tier == tiers[name]:
                positions[name].append(position)
        return _Claims(positions)

    def _header(self, number: int, row: Sequence[Cell], claims: _Claims) -> Header:
        for name, positions in claims.positions.items():
            if len(positions) > 1:
                raise Refused(
                    REPEATED_COLUMN,
                    row=number,
                    column=self.source.column(name).header,
                    headers=", ".join(as_header(row[position]) for position in positions),
                )
        columns = {
            name: claims.positions[name][0]
            for name in self.source.names
            if name in claims.positions
        }
        used = set(columns.values())
        ignored = tuple(
            column
            for column in _unknown(row, used)
            if not (self.source in DATED and same_header(column.header) in DATE_COLUMNS)
        )
        headers = {name: as_header(row[position]) for name, position in columns.items()}
        named = max(position for position, cell in enumerate(row, 1) if not is_blank(cell))
        needed = tuple(self.needed)
        return Header(number, len(row), named, columns, headers, ignored, needed)


def _joined(row: Sequence[Cell], below: Sequence[Cell]) -> Sequence[Cell]:
    width = max(len(row), len(below))
    upper, lower = ([*each, *[None] * (width - len(each))] for each in (row, below))
    return [a if is_blank(b) else b for a, b in zip(upper, lower, strict=True)]


def _unknown(row: Sequence[Cell], known: Container[int]) -> tuple[UnknownColumn, ...]:
    """Return the columns at the other positions over which words stand."""
    return tuple(
        UnknownColumn(position, as_header(cell))
        for position, cell in enumerate(row)
        if position not in known and isinstance(cell, str) and cell.strip()
    )


def _is_doubtful(row: Sequence[Cell]) -> bool:
    """Return whether a row holds a date or a number, as no header row does."""
    filled = [cell for cell in row if not is_blank(cell)]
    return any(not isinstance(cell, str) or read_date(cell) is not None for cell in filled)
