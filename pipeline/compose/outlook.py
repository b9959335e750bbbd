"""The open plans to expect at the next meeting, as charts show them and say them."""

from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, day_and_month, said, short_day, spanning
from pipeline.model.content import Words, plain
from pipeline.model.dates import last_day, month_bounds
from pipeline.model.measures import Figure
from pipeline.model.outlook import Outlook
from pipeline.model.scopes import Scope

DAYS_OF_A_MONTH = 365.25 / 12


def outlook(subject: Subject, scope: Scope, month: str) -> Outlook | None:
    """Return the forecast to stand after a line that ends with `month`; None without one."""
    figure = _forecast(subject, scope)
    if figure is None or figure.value is None or figure.low is None or figure.high is None:
        return None
    day = last_day(figure.window)
    return Outlook(
        after=(day - month_bounds(month)[1]).days / DAYS_OF_A_MONTH,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        row=figure.key,
        number=count(figure).text,
        name=f"expected by {short_day(day)}",
        spread=f"four in five: {plain(spanning(figure))}",
    )


def outlook_words(subject: Subject, scope: Scope) -> Words:
    """Return the forecast as a sentence to follow another; nothing without one."""
    figure = _forecast(subject, scope)
    if figure is None or not figure.supplied:
        return ()
    by = day_and_month(last_day(figure.window))
    return said(
        " If nothing changes, about ",
        count(figure),
        f" by {by}; four times in five, ",
        spanning(figure),
        ".",
    )


def _forecast(subject: Subject, scope: Scope) -> Figure | None:
    """Return the forecast of open plans for the day before the next meeting."""
    window = subject.meeting.until_next
    return subject.measures.figures.find("forecast.open", scope, window=window)
