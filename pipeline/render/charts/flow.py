"""Flow: open plans as a line over starts and finishes as paired bars, month by month.

Two panels share the months; there is no second axis.
"""

from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart, Series
from pipeline.model.outlook import Outlook
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import FINISHES, OPEN, STARTS, months_wide, swatch
from pipeline.render.charts.numbers import number_words
from pipeline.render.charts.panels import Scale, draw_bars, draw_line, label_months, scale_of
from pipeline.render.charts.wording import fitted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME_SIZE, VALUE_SIZE, NOTE_SIZE = 8, 9, 7
TOP_MM, GAP_MM, MONTHS_MM, BESIDE_MM = 2, 6, 6, 2
LINE_SHARE: Final = 0.6
LINE_MM: Final = 3.6
APART_MM: Final = LINE_MM + 0.6
AHEAD_MM: Final = APART_MM + LINE_MM
"""What the forecast's two lines need between the end of the line's name and the panel's edge."""


def flow(chart: Chart, width: float) -> Sheet:
    """Draw one flow chart with its names and last values beside it."""
    sheet = new_sheet(width, house.CHART_HEIGHTS_MM[chart.height])
    scale = scale_of((chart,))
    left, right = scale.room, 2 * BESIDE_MM + _room_beside(chart)
    room = sheet.height - TOP_MM - GAP_MM - MONTHS_MM
    inner, tall = width - left - right, room * LINE_SHARE
    under = TOP_MM + tall + GAP_MM
    upper = sheet.axes(left, TOP_MM, inner, tall)
    lower = sheet.axes(left, under, inner, room - tall)
    draw_line(upper, chart, scale, inner)
    draw_bars(lower, chart, scale, inner)
    label_months(lower, chart.labels, inner / max(months_wide(chart), 1))
    start = scale.line[0]
    starts = f"The line’s scale starts at {number_words(start)}." if start else ""
    words = fitted(" ".join(filter(None, (chart.aside, starts))), width - left, NOTE_SIZE)
    sheet.write(left, TOP_MM + tall + 2, words, size=NOTE_SIZE, color=house.SOFT)
    beside = width - right + BESIDE_MM
    _name_line(sheet, upper, chart, scale, beside)
    middle = under + (room - tall) / 2
    for series, look, y in zip(chart.series[1:], (STARTS, FINISHES), (-2.6, 2.6), strict=False):
        swatch(sheet, beside, middle + y, look)
        _name(sheet, series, beside + 3.6, middle + y)
    return sheet


def _name_line(sheet: Sheet, axes: "Axes", chart: Chart, scale: Scale, x: float) -> None:
    """Write the line's last value and name at the height of its end, and the forecast's apart."""
    series, ahead = chart.series[0], chart.ahead
    box = axes.get_position()
    bottom = float(sheet.height * (1 - box.y0) - 2)

    def height_of(value: float | None) -> float:
        low, high = scale.line
        share = 0.5 if value is None else (value - low) / (high - low)
        y = float(sheet.height * (1 - box.y0 - box.height * share))
        return min(max(y, TOP_MM + 2), bottom)

    last = _last(series)
    end = height_of(last)
    if ahead is not None:
        if ahead.value >= (last or 0):
            end = max(end, TOP_MM + 2 + AHEAD_MM)
            expected = min(height_of(ahead.value), end - AHEAD_MM)
        else:
            end = min(end, bottom - AHEAD_MM)
            expected = max(height_of(ahead.value), end + APART_MM)
            expected = min(expected, bottom - LINE_MM)
        _name_ahead(sheet, ahead, x, expected)
    _name(sheet, series, x, end, OPEN)


def _name_ahead(sheet: Sheet, ahead: Outlook, x: float, y: float) -> None:
    sheet.write(x, y, ahead.number, size=VALUE_SIZE, weight=600, color=OPEN)
    after = x + text_width(ahead.number, VALUE_SIZE, "semibold") + 1.2
    sheet.write(after, y, ahead.name, size=NAME_SIZE, color=OPEN)
    sheet.write(x, y + LINE_MM, ahead.spread, size=NOTE_SIZE, color=house.SOFT)


def _name(sheet: Sheet, series: Series, x: float, y: float, colour: str = house.INK) -> None:
    there = _last(series) is not None
    look = {"weight": 600, "color": colour} if there else {"color": house.SOFT}
    sheet.write(x, y, _last_words(series), size=VALUE_SIZE, **look)
    sheet.write(x + _value_width(series), y, series.name, size=NAME_SIZE, color=colour)


def _last(series: Series) -> float | None:
    return series.points[-1] if series.points else None


def _last_words(series: Series) -> str:
    last = _last(series)
    return NOT_SUPPLIED if last is None else number_words(last)


def _value_width(series: Series) -> float:
    return text_width(_last_words(series), VALUE_SIZE, "semibold") + 1.2


def _room_beside(chart: Chart) -> float:
    """Return how many millimetres the names at the right need."""
    widths = [_name_width(one) for one in chart.series]
    if ahead := chart.ahead:
        number = text_width(ahead.number, VALUE_SIZE, "semibold") + 1.2
        widths.append(number + text_width(ahead.name, NAME_SIZE))
        widths.append(text_width(ahead.spread, NOTE_SIZE))
    return max(widths)


def _name_width(series: Series) -> float:
    return 3.6 + _value_width(series) + text_width(series.name, NAME_SIZE)
