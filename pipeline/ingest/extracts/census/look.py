"""The DfE CIN census: a return in XML, of which each CIN plan becomes a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from pipeline.ingest.extracts.census.children import Element, read_census
from pipeline.ingest.extracts.census.plans import CensusPlans
from pipeline.ingest.extracts.look import Reading
from pipeline.ingest.files.sniff import LARGEST
from pipeline.ingest.refusal import Refused
from pipeline.model.dates import read_date
from pipeline.model.extract_formats import FormatName
from pipeline.model.findings import Finding, Place
from pipeline.model.rules.files import FILE_EMPTY, FILE_TOO_LARGE
from pipeline.model.rules.formats import (
    CENSUS_NEW_YEAR,
    CENSUS_NO_PLANS,
    CENSUS_TOO_EARLY,
    CENSUS_YEARS_DIFFER,
)

SUFFIX: Final = ".xml"
PLANS_FROM: Final = 2022
KNOWN_TO: Final = 2026
"""The last year whose layout is known."""


@dataclass(frozen=True)
class CinCensus:
    """A census of which its header was read."""

    file: str
    content: bytes
    details: Element

    @property
    def format(self) -> FormatName:
        """Its format."""
        return "cin_census"

    @property
    def day(self) -> date | None:
        """Its reference date."""
        days = {read_date(text) for text in self.details.texts("ReferenceDate")}
        return days.pop() if len(days) == 1 else None

    @property
    def has_plans(self) -> bool:
        """Whether it is read for plans: always."""
        return True

    @property
    def years(self) -> set[int]:
        """The years that it says it is of."""
        said = {int(text) for text in self.details.texts("Year") if text.isdecimal()}
        return said | ({self.day.year} if self.day else set())

    def read(self, beside: Sequence[Self] = (), known: date | None = None) -> Reading:  # noqa: ARG002 - every format is read so
        """Read its plans. Raises Refused if there are none, or if the XML is damaged."""
        plans = CensusPlans(self.file)
        _, stray = read_census(self.content, plans.take)
        if not plans.count and not stray:
            if self.years and max(self.years) < PLANS_FROM:
                raise Refused(CENSUS_TOO_EARLY, year=str(max(self.years)))
            raise Refused(CENSUS_NO_PLANS, count=str(plans.children))
        table, findings = plans.table(stray)
        return Reading((table,), (*self._of_years(), *findings))

    def _of_years(self) -> list[Finding]:
        findings = []
        year = str(max(self.years, default=0))
        if self.day and len(self.years) > 1:
            said = str(min(self.years - {self.day.year}))
            findings.append(Finding(CENSUS_YEARS_DIFFER, Place(self.file), facts=(("year", said),)))
        elif int(year) > KNOWN_TO:
            findings.append(Finding(CENSUS_NEW_YEAR, Place(self.file), facts=(("year", year),)))
        return findings


def look_at_census(file: str, content: bytes) -> CinCensus:
    """Return how to read a census. Raises Refused if it is none or not safe to read."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(FILE_EMPTY)
    if len(content) > LARGEST:
        raise Refused(FILE_TOO_LARGE, limit=f"{LARGEST // 1_000_000} MB")
    return CinCensus(file, content, read_census(content)[0])
