"""Forms that came back more than once: which of them counts.

Minutes of another day are another check-in's, even if someone wrote them into an older form.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from pipeline.model.forms import PRIORITIES
from pipeline.model.identity import Identity
from pipeline.model.names import same_header
from pipeline.model.rules.forms import FORM_BLANK, FORM_PARTIAL, FORM_TWICE, MINUTES_DIFFER
from pipeline.model.rules.priorities import SHEETS_DIFFER
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.minutes import meeting_day

Said = frozenset[tuple[object, ...]]


def settle_doubles(ledgers: Sequence[FormLedger]) -> list[FormLedger]:
    """Return the forms that count, in the order given; say of the others why they do not.

    A form that says no more than another of the same meeting is left out. Minutes of one check-in
    (priorities sheets of one period) that each say something of their own are all set aside: nothing
    tells which are right.
    """
    groups: dict[tuple[Identity, date], list[FormLedger]] = defaultdict(list)
    for ledger in ledgers:
        day = meeting_day(ledger) if ledger.of_check_in else ledger.period
        groups[ledger.raw.identity, day].append(ledger)
    kept: list[FormLedger] = []
    for group in groups.values():
        counting = _fullest(group)
        sheets = counting[0].form is PRIORITIES
        if len(counting) > 1 and (sheets or counting[0].of_check_in):
            for ledger in counting:
                others = (each.raw.file for each in counting if each is not ledger)
                rule = SHEETS_DIFFER if sheets else MINUTES_DIFFER
                ledger.leave(rule, others=", ".join(others))
            continue
        kept += counting
    return [ledger for ledger in ledgers if ledger in kept]


def _fullest(group: Sequence[FormLedger]) -> list[FormLedger]:
    """Return the forms of a group that none other holds in full; say which one does."""
    written = [ledger for ledger in group if not ledger.as_it_went_out] or group
    for ledger in group:
        if ledger not in written:
            ledger.leave(FORM_BLANK)
    said = sorted(((_said(each), each) for each in written), key=_most_first)
    kept: list[tuple[Said, FormLedger]] = []
    for words, ledger in said:
        fuller = next((each for each in kept if words <= each[0]), None)
        if fuller is None:
            kept.append((words, ledger))
        else:
            rule = FORM_TWICE if words == fuller[0] else FORM_PARTIAL
            ledger.leave(rule, other=fuller[1].raw.file)
    return [ledger for _, ledger in kept]


def _most_first(form: tuple[Said, FormLedger]) -> tuple[int, str]:
    words, ledger = form
    return -len(words), ledger.raw.file


def _said(ledger: FormLedger) -> Said:
    """Return what a form says, whichever rows its parts stand in."""
    fields = {
        (field.part, same_header(field.row), field.column, same_header(field.text), field.ticked)
        for field in ledger.fields
    }
    return frozenset(fields | {("aside", same_header(aside.text)) for aside in ledger.asides})
