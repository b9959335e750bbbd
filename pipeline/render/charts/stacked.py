"""Stacked: one horizontal bar a label, a segment a category, in the categories' own order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart, Series
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, new_sheet, text_width
from pipeline.render.charts.marks import Look, swatch
from pipeline.render.charts.numbers import number_words
from pipeline.render.charts.rows import Rows, rows_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RAMP: Final = ("#DCE6F0", "#A9C4DF", "#6A9AC8", "#2F6CA8", "#12436D", "#081F33")
"""Light to dark in the hue of the palette's first colour: the categories have an order."""
STEPS: Final = {1: (4,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
VALUE_SIZE, KEY_SIZE = 8.5, 8
KEY_LINE_MM, KEY_GAP_MM, SWATCH_MM, SCALE_MM, RIGHT_MM = 5.0, 4.0, 3.8, 6.0, 3.0


def stacked(chart: Chart, width: float) -> Sheet:
    """Draw the bars under a key in the order of the segments; `share` makes each bar a whole."""
    rows, colours = rows_of(chart), colours_of(chart.series)
    start, key = _key_lines(chart.series, rows.left, width)
    top = len(key) * KEY_LINE_MM + 1
    sheet = new_sheet(width, top + rows.height + (SCALE_MM if chart.share else 1))
    for n, line in enumerate(key):
        _write_key(sheet, chart.series, line, colours, (start, n * KEY_LINE_MM + 2.2))
    inner = width - rows.left - RIGHT_MM
    axes = sheet.axes(rows.left, top, inner, rows.height)
    totals = [sum(one.points[n] or 0 for one in chart.series) for n in range(len(rows.labels))]
    longest = max(totals, default=0) or 1
    rows.frame(axes, 1)
    if chart.share:
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    for n, (total, middle) in enumerate(zip(totals, rows.middles, strict=True)):
        points = [series.points[n] for series in chart.series]
        whole = (total if chart.share else longest) or 1
        _Bar(sheet, axes, rows, top, middle, inner).draw(points, whole, colours)
    rows.write_labels(sheet, top)
    return sheet


def colours_of(series: tuple[Series, ...]) -> tuple[str, ...]:
    """Return a colour for each series: a ramp in their order, grey for what stands aside."""
    steps = iter(ramp(sum(not one.aside for one in series)))
    return tuple(house.CONTEXT if one.aside else next(steps) for one in series)


def ramp(steps: int) -> tuple[str, ...]:
    """Return as many colours as there are segments, from light to dark, far apart."""
    chosen = STEPS.get(steps, tuple(n % len(RAMP) for n in range(steps)))
    return tuple(RAMP[n] for n in chosen)


@dataclass(frozen=True)
class _Bar:
    """One bar: the sheet's rows, how far down they begin and the bar is, and the longest's width."""

    sheet: Sheet
    axes: "Axes"
    rows: Rows
    top: float
    middle: float
    inner: float

    def draw(self, points: list[float | None], whole: float, colours: tuple[str, ...]) -> None:
        """Draw the segments, a white line between them, values inside where they fit."""
        if not any(points):
            said = NOT_SUPPLIED if all(point is None for point in points) else "0"
            self._write(self.rows.left + 1.5, said, color=house.SOFT)
            return
        start = 0.0
        for point, colour in zip(points, colours, strict=True):
            share = (point or 0) / whole
            if point:
                self._segment(start, share, colour)
                self._label(start, share, number_words(point), colour)
            start += share

    def _segment(self, start: float, share: float, colour: str) -> None:
        thick = self.rows.bar
        drawn = self.axes.barh(self.middle, share, thick, left=start, color=colour)
        for segment in drawn:
            segment.set(edgecolor=house.WHITE, linewidth=0.8)

    def _label(self, start: float, share: float, words: str, colour: str) -> None:
        wide = share * self.inner
        if text_width(words, VALUE_SIZE, "semibold") + 1.2 <= wide:
            middle = self.rows.left + start * self.inner + wide / 2
            self._write(middle, words, color=house.on_fill(colour), weight=600, ha="center")

    def _write(self, x: float, words: str, **look: object) -> None:
        self.sheet.write(x, self.top + self.middle, words, size=VALUE_SIZE, **look)


def _key_lines(
    series: tuple[Series, ...], left: float, width: float
) -> tuple[float, list[list[int]]]:
    """Return where the key starts, and which series each of its lines names.

    It starts over the bars, or at the very left where it then needs fewer lines.
    """
    over, wide = _broken(series, width - left), _broken(series, width)
    return (left, over) if len(over) <= len(wide) else (0.0, wide)


def _broken(series: tuple[Series, ...], width: float) -> list[list[int]]:
    lines: list[list[int]] = [[]]
    used = 0.0
    for n, one in enumerate(series):
        wide = SWATCH_MM + text_width(one.name, KEY_SIZE)
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(n)
        used += wide + KEY_GAP_MM
    return lines


def _write_key(
    sheet: Sheet,
    series: tuple[Series, ...],
    line: list[int],
    colours: tuple[str, ...],
    place: tuple[float, float],
) -> None:
    x, y = place
    for n in line:
        swatch(sheet, x, y, Look(colours[n], house.SOFT if n == 0 else colours[n]))
        sheet.write(x + SWATCH_MM, y, series[n].name, size=KEY_SIZE)
        x += SWATCH_MM + text_width(series[n].name, KEY_SIZE) + KEY_GAP_MM
