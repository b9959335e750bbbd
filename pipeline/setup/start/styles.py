"""What the cells of a tracker workbook look like, sheet by sheet the same."""

from typing import Any, Final

HEADER: Final[dict[str, Any]] = {
    "bold": True,
    "font_color": "white",
    "bg_color": "#12436D",  # dark enough for white letters
    "border": 1,
    "text_wrap": True,
    "valign": "top",
}
CELL: Final[dict[str, Any]] = {"border": 1, "text_wrap": True, "valign": "top"}
TITLE: Final[dict[str, Any]] = {"bold": True, "font_size": 14}
