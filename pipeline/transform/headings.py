"""Findings name a column as it is headed in its own file, whatever the format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from pipeline.model.findings import Finding
from pipeline.model.tables import CASE_EXTRACT, TRACKER

NAMES: Final = {
    column.header: column.name for source in (TRACKER, CASE_EXTRACT) for column in source.columns
}
"""The canonical name of each column by its usual header."""


def as_headed(
    findings: Iterable[Finding], headers: Mapping[tuple[str, str], Mapping[str, str]]
) -> Iterator[Finding]:
    """Yield the findings with the header that their column has in their file and sheet."""
    for finding in findings:
        place = finding.place
        own = headers.get((place.file, place.sheet), {})
        header = own.get(NAMES.get(place.column, ""), place.column)
        yield replace(finding, place=replace(place, column=header))
