"""The sheet a chart is drawn on: its size in millimetres, the house's style, and its bytes."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from pipeline.render import fonts, house

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

MM: Final = 1 / 25.4
POINTS_PER_MM: Final = 72 / 25.4
PICTURE_DPI: Final = 200
STYLE: Final = house.HOUSE / "house.mplstyle"


@dataclass(frozen=True)
class Sheet:
    """A figure of a fixed size; axes are placed on it by millimetres from its top left."""

    figure: "Figure"
    width: float
    height: float

    def axes(self, left: float, top: float, width: float, height: float) -> "Axes":
        """Return axes whose frame is exactly there."""
        bottom = self.height - top - height
        return self.figure.add_axes(
            (left / self.width, bottom / self.height, width / self.width, height / self.height)
        )

    def write(self, left: float, top: float, words: str, **style: object) -> None:
        """Write words with their left edge and the middle of their line at a point."""
        look = {"va": "center_baseline", "ha": "left", **style}
        self.figure.text(left / self.width, 1 - top / self.height, words, **look)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Drawn:
    """A finished chart, as vectors or as a picture."""

    sheet: Sheet

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.sheet.width, self.sheet.height

    def svg(self, *, paths: bool = False) -> bytes:
        """Return the chart as SVG; its text as outlines if `paths`, else as text in our font."""
        fonttype = "path" if paths else "none"
        return self._saved("svg", {"svg.fonttype": fonttype}, {"Date": None, "Creator": None})

    def png(self) -> bytes:
        """Return the chart as a picture of 200 dots an inch."""
        return self._saved("png", {"savefig.dpi": PICTURE_DPI}, {"Software": None})

    def _saved(self, form: str, settings: dict[str, object], metadata: dict[str, None]) -> bytes:
        import matplotlib as mpl

        made = io.BytesIO()
        with house_style(), mpl.rc_context(settings):  # type: ignore[arg-type]
            self.sheet.figure.savefig(made, format=form, metadata=metadata)
        return made.getvalue()


def new_sheet(width: float, height: float) -> Sheet:
    """Return an empty sheet of a size in millimetres."""
    from matplotlib.figure import Figure

    return Sheet(Figure(figsize=(width * MM, height * MM)), width, height)


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house's style and font; a warning is an error.

    A letter that the font lacks is drawn as a box, to be seen; no document is lost for it.
    """
    import matplotlib as mpl

    _use_own_fonts()
    with mpl.rc_context(fname=STYLE), warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        yield


def text_width(words: str, size: float, weight: str = "normal") -> float:
    """Return how many millimetres wide words are at a size in points."""
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(
        words, _font(size, weight), ismath=False
    )
    return float(width) / POINTS_PER_MM


@cache
def _font(size: float, weight: str) -> "FontProperties":
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=fonts.FAMILY, size=size, weight=weight)


@cache
def _use_own_fonts() -> None:
    """Let matplotlib know no font but ours, so that no machine's fonts change a chart."""
    from matplotlib import font_manager

    font_manager.fontManager.ttflist = []
    for path in fonts.face_files():
        font_manager.fontManager.addfont(path)
