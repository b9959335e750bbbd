"""Paired: two lists side by side, each a short bar a label between its name and its value."""

from typing import Final

from pipeline.model.content import Chart
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import bar
from pipeline.render.charts.numbers import fixed, known
from pipeline.render.charts.wording import fitted

SIZE: Final = 8.0
BETWEEN_MM, GAP_MM, LEAST_BAR_MM, MOST_ROW_MM, THICK = 5.0, 1.5, 4.0, 5.0, 0.5
NONE_THERE = "\N{EN DASH}"


def paired(chart: Chart, width: float) -> Sheet:
    """Draw each panel as a list; all bars have one scale, all rows one height."""
    sheet = new_sheet(width, house.CHART_HEIGHTS_MM[chart.height])
    most = chart.most or max(known(tuple(p.series[0] for p in chart.panels)), default=0) or 1
    points = [point for panel in chart.panels for point in panel.series[0].points]
    places = 0 if all(point is None or point == int(point) for point in points) else 1
    values = max(text_width(_said(point, places), SIZE, "semibold") for point in points)
    names = [
        max(text_width(label, SIZE) for label in panel.labels) + GAP_MM for panel in chart.panels
    ]
    beside = (values + GAP_MM) * len(names) + BETWEEN_MM * (len(names) - 1)
    bars = max(LEAST_BAR_MM, (width - beside - sum(names)) / len(names))
    room = (width - beside - bars * len(names)) / sum(names)
    row = min(MOST_ROW_MM, sheet.height / max(len(panel.labels) for panel in chart.panels))
    left = 0.0
    for panel, name in zip(chart.panels, names, strict=True):
        start = left + name * min(1.0, room)
        for n, (label, point) in enumerate(zip(panel.labels, panel.series[0].points, strict=True)):
            middle = row * (n + 0.5)
            sheet.write(left, middle, fitted(label, start - left, SIZE), size=SIZE)
            if chart.most and point is not None:
                top = middle - row * THICK / 2
                bar(
                    sheet, start, top, bars, row * THICK, colour=house.FAINT
                )  # how far a bar can go
            bar(sheet, start, middle - row * THICK / 2, bars * (point or 0) / most, row * THICK)
            look = {"weight": 600} if point is not None else {"color": house.SOFT}
            end = start + bars + GAP_MM + values
            sheet.write(end, middle, _said(point, places), size=SIZE, ha="right", **look)
        left = start + bars + GAP_MM + values + BETWEEN_MM
    return sheet


def _said(point: float | None, places: int) -> str:
    return NONE_THERE if point is None else fixed(point, places)
