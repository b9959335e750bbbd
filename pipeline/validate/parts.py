"""Puts the parts of one case extract together: columns that all have, rows that none repeats."""

from collections.abc import Sequence

import pandas as pd

from pipeline.model.findings import Finding, Place
from pipeline.model.rules.plans import (
    COLUMN_IN_PART,
    ROW_DUPLICATE,
)
from pipeline.model.tables import CASE_EXTRACT
from pipeline.validate.ledger import Ledger

WHERE_READ = ("file", "sheet", "row")
HELD_BACK = ["date_of_death"]
"""What only the rules need: no later step has it, so none can print or keep it."""


def join_parts(
    frames: Sequence[pd.DataFrame], ledgers: Sequence[Ledger]
) -> tuple[pd.DataFrame, frozenset[str], tuple[Finding, ...]]:
    """Return the versions of all parts, the columns supplied, and findings on what differs.

    A column that only some parts have is left out. A row that says the same as an earlier one is
    passed over, which its own part's ledger tells.
    """
    supplied = [frozenset(ledger.table.headers) for ledger in ledgers]
    common = frozenset.intersection(*supplied)
    findings = [
        Finding(
            COLUMN_IN_PART,
            Place(ledger.table.file, ledger.table.sheet, None, ledger.table.headers[name]),
        )
        for ledger in ledgers
        for name in CASE_EXTRACT.names
        if name in ledger.table.headers and name not in common
    ]
    always = {"locality", "team", "plan_end"}
    names = [n for n in CASE_EXTRACT.names if n in common or n in always]
    columns = [*names, "outcome", *WHERE_READ]
    filled = [frame[columns] for frame in frames if len(frame)]
    versions = pd.concat(filled or [frames[0][columns]], ignore_index=True)
    repeated = versions.duplicated(subset=[*names, "outcome"])
    by_place = {(ledger.table.file, ledger.table.sheet): ledger for ledger in ledgers}
    for file, sheet, row in versions.loc[repeated, list(WHERE_READ)].itertuples(index=False):
        ledger = by_place[file, sheet]
        ledger.say(ROW_DUPLICATE, ledger.positions[row])
    told = versions[~repeated].drop(columns=HELD_BACK, errors="ignore")
    return told.reset_index(drop=True), common, tuple(findings)
