"""Trends: two lines a panel, a panel a place, side by side on one scale, a point a review."""

from typing import TYPE_CHECKING, Any, Final

from pipeline.model.content import Chart, plain
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import OPEN
from pipeline.render.charts.multiples import across
from pipeline.render.charts.numbers import fixed
from pipeline.render.charts.panels import label_ends
from pipeline.render.charts.wording import folded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME_SIZE, KEY_SIZE, VALUE_SIZE = 8.5, 8, 8
KEY_MM, NAME_LINE_MM, PANEL_MM, LABELS_MM, UNDER_MM = 6, 3.8, 17, 5, 2
LEFT_MM, RIGHT_MM, BETWEEN_MM, APART_MM = 4.5, 6.5, 4, 3.2
TICKS: Final = (1, 3, 5)
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color": OPEN, "marker": "o", "markerfacecolor": OPEN},
    {
        "color": house.PALETTE[2],
        "marker": "s",
        "markerfacecolor": house.WHITE,
        "dashes": (3, 1.5),
    },
)
LINE: Final[dict[str, Any]] = {"linewidth": 1.4, "markersize": 3.4, "clip_on": False}


def trends(chart: Chart, width: float) -> Sheet:
    """Draw each panel under its name; its lines end in their last values."""
    columns = across(len(chart.panels))
    inner = (width - LEFT_MM - RIGHT_MM * columns - BETWEEN_MM * (columns - 1)) / columns
    names = [folded(plain(panel.message), inner, NAME_SIZE) for panel in chart.panels]
    name_mm = 2 + NAME_LINE_MM * max((1 + name.count("\n") for name in names), default=1)
    each = name_mm + PANEL_MM + LABELS_MM + UNDER_MM
    down = -(-len(chart.panels) // columns)
    sheet = new_sheet(width, KEY_MM + down * each)
    _key(sheet, chart)
    for n, (panel, name) in enumerate(zip(chart.panels, names, strict=True)):
        row, column = divmod(n, columns)
        x = LEFT_MM + column * (inner + RIGHT_MM + BETWEEN_MM)
        y = KEY_MM + row * each + name_mm
        sheet.write(x, y - 2, name, size=NAME_SIZE, weight=600, va="baseline", linespacing=1.05)
        axes = sheet.axes(x, y, inner, PANEL_MM)
        _frame(axes, panel, chart.most or TICKS[-1])
        for series, look in zip(panel.series, LOOKS, strict=False):
            points = [float("nan") if point is None else point for point in series.points]
            axes.plot(range(len(points)), points, **look, **LINE)
        _write_last(sheet, panel, chart.most or TICKS[-1], (x + inner + 1.6, y))
        if column:
            axes.set_yticklabels([])
    return sheet


def _frame(axes: "Axes", panel: Chart, most: float) -> None:
    axes.set_yticks(TICKS, [f"{tick}" for tick in TICKS])
    axes.set_ylim(TICKS[0], most)
    axes.set_xlim(-0.3, max(len(panel.labels), 2) - 0.7)
    label_ends(axes, panel.labels)


def _write_last(sheet: Sheet, panel: Chart, most: float, place: tuple[float, float]) -> None:
    """Write each line's last value at its height, apart where they would touch."""
    x, top = place
    ends = [
        (top + PANEL_MM * (most - series.points[-1]) / (most - TICKS[0]), series.points[-1], look)
        for series, look in zip(panel.series, LOOKS, strict=False)
        if series.points and series.points[-1] is not None
    ]
    ends.sort(key=lambda end: end[0])
    heights = [height for height, _, _ in ends]
    if len(heights) > 1 and heights[1] - heights[0] < APART_MM:
        middle = (heights[0] + heights[1]) / 2
        heights = [middle - APART_MM / 2, middle + APART_MM / 2]
    for height, (_, value, look) in zip(heights, ends, strict=True):
        sheet.write(x, height, fixed(value, 1), size=VALUE_SIZE, weight=600, color=look["color"])


def _key(sheet: Sheet, chart: Chart) -> None:
    """Name both lines once, above all panels."""
    from matplotlib.lines import Line2D

    x, height = LEFT_MM, 1 - 2 / sheet.height
    for series, look in zip(chart.panels[0].series if chart.panels else (), LOOKS, strict=False):
        ends = (x / sheet.width, (x + 3.5) / sheet.width, (x + 7) / sheet.width)
        line = Line2D(ends, (height,) * 3, transform=sheet.figure.transFigure, **look, **LINE)
        sheet.figure.add_artist(line)
        sheet.write(x + 8.5, 2, series.name, size=KEY_SIZE)
        x += 8.5 + text_width(series.name, KEY_SIZE) + 6
