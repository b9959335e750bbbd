"""Sees by a whole column that its dates are not day first; no single date can show that."""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.model.findings import Rule
from pipeline.model.ingested import Cell
from pipeline.model.rules.cells import (
    DATES_MONTH_FIRST,
    DATES_SWAPPED,
)

ENOUGH = 3
"""As many telling dates make a habit of what could be a slip."""
MOST = 12
"""There is no thirteenth month."""
SHARE = 0.2

_PARTS = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})\b")


def date_order_fault(cells: Sequence[Cell]) -> tuple[Rule, int] | None:
    """Return the rule that a column of dates breaks as a whole, and how many cells show it."""
    real = [cell.day for cell in cells if isinstance(cell, date)]
    texts = {cell for cell in cells if isinstance(cell, str) and cell}
    parts = {text: _PARTS.match(text) for text in texts}
    read = [found for cell in cells if isinstance(cell, str) and (found := parts.get(cell))]
    first = sum(int(found.group(1)) > MOST for found in read)
    second = sum(int(found.group(2)) > MOST for found in read)
    if not first and second >= max(ENOUGH, SHARE * len(read)):
        return DATES_MONTH_FIRST, second
    both = len(real) >= ENOUGH and len(read) >= ENOUGH
    if both and max(real) <= MOST and first == len(read):
        return DATES_SWAPPED, first
    return None
