"""Columns: one upright bar a label, in the labels' own order, its value over it."""

from pipeline.model.content import Chart
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet
from pipeline.render.charts.marks import bar
from pipeline.render.charts.numbers import known, number_words

TOP_MM, LABELS_MM, UNDER_MM = 4.2, 4.6, 4.0
BAR_SHARE = 0.72
VALUE_SIZE, LABEL_SIZE, UNDER_SIZE = 8.5, 8, 7.5
NONE_THERE = "\N{EN DASH}"


def columns(chart: Chart, width: float) -> Sheet:
    """Draw the first series from zero; a label without a value has a dash over it."""
    sheet = new_sheet(width, house.CHART_HEIGHTS_MM[chart.height])
    points = chart.series[0].points if chart.series else ()
    foot = sheet.height - LABELS_MM - (UNDER_MM if chart.unit else 0)
    most = chart.most or max(known(chart.series[:1]), default=0) or 1
    each = width / max(len(points), 1)
    for n, (label, point) in enumerate(zip(chart.labels, points, strict=True)):
        middle, tall = each * (n + 0.5), (foot - TOP_MM) * (point or 0) / most
        bar(sheet, middle - each * BAR_SHARE / 2, foot - tall, each * BAR_SHARE, tall)
        said = NONE_THERE if point is None else number_words(point, share=chart.share)
        look = {"weight": 600} if point is not None else {"color": house.SOFT}
        sheet.write(middle, foot - tall - 2, said, size=VALUE_SIZE, ha="center", **look)
        sheet.write(middle, foot + 2.4, label, size=LABEL_SIZE, ha="center")
    bar(sheet, 0, foot, width, 0.2)
    if chart.unit:
        under = sheet.height - UNDER_MM / 2
        sheet.write(0, under, chart.unit, size=UNDER_SIZE, color=house.SOFT)
    return sheet
