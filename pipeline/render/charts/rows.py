"""What horizontal bars share: a row a label, the label at its left."""

from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart
from pipeline.render.charts.canvas import Sheet, text_width
from pipeline.render.charts.wording import folded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW_MM: Final = {"small": 6.0, "medium": 7.5, "large": 10.0}
BAR: Final = 0.68
LABEL_SIZE: Final = 8.5
WIDEST_LABEL_MM: Final = 48


def label_room(labels: tuple[str, ...]) -> float:
    """Return how many millimetres the labels need, up to a limit."""
    widest = max((text_width(label, LABEL_SIZE) for label in labels), default=0)
    return min(widest, WIDEST_LABEL_MM) + 3


def write_labels(sheet: Sheet, labels: tuple[str, ...], top: float, row: float) -> None:
    """Write the labels with their left edges in line, long ones on two lines."""
    for n, label in enumerate(labels):
        words = folded(label, WIDEST_LABEL_MM, LABEL_SIZE, 1 if row < 7 else 2)
        sheet.write(0, top + (n + 0.5) * row, words, size=LABEL_SIZE, linespacing=1.0, va="center")


def frame_rows(axes: "Axes", chart: Chart, most: float) -> None:
    """Set the scale from zero, first row at the top, with nothing but a baseline."""
    axes.set_xlim(0, most)
    axes.set_ylim(len(chart.labels) - 0.5, -0.5)
    axes.set_yticks([])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(True)
