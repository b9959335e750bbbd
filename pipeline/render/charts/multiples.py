"""Small multiples: a flow chart for each place, side by side, all on the same scales."""

from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart, plain
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import FINISHES, OPEN, STARTS, swatch
from pipeline.render.charts.numbers import number_words
from pipeline.render.charts.panels import Scale, draw_bars, draw_line, label_ends, scale_of
from pipeline.render.charts.wording import folded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ACROSS: Final = 4
NAME_SIZE, KEY_SIZE, VALUE_SIZE = 8.5, 8, 8
KEY_MM, NAME_LINE_MM, LINE_MM, GAP_MM, BARS_MM, MONTHS_MM, UNDER_MM = 7, 3.8, 19, 3.5, 12, 5, 4
BETWEEN_MM: Final = 5


def multiples(chart: Chart, width: float) -> Sheet:
    """Draw each panel under its name; the scales stand at the left of each row."""
    columns = across(len(chart.panels))
    scale = scale_of(chart.panels)
    left = scale.room
    inner = (width - left - BETWEEN_MM * (columns - 1) - 1) / columns
    names = [folded(plain(panel.message), inner, NAME_SIZE) for panel in chart.panels]
    name_mm = 2 + NAME_LINE_MM * max((1 + name.count("\n") for name in names), default=1)
    each = name_mm + LINE_MM + GAP_MM + BARS_MM + MONTHS_MM + UNDER_MM
    down = -(-len(chart.panels) // columns)
    sheet = new_sheet(width, KEY_MM + down * each - UNDER_MM)
    _key(sheet, chart, left)
    for n, (panel, name) in enumerate(zip(chart.panels, names, strict=True)):
        row, column = divmod(n, columns)
        x, y = left + column * (inner + BETWEEN_MM), KEY_MM + row * each + name_mm
        sheet.write(x, y - 2, name, size=NAME_SIZE, weight=600, va="baseline", linespacing=1.05)
        upper = sheet.axes(x, y, inner, LINE_MM)
        lower = sheet.axes(x, y + LINE_MM + GAP_MM, inner, BARS_MM)
        draw_line(upper, panel, scale, inner, weight=1.4)
        draw_bars(lower, panel, scale, inner)
        label_ends(lower, panel.labels)
        _write_last(upper, panel, scale)
        if column:
            upper.set_yticklabels([])
            lower.set_yticklabels([])
    return sheet


def across(panels: int) -> int:
    """Return how many panels stand in a row, so that rows are filled evenly."""
    rows = -(-panels // MOST_ACROSS)
    return max(2, -(-panels // rows)) if panels else 2


def _write_last(axes: "Axes", panel: Chart, scale: Scale) -> None:
    """Write the line's last value over its end, or under it where it would leave the panel."""
    points = panel.series[0].points
    if not points or points[-1] is None:
        return
    low, high = scale.line
    above = (points[-1] - low) / (high - low) < 0.75
    axes.annotate(
        number_words(points[-1]),
        (len(points) - 1, points[-1]),
        xytext=(4, 4 if above else -4),
        textcoords="offset points",
        size=VALUE_SIZE,
        weight=600,
        color=OPEN,
        ha="right",
        va="bottom" if above else "top",
    )


def _key(sheet: Sheet, chart: Chart, left: float) -> None:
    """Name line and bars once, above all panels."""
    from matplotlib.lines import Line2D

    if not chart.panels:
        return
    height = 1 - 2 / sheet.height
    ends = (left / sheet.width, (left + 5) / sheet.width)
    line = Line2D(ends, (height, height), transform=sheet.figure.transFigure, color=OPEN)
    sheet.figure.add_artist(line)
    x = left + 6.5
    for series, look in zip(chart.panels[0].series, (None, STARTS, FINISHES), strict=False):
        if look:
            swatch(sheet, x, 2, look)
            x += 3.6
        sheet.write(x, 2, series.name, size=KEY_SIZE)
        x += text_width(series.name, KEY_SIZE) + 5
