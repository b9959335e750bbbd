"""What a run says at its end: what is published where, and what needs a person."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from pipeline.cli.say import counted, listed
from pipeline.model.findings import Finding, Severity
from pipeline.publish import Published

MOST: Final = 8
SEVERITIES: Final[tuple[Severity, ...]] = ("problem", "warning", "note")


def summary(published: Published) -> list[str]:
    """Return the lines that tell a run's result, without any cell value."""
    lines = _where(published)
    lines += [f"Findings: {by_severity(published.findings)}"]
    quality = PurePosixPath("data-quality.html")
    more_in = (
        published.folder / quality
        if quality in published.documents
        else published.restricted / "findings.csv"
    )
    return lines + needing_person(published.findings, str(more_in))


def by_severity(findings: Iterable[Finding]) -> str:
    """Return `2 problems, 1 warning`, or `none`."""
    counts = Counter(finding.rule.severity for finding in findings)
    return ", ".join(counted(counts[name], name) for name in SEVERITIES if counts[name]) or "none"


def needing_person(findings: Iterable[Finding], more_in: str) -> list[str]:
    """Return what was left out, one line for each kind and file, at most `MOST` of them."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        if finding.needs_person:
            where = finding.place.file or finding.sentence
            key = (finding.rule.code, where, finding.place.sheet)
            groups.setdefault(key, []).append(finding)
    if not groups:
        return []
    lines = ["Needs a person:"]
    for found in list(groups.values())[:MOST]:
        lines.append(f"  {placed(found[0])}")
        if len(found) > 1:
            lines.append(f"    and {len(found) - 1:,} more like it there")
    if len(groups) > MOST:
        lines.append(f"  and {len(groups) - MOST} more in {more_in}")
    return lines


def placed(finding: Finding) -> str:
    """Return a finding's place and sentence."""
    place = str(finding.place) or finding.team
    return f"{place}: {finding.sentence}" if place else finding.sentence


def _where(published: Published) -> list[str]:
    index = PurePosixPath("index.html")
    if published.already:
        there = f"{published.period} is published already, with this same result, in "
        return [f"{there}{published.folder}. Nothing was written.", *_spoiled(published)]
    made = counted(len(published.documents), "document")
    lines = [f"Published {published.period}: {made} in {published.folder}"]
    if published.changed:
        lines.append(
            f"Differs from what was published before for this date in: {listed(published.changed)}"
        )
    lines += _spoiled(published)
    if index in published.documents:
        lines.append(f"Start with {published.folder / index}")
    lines.append(f"For the performance officer only: {published.restricted}")
    return lines


def _spoiled(published: Published) -> list[str]:
    """Return what became of what was published before for the date."""
    if not published.spoiled:
        return []
    return [f"Of what was published before for this date: {listed(published.spoiled)}."]
