"""Charts that several packs show: open plans with starts and finishes, bands, stages."""

from dataclasses import replace
from typing import Literal

from pipeline.compose.course import course_sentence, month_ends
from pipeline.compose.outlook import outlook, outlook_words
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    long_date,
    month_label,
    month_words,
    said,
)
from pipeline.model.content import Chart, Series, Words, plain
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope
from pipeline.model.terms import NOT_RECOGNISED

MONTHS_SHOWN = 13
Height = Literal["strip", "screen", "low", "small", "medium", "large"]


def flow_chart(
    subject: Subject, scope: Scope, *, name: str = "", height: Height = "medium"
) -> Chart | None:
    """Return open plans over starts and finishes by month; None where no month is covered.

    The forecast follows, but for a small panel with a `name` of its own and for screens.
    """
    months = subject.windows.months[-MONTHS_SHOWN:]
    if not months or not subject.has("plans.open", scope, window=months[-1]):
        return None
    open_plans, starts, finishes = (
        _by_month(subject, measure, label, scope, months)
        for measure, label in (
            (
                "plans.open",
                "Open plans at month’s end" if name else f"open, end {month_label(months[-1])[:3]}",
            ),
            ("plans.starts", "Starts"),
            ("plans.finishes", "Finishes"),
        )
    )
    looks_ahead = not name and height != "screen"
    told = said(
        course_sentence(month_ends(subject, scope, months)),
        outlook_words(subject, scope) if looks_ahead else (),
    )
    alt = (
        f"Line chart of open plans at each month’s end over bars of starts and finishes, "
        f"{month_words(months[0])} to {month_words(months[-1])}, "
        f"{scope.name or 'whole authority'}. {plain(told)}"
    )
    return Chart(
        kind="flow",
        message=(name,) if name else told,
        alt=alt,
        labels=tuple(month_label(month) for month in months),
        series=(open_plans, starts, finishes),
        ahead=outlook(subject, scope, months[-1]) if looks_ahead else None,
        source=f"Case extract as at {long_date(subject.as_at)}; the latest month is provisional.",
        unit="plans",
        height=height,
    )


def _by_month(
    subject: Subject, measure: str, label: str, scope: Scope, months: tuple[str, ...]
) -> Series:
    figures = [subject.figure(measure, scope, window=month) for month in months]
    return series(label, figures)


def series(name: str, figures: list[Figure]) -> Series:
    """Return a chart's series that knows the row of each of its points."""
    return Series(name, tuple(f.value for f in figures), tuple(f.key for f in figures))


def shares_chart(
    subject: Subject, measure: str, categories: dict[str, str], *, message: Words, kind: str
) -> Chart | None:
    """Return how a locality's plans or cases split over categories, as 100 % bars side by side.

    `categories` gives the label to print for each. None where nothing was supplied.
    """
    places = [p for p in subject.localities if subject.has(measure, p, next(iter(categories)))]
    if not places:
        return None
    return Chart(
        kind="stacked",
        message=message,
        alt=f"Bar chart. {kind}, for each locality as shares of its whole. {plain(message)}",
        labels=tuple(place.name for place in places),
        series=tuple(
            replace(
                series(label, [subject.figure(measure, place, category) for place in places]),
                aside=category == NOT_RECOGNISED,
            )
            for category, label in categories.items()
        ),
        source=f"As at {long_date(subject.as_at)}. Numbers in the bars are counts.",
        share=True,
    )
