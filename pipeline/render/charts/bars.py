"""Bars: one horizontal bar a label, its value at its end."""

from pipeline.model.content import Chart
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.numbers import known, number_words
from pipeline.render.charts.rows import (
    BAR,
    LABEL_SIZE,
    ROW_MM,
    frame_rows,
    label_room,
    write_labels,
)


def bars(chart: Chart, width: float) -> Sheet:
    """Draw the first series; a label without a value says so."""
    row = ROW_MM[chart.height]
    sheet = new_sheet(width, max(len(chart.labels), 1) * row + 2)
    points = chart.series[0].points if chart.series else ()
    words = [NOT_SUPPLIED if p is None else number_words(p, share=chart.share) for p in points]
    left = label_room(chart.labels)
    right = 4 + max((text_width(one, LABEL_SIZE, "semibold") for one in words), default=0)
    axes = sheet.axes(left, 1, width - left - right, sheet.height - 2)
    axes.set_xticks([])
    frame_rows(axes, chart, max(known(chart.series[:1]), default=0) or 1)
    axes.barh(range(len(points)), [p or 0 for p in points], BAR, color=house.FOCUS, linewidth=0)
    write_labels(sheet, chart.labels, 1, row)
    for n, (point, said) in enumerate(zip(points, words, strict=True)):
        end = left + (width - left - right) * (point or 0) / axes.get_xlim()[1]
        look = {"weight": 600} if point is not None else {"color": house.SOFT}
        sheet.write(end + 1.5, 1 + (n + 0.5) * row, said, size=LABEL_SIZE, **look)
    return sheet
