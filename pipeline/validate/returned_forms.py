"""Reads the forms that came back, oldest first: which count at the as-at date, and what they say."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from pipeline.model.findings import Finding
from pipeline.model.forms import PRIORITIES, REVIEW
from pipeline.model.ingested import Ingested
from pipeline.model.minutes import Minutes, ReviewForm
from pipeline.model.priorities import Priorities
from pipeline.model.rules.forms import (
    FORM_BLANK,
    FORM_HELD_LATER,
    FORM_LATER,
    FORM_OF_NO_DAY,
    FORM_TRACKED,
)
from pipeline.model.settings import Settings
from pipeline.validate.agreed_register import Register
from pipeline.validate.form_doubles import settle_doubles
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.kept_minutes import enter, kept_minutes, said_of_kept
from pipeline.validate.kept_priorities import kept_sheets, said_of_kept_sheets
from pipeline.validate.minutes import meeting_day, read_minutes
from pipeline.validate.priorities import read_priorities
from pipeline.validate.review_forms import read_review
from pipeline.validate.scores import Scored
from pipeline.validate.teams import same_locality


@dataclass(frozen=True)
class Returned:
    """What the forms say, and the account of each; `scored` are the scores of review forms."""

    minutes: tuple[Minutes, ...]
    review_forms: tuple[ReviewForm, ...]
    priorities: tuple[Priorities, ...]
    scored: tuple[Scored, ...]
    ledgers: tuple[FormLedger, ...]
    said: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was said of all forms, once the scores are settled."""
        found = [finding for ledger in self.ledgers for finding in ledger.findings]
        return (*found, *self.said)


def read_returned(ingested: Ingested, settings: Settings) -> Returned:
    """Return what the forms made for days before the as-at date say."""
    ledgers = tuple(FormLedger(raw) for raw in ingested.forms)
    horizon = Horizon(ingested.as_at, looks_back=ingested.looks_back)
    counting = settle_doubles([ledger for ledger in ledgers if _counts(ledger, horizon)])
    kept = kept_minutes(ingested, ledgers)
    sheets_kept = kept_sheets(ingested, ledgers)
    minutes, reviews, sheets = [], [], [*sheets_kept]
    registers: dict[str, Register] = defaultdict(Register)
    forms: list[FormLedger | Minutes] = [*counting, *kept]
    for form in sorted(forms, key=_oldest_first):
        if isinstance(form, Minutes):
            enter(form, registers[form.locality])
            minutes.append(form)
            continue
        locality = _locality(form, settings)
        if form.raw.tracked:
            form.say(FORM_TRACKED)
        if form.of_check_in:
            held = read_minutes(form, locality, settings, registers[locality])
            minutes += [held] if held else []
        elif form.form is PRIORITIES:
            sheet = read_priorities(form, settings)
            sheets += [sheet] if sheet else []
        elif (found := read_review(form, locality, settings, ingested.as_at)) is not None:
            reviews.append(found)
    sheets.sort(key=lambda sheet: (sheet.period, sheet.file))
    reviews.sort(key=lambda found: found.form.day)
    return Returned(
        tuple(minutes),
        tuple(found.form for found in reviews),
        tuple(sheets),
        tuple(found.scored for found in reviews),
        ledgers,
        (*said_of_kept(kept), *said_of_kept_sheets(sheets_kept)),
    )


@dataclass(frozen=True)
class Horizon:
    """The as-at date, and whether an extract newer than that is there."""

    as_at: date
    looks_back: bool


def _counts(ledger: FormLedger, horizon: Horizon) -> bool:
    """Return whether a form counts at the as-at date; say why if it does not."""
    if ledger.period == date.min:
        ledger.leave(FORM_OF_NO_DAY)
    elif ledger.period > horizon.as_at or (
        # The sheet comes back before its meeting, often to a run as at the same day.
        ledger.period == horizon.as_at and ledger.form is not PRIORITIES
    ):
        ledger.leave(FORM_LATER)
    elif ledger.form is REVIEW and ledger.as_it_went_out:
        ledger.leave(FORM_BLANK)
    elif ledger.of_check_in and horizon.looks_back and meeting_day(ledger) > horizon.as_at:
        ledger.leave(FORM_HELD_LATER, what="check-in")
    else:
        return True
    return False


def _oldest_first(form: FormLedger | Minutes) -> tuple[date, date, str]:
    if isinstance(form, Minutes):
        return form.period, form.meeting, form.file
    return form.period, meeting_day(form), form.raw.file


def _locality(ledger: FormLedger, settings: Settings) -> str:
    """Return the form's locality as config names it; blank for the authority's own."""
    written = ledger.raw.identity.scope.locality
    known = (place.name for place in settings.localities)
    return next((name for name in known if written and same_locality(written, name)), written)
