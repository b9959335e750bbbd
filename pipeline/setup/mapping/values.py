"""What the cells of a column look like; no cell is kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from pipeline.ingest.tables.grid import is_blank
from pipeline.model.ingested import Cell
from pipeline.model.rules.cells import DATE_SERIAL
from pipeline.setup.mapping.showing import LONGEST, spelling
from pipeline.validate.coerce import BLANK_WORDS, read_day

Verdict = Literal["agree", "blank", "differ"]

MOSTLY: Final = 0.8
MANY_WORDS: Final = 100
"""More different words than this are not the teams, places or reasons of one authority."""
PER_WORD: Final = 3
"""Where more than a few words stand in a column of places, each stands on so many rows."""
FEW: Final = 12

_ID: Final = re.compile(r"(?=.*\d)[\w./\-]{1,40}")
_NEED: Final = re.compile(r"(?i)N\d\w?\b.*")
_PERSON: Final = re.compile(r"[^\W\d_][\w'’\-]+, [^\W\d_][\w'’\-]*( \w+)?")
"""`Surname, First`, as case systems write workers."""


@dataclass(frozen=True)
class Profile:
    """Counts over a column: filled cells, different ones, and how many look like what.

    Case and spaces make no difference.
    """

    filled: int = 0
    different: int = 0
    dates: int = 0
    serials: int = 0
    ids: int = 0
    needs: int = 0
    long: int = 0
    persons: int = 0

    @property
    def is_of_words(self) -> bool:
        """Whether a few words come again and again, as names of teams and reasons do."""
        others = max(self.dates + self.long, self.persons)
        if not self.filled or others > (1 - MOSTLY) * self.filled:
            return False
        few = self.different <= FEW or self.different * PER_WORD <= self.filled
        return few and self.different <= MANY_WORDS

    def share(self, count: int) -> float:
        """Return a count as a share of the filled cells."""
        return count / self.filled if self.filled else 0.0


def profile(cells: Sequence[Cell]) -> Profile:
    """Count what the cells of a column look like."""
    counts = Counter((type(cell), cell) for cell in cells if not _says_nothing(cell))
    found: Counter[str] = Counter()
    for (_, cell), times in counts.items():
        read = read_day(cell)
        dated = isinstance(read.value, date)
        found["serials" if dated and read.rule is DATE_SERIAL else "dates"] += times * dated
        found["ids"] += times * (not isinstance(cell, date) and bool(_ID.fullmatch(_text(cell))))
        found["needs"] += times * bool(_NEED.fullmatch(_text(cell)))
        found["long"] += times * (len(_text(cell)) > LONGEST)
        found["persons"] += times * bool(_PERSON.fullmatch(_text(cell)))
    different = {spelling(_text(cell)) for _, cell in counts}
    return Profile(filled=counts.total(), different=len(different), **found)


def _says_nothing(cell: Cell) -> bool:
    return is_blank(cell) or (isinstance(cell, str) and bool(BLANK_WORDS.fullmatch(cell.strip())))


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def verdict(name: str, kind: str, found: Profile) -> tuple[Verdict, str]:
    """Return whether a column's cells fit what `name` holds, and a few words on them."""
    if not found.filled:
        return "blank", "nothing stands in it"
    if kind == "date":
        return _of_dates(found)
    if kind == "id":
        return _of_ids(found)
    if name in ("team", "locality", "end_reason", "disability", "exemption"):
        words = f"{found.different:,} different words on {found.filled:,} rows"
        return ("agree" if found.is_of_words else "differ"), words
    if name == "primary_need":
        fits = found.share(found.needs) >= MOSTLY
        return ("agree" if fits else "differ"), "codes N0 to N9" if fits else "other than N0 to N9"
    texts = found.share(found.dates + found.long) <= 1 - MOSTLY
    return (
        ("agree", "its cells are texts") if texts else ("differ", "its cells do not read as names")
    )


def _of_dates(found: Profile) -> tuple[Verdict, str]:
    count = found.dates + found.serials
    words = f"{count:,} of {found.filled:,} filled cells read as dates"
    if count == found.filled:
        words = "every filled cell reads as a date"
    return ("agree" if found.share(count) >= MOSTLY else "differ"), words


def _of_ids(found: Profile) -> tuple[Verdict, str]:
    fits = found.share(found.ids) >= MOSTLY and found.share(found.dates) < 1 - MOSTLY
    return (
        ("agree", "its cells look like IDs")
        if fits
        else ("differ", "its cells do not look like IDs")
    )
