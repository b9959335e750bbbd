"""The two panels of a flow chart: a line of open plans, and paired bars of starts and finishes."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart
from pipeline.render.charts.canvas import text_width
from pipeline.render.charts.marks import (
    FINISHES,
    OPEN,
    STARTS,
    draw_ahead,
    draw_band,
    months_wide,
    shade_gaps,
)
from pipeline.render.charts.numbers import known, line_scale, number_words, ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAR: Final = 0.36
LABEL_SIZE: Final = 7.5


@dataclass(frozen=True)
class Scale:
    """The scales of both panels, shared by charts that are compared."""

    line: tuple[float, float]
    bars: tuple[float, float]

    @property
    def room(self) -> float:
        """How many millimetres the numbers at the left need."""
        marks = (*ticks(*self.line), *ticks(*self.bars, most=2))
        return 3 + max(text_width(number_words(mark), LABEL_SIZE) for mark in marks)


def scale_of(charts: tuple[Chart, ...]) -> Scale:
    """Return scales that hold the points of all charts."""
    lines = known(tuple(chart.series[0] for chart in charts))
    lines += [end for chart in charts if chart.ahead for end in (chart.ahead.low, chart.ahead.high)]
    lines += [end for chart in charts for band in chart.bands for end in (band.lower, band.upper)]
    bars = known(tuple(one for chart in charts for one in chart.series[1:]))
    return Scale(line_scale(lines), (0, (max(bars, default=0) or 1) * 1.08))


def draw_line(axes: "Axes", chart: Chart, scale: Scale, width: float, weight: float = 1.8) -> None:
    """Draw the first series as a line with a dot at its end over its usual range, if it has one.

    A gap in it stays a gap.
    """
    for band in chart.bands:
        draw_band(axes, band)
    points = chart.series[0].points
    values = [float("nan") if point is None else point for point in points]
    dots = [n for n, point in enumerate(points) if point is not None and _stands_out(points, n)]
    axes.plot(range(len(values)), values, color=OPEN, linewidth=weight, clip_on=False)
    axes.plot(
        dots, [values[n] for n in dots], "o", color=OPEN, markersize=weight * 2.2, clip_on=False
    )
    draw_ahead(axes, chart)
    _frame(axes, months_wide(chart), scale.line, 4)
    shade_gaps(axes, points, width / max(months_wide(chart), 1), named=True)


def draw_bars(axes: "Axes", chart: Chart, scale: Scale, width: float) -> None:
    """Draw the other two series as bars side by side: filled, and outlined."""
    for series, look, side in zip(chart.series[1:], (STARTS, FINISHES), (-0.5, 0.5), strict=False):
        there = [(n + side * BAR, point) for n, point in enumerate(series.points) if point]
        axes.bar(
            [x for x, _ in there],
            [point for _, point in there],
            BAR * 0.86,
            facecolor=look.fill,
            edgecolor=look.edge,
            linewidth=0.9,
            zorder=2,
        )
    _frame(axes, months_wide(chart), scale.bars, 2)
    absent = tuple(
        None if all(point is None for point in month) else 0.0
        for month in zip(*(series.points for series in chart.series[1:]), strict=True)
    )
    shade_gaps(axes, absent, width / max(months_wide(chart), 1), named=False)


def label_months(axes: "Axes", labels: tuple[str, ...], each: float) -> None:
    """Name as many months as fit, `each` so many millimetres wide, counting back from the latest."""
    widest = max((text_width(label, LABEL_SIZE) for label in labels), default=0) + 1.6
    every = max(1, ceil(widest / each))
    places = list(range(len(labels) - 1, -1, -every))
    axes.set_xticks(places, [labels[n] for n in places])


def label_ends(axes: "Axes", labels: tuple[str, ...]) -> None:
    """Name the first and the latest month, within the panel."""
    places = sorted({0, len(labels) - 1}) if labels else []
    axes.set_xticks(places, [labels[n] for n in places])
    if len(places) > 1:
        first, last = axes.get_xticklabels()
        first.set(ha="left")
        last.set(ha="right")


def _frame(axes: "Axes", months: float, limits: tuple[float, float], most: int) -> None:
    marks = ticks(*limits, most=most)
    axes.set_yticks(marks, [number_words(mark) for mark in marks])
    axes.set_xticks([])
    axes.set_xlim(-0.6, max(months, 1) - 0.4)
    axes.set_ylim(*limits)
    if limits[0] > 0:
        axes.spines["bottom"].set_visible(False)


def _stands_out(points: tuple[float | None, ...], n: int) -> bool:
    """Tell the latest point, and one with a gap on both sides, which no line would show."""
    if n == len(points) - 1:
        return True
    return points[n + 1] is None and (n == 0 or points[n - 1] is None)
