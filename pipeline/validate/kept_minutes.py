"""Minutes that are not in the inputs any more: what they said is kept from an earlier run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.figures_to_move import name_today
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Ingested
from pipeline.model.minutes import Minutes
from pipeline.model.names import same_header
from pipeline.model.rules.forms import MINUTES_KEPT
from pipeline.validate.agreed_register import Register
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.minutes import meeting_day
from pipeline.validate.teams import same_locality


def kept_minutes(ingested: Ingested, ledgers: Sequence[FormLedger]) -> tuple[Minutes, ...]:
    """Return the minutes that earlier runs read and that no form in the inputs stands for."""
    written = [each for each in ledgers if each.of_check_in and not each.as_it_went_out]
    horizon = ingested.as_at if ingested.looks_back else date.max
    return tuple(
        _in_todays_names(minutes)
        for minutes in ingested.history.minutes
        if minutes.meeting <= horizon and not any(_stands_for(each, minutes) for each in written)
    )


def enter(minutes: Minutes, register: Register) -> None:
    """Enter kept minutes' actions and outcomes into their locality's register."""
    for action in minutes.actions:
        register.add(action)
    for update in minutes.updates:
        register.update(update)


def said_of_kept(kept: Sequence[Minutes]) -> tuple[Finding, ...]:
    """Say which minutes were kept, once for each locality."""
    files: dict[str, list[str]] = {}
    for minutes in kept:
        files.setdefault(minutes.locality, []).append(minutes.file)
    return tuple(
        Finding(MINUTES_KEPT, Place(found[-1]), facts=(("count", str(len(found))),))
        for found in files.values()
    )


def _in_todays_names(minutes: Minutes) -> Minutes:
    """Return minutes with each figure under the name that it has today."""
    updates = (replace(each, figure=name_today(each.figure)) for each in minutes.updates)
    return replace(minutes, updates=tuple(updates))


def _stands_for(ledger: FormLedger, minutes: Minutes) -> bool:
    """Return whether a form is that of the minutes, even if the check-in's day was corrected.

    Minutes of another day in a form of the same period are another check-in's, unless they hold
    one of its actions, or stand in the same file.
    """
    scope = ledger.raw.identity.scope
    same_place = (scope.locality == minutes.locality) or (
        bool(minutes.locality) and same_locality(scope.locality, minutes.locality)
    )
    if not same_place or ledger.period != minutes.period:
        return False
    if meeting_day(ledger) == minutes.meeting or ledger.raw.file == minutes.file:
        return True
    actions = {same_header(action.action) for action in minutes.actions}
    return any(
        same_header(line) in actions for field in ledger.fields for line in field.text.splitlines()
    )
