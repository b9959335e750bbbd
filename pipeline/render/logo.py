"""The authority's logo, a PNG file that its settings name."""

import struct
from base64 import b64encode
from pathlib import Path
from typing import Final

HEIGHT_MM: Final = 9
_WIDTH_AND_HEIGHT: Final = slice(16, 24)
"""Where a PNG says how large it is, in pixels."""


def logo_size(png: bytes) -> tuple[float, float]:
    """Return how wide and high the logo is printed, in millimetres."""
    wide, high = struct.unpack(">II", png[_WIDTH_AND_HEIGHT])
    return HEIGHT_MM * wide / max(high, 1), float(HEIGHT_MM)


def logo_address(logo: Path | None) -> str:
    """Return the logo as an address that holds it; blank if there is none."""
    return f"data:image/png;base64,{b64encode(logo.read_bytes()).decode()}" if logo else ""
