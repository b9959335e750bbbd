"""Working days of England and Wales (or another division), bank holidays included."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

FIRST_YEAR, LAST_YEAR = 2000, 2060


@dataclass(frozen=True)
class WorkingDays:
    """Counts Monday to Friday less bank holidays and the authority's own closures.

    `division` is a subdivision of the `holidays` package for GB: ENG, WLS, SCT or NIR.
    """

    division: str = "ENG"
    closures: tuple[date, ...] = ()

    @cached_property
    def calendar(self) -> "np.busdaycalendar":
        """The same days as NumPy's business-day functions take them."""
        import numpy as np
        from holidays import country_holidays

        years = range(FIRST_YEAR, LAST_YEAR + 1)
        bank = country_holidays("GB", subdiv=self.division, years=years)
        days: Iterable[date] = [*bank, *self.closures]
        return np.busdaycalendar(holidays=sorted(np.datetime64(day) for day in days))

    def after(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day` (before it, if negative)."""
        import numpy as np

        roll: Literal["preceding", "following"] = "preceding" if count >= 0 else "following"
        moved = np.busday_offset(np.datetime64(day), count, roll=roll, busdaycal=self.calendar)
        return date.fromisoformat(str(moved))
