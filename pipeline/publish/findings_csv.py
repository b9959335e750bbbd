"""The restricted `findings.csv`: every finding with its row, its value and the child's id.

It is made for a double click in Excel. It begins with the mark by which Excel knows UTF-8, so that
accents show. What is read left to right is what a person needs first: whether somebody must act,
whose it is, where, the value, what happened and what to do; the rule's code is last.

Values are strangers' text. One that a spreadsheet would take for a formula, even behind spaces
(`=`, `+`, `-`, `@`, a tab or a line break first, or the wide forms of these signs), gets an
apostrophe in front and is otherwise as it was. A spreadsheet shows the apostrophe; whoever reads
the file by program takes it off. Every cell is quoted. Excel drops the leading zeros of an ID from
its view, as of any CSV; the file has them.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Final

from pipeline.model.findings import Finding
from pipeline.publish.csv_text import csv_bytes

COLUMNS: Final = (
    "needs_person",
    "severity",
    "effect",
    "team",
    "file",
    "sheet",
    "row",
    "column",
    "child_id",
    "value",
    "what",
    "remedy",
    "rule",
)
SEVERITIES: Final = ("problem", "warning", "note")
FORMULA_STARTS: Final = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def findings_csv(findings: Iterable[Finding]) -> bytes:
    """Return the findings, those that left something out first, then by gravity and place."""
    rows = (map(_as_text, _row(finding)) for finding in sorted(findings, key=_order))
    return BOM_UTF8 + csv_bytes(COLUMNS, rows, quote_all=True)


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (
        not finding.needs_person,
        SEVERITIES.index(finding.rule.severity),
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
        "yes" if finding.needs_person else "",
        rule.severity,
        rule.effect,
        finding.team,
        place.file,
        place.sheet,
        "" if place.row is None else str(place.row),
        place.column,
        finding.child_id,
        finding.value,
        rule.says.format(**facts),
        rule.remedy.format(**facts),
        rule.code,
    )


def _as_text(cell: str) -> str:
    live = cell.startswith(FORMULA_STARTS) or cell.lstrip().startswith(FORMULA_STARTS)
    return f"'{cell}" if live else cell
