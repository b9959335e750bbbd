"""Words that are on no list: where, how many, and in how many rows each; never which."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pipeline.model.content import Cell, Paragraph, Row, Table, TableColumn
from pipeline.model.findings import Finding, Rule
from pipeline.model.rules.forms import (
    FIGURE_UNCLEAR,
    OUTCOME_UNCLEAR,
    REVIEW_TEAM_UNKNOWN,
    ROW_TEAM_UNKNOWN,
)
from pipeline.model.rules.plans import OUTCOME_UNKNOWN, TEAM_UNKNOWN
from pipeline.model.rules.statuses import STATUS_LISTED, STATUS_UNKNOWN
from pipeline.model.rules.trackers import BARRIER_UNKNOWN, SCORE_NO_TEAM, STAGE_UNKNOWN

LEFT_OUT: Final = "nothing: left out"
COUNT_AS: Final[dict[Rule, str]] = {
    STATUS_UNKNOWN: LEFT_OUT,
    STATUS_LISTED: LEFT_OUT,
    TEAM_UNKNOWN: "team Not known",
    OUTCOME_UNKNOWN: "outcome not known",
    STAGE_UNKNOWN: "stage Not recognised",
    BARRIER_UNKNOWN: "barrier Other",
    SCORE_NO_TEAM: LEFT_OUT,
    REVIEW_TEAM_UNKNOWN: LEFT_OUT,
    ROW_TEAM_UNKNOWN: "the locality’s own",
    OUTCOME_UNCLEAR: "still open",
    FIGURE_UNCLEAR: "no figure named",
}
"""The rules of words that are looked up in a list, and what they count as when they are not on it."""
MOST_COUNTS: Final = 8


def unmatched_words(findings: Iterable[Finding]) -> Table | Paragraph:
    """Return a row for each column that holds words on no list, with the rows of each word."""
    words: defaultdict[tuple[Rule, str], defaultdict[str, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for finding in findings:
        if finding.rule in COUNT_AS:
            place = finding.place
            where = ", ".join(part for part in (place.file, place.sheet, place.column) if part)
            rows = dict(finding.facts).get("count", "1").replace(",", "")
            words[finding.rule, where][finding.value] += int(rows)
    if not words:
        return Paragraph(("Every team, status, end reason, stage and barrier was understood.",))
    ordered = sorted(words.items(), key=lambda item: (list(COUNT_AS).index(item[0][0]), item[0][1]))
    return Table(
        "Words that are on no list",
        (
            TableColumn("Where", 4),
            TableColumn("They count as", 1.6),
            TableColumn("Different words", 0.9, "right"),
            TableColumn("Rows of each", 1.6, "right"),
        ),
        tuple(
            Row(
                (
                    Cell((where,)),
                    Cell((COUNT_AS[rule],)),
                    Cell((f"{len(found):,}",)),
                    Cell((_counts(found.values()),)),
                )
            )
            for (rule, where), found in ordered
        ),
        show_caption=False,
    )


def _counts(rows: Iterable[int]) -> str:
    """Return `12, 5, 1`, the most first."""
    ordered = sorted(rows, reverse=True)
    more = ", …" if len(ordered) > MOST_COUNTS else ""
    return ", ".join(f"{count:,}" for count in ordered[:MOST_COUNTS]) + more
