"""Figures and dates in words: the one place that decides how a number is printed."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.content import Printed, Quoted, Words
from pipeline.model.dates import month_bounds
from pipeline.model.measures import Figure
from pipeline.model.terms import NOT_SUPPLIED

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"


def rounded(value: float, places: int = 0) -> str:
    """Return `value` rounded half up, with thousands separated and a true minus sign."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{exact:,}".replace("-", MINUS) if exact else f"{abs(exact):,}"


def percent(value: float) -> str:
    """Return a share of 1 as a whole percentage, rounded half up from its own digits."""
    exact = Decimal(repr(value)).scaleb(2).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{exact:,}%"


def count(figure: Figure) -> Printed:
    """Print a whole number: `1,532`, or `not supplied`."""
    return _printed(figure, rounded)


def counted(figure: Figure, one: str, many: str = "") -> Words:
    """Print a whole number with its noun: `1 plan`, `12 plans`."""
    noun = one if figure.value == 1 else many or f"{one}s"
    return (count(figure), f" {noun}")


def verb(figure: Figure, one: str, many: str) -> Words:
    """Print a whole number with the verb that it takes: `1 is`, `12 are`."""
    return (count(figure), f" {one if figure.value == 1 else many}")


def whole(figure: Figure) -> Printed:
    """Print what a figure is a part of (its denominator)."""
    value = figure.denominator
    text = NOT_SUPPLIED if value is None else rounded(value)
    return Printed(text, figure.key, "denominator")


def spanning(figure: Figure) -> Words:
    """Print the range that a figure lies in: `38 to 47`."""
    if figure.low is None or figure.high is None:
        return (Printed(NOT_SUPPLIED, figure.key),)
    low, high = rounded(figure.low), rounded(figure.high)
    return (Printed(low, figure.key, "low"), " to ", Printed(high, figure.key, "high"))


def share(figure: Figure) -> Printed:
    """Print a share as a whole percentage: `73%`."""
    return _printed(figure, percent)


def fine_share(figure: Figure) -> Printed:
    """Print a share as a percentage with one decimal, as published tables have it: `26.1%`."""
    return _printed(figure, fine_percent)


def fine_percent(value: float) -> str:
    """Return a share of 1 as a percentage with one decimal, rounded half up from its own digits."""
    exact = Decimal(repr(value)).scaleb(2).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact:,}%"


def decimal(figure: Figure) -> Printed:
    """Print a mean or a median: one decimal, none where it is whole."""
    return _printed(figure, lambda value: rounded(value, 0 if float(value).is_integer() else 1))


def mean_score(figure: Figure) -> Printed:
    """Print a mean score with one decimal, always, so that columns line up."""
    return _printed(figure, lambda value: rounded(value, 1))


def change(figure: Figure, places: int = 0) -> Printed:
    """Print a change with its sign: `+2`, a minus, or `0`."""

    def signed(value: float) -> str:
        text = rounded(value, places)
        return f"+{text}" if value > 0 and text.strip("0.") else text

    return _printed(figure, signed)


def _printed(figure: Figure, text: Callable[[float], str]) -> Printed:
    """Print a figure's value as `text` has it, or say that it was not supplied."""
    return Printed(NOT_SUPPLIED if figure.value is None else text(figure.value), figure.key)


def long_date(day: date) -> str:
    """Return `3 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """Return `3 Nov 2026`."""
    return f"{day.day} {day:%b %Y}"


def short_day(day: date) -> str:
    """Return `3 Nov`."""
    return f"{day.day} {day:%b}"


def near_day(day: date, as_at: date) -> str:
    """Return `3 Nov`, or `3 Nov 25` where it isn't of the as-at date's year, never on two lines."""
    text = short_day(day) if day.year == as_at.year else f"{short_day(day)} {day:%y}"
    return unbroken(text)


def day_and_month(day: date) -> str:
    """Return `3 November`."""
    return f"{day.day} {day:%B}"


def unbroken(words: str) -> str:
    """Return words that stay on one line, such as a date in a narrow column's header."""
    return words.replace(" ", NO_BREAK)


def month_words(window: str) -> str:
    """Return `October 2026` for the window `2026-10`."""
    return f"{month_bounds(window)[0]:%B %Y}"


def month_label(window: str) -> str:
    """Return `Oct 26` for the window `2026-10`."""
    return f"{month_bounds(window)[0]:%b %y}"


def span_words(window: str) -> str:
    """Return `19 November to 2 December` for an ISO interval."""
    first, last = (date.fromisoformat(day) for day in window.split("/"))
    return f"{day_and_month(first)} to {day_and_month(last)}"


def span_in_short(first: date, last: date) -> str:
    """Return `10 to 23 November`, or `19 November to 2 December`."""
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if same else day_and_month(first)} to {day_and_month(last)}"


def short_span(window: str) -> str:
    """Return `19 Nov to 2 Dec` for an ISO interval."""
    first, last = (short_day(date.fromisoformat(day)) for day in window.split("/"))
    return f"{first} to {last}"


def window_words(window: str) -> str:
    """Return `in October 2026`, or `from 1 May 2026 to 29 May 2026`; nothing for no window."""
    if not window:
        return ""
    if "W" in window:
        first = date.fromisoformat(window)
        return f"from {long_date(first)} to {long_date(first + timedelta(days=6))}"
    if "/" not in window:
        return f"in {month_words(window)}"
    first, last = (date.fromisoformat(day) for day in window.split("/"))
    return f"from {long_date(first)} to {long_date(last)}"


def listed(names: Iterable[str]) -> str:
    """Return `Alder, Birch and Cedar`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def quoted(text: str) -> Quoted:
    """Return what a person wrote as it stands within a sentence or a cell: on one line."""
    return Quoted(" / ".join(line.strip() for line in text.split("\n") if line.strip()))


def sentence_of(text: str) -> Quoted:
    """Return what someone wrote as a sentence of its own."""
    words = quoted(text).text.rstrip()
    return Quoted(words if words.endswith((".", "?", "!")) else f"{words}.")


def said(*parts: str | Printed | Quoted | Words) -> Words:
    """Join words and figures into one run."""
    words: list[str | Printed | Quoted] = []
    for piece in parts:
        words += piece if isinstance(piece, tuple) else (piece,)
    return tuple(words)


def joined(parts: Iterable[str | Words], between: str = ", ") -> Words:
    """Return some words with others between each two of them."""
    return said(*(said(between, part) if n else part for n, part in enumerate(parts)))
