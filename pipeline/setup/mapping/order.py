"""Whether what may be the start of a plan and what may be its end are in that order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.model.ingested import Cell
from pipeline.validate.coerce import read_day

TOO_MANY: Final = 0.1
"""A larger share of ends before their start is no slip: something is the wrong way round."""


@dataclass(frozen=True)
class Order:
    """What the order of two columns says, and whether it speaks against them."""

    words: str
    doubtful: bool = False


def order_of_dates(starts: Sequence[Cell], ends: Sequence[Cell]) -> dict[str, Order]:
    """Return what to say of plan_start and plan_end; nothing where no row has both."""
    both = [
        (start, end)
        for start, end in zip(map(_day, starts), map(_day, ends), strict=False)
        if start is not None and end is not None
    ]
    if not both:
        return {}
    wrong = sum(end < start for start, end in both)
    if not wrong:
        return {"plan_end": Order("never before the start")}
    words = f"the end is before the start on {wrong:,} of {len(both):,} rows that have both"
    if wrong <= TOO_MANY * len(both):
        return {"plan_end": Order(words)}
    return {name: Order(words, doubtful=True) for name in ("plan_start", "plan_end")}


def _day(cell: Cell) -> date | None:
    found = read_day(cell).value
    return found if isinstance(found, date) else None
