"""Bars: one horizontal bar a label, its value at its end."""

from pipeline.model.content import Chart
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.numbers import known, number_words
from pipeline.render.charts.rows import LABEL_SIZE, rows_of

TOP_MM = 1


def bars(chart: Chart, width: float) -> Sheet:
    """Draw the first series; a label without a value says so."""
    rows = rows_of(chart)
    sheet = new_sheet(width, rows.height + 2 * TOP_MM)
    points = chart.series[0].points if chart.series else ()
    words = [NOT_SUPPLIED if p is None else number_words(p, share=chart.share) for p in points]
    right = 4 + max((text_width(one, LABEL_SIZE, "semibold") for one in words), default=0)
    inner = width - rows.left - right
    most = 1 if chart.share else max(known(chart.series[:1]), default=0) or 1
    axes = sheet.axes(rows.left, TOP_MM, inner, rows.height)
    rows.frame(axes, most)
    lengths = [point or 0 for point in points]
    axes.barh(rows.middles, lengths, rows.bar, color=house.FOCUS, linewidth=0)
    rows.write_labels(sheet, TOP_MM)
    for point, said, middle in zip(points, words, rows.middles, strict=True):
        end = rows.left + inner * (point or 0) / most + 1.5
        look = {"weight": 600} if point is not None else {"color": house.SOFT}
        sheet.write(end, TOP_MM + middle, said, size=LABEL_SIZE, **look)
    return sheet
