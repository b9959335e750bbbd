"""The restricted `findings.csv`: every finding with its row, its value and the child's id."""

from collections.abc import Iterable
from typing import Final

from pipeline.model.findings import Finding
from pipeline.publish.csv_text import csv_bytes

COLUMNS: Final = (
    "rule",
    "severity",
    "effect",
    "file",
    "sheet",
    "row",
    "column",
    "team",
    "what",
    "remedy",
    "value",
    "child_id",
)
SEVERITIES: Final = ("problem", "warning", "note")
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(findings: Iterable[Finding]) -> bytes:
    """Return the findings, what matters most first, then by place.

    Cells that a spreadsheet would take for a formula start with an apostrophe.
    """
    rows = (map(_as_text, _row(finding)) for finding in sorted(findings, key=_order))
    return csv_bytes(COLUMNS, rows, quote_all=True)


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (
        SEVERITIES.index(finding.rule.severity),
        not finding.needs_person,
        place.file,
        place.sheet,
        place.row if place.row is not None else -1,
        place.column,
        finding.rule.code,
        finding.team,
        finding.child_id,
        finding.value,
    )


def _row(finding: Finding) -> tuple[str, ...]:
    rule, place, facts = finding.rule, finding.place, dict(finding.facts)
    return (
        rule.code,
        rule.severity,
        rule.effect,
        place.file,
        place.sheet,
        "" if place.row is None else str(place.row),
        place.column,
        finding.team,
        rule.says.format(**facts),
        rule.remedy.format(**facts),
        finding.value,
        finding.child_id,
    )


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
