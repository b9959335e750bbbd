"""The rules that need a whole row: each walks a column and says what it meets, row by row."""

from collections.abc import Container, Sequence
from datetime import date

from pipeline.model.dates import add_months
from pipeline.model.rules.cells import (
    DATE_TO_COME,
    ID_IS_NAME,
    ID_MISSING,
)
from pipeline.model.rules.plans import (
    CHILD_ADULT,
    END_BEFORE_START,
    END_TO_COME,
    ENDS_WITHOUT_REASON,
    PLAN_ONE_DAY,
    REASONS_WITHOUT_END,
    START_AFTER_AS_AT,
    START_MISSING,
    START_TO_COME,
)
from pipeline.validate.ledger import Ledger

Values = Sequence[object]
ADULT_MONTHS = 18 * 12


def check_ids(ledger: Ledger, children: Values, known: Container[str] = ()) -> None:
    """Set aside rows without a child ID, or with what seems a name in its place.

    An ID without a digit is taken for a name where most have one, unless it is `known`.
    """
    given = [child for child in children if isinstance(child, str)]
    numbered = sum(map(_has_digit, given)) > len(given) / 2
    for position, child in enumerate(children):
        if ledger.is_out(position):
            continue
        if child is None:
            ledger.say(ID_MISSING, position, "child_id")
        elif isinstance(child, str) and numbered and not _has_digit(child) and child not in known:
            ledger.say(ID_IS_NAME, position, "child_id", child)


def _has_digit(child: str) -> bool:
    return any(character.isdigit() for character in child)


def check_starts(ledger: Ledger, starts: Values, as_at: date, known: date) -> None:
    """Set aside plans without a start or with one still to come; leave out those after D."""
    for position, start in enumerate(starts):
        if isinstance(start, date) and start <= as_at:
            continue
        if ledger.is_out(position):
            continue
        if not isinstance(start, date):
            ledger.say(START_MISSING, position, "plan_start")
        elif start > known:
            ledger.say(START_TO_COME, position, "plan_start", start)
        else:
            ledger.say(START_AFTER_AS_AT, position, "plan_start", start)


def check_ends(ledger: Ledger, starts: Values, ends: Values, known: date) -> None:
    """Set aside plans that end before they start; say which end that day, or in the future."""
    for position, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not isinstance(end, date) or not isinstance(start, date):
            continue
        if start < end <= known or ledger.is_out(position):
            continue
        if end < start:
            ledger.say(END_BEFORE_START, position, "plan_end", end)
        elif end > known:
            ledger.say(END_TO_COME, position, "plan_end", end)
        else:
            ledger.say(PLAN_ONE_DAY, position, "plan_end", end)


def check_to_come(ledger: Ledger, column: str, days: list[object], last: date) -> None:
    """Blank dates of what should have happened that lie after the last day known."""
    for position, day in enumerate(days):
        if isinstance(day, date) and day > last:
            days[position] = None
            if not ledger.is_out(position):
                ledger.say(DATE_TO_COME, position, column, day)


def check_ages(ledger: Ledger, values: dict[str, list[object]], as_at: date) -> None:
    """Say which open plans are of people of 18 or over."""
    latest = add_months(as_at, -ADULT_MONTHS)
    for position, born in enumerate(values["date_of_birth"]):
        if not isinstance(born, date) or born > latest or ledger.is_out(position):
            continue
        end = values["plan_end"][position]
        if not isinstance(end, date) or end > as_at:
            ledger.say(CHILD_ADULT, position, "date_of_birth", born)


def check_reasons(ledger: Ledger, ends: Values, reasons: Values, known: date) -> None:
    """Count the ends that have come without a reason, and the reasons without an end."""
    kept = ledger.kept()
    bare = sum(
        isinstance(end := ends[at], date) and end <= known and reasons[at] is None for at in kept
    )
    early = sum(ends[at] is None and reasons[at] is not None for at in kept)
    if bare:
        ledger.say(ENDS_WITHOUT_REASON, None, "end_reason", count=str(bare))
    if early:
        ledger.say(REASONS_WITHOUT_END, None, "end_reason", count=str(early))
