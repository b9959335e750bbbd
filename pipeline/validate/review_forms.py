"""Understands one effectiveness review form that came back filled in."""

from dataclasses import dataclass
from datetime import date

from pipeline.model.minutes import ReviewForm
from pipeline.model.rules.forms import (
    DATE_NO_YEAR,
    DATE_OF_CONTROL,
    FORM_HELD_LATER,
    REVIEW_FORM_UNDATED,
    REVIEW_LOCALITY,
)
from pipeline.model.settings import Settings
from pipeline.validate.form_dates import NO_DAY, WrittenDay, day_of_form
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.minutes_actions import due_of
from pipeline.validate.review_scores import as_rows, leave_for_later, team_scores
from pipeline.validate.scores import Scored
from pipeline.validate.teams import Teams, same_locality


@dataclass(frozen=True)
class ReadReview:
    """A review form's words, and its scores as rows beside those of the tables."""

    form: ReviewForm
    scored: Scored


def read_review(
    ledger: FormLedger, locality: str, settings: Settings, as_at: date
) -> ReadReview | None:
    """Return what the form says of reviews by `as_at`; None if it is of later ones alone."""
    field = ledger.entry("date")
    written = day_of_form(field.text, ledger.period, field.day) if field else NO_DAY
    found = team_scores(ledger, Teams(settings), written.day, locality)
    scores = [score for score in found if score.day <= as_at]
    if not scores and (found or (written.day or ledger.period) > as_at):
        ledger.leave(FORM_HELD_LATER, what="review")
        return None
    leave_for_later(ledger, [score for score in found if score.day > as_at])
    completed_by = ledger.words(ledger.entry("completed_by"))
    scored, observed = as_rows(ledger, scores, completed_by)
    day = written.day or max((day for _, day in observed), default=ledger.period)
    _say_how_dated(ledger, written, observed=bool(observed))
    _check_locality(ledger, locality)
    next_day, next_words = _next(ledger, day)
    form = ReviewForm(
        locality=locality,
        period=ledger.period,
        day=day,
        file=ledger.raw.file,
        completed_by=completed_by,
        teams=tuple(dict.fromkeys(team for team, _ in observed)),
        changed=ledger.words(ledger.entry("changed")),
        doing=ledger.words(ledger.entry("doing")),
        expected=ledger.words(ledger.entry("expected")),
        next_day=next_day,
        next_words=next_words,
        next_person=ledger.words(ledger.entry("next_person")),
        asides=ledger.close(),
        observed=observed,
    )
    return ReadReview(form, scored)


def _next(ledger: FormLedger, day: date) -> tuple[date | None, str]:
    """Return when the next review is planned: a day, or the words in place of one."""
    field = ledger.entry("next_date")
    if field is None:
        return None, ""
    ledger.take(field)
    return due_of(ledger, field, field.text, day)


def _say_how_dated(ledger: FormLedger, written: WrittenDay, *, observed: bool) -> None:
    field = ledger.entry("date")
    ledger.take(field)
    fields = (field,) if field else ()
    if written.day is None:
        taken = "the latest observation date" if observed else "the day that the form was made for"
        ledger.say(REVIEW_FORM_UNDATED, *fields, taken=taken)
    elif written.without_year:
        ledger.say(DATE_NO_YEAR, *fields)
    elif written.from_control:
        ledger.say(DATE_OF_CONTROL, *fields)


def _check_locality(ledger: FormLedger, locality: str) -> None:
    field = ledger.entry("locality")
    ledger.take(field)
    if field and not same_locality(field.text, locality):
        ledger.say(REVIEW_LOCALITY, field, locality=locality)
