"""Data quality: what was read, repaired and set aside, by file and rule; no values, no ids."""

import re
from collections import Counter

from pipeline.compose.data_account import account_table, not_supplied_lines
from pipeline.compose.limits import limits
from pipeline.compose.subject import Subject
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn
from pipeline.model.findings import Finding
from pipeline.model.tables import SOURCES

MOST_PLACES = 200
SEVERITIES = {"problem": 0, "warning": 1, "note": 2}
FACT = re.compile(r"\{[^}]*\}")


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the data-quality page."""
    return {
        "summary": (*limits(subject), account_table(subject), not_supplied_lines(subject)),
        "files": (_files(subject),),
        "rules": (_rules(subject),),
        "places": _places(subject),
    }


def _files(subject: Subject) -> Table:
    rows = tuple(
        Row(
            (
                Cell((f"{account.file}{f', sheet {account.sheet}' if account.sheet else ''}",)),
                Cell((SOURCES[account.kind].title,)),
                *(
                    Cell((f"{number:,}",))
                    for number in (
                        account.read,
                        account.used,
                        account.repaired,
                        account.set_aside,
                        account.passed_over,
                    )
                ),
                Cell(("refused" if account.refused else "read",)),
            )
        )
        for account in subject.measures.accounts
    )
    return Table(
        "Rows of each file",
        (
            TableColumn("File", 4),
            TableColumn("Kind", 1.6),
            TableColumn("Rows read", 0.8, "right"),
            TableColumn("Used", 0.8, "right"),
            TableColumn("Of these repaired", 0.9, "right"),
            TableColumn("Set aside", 0.8, "right"),
            TableColumn("Blank, title, footer", 0.9, "right"),
            TableColumn("File was", 0.8),
        ),
        rows,
        show_caption=False,
    )


def _rules(subject: Subject) -> Table | Paragraph:
    findings = subject.measures.findings
    if not findings:
        return Paragraph(("Nothing was found.",))
    counts = Counter(finding.rule for finding in findings)
    ordered = sorted(counts, key=lambda rule: (SEVERITIES[rule.severity], -counts[rule], rule.code))
    rows = tuple(
        Row(
            (
                Cell((rule.code,)),
                Cell((_without_facts(rule.says),), small=(_without_facts(rule.remedy),)),
                Cell((rule.severity,)),
                Cell((rule.effect,)),
                Cell((f"{counts[rule]:,}",)),
            )
        )
        for rule in ordered
    )
    return Table(
        "Findings by rule",
        (
            TableColumn("Rule", 1.5),
            TableColumn("What it says and what to do", 5),
            TableColumn("Severity", 0.8),
            TableColumn("What was done", 1),
            TableColumn("How often", 0.8, "right"),
        ),
        rows,
        show_caption=False,
    )


def _without_facts(sentence: str) -> str:
    """Return a rule's sentence with an ellipsis for what differs from place to place."""
    return FACT.sub("…", sentence)


def _places(subject: Subject) -> tuple[Block, ...]:
    findings = [f for f in subject.measures.findings if f.needs_person or f.rule.severity != "note"]
    if not findings:
        return (Paragraph(("No place needs a person.",)),)
    findings.sort(key=lambda f: (not f.needs_person, SEVERITIES[f.rule.severity]))
    shown = findings[:MOST_PLACES]
    more = (
        (
            Paragraph(
                (
                    f"{len(findings) - len(shown):,} more are in findings.csv in the restricted folder.",
                ),
                "note",
            ),
        )
        if len(findings) > len(shown)
        else ()
    )
    return (
        Table(
            "Places that need a person",
            (TableColumn("Place", 3), TableColumn("What happened and what to do", 5)),
            tuple(_place(finding) for finding in shown),
            show_caption=False,
        ),
        *more,
    )


def _place(finding: Finding) -> Row:
    return Row((Cell((str(finding.place) or finding.team,)), Cell((finding.sentence,))))
