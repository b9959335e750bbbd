"""Named: one thin bar a label under its name and value, for names as long as a narrow chart is wide."""

from pipeline.model.content import Chart
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import bar
from pipeline.render.charts.numbers import known, number_words
from pipeline.render.charts.wording import fitted

NAME_SIZE = 8.5
NAME_MM, BAR_MM, GAP_MM = 4.0, 2.2, 0.9


def named(chart: Chart, width: float) -> Sheet:
    """Draw the first series on as many rows as fill the height; a label without a value says so."""
    sheet = new_sheet(width, house.CHART_HEIGHTS_MM[chart.height])
    points = chart.series[0].points if chart.series else ()
    words = [NOT_SUPPLIED if p is None else number_words(p, share=chart.share) for p in points]
    each = sheet.height / max(len(points), 1)
    thick = min(BAR_MM, each - NAME_MM - GAP_MM)
    room = width - 2 - max((text_width(one, NAME_SIZE, "semibold") for one in words), default=0)
    most = max(known(chart.series[:1]), default=0) or 1
    for n, (label, point, said) in enumerate(zip(chart.labels, points, words, strict=True)):
        middle = each * n + NAME_MM / 2
        sheet.write(0, middle, fitted(label, room, NAME_SIZE), size=NAME_SIZE)
        bar(sheet, 0, each * n + NAME_MM, width * (point or 0) / most, thick)
        look = {"weight": 600} if point is not None else {"color": house.SOFT}
        sheet.write(width, middle, said, size=NAME_SIZE, ha="right", **look)
    return sheet
