"""How far apart visits or reviews may be, as config writes it: `20 working days`, `4 weeks`."""

import re
from dataclasses import dataclass
from typing import Final, Literal, cast

Unit = Literal["days", "working days", "weeks", "months"]

_WRITTEN: Final = re.compile(r"(\d{1,3}) (day|working day|week|month)s?", re.IGNORECASE)


@dataclass(frozen=True)
class Interval:
    """A number of days, working days, weeks or months."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit if self.count != 1 else self.unit[:-1]}"


def read_interval(words: str) -> Interval:
    """Return the interval that words say. Raises ValueError, saying how to write it."""
    found = _WRITTEN.fullmatch(" ".join(words.split()))
    if found is None or int(found[1]) == 0:
        message = (
            f"{words!r} is no interval: write it as 20 working days, 28 days, 4 weeks or 6 months"
        )
        raise ValueError(message)
    return Interval(int(found[1]), cast("Unit", f"{found[2].lower()}s"))
