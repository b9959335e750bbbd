"""Stacked: one horizontal bar a label, a segment a category, in the categories' own order."""

from typing import Final

from pipeline.model.content import Chart
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.flow import swatch
from pipeline.render.charts.numbers import number_words
from pipeline.render.charts.rows import BAR, ROW_MM, frame_rows, label_room, write_labels

RAMP: Final = ("#DCE6F0", "#A9C4DF", "#6A9AC8", "#2F6CA8", "#12436D", "#081F33")
"""Light to dark in the hue of the palette's first colour: the categories have an order."""
VALUE_SIZE, KEY_SIZE = 8.5, 8
KEY_LINE_MM, SCALE_MM = 5.0, 6.0


def stacked(chart: Chart, width: float) -> Sheet:
    """Draw the bars under a key in the order of the segments; `share` makes each bar a whole."""
    left = label_room(chart.labels)
    row = ROW_MM[chart.height]
    colours = ramp(len(chart.series))
    key = _key_lines(chart, width - left)
    top = len(key) * KEY_LINE_MM + 1
    under = SCALE_MM if chart.share else 1
    sheet = new_sheet(width, top + max(len(chart.labels), 1) * row + under)
    _write_key(sheet, chart, key, left, colours)
    inner, tall = width - left - 3, len(chart.labels) * row
    axes = sheet.axes(left, top, inner, max(tall, 1))
    totals = [_total(chart, n) for n in range(len(chart.labels))]
    most = 1.0 if chart.share else max(totals, default=0) or 1
    frame_rows(axes, chart, most)
    if chart.share:
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    else:
        axes.set_xticks([])
    for n, total in enumerate(totals):
        whole = total if chart.share else most
        _bar(sheet, chart, n, whole or 1, colours, (left, inner, top + n * row, row))
    write_labels(sheet, chart.labels, top, row)
    return sheet


def ramp(steps: int) -> tuple[str, ...]:
    """Return as many colours as there are segments, from light to dark, far apart."""
    chosen = {1: (4,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
    return tuple(RAMP[n] for n in chosen.get(steps, tuple(i % len(RAMP) for i in range(steps))))


def _bar(
    sheet: Sheet,
    chart: Chart,
    n: int,
    whole: float,
    colours: tuple[str, ...],
    place: tuple[float, float, float, float],
) -> None:
    """Draw one bar on the sheet itself, a white line between segments, values where they fit."""
    left, inner, top, row = place
    points = [series.points[n] for series in chart.series]
    if all(point is None for point in points):
        sheet.write(left + 1.5, top + row / 2, NOT_SUPPLIED, size=VALUE_SIZE, color=house.SOFT)
        return
    axes, start = sheet.figure.axes[0], 0.0
    for point, colour in zip(points, colours, strict=True):
        if not point:
            continue
        share = point / whole
        axes.barh(
            n,
            share if chart.share else point,
            BAR,
            left=start,
            color=colour,
            edgecolor=house.WHITE,
            linewidth=0.8,
        )
        words, wide = number_words(point), share * inner
        if text_width(words, VALUE_SIZE, "semibold") + 1.2 <= wide:
            middle = left + inner * (start if chart.share else start / whole) + wide / 2
            look = {"color": house.on_fill(colour), "weight": 600, "ha": "center"}
            sheet.write(middle, top + row / 2, words, size=VALUE_SIZE, **look)
        start += share if chart.share else point


def _total(chart: Chart, n: int) -> float:
    return sum(series.points[n] or 0 for series in chart.series)


def _key_lines(chart: Chart, width: float) -> list[list[int]]:
    """Return which series are named on which line of the key."""
    lines: list[list[int]] = [[]]
    used = 0.0
    for n, series in enumerate(chart.series):
        wide = 4 + text_width(series.name, KEY_SIZE) + 4
        if lines[-1] and used + wide > width + 4:
            lines.append([])
            used = 0.0
        lines[-1].append(n)
        used += wide
    return lines


def _write_key(
    sheet: Sheet, chart: Chart, lines: list[list[int]], left: float, colours: tuple[str, ...]
) -> None:
    for row, line in enumerate(lines):
        x, y = left, row * KEY_LINE_MM + 2.2
        for n in line:
            edge = house.SOFT if colours[n] == RAMP[0] else colours[n]
            swatch(sheet, x, y, colours[n], edge, 2.6)
            sheet.write(x + 4, y, chart.series[n].name, size=KEY_SIZE)
            x += 8 + text_width(chart.series[n].name, KEY_SIZE)
