"""What an earlier month's run had of the figure that a difference is about."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model.dates import interval
from pipeline.model.history import History
from pipeline.model.insights import FigureRow, Insight
from pipeline.model.measures import Figure, Figures
from pipeline.transform.figures import notes
from pipeline.transform.insights.past import A_MONTH_AGO

MEASURE = "insight.before"


def before_figures(insights: Iterable[Insight], history: History, as_at: date) -> Iterator[Figure]:
    """Yield the part and the whole that the last papers had of each difference, for their day.

    Figures with a window of their own are left out: two windows need not be alike.
    """
    run = history.latest(by=as_at - A_MONTH_AGO)
    if run is None:
        return
    for each in insights:
        if each.rule.kind != "difference" or each.window or any(row[3] for row in each.rows):
            continue
        found = _part_and_whole(each.rows, run.figures)
        if found is None:
            continue
        figure, part, of = found
        yield Figure(
            MEASURE,
            each.place,
            each.rule.id,
            interval(run.as_at, run.as_at),
            value=part,
            numerator=part,
            denominator=of,
            unit="plans" if figure.unit == "share" else figure.unit,
            note=notes(figure.note, f"as at {run.as_at:%d/%m/%Y}"),
        )


def _part_and_whole(
    rows: tuple[FigureRow, ...], then: Figures
) -> tuple[Figure, float, float] | None:
    """Return an earlier run's figure, what it counted and of how many; None where it lacks either."""
    figure, *of = (then.find(m, place, category, w) for m, category, place, w in rows)
    if figure is None or figure.value is None:
        return None
    part = figure.value if figure.numerator is None else figure.numerator
    whole = figure.denominator if not of else of[0].value if of[0] is not None else None
    return None if whole is None else (figure, part, whole)
