"""What is known of a file in the extracts folder from its top, and how the rest of it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, Self

from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.ingested import RawTable


@dataclass(frozen=True)
class Reading:
    """What came of reading one file: its tables of plans, and what to say of them.

    `accounts` are of tables that only add to plans, and are not handed on.
    """

    tables: Sequence[RawTable] = field(default=())
    findings: Sequence[Finding] = field(default=())
    accounts: Sequence[FileAccount] = field(default=())


class Look(Protocol):
    """A file that looks like an extract of one format. `day` is the date it gives itself inside.

    `has_plans` is false for a file that only adds to the plans of others.
    """

    @property
    def format(self) -> FormatName:
        """Its format."""
        ...

    @property
    def day(self) -> date | None:
        """The date it gives itself."""
        ...

    @property
    def has_plans(self) -> bool:
        """Whether plans stand in it."""
        ...

    def read(self, beside: Sequence[Self], known: date | None) -> Reading:
        """Read all of it, with the files of its format and date `beside` it (itself among them).

        `known` is the last day that rows may speak of as past. Raises Refused.
        """
        ...
