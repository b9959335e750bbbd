"""A file in which each row is a plan: how it is read once its format is known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from pipeline.ingest.extracts.look import Reading
from pipeline.ingest.reading import Opened, Part, make_tables
from pipeline.ingest.tables.extract_date import date_inside, dates_in_column
from pipeline.ingest.tables.table import TableOf
from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Cell
from pipeline.model.names import same_header
from pipeline.model.rules.sources import EXTRACT_DATES_DIFFER


@dataclass(frozen=True)
class PlanTable:
    """A file of plans in delimited text or sheets. `unread` are headers known and not wanted."""

    opened: Opened
    of: TableOf
    unread: frozenset[str] = frozenset()

    @property
    def format(self) -> FormatName:
        """Its format."""
        return self.of.format

    @property
    def day(self) -> date | None:
        """The date in its date column, else in a line above its header."""
        return date_inside(self.opened.top, self.opened.header.row)

    @property
    def has_plans(self) -> bool:
        """Whether plans stand in it: always."""
        return True

    def read(self, beside: Sequence[Self] = (), known: date | None = None) -> Reading:  # noqa: ARG002 - every format is read so
        """Read every part of it. Raises Refused."""
        parts = [self._without_unread(part) for part in self.opened.parts(self.of)]
        tables, findings = make_tables(self.of, parts)
        return Reading(tables, (*findings, *several_dates(self.of.file, parts)))

    def _without_unread(self, part: Part) -> Part:
        ignored = tuple(h for h in part.header.ignored if same_header(h.header) not in self.unread)
        return replace(part, header=replace(part.header, ignored=ignored))


def several_dates(file: str, parts: Sequence[Part]) -> list[Finding]:
    """Say of each part whose date column holds more than one date."""
    return [
        Finding(EXTRACT_DATES_DIFFER, Place(file, part.grid.sheet))
        for part in parts
        if len(dates_in_column(part.grid.rows[part.header.row :], _header_cells(part))) > 1
    ]


def _header_cells(part: Part) -> Sequence[Cell]:
    return part.grid.rows[part.header.row - 1]
