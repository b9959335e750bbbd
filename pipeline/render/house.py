"""The house's colours, sizes and spaces: the one place from which PDF, Word and charts take them."""

from pathlib import Path
from typing import Final

TEMPLATES: Final = Path(__file__).parent.parent.parent / "report_templates"
HOUSE: Final = TEMPLATES / "house"

INK: Final = "#16191D"
SOFT: Final = "#535B63"
"""Secondary text: 7 to 1 on white."""
RULE: Final = "#C8CDD2"
FAINT: Final = "#EEF1F4"
UP: Final = "#D9EFEC"
DOWN: Final = "#FBE3D6"
WHITE: Final = "#FFFFFF"

ACCENT: Final = "#12436D"
PALETTE: Final = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
"""The categorical palette of the Government Analysis Function, in its order."""
FOCUS: Final = "#12436D"
CONTEXT: Final = "#BFBFBF"

PAGE_WIDTH_MM: Final = 210
PAGE_HEIGHT_MM: Final = 297
MARGIN_MM: Final = 17
TEXT_WIDTH_MM: Final = PAGE_WIDTH_MM - 2 * MARGIN_MM

CHART_HEIGHTS_MM: Final = {
    "strip": 25,
    "screen": 33,
    "low": 35,
    "small": 40,
    "medium": 66,
    "large": 96,
}

SCREEN_SCALE: Final = 1.5
"""How much larger charts are on a screen than on paper, letters and lines alike."""

TOKENS: Final = {
    "ink": INK,
    "soft": SOFT,
    "rule": RULE,
    "faint": FAINT,
    "up": UP,
    "down": DOWN,
    "margin": f"{MARGIN_MM}mm",
}
"""What the style sheets know as `var(--ink)` and so on; `--accent` is the authority's own."""

READABLE: Final = 4.5
"""The least contrast of text with its ground (WCAG 2.2, AA)."""


def text_colour(colour: str) -> str:
    """Return `colour` if text in it can be read on white, else the ink."""
    return colour if contrast(colour, WHITE) >= READABLE else INK


def on_fill(colour: str) -> str:
    """Return white or ink, whichever can be read better on a fill of `colour`."""
    return WHITE if contrast(colour, WHITE) >= contrast(colour, INK) else INK


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio, 1 to 21, of two colours written `#RRGGBB`."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
