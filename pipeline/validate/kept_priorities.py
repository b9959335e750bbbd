"""Priorities sheets that are not in the inputs any more: their marks are kept from an earlier run."""

from collections.abc import Sequence

from pipeline.model.findings import Finding, Place
from pipeline.model.forms import PRIORITIES
from pipeline.model.ingested import Ingested
from pipeline.model.priorities import Priorities
from pipeline.model.rules.priorities import SHEETS_KEPT
from pipeline.validate.form_ledger import FormLedger


def kept_sheets(ingested: Ingested, ledgers: Sequence[FormLedger]) -> tuple[Priorities, ...]:
    """Return the sheets that earlier runs read and that no sheet in the inputs stands for.

    Of a period there is one sheet: another that has something written in it stands for it.
    """
    written = {
        ledger.period
        for ledger in ledgers
        if ledger.form is PRIORITIES and not ledger.as_it_went_out
    }
    return tuple(
        sheet
        for sheet in ingested.history.priorities
        if sheet.period <= ingested.as_at and sheet.period not in written
    )


def said_of_kept_sheets(kept: Sequence[Priorities]) -> tuple[Finding, ...]:
    """Say once how many sheets were kept."""
    if not kept:
        return ()
    return (Finding(SHEETS_KEPT, Place(kept[-1].file), facts=(("count", str(len(kept))),)),)
