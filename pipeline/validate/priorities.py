"""Understands a priorities sheet that came back: what to take, note or park, and her own points."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.model.forms import CHOSEN, OWN
from pipeline.model.names import same_header
from pipeline.model.priorities import Choice, Mark, OwnPoint, Priorities
from pipeline.model.rules.forms import DATE_NO_YEAR, DATE_OF_CONTROL, FORM_BLANK
from pipeline.model.rules.priorities import (
    CHOICE_READ,
    CHOICE_UNCLEAR,
    CHOICES_DIFFER,
    INSIGHT_UNKNOWN,
    ORDER_UNCLEAR,
    SHEET_NO_MEETING,
)
from pipeline.model.settings import Settings
from pipeline.validate.form_dates import day_of_form
from pipeline.validate.form_fields import Field, FormRow
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_words import says_nothing
from pipeline.validate.priority_words import Known, choice_of, known_insights, order_of


def read_priorities(ledger: FormLedger, settings: Settings) -> Priorities | None:
    """Return what a sheet says; None if nobody wrote anything in it."""
    if ledger.as_it_went_out:
        ledger.leave(FORM_BLANK)
        return None
    meeting = _meeting(ledger)
    marks, own = _marks(ledger, known_insights(settings))
    own += _own_points(ledger)
    return Priorities(
        period=ledger.period,
        meeting=meeting,
        file=ledger.raw.file,
        marks=marks,
        own=tuple(own),
        asides=ledger.close(),
    )


def _meeting(ledger: FormLedger) -> date | None:
    field = ledger.entry("meeting")
    ledger.take(field)
    fields = (field,) if field else ()
    found = day_of_form(field.text, ledger.period, field.day) if field else None
    if found is None or found.day is None:
        ledger.say(SHEET_NO_MEETING, *fields)
        return None
    if found.without_year:
        ledger.say(DATE_NO_YEAR, *fields)
    elif found.from_control:
        ledger.say(DATE_OF_CONTROL, *fields)
    return found.day


def _marks(ledger: FormLedger, known: Known) -> tuple[tuple[Mark, ...], list[OwnPoint]]:
    """Return the mark of each insight in the sheet's order, and the words of rows of none."""
    marks: dict[tuple[str, object], Mark] = {}
    own: list[OwnPoint] = []
    for row in ledger.rows(CHOSEN.part):
        found = known.get(same_header(row.name))
        if found is None:
            own += _of_no_insight(ledger, row)
            continue
        ledger.take(row.fields.get("ref"))
        mark = _mark(ledger, row, Mark(*found))
        before = marks.get(found)
        marks[found] = _joined(ledger, row, before, mark) if before else mark
    return tuple(mark for mark in marks.values() if mark != Mark(*mark.key)), own


def _mark(ledger: FormLedger, row: FormRow, mark: Mark) -> Mark:
    notes: list[str] = []
    choice = _choice(ledger, row.fields.get("choice"), notes)
    order = _order(ledger, row.fields.get("order"), notes)
    words = ledger.words(row.fields.get("words"))
    said = "\n".join(part for part in (words, *notes) if part)
    return replace(mark, choice=choice, order=order, words=said)


def _choice(ledger: FormLedger, field: Field | None, notes: list[str]) -> Choice | None:
    if field is None:
        return None
    if says_nothing(field.text):
        ledger.words(field)
        return None
    ledger.take(field)
    choice = choice_of(field.text)
    if choice is None:
        ledger.say(CHOICE_UNCLEAR, field)
        notes.append(ledger.cut(field.text, field))
    elif same_header(field.text) != choice:
        ledger.say(CHOICE_READ, field, choice=choice)
    return choice


def _order(ledger: FormLedger, field: Field | None, notes: list[str]) -> int | None:
    if field is None:
        return None
    if says_nothing(field.text):
        ledger.words(field)
        return None
    ledger.take(field)
    order = order_of(field.text)
    if order is None:
        ledger.say(ORDER_UNCLEAR, field)
        notes.append(f"Order: {ledger.cut(field.text, field)}")
    return order


def _joined(ledger: FormLedger, row: FormRow, before: Mark, mark: Mark) -> Mark:
    """Return what two rows say of one insight; where they differ, nothing was chosen."""
    words = "\n".join(dict.fromkeys(each for each in (before.words, mark.words) if each))
    choices = {each.choice for each in (before, mark) if each.choice}
    orders = {each.order for each in (before, mark) if each.order is not None}
    if len(choices) > 1 or len(orders) > 1:
        ledger.say(CHOICES_DIFFER, *filter(None, (row.fields.get("choice"),)))
        told = "; ".join(f"{c or 'no choice'} {o or ''}".strip() for c, o in _told(before, mark))
        words = "\n".join(part for part in (words, f"Marked twice: {told}") if part)
    choice = choices.pop() if len(choices) == 1 else None
    order = orders.pop() if len(orders) == 1 else None
    return replace(before, choice=choice, order=order, words=words)


def _told(*marks: Mark) -> list[tuple[Choice | None, int | None]]:
    return [(mark.choice, mark.order) for mark in marks]


def _of_no_insight(ledger: FormLedger, row: FormRow) -> Iterator[OwnPoint]:
    """Yield the words of a row that names no insight: a point of her own, written in the table."""
    fields = [field for field in row.fields.values() if field.column != "order"]
    if not fields:
        return  # a number alone says nothing; it is kept as words outside the form
    order = _order(ledger, row.fields.get("order"), [])
    ledger.take(*fields)
    ledger.say(INSIGHT_UNKNOWN, *fields)
    words = ": ".join(field.text for field in fields)
    yield OwnPoint(ledger.cut(words, fields[0]), order)


def _own_points(ledger: FormLedger) -> Iterator[OwnPoint]:
    for row in ledger.rows(OWN.part):
        notes: list[str] = []
        words = ledger.words(row.fields.get("own"))
        if words:
            order = _order(ledger, row.fields.get("order"), notes)
            yield OwnPoint("\n".join((words, *notes)), order)
