"""A table of working days, quick enough to ask a million times."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from pipeline.model.working_days import WorkingDays


class Diary:
    """Working days of England between two days, both included."""

    def __init__(self, first: date, last: date) -> None:
        import numpy as np

        days = np.arange(np.datetime64(first), np.datetime64(last + timedelta(days=1)))
        working = np.is_busday(days, busdaycal=WorkingDays().calendar)
        self.days: list[date] = days[working].tolist()

    def after(self, day: date, count: int = 0) -> date:
        """Return the `count`-th working day after `day`; for 0, `day` or the first one after it."""
        place = bisect_right(self.days, day) - 1 if count else bisect_left(self.days, day)
        return self.days[min(place + count, len(self.days) - 1)]

    def before(self, day: date) -> date:
        """Return `day` if it is a working day, else the last one before it."""
        return self.days[max(bisect_right(self.days, day) - 1, 0)]
