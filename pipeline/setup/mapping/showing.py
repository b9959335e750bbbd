"""Which texts of a file may be shown: names of places and reasons, never what is a child's."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pipeline.ingest.tables.grid import is_blank
from pipeline.model.dates import read_date
from pipeline.model.ingested import Cell

LONGEST: Final = 80
"""As long as a name in the settings may be; what is longer is a note."""
DIGITS: Final = 4
"""So many digits in one word make an ID of it; `0-25 Team` has fewer."""

_VALUE: Final = re.compile(r"\d{3}|@")
_LETTER: Final = re.compile(r"[^\W\d_]")


def looks_like_a_value(text: str) -> bool:
    """Return whether a text may be an ID, a date, a number or an address."""
    if _VALUE.search(text) or not _LETTER.search(text) or read_date(text) is not None:
        return True
    return any(sum(c.isdigit() for c in word) >= DIGITS for word in text.split())


class Private:
    """The texts that stand in the identifying columns of a file, with how often."""

    def __init__(self, columns: Iterable[Iterable[Cell]]) -> None:
        self._times = Counter(
            spelling(str(cell)) for column in columns for cell in column if not is_blank(cell)
        )

    def may_show(self, text: str, times: int) -> bool:
        """Return whether a value that stands so often in an open column belongs there.

        A worker's name put into the team's column once stands more often in its own.
        """
        if len(text) > LONGEST or looks_like_a_value(text):
            return False
        return self._times[spelling(text)] < times


def spelling(text: str) -> str:
    """Return what two spellings of a text have in common: case and spaces ignored."""
    return " ".join(text.split()).casefold()
