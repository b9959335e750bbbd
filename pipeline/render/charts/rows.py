"""What horizontal bars share: a row a label, the label at its left."""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from pipeline.model.content import Chart
from pipeline.render.charts.canvas import Sheet, text_width
from pipeline.render.charts.wording import folded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW_MM: Final = {"small": 6.0, "medium": 7.5, "large": 10.0}
BAR_MM: Final = {"small": 4.2, "medium": 5.0, "large": 6.8}
LABEL_SIZE: Final = 8.5
LABEL_LINE_MM: Final = 3.5
WIDEST_LABEL_MM: Final = 48
MOST_LINES: Final = 3


@dataclass(frozen=True)
class Rows:
    """The labels as they are broken into lines, and where their rows are, in millimetres."""

    labels: tuple[str, ...]
    left: float
    heights: tuple[float, ...]
    bar: float

    @property
    def height(self) -> float:
        """The height of all rows together."""
        return sum(self.heights) or 1.0

    @property
    def middles(self) -> tuple[float, ...]:
        """How far down from the first row's top the middle of each row is."""
        ends = accumulate(self.heights)
        return tuple(end - height / 2 for end, height in zip(ends, self.heights, strict=True))

    def write_labels(self, sheet: Sheet, top: float) -> None:
        """Write the labels with their left edges in line."""
        for label, middle in zip(self.labels, self.middles, strict=True):
            place = "center" if "\n" in label else "center_baseline"
            sheet.write(0, top + middle, label, size=LABEL_SIZE, linespacing=1.0, va=place)

    def frame(self, axes: "Axes", most: float) -> None:
        """Set the scales: from zero across, millimetres down, with nothing but a baseline."""
        axes.set_xlim(0, most)
        axes.set_ylim(self.height, 0)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
        axes.spines["left"].set_visible(True)


def rows_of(chart: Chart) -> Rows:
    """Return the rows of a chart; a long name takes up to three lines and a taller row."""
    labels = tuple(folded(one, WIDEST_LABEL_MM, LABEL_SIZE, MOST_LINES) for one in chart.labels)
    lines = [line for label in labels for line in label.split("\n")]
    widest = max((text_width(line, LABEL_SIZE) for line in lines), default=0)
    least = ROW_MM[chart.height]
    heights = tuple(max(least, (label.count("\n") + 1) * LABEL_LINE_MM + 1.5) for label in labels)
    return Rows(labels, widest + 3, heights, BAR_MM[chart.height])
