"""Data quality: what to put right and who can, what was read, and what was found; no values, no ids."""

from collections import Counter
from typing import Final

from pipeline.compose.account_order import in_order
from pipeline.compose.data_account import account_table, not_supplied_lines
from pipeline.compose.limits import limits
from pipeline.compose.subject import Subject
from pipeline.compose.to_do import to_do
from pipeline.compose.to_do_blocks import in_short, tasks
from pipeline.compose.to_do_items import SEVERITIES
from pipeline.compose.tracker_and_extract import tracker_and_extract
from pipeline.compose.unmatched_words import unmatched_words
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn
from pipeline.model.findings import FileAccount, Rule
from pipeline.model.tables import KIND_TITLES

PASSED_OVER: Final = (
    "Passed over: blank, title, footer and repeated rows, and rows of children without a CIN plan, "
    "which nobody need mend."
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the data-quality page."""
    measures = subject.measures
    duties = to_do(measures.findings, measures.accounts, subject.settings)
    return {
        "summary": in_short(subject, duties),
        "to_do": tasks(subject, duties),
        "words": (unmatched_words(measures.findings),),
        "files": (account_table(subject), _files(subject)),
        "rules": (_rules(subject),),
        "trackers": (tracker_and_extract(subject),),
        "limits": (*limits(subject), not_supplied_lines(subject)),
    }


def _files(subject: Subject) -> Table:
    rows = tuple(
        Row(
            (
                Cell((account.file,), small=(account.sheet,) if account.sheet else ()),
                Cell((_kind(subject, account),)),
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
            )
        )
        for account in in_order(subject.measures.accounts)
    )
    return Table(
        "Rows of each file",
        (
            TableColumn("File and sheet", 4),
            TableColumn("Kind", 1.6),
            TableColumn("Rows read", 0.8, "right"),
            TableColumn("Used", 0.8, "right"),
            TableColumn("Of these repaired", 0.9, "right"),
            TableColumn("Set aside", 0.8, "right"),
            TableColumn("Passed over", 0.9, "right"),
        ),
        rows,
        note=(PASSED_OVER,),
    )


def _kind(subject: Subject, account: FileAccount) -> str:
    """Return what a file is: of the extract that was read its format, of others their kind."""
    title = KIND_TITLES[account.kind]
    if account.refused:
        return f"{title}, refused"
    return subject.measures.extract_format.title if account.kind == "case_extract" else title


def _rules(subject: Subject) -> Table | Paragraph:
    findings = subject.measures.findings
    if not findings:
        return Paragraph(("Nothing was found.",))
    counts = Counter(finding.rule for finding in findings)
    ordered = sorted(
        counts, key=lambda rule: (SEVERITIES.index(rule.severity), -counts[rule], rule.code)
    )
    return Table(
        "Findings by rule",
        (
            TableColumn("What it says and what to do", 5),
            TableColumn("Rule", 1.5),
            TableColumn("Severity", 0.8),
            TableColumn("The row was", 1),
            TableColumn("Findings", 0.8, "right"),
        ),
        tuple(_rule(rule, counts[rule]) for rule in ordered),
        show_caption=False,
    )


def _rule(rule: Rule, count: int) -> Row:
    says, remedy = rule.in_general
    return Row(
        (
            Cell((says,), small=(remedy,)),
            Cell((rule.code,)),
            Cell((rule.severity,)),
            Cell((rule.effect,)),
            Cell((f"{count:,}",)),
        )
    )
