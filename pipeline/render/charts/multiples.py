"""Small multiples: a flow chart for each place, side by side, all on the same scales."""

from typing import Final

from pipeline.model.content import Chart, plain
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.flow import (
    FILLED,
    LINE,
    OUTLINED,
    Scale,
    draw_bars,
    draw_line,
    label_months,
    scale_of,
    swatch,
)
from pipeline.render.charts.numbers import number_words, ticks
from pipeline.render.charts.wording import fitted

MOST_ACROSS: Final = 4
KEY_MM, NAME_MM, LINE_MM, GAP_MM, BARS_MM, MONTHS_MM, UNDER_MM = 7, 5, 18, 3, 11, 5, 5
BETWEEN_MM: Final = 5


def multiples(chart: Chart, width: float) -> Sheet:
    """Draw each panel under its name; the scales stand at the left of each row."""
    across = _across(len(chart.panels))
    down = -(-len(chart.panels) // across)
    each = NAME_MM + LINE_MM + GAP_MM + BARS_MM + MONTHS_MM
    sheet = new_sheet(width, KEY_MM + down * (each + UNDER_MM) - UNDER_MM)
    scale = scale_of(chart.panels)
    left = 3 + max(
        text_width(number_words(tick), 7.5) for tick in (*ticks(*scale.line), *ticks(0, scale.bars))
    )
    inner = (width - left - BETWEEN_MM * (across - 1) - 1) / across
    _key(sheet, chart, left)
    for n, panel in enumerate(chart.panels):
        row, column = divmod(n, across)
        x = left + column * (inner + BETWEEN_MM)
        _panel(sheet, panel, scale, (x, KEY_MM + row * (each + UNDER_MM)), inner, first=not column)
    return sheet


def _across(panels: int) -> int:
    """Return how many panels stand in a row, so that rows are filled evenly."""
    rows = -(-panels // MOST_ACROSS)
    return max(2, -(-panels // rows)) if panels else 2


def _panel(
    sheet: Sheet,
    panel: Chart,
    scale: Scale,
    corner: tuple[float, float],
    width: float,
    *,
    first: bool,
) -> None:
    x, y = corner
    sheet.write(x, y + 1.5, fitted(plain(panel.message), width, 8.5), size=8.5, weight=600)
    upper = sheet.axes(x, y + NAME_MM, width, LINE_MM)
    lower = sheet.axes(x, y + NAME_MM + LINE_MM + GAP_MM, width, BARS_MM)
    draw_line(upper, panel, scale)
    draw_bars(lower, panel, scale)
    _label_ends(lower, panel.labels, width)
    if not first:
        for axes in (upper, lower):
            axes.set_yticklabels([])


def _label_ends(axes: "Axes", labels: tuple[str, ...], width: float) -> None:
    """Name the first and the latest month, within the panel."""
    if len(labels) < 2:
        label_months(axes, labels, width)
        return
    axes.set_xticks([0, len(labels) - 1], [labels[0], labels[-1]])
    first, last = axes.get_xticklabels()
    first.set_ha("left")
    last.set_ha("right")


def _key(sheet: Sheet, chart: Chart, left: float) -> None:
    """Name line and bars once, above all panels."""
    from matplotlib.lines import Line2D

    if not chart.panels:
        return
    names = [series.name for series in chart.panels[0].series]
    height = 1 - 2 / sheet.height
    ends = (left / sheet.width, (left + 5) / sheet.width)
    sheet.figure.add_artist(
        Line2D(ends, (height, height), transform=sheet.figure.transFigure, color=LINE)
    )
    x = left + 6.5
    for name, look in zip(names, (None, (FILLED, FILLED), (house.WHITE, OUTLINED)), strict=False):
        if look:
            swatch(sheet, x, 2, *look)
            x += 3.4
        sheet.write(x, 2, name, size=8)
        x += text_width(name, 8) + 5
