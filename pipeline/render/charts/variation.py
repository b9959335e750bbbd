"""Variation: a line by month over its usual range, with what is beyond ordinary variation marked."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart
from pipeline.model.usual_range import Band
from pipeline.render import house
from pipeline.render.charts.apart import apart
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import OPEN, draw_ahead, draw_band, months_wide
from pipeline.render.charts.numbers import known, line_scale, number_words, ticks
from pipeline.render.charts.panels import label_months
from pipeline.render.charts.wording import folded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHTS_MM: Final = {"small": 32, "medium": 52, "large": 84}
TOP_MM, MONTHS_MM, BESIDE_MM, CAUSE_MM = 3, 6, 3, 4.5
NAME_SIZE, VALUE_SIZE, NOTE_SIZE = 8, 9, 7.5
LINE: Final = 0.48
"""Millimetres from line to line for each point of type."""
BEYOND: Final = house.PALETTE[2]

Ends = tuple[float, float]


def variation(chart: Chart, width: float) -> Sheet:
    """Draw the line, its bands and its marks; names and numbers stand at the line's end."""
    caused = any(band.cause for band in chart.bands)
    top = TOP_MM + (CAUSE_MM if caused else 0)
    sheet = new_sheet(width, HEIGHTS_MM[chart.height] + top)
    scale = _scale(chart)
    words = _beside(chart)
    left = 3 + max(text_width(number_words(mark), NOTE_SIZE) for mark in ticks(*scale))
    right = BESIDE_MM + 1 + max((text_width(w, s, t) for w, s, t, _, _ in words), default=0)
    inner, tall = width - left - right, sheet.height - top - MONTHS_MM
    axes = sheet.axes(left, top, inner, tall)
    _frame(axes, chart, scale)
    for band in chart.bands:
        draw_band(axes, band)
        if band.cause:
            _write_cause(sheet, axes, band, left + inner * (band.first + 0.1) / months_wide(chart))
    _draw_line(axes, chart)
    draw_ahead(axes, chart)
    label_months(axes, chart.labels, inner / max(months_wide(chart), 1))
    if start := scale[0]:
        said = f"The scale starts at {number_words(start)}."
        sheet.write(left + 1, top + tall - 1.5, said, size=7, color=house.SOFT)
    _write_beside(sheet, words, width - right + BESIDE_MM, (top, tall), scale)
    return sheet


def _scale(chart: Chart) -> Ends:
    bounds = [bound for band in chart.bands for bound in (band.lower, band.upper)]
    if chart.ahead:
        bounds += [chart.ahead.low, chart.ahead.high]
    return line_scale([*known(chart.series[:1]), *bounds])


def _frame(axes: "Axes", chart: Chart, scale: Ends) -> None:
    marks = ticks(*scale)
    axes.set_yticks(marks, [number_words(mark) for mark in marks])
    axes.set_xlim(-0.6, max(months_wide(chart), 1) - 0.4)
    axes.set_ylim(*scale)
    axes.grid(visible=False)
    if scale[0] > 0:
        axes.spines["bottom"].set_visible(False)


def _draw_line(axes: "Axes", chart: Chart) -> None:
    points = [float("nan") if p is None else p for p in chart.series[0].points]
    axes.plot(range(len(points)), points, color=OPEN, linewidth=1.3, clip_on=False, zorder=3)
    marked = {mark.point for mark in chart.marks}
    usual = [n for n in range(len(points)) if n not in marked]
    axes.plot(usual, [points[n] for n in usual], "o", color=OPEN, markersize=3, zorder=4)
    for mark in chart.marks:
        axes.plot(
            [mark.point],
            [points[mark.point]],
            "^" if mark.direction == "up" else "v",
            markersize=6.5,
            markeredgecolor=BEYOND,
            markerfacecolor=house.WHITE if mark.provisional else BEYOND,
            markeredgewidth=1.1,
            clip_on=False,
            zorder=5,
        )


Beside = tuple[str, float, str, float, str]
"""Words, their size, weight, height on the scale, and colour."""


def _beside(chart: Chart) -> list[Beside]:
    """Return what stands beside the line's end: its value and name, the average, the range."""
    points = chart.series[0].points if chart.series else ()
    said: list[Beside] = []
    if points and points[-1] is not None:
        words = f"{number_words(points[-1])} {chart.series[0].name.lower()}, {chart.labels[-1]}"
        said.append((words, VALUE_SIZE, "semibold", points[-1], OPEN))
    if ahead := chart.ahead:
        words = f"{ahead.number} {ahead.name}"
        said.append((words, VALUE_SIZE, "semibold", ahead.value, OPEN))
        said.append((ahead.spread, NOTE_SIZE, "normal", ahead.value, OPEN))
    if chart.bands and chart.bands[-1].last == len(points) - 1:
        band = chart.bands[-1]
        low, middle, high = (
            number_words(float(round(each))) for each in (band.lower, band.centre, band.upper)
        )
        said += [
            (f"{high} top of usual range", NOTE_SIZE, "normal", band.upper, house.SOFT),
            (f"{middle} average", NOTE_SIZE, "normal", band.centre, house.SOFT),
            (f"{low} bottom of usual range", NOTE_SIZE, "normal", band.lower, house.SOFT),
        ]
    return said


def _write_beside(sheet: Sheet, words: list[Beside], x: float, panel: Ends, scale: Ends) -> None:
    """Write the words at their heights in a panel (top, height), moved apart where they would touch."""
    (top, tall), (low, high) = panel, scale
    placed = sorted(
        ((top + tall * (1 - (each[3] - low) / (high - low)), each) for each in words),
        key=lambda place: place[0],
    )
    room = [LINE * (a[1] + b[1]) / 2 for (_, a), (_, b) in pairwise(placed)]
    heights = apart([height for height, _ in placed], room, (1.5, sheet.height - 1.5))
    for y, (_, (said, size, weight, _, colour)) in zip(heights, placed, strict=True):
        sheet.write(
            x, y, said, size=size, weight=600 if weight == "semibold" else 400, color=colour
        )


def _write_cause(sheet: Sheet, axes: "Axes", band: Band, x: float) -> None:
    """Name why the range begins anew, at the line where it does."""
    axes.axvline(band.first - 0.5, color=house.SOFT, linewidth=0.8)
    room = sheet.width - x
    sheet.write(x, 2, folded(band.cause, room, NOTE_SIZE, 1), size=NOTE_SIZE, color=house.SOFT)
