"""What we want the data to do: the forecast for each place, and room for what people expect."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.compose.format_words import in_cell, no_teams
from pipeline.compose.last_time import last_minutes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    count,
    day_and_month,
    quoted,
    said,
    share,
    short_day,
    spanning,
    unbroken,
)
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn, Words
from pipeline.model.dates import last_day
from pipeline.model.entries import WriteIn
from pipeline.model.forms import FormTable
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.terms import DECIDED, IDENTIFIED, NOT_SUPPLIED

WIDTHS: Final = {
    "team": 3.0,
    "open": 0.72,
    "identified": 0.93,
    "decided": 0.8,
    "unchanged": 0.85,
    "declared": 1.2,
    "expected": 1.2,
    "why": 1.85,
}


@dataclass(frozen=True)
class Ahead:
    """What a pack looks ahead to: the window of its forecast, and its form's table."""

    form: FormTable
    window: str

    @property
    def last(self) -> date:
        """The last day of the window."""
        return last_day(self.window)


def expectations(subject: Subject, ahead: Ahead) -> tuple[Block, ...]:
    """Return the table with a row a place, and how to read its forecast."""
    by = {
        "open": f", {unbroken(short_day(subject.as_at))}",
        "decided": ", any date",
        "expected": f", by {short_day(ahead.last)}",
    }
    columns = tuple(
        TableColumn(
            f"{ahead.form.header(name)}{by.get(name, '')}",
            width,
            "left" if name in {"team", "expected", "why"} else "right",
        )
        for name, width in WIDTHS.items()
    )
    rows = tuple(_row(subject, place, ahead) for place in subject.parts)
    table = Table(
        ahead.form.title,
        columns,
        rows,
        _how_to_read(subject, ahead),
        tag=ahead.form.part,
        write_in=True,
        show_caption=False,
    )
    return (_asked(subject, ahead), table)


def _asked(subject: Subject, ahead: Ahead) -> Paragraph:
    """Ask for the number of open plans at the end of the last day that the check-in looks ahead to."""
    place = "team" if subject.scope.locality else "locality"
    return Paragraph(
        (
            (
                f"How many open plans each {place} expects at the end of {day_and_month(ahead.last)}"
                f"{_last_ones(subject)}."
            ),
        )
    )


def _last_ones(subject: Subject) -> str:
    """Return which day was looked ahead to last time, where somebody wrote what to expect of it."""
    windows = {
        each.window
        for place in subject.parts
        for each in subject.measures.figures.of("expectation.said", place)
    }
    return "".join(f"; last time it was for {day_and_month(last_day(each))}" for each in windows)


def _row(subject: Subject, place: Scope, ahead: Ahead) -> Row:
    unchanged = subject.figure("forecast.open", place, window=ahead.window)
    declared = subject.figure("forecast.open.if_declared", place, window=ahead.window)
    counted = (
        subject.figure("plans.open", place),
        subject.figure("tracker.stage", place, IDENTIFIED),
        subject.figure("tracker.stage", place, DECIDED),
    )
    return Row(
        (
            Cell((place.name,), small=_last_time(subject, place), tone="strong"),
            *(Cell(in_cell(subject, (count(figure),))) for figure in counted),
            Cell(
                in_cell(subject, (count(unchanged),)),
                small=spanning(unchanged) if unchanged.supplied else (),
            ),
            Cell(in_cell(subject, (count(declared),))),
            Cell(entry=WriteIn(f"expected.{place.name}", f"Expected by {place.name}")),
            Cell(entry=WriteIn(f"expected.{place.name}.why", f"What will do it, {place.name}")),
        )
    )


def _last_time(subject: Subject, place: Scope) -> Words:
    """Return what a place expected last time, the range then, and what came of it."""
    minutes = last_minutes(subject)
    hopes = minutes.expectations if minutes else ()
    words = next((each.words for each in hopes if each.team == place.name and each.words), "")
    if not words:
        return ()
    forecast = _supplied(subject, "expectation.forecast", place)
    came = _supplied(subject, "expectation.came", place)
    return said(
        "last time we expected ",
        quoted(words),
        *(said(" (forecast ", spanning(each), ")") for each in forecast),
        *(said("; it was ", count(each)) for each in came),
    )


def _supplied(subject: Subject, measure: str, place: Scope) -> list[Figure]:
    """Return the one figure of what was expected; none where it was not supplied."""
    return [each for each in subject.measures.figures.of(measure, place) if each.supplied]


def _how_to_read(subject: Subject, ahead: Ahead) -> Words:
    if no_teams(subject) and subject.scope.locality:
        return ()
    some = subject.figure("forecast.open", subject.scope, window=ahead.window)
    if not some.supplied:
        why = some.note.removeprefix(NOT_SUPPLIED).removeprefix(": ")
        return (f"What happens if nothing changes is not supplied: {why}.",)
    return said(
        f"If nothing changes: the middle of what is likely by the end of {day_and_month(ahead.last)}; "
        "under it a range that should hold what comes four times in five",
        *_how_often(subject, "teams" if subject.scope.locality else "localities"),
        ". If declared closures happen: every plan decided to close by then, with a date still to come, "
        "does close (dates passed, later or missing do not count). The forecast expects some of these "
        "already, so the number falls by fewer than are declared.",
    )


def _how_often(subject: Subject, level: str) -> Words:
    """Return how often the range held in the past; nothing where it could not be tried."""
    window = subject.measures.calendar.meeting(AUTHORITY)
    kind = window.fortnight if subject.scope.locality else window.until_next
    held = subject.measures.figures.find("backtest.open.coverage", AUTHORITY, level, kind)
    if held is None or not held.supplied:
        return ()
    return (" (in the past it held ", share(held), " of the time)")
