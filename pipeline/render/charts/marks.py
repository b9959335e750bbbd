"""Marks that several charts draw: samples of bars, runs of months without a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.model.usual_range import Band
from pipeline.render import house
from pipeline.render.charts.canvas import Sheet, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Points = tuple[float | None, ...]


@dataclass(frozen=True)
class Look:
    """How a bar is filled and outlined, so that it is known without its colour too."""

    fill: str
    edge: str


STARTS: Final = Look(house.PALETTE[1], house.PALETTE[1])
FINISHES: Final = Look(house.WHITE, house.PALETTE[2])
OPEN: Final = house.PALETTE[0]
RANGE: Final = "#E4EAF1"
WIDENING: Final = "#BFD0E0"


def bar(
    sheet: Sheet, left: float, top: float, width: float, height: float, *, colour: str = house.FOCUS
) -> None:
    """Draw a bar with its top left at a point, all in millimetres; no axes are needed for it."""
    from matplotlib.patches import Rectangle

    sheet.figure.add_artist(
        Rectangle(
            (left / sheet.width, 1 - (top + height) / sheet.height),
            width / sheet.width,
            height / sheet.height,
            transform=sheet.figure.transFigure,
            facecolor=colour,
            linewidth=0,
        )
    )


def swatch(sheet: Sheet, x: float, y: float, look: Look) -> None:
    """Draw a small sample of a bar with its left edge and middle at a point."""
    from matplotlib.patches import Rectangle

    side = 2.4
    sheet.figure.add_artist(
        Rectangle(
            (x / sheet.width, 1 - (y + side / 2) / sheet.height),
            side / sheet.width,
            side / sheet.height,
            transform=sheet.figure.transFigure,
            facecolor=look.fill,
            edgecolor=look.edge,
            linewidth=0.9,
        )
    )


def months_wide(chart: Chart) -> float:
    """Return how many months the chart shows, up to its forecast."""
    return len(chart.labels) + (chart.ahead.after if chart.ahead else 0)


def draw_ahead(axes: "Axes", chart: Chart) -> None:
    """Draw the forecast as a light dot on a bar, its range, which widens from the line's end.

    A broad bar is seen where the range is narrow on a long scale.
    """
    ahead, points = chart.ahead, chart.series[0].points
    if ahead is None or not points or points[-1] is None:
        return
    last, at = len(points) - 1, len(points) - 1 + ahead.after
    end = points[-1]
    axes.fill((last, at, at), (end, ahead.low, ahead.high), color=WIDENING, linewidth=0, zorder=0)
    axes.plot((last, at), (end, ahead.value), color=OPEN, linewidth=1.2, dashes=(2, 2))
    axes.plot(
        (at, at),
        (ahead.low, ahead.high),
        color=OPEN,
        linewidth=6,
        solid_capstyle="butt",
        clip_on=False,
    )
    axes.plot(
        [at],
        [ahead.value],
        "o",
        markersize=2.6,
        markeredgewidth=0,
        markerfacecolor=house.WHITE,
        clip_on=False,
        zorder=4,
    )


def draw_band(axes: "Axes", band: Band) -> None:
    """Draw a line's usual range as a ground, the average in its middle."""
    ends = (band.first - 0.5, band.last + 0.5)
    axes.fill_between(ends, band.lower, band.upper, color=RANGE, linewidth=0, zorder=0)
    axes.plot(ends, (band.centre, band.centre), color=house.SOFT, linewidth=0.9, dashes=(4, 2.5))


def shade_gaps(axes: "Axes", points: Points, each: float, *, named: bool) -> None:
    """Shade the months without a figure; if `named`, say so where there is room.

    `each` is the width of a month in millimetres.
    """
    for first, last in _gaps(points):
        axes.axvspan(first - 0.5, last + 0.5, color=house.FAINT, linewidth=0, zorder=0)
        if named and text_width(NOT_SUPPLIED, 7.5) < (last - first + 1) * each - 1:
            axes.text(
                (first + last) / 2,
                0.5,
                NOT_SUPPLIED,
                transform=axes.get_xaxis_transform(),
                size=7.5,
                color=house.SOFT,
                ha="center",
                va="center_baseline",
            )


def _gaps(points: Points) -> Iterator[tuple[int, int]]:
    for absent, run in groupby(range(len(points)), key=lambda n: points[n] is None):
        if absent:
            found = list(run)
            yield found[0], found[-1]
