"""Understands one check-in's minutes that came back filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes
from pipeline.model.rules.forms import DATE_NO_YEAR, DATE_OF_CONTROL, FORM_BLANK, MEETING_UNDATED
from pipeline.model.settings import Settings
from pipeline.validate.agreed_register import Register
from pipeline.validate.form_dates import NO_DAY, WrittenDay, day_of_form
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_teams import RowTeams
from pipeline.validate.minutes_actions import Draft, agreed_today
from pipeline.validate.minutes_updates import EarlierActions
from pipeline.validate.minutes_words import (
    barriers,
    discussions,
    expectations,
    how_icms_go,
    names,
    present,
)


def meeting_day(ledger: FormLedger) -> date:
    """Return the day of the check-in: as written, else the one that the form was made for."""
    return _written_day(ledger).day or ledger.period


def read_minutes(
    ledger: FormLedger, locality: str, settings: Settings, register: Register
) -> Minutes | None:
    """Return what the minutes say, and enter their actions and outcomes into the register.

    Returns None if nobody wrote anything in them.
    """
    meeting, period = meeting_day(ledger), ledger.period
    _say_how_dated(ledger)
    teams = RowTeams(settings, ledger.raw.identity.scope, meeting)
    earlier = EarlierActions(ledger, register, teams, meeting)
    earlier.read()
    if ledger.as_it_went_out and not any(map(_says_something, earlier.updates.values())):
        ledger.leave(FORM_BLANK)
        return None
    drafts = [*earlier.copied, *agreed_today(ledger, register, teams, meeting)]
    stem = register.stem(meeting, period)
    actions = tuple(_action(*each, locality, meeting, stem) for each in enumerate(drafts, 1))
    for action in actions:
        register.add(action)
    updates = (*earlier.updates.values(), *_said_of(drafts, actions))
    updates = tuple(filter(_says_something, updates))
    for update in updates:
        register.update(update)
    return Minutes(
        locality=locality,
        period=period,
        meeting=meeting,
        file=ledger.raw.file,
        actions=actions,
        updates=updates,
        icms=tuple(how_icms_go(ledger, teams)),
        expectations=tuple(expectations(ledger, teams)),
        barriers=tuple(barriers(ledger)),
        discussions=tuple(discussions(ledger)),
        present=tuple(dict.fromkeys(present(ledger))),
        apologies=tuple(names(ledger, ledger.entry("apologies"))),
        asides=ledger.close(),
    )


def _written_day(ledger: FormLedger) -> WrittenDay:
    field = ledger.entry("date")
    return day_of_form(field.text, ledger.period, field.day) if field else NO_DAY


def _say_how_dated(ledger: FormLedger) -> None:
    field, written = ledger.entry("date"), _written_day(ledger)
    ledger.take(field)
    fields = (field,) if field else ()
    if written.day is None:
        ledger.say(MEETING_UNDATED, *fields)
    elif written.without_year:
        ledger.say(DATE_NO_YEAR, *fields)
    elif written.from_control:
        ledger.say(DATE_OF_CONTROL, *fields)


def _says_something(update: ActionUpdate) -> bool:
    return update != ActionUpdate(update.reference)


def _action(number: int, draft: Draft, locality: str, meeting: date, stem: str) -> AgreedAction:
    return AgreedAction(
        reference=draft.reference or f"{stem}-{number}",
        locality=locality,
        team=draft.team,
        action=draft.action,
        due=draft.due,
        due_words=draft.due_words,
        note=draft.note,
        agreed=meeting,
    )


def _said_of(drafts: Sequence[Draft], actions: Sequence[AgreedAction]) -> list[ActionUpdate]:
    """Return what was said of actions in the row that they were copied into."""
    return [
        replace(draft.said, reference=action.reference)
        for draft, action in zip(drafts, actions, strict=True)
        if draft.said is not None
    ]
