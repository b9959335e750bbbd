"""What the end of each plan meant, by its reason; what is not understood is told once each."""

import re
from collections import Counter
from datetime import date
from typing import Final

from pipeline.model.rules.plans import DEATHS_UNDATED, OUTCOME_READ, OUTCOME_UNKNOWN
from pipeline.model.terms import NOT_KNOWN
from pipeline.validate.ledger import Ledger
from pipeline.validate.rules import check_reasons
from pipeline.validate.words import OutcomeWords

DIED: Final = re.compile(r"(?i)\s*(RC2\b|(child )?died\s*$|death( of child)?\s*$)")


def add_outcomes(
    ledger: Ledger, values: dict[str, list[object]], words: OutcomeWords, known: date
) -> None:
    """Put a column `outcome` beside the others, and count the ends and reasons that don't fit."""
    ends = values["plan_end"]
    reasons = values.get("end_reason", [None] * len(ends))
    counts = Counter(
        reason
        for position in ledger.kept()
        if ends[position] is not None and isinstance(reason := reasons[position], str)
    )
    outcomes: dict[object, object] = {None: NOT_KNOWN.lower()}
    for reason, count in sorted(counts.items()):
        outcome, certain = words.outcome(reason)
        outcomes[reason] = outcome
        if certain:
            continue
        if words.reads(reason):
            facts = {"outcome": outcome, "count": str(count)}
            ledger.say(OUTCOME_READ, None, "end_reason", reason, **facts)
        else:
            ledger.say(OUTCOME_UNKNOWN, None, "end_reason", reason, count=str(count))
    values["outcome"] = [
        None if end is None else outcomes.get(reason)
        for end, reason in zip(ends, reasons, strict=True)
    ]
    if "end_reason" in ledger.table.rows:
        check_reasons(ledger, ends, reasons, known)
    if "date_of_death" in values:
        _count_undated_deaths(ledger, reasons, values["date_of_death"])


def _count_undated_deaths(ledger: Ledger, reasons: list[object], deaths: list[object]) -> None:
    undated = sum(
        deaths[at] is None and isinstance(reason := reasons[at], str) and bool(DIED.match(reason))
        for at in ledger.kept()
    )
    if undated:
        ledger.say(DEATHS_UNDATED, None, "end_reason", count=str(undated))
