"""Flow: open plans as a line over starts and finishes as paired bars, month by month.

Two panels share the months; there is no second axis.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart, Series
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.numbers import known, line_scale, number_words, ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINE, FILLED, OUTLINED = house.PALETTE[0], house.PALETTE[1], house.PALETTE[2]
BAR: Final = 0.36
NAME_SIZE, VALUE_SIZE = 8, 9
GAP_MM: Final = 5.5
MONTHS_MM: Final = 6


@dataclass(frozen=True)
class Scale:
    """The scales of both panels, shared by charts that are compared."""

    line: tuple[float, float]
    bars: float


def scale_of(charts: tuple[Chart, ...]) -> Scale:
    """Return scales that hold the points of all charts."""
    lines = known(tuple(chart.series[0] for chart in charts))
    bars = known(tuple(one for chart in charts for one in chart.series[1:]))
    return Scale(line_scale(lines), max(bars, default=0) or 1)


def flow(chart: Chart, width: float) -> Sheet:
    """Draw one flow chart with its names and last values beside it."""
    sheet = new_sheet(width, house.CHART_HEIGHTS_MM[chart.height])
    scale = scale_of((chart,))
    left = 3 + max(
        text_width(number_words(tick), 7.5) for tick in (*ticks(*scale.line), *ticks(0, scale.bars))
    )
    right = 4 + max(_name_width(one) for one in chart.series)
    room = sheet.height - MONTHS_MM - GAP_MM - 2
    inner = width - left - right
    upper = sheet.axes(left, 2, inner, room * 0.58)
    lower = sheet.axes(left, 2 + room * 0.58 + GAP_MM, inner, room * 0.42)
    draw_line(upper, chart, scale)
    draw_bars(lower, chart, scale)
    label_months(lower, chart.labels, inner)
    _name_line(sheet, upper, chart, width - right + 2, scale)
    _name_bars(sheet, chart, width - right + 2, 2 + room * 0.58 + GAP_MM + room * 0.21)
    return sheet


def draw_line(axes: "Axes", chart: Chart, scale: Scale) -> None:
    """Draw the first series as a line; a gap in it stays a gap, shaded."""
    points = chart.series[0].points
    x = range(len(points))
    axes.plot(x, [_or_gap(point) for point in points], color=LINE, clip_on=False)
    lonely = [n for n in x if points[n] is not None and _is_lonely(points, n)]
    shown = [n for n in {*lonely, len(points) - 1} if points and points[n] is not None]
    axes.plot(shown, [points[n] for n in shown], "o", color=LINE, markersize=4, clip_on=False)  # type: ignore[arg-type]
    _frame(axes, len(points), scale.line)
    _shade_gaps(axes, points)


def draw_bars(axes: "Axes", chart: Chart, scale: Scale) -> None:
    """Draw the other two series as bars side by side: filled, and outlined."""
    looks = (
        {"facecolor": FILLED, "edgecolor": FILLED},
        {"facecolor": house.WHITE, "edgecolor": OUTLINED},
    )
    for series, look, shift in zip(chart.series[1:], looks, (-BAR / 2, BAR / 2), strict=False):
        there = [(n + shift, point) for n, point in enumerate(series.points) if point is not None]
        axes.bar(
            [x for x, _ in there],
            [point for _, point in there],
            BAR * 0.86,
            linewidth=0.9,
            zorder=2,
            **look,  # type: ignore[arg-type]
        )
    _frame(axes, len(chart.labels), (0, scale.bars * 1.08), most=2)
    for series in chart.series[1:2]:
        _shade_gaps(axes, series.points)


def label_months(axes: "Axes", labels: tuple[str, ...], width: float) -> None:
    """Name as many months as fit, counting back from the latest."""
    each = width / max(len(labels), 1)
    widest = max((text_width(label, 7.5) for label in labels), default=0) + 2
    every = max(1, -int(-widest // each))
    places = list(range(len(labels) - 1, -1, -every))
    axes.set_xticks(places, [labels[n] for n in places])


def _name_line(sheet: Sheet, axes: "Axes", chart: Chart, x: float, scale: Scale) -> None:
    """Write the line's name and last value at the height of its end."""
    series, (low, high) = chart.series[0], scale.line
    last = _last(series)
    share = 0.5 if last is None else (last - low) / (high - low)
    box = axes.get_position()
    y = sheet.height * (1 - box.y0 - box.height * share)
    y = min(max(y, 5), sheet.height * (1 - box.y0) - 2.5)
    sheet.write(x, y - 1.6, _last_words(series), size=VALUE_SIZE, weight=600, color=LINE)
    sheet.write(x, y + 1.9, series.name, size=NAME_SIZE)


def _name_bars(sheet: Sheet, chart: Chart, x: float, middle: float) -> None:
    looks = ((FILLED, FILLED), (house.WHITE, OUTLINED))
    for series, look, y in zip(chart.series[1:], looks, (middle - 4, middle + 4), strict=False):
        swatch(sheet, x, y, *look)
        sheet.write(x + 3.4, y - 1.6, _last_words(series), size=VALUE_SIZE, weight=600)
        sheet.write(x + 3.4, y + 1.9, series.name, size=NAME_SIZE)


def swatch(sheet: Sheet, x: float, y: float, fill: str, edge: str, side: float = 2.2) -> None:
    """Draw a small sample of a bar with its left edge and middle at a point."""
    from matplotlib.patches import Rectangle

    sheet.figure.add_artist(
        Rectangle(
            (x / sheet.width, 1 - (y + side / 2) / sheet.height),
            side / sheet.width,
            side / sheet.height,
            transform=sheet.figure.transFigure,
            facecolor=fill,
            edgecolor=edge,
            linewidth=0.9,
        )
    )


def _frame(axes: "Axes", months: int, limits: tuple[float, float], most: int = 3) -> None:
    marks = ticks(*limits, most=most)
    axes.set_yticks(marks, [number_words(mark) for mark in marks])
    axes.set_xticks([])
    axes.set_xlim(-0.6, max(months, 1) - 0.4)
    axes.set_ylim(*limits)
    if limits[0] > 0:
        axes.spines["bottom"].set_visible(False)


def _shade_gaps(axes: "Axes", points: tuple[float | None, ...]) -> None:
    for n, point in enumerate(points):
        if point is None:
            axes.axvspan(n - 0.5, n + 0.5, color=house.FAINT, linewidth=0, zorder=0)


def _or_gap(point: float | None) -> float:
    return float("nan") if point is None else point


def _is_lonely(points: tuple[float | None, ...], n: int) -> bool:
    beside = (points[n - 1] if n else None, points[n + 1] if n + 1 < len(points) else None)
    return beside == (None, None)


def _last(series: Series) -> float | None:
    return series.points[-1] if series.points else None


def _last_words(series: Series) -> str:
    last = _last(series)
    return "not supplied" if last is None else number_words(last)


def _name_width(series: Series) -> float:
    return 3.4 + max(
        text_width(series.name, NAME_SIZE), text_width(_last_words(series), VALUE_SIZE, "semibold")
    )
