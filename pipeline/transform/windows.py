"""The windows of a run: complete months and weeks, the month so far, the last twelve months."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model.dates import add_months, interval, month_name
from pipeline.model.measures import Windows

WEEKS = 12
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Span:
    """A window with its first and last day, both included."""

    name: str
    first: date
    last: date

    @property
    def before(self) -> date:
        """The day before the first."""
        return self.first - timedelta(days=1)


@dataclass(frozen=True)
class Series:
    """The windows over which starts and finishes are counted.

    `covered_from` is the first day of which every finished plan is known; None if there is none.
    `known_to` is the extract's own date, the last day of which it can know anything. `why` says why
    the extract can tell nothing by window; blank where it can. `since` are the windows since the
    packs before.
    """

    months: tuple[Span, ...]
    so_far: tuple[Span, ...]
    weeks: tuple[Span, ...]
    year: tuple[Span, ...]
    covered_from: date | None
    known_to: date | None = None
    why: str = ""
    since: tuple[Span, ...] = ()

    @property
    def flows(self) -> tuple[Span, ...]:
        """All windows in which plans start and finish, each once."""
        return _each_once(*self.months, *self.so_far, *self.weeks, *self.year, *self.since)

    @property
    def judged(self) -> tuple[Span, ...]:
        """The windows whose finishes are told by outcome, each once."""
        return _each_once(*self.months, *self.so_far, *self.year, *self.since)

    def why_not(self, span: Span) -> str:
        """Return why a window's figures can't be computed; blank if they can."""
        if self.why:
            return self.why
        if self.covered_from is None:
            return "the extract has no finished plan, so its series are not known"
        if span.first < self.covered_from:
            return f"finished plans are known from {self.covered_from:%d/%m/%Y} on"
        if self.known_to is not None and span.first > self.known_to:
            return f"the extract is of {self.known_to:%d/%m/%Y}"
        return ""

    def note(self, span: Span) -> str:
        """Return what a window's figures can't take in; blank if they can all."""
        if self.known_to is not None and span.last > self.known_to:
            return f"the extract is of {self.known_to:%d/%m/%Y}; nothing after it is known"
        return ""

    @property
    def windows(self) -> Windows:
        """The same by name, as packs look them up."""
        return Windows(
            months=tuple(span.name for span in self.months),
            month_so_far=self.so_far[0].name if self.so_far else "",
            weeks=tuple(span.name for span in self.weeks),
            year=self.year[0].name if self.year else "",
        )


def series_of(
    as_at: date,
    covers_from: date | None,
    earliest_end: date | None,
    known_to: date | None = None,
    *,
    why: str = "",
) -> Series:
    """Return the windows complete at `as_at` and covered by the extract.

    `covers_from` is config's; without it, finished plans are known from the month after the one
    of `earliest_end` on (also where that is a month's first day: nothing says it began that day).
    With a reason `why` nothing is covered, the latest complete month stands for all, to say so.
    """
    covered = covers_from
    if covered is None and earliest_end is not None:
        covered = add_months(earliest_end.replace(day=1), 1)
    months = _months(_latest_month(as_at) if why else covered, as_at)
    return Series(
        months=months,
        so_far=_month_so_far(as_at),
        weeks=_weeks(as_at),
        year=_year(months),
        covered_from=None if why else covered,
        known_to=known_to,
        why=why,
    )


def _each_once(*spans: Span) -> tuple[Span, ...]:
    return tuple({span.name: span for span in spans}.values())


def last_day_of_month(when: date) -> date:
    """Return the last day of the month that holds `when`."""
    return add_months(when.replace(day=1), 1) - timedelta(days=1)


def _months(covered: date | None, as_at: date) -> tuple[Span, ...]:
    if covered is None:
        return ()
    first = covered.replace(day=1)
    if first < covered:
        first = add_months(first, 1)
    spans = []
    while last_day_of_month(first) <= as_at:
        spans.append(Span(month_name(first), first, last_day_of_month(first)))
        first = add_months(first, 1)
    return tuple(spans)


def _latest_month(as_at: date) -> date:
    """Return the first day of the latest month complete at `as_at`."""
    this_month = as_at.replace(day=1)
    return this_month if as_at == last_day_of_month(as_at) else add_months(this_month, -1)


def _month_so_far(as_at: date) -> tuple[Span, ...]:
    if as_at == last_day_of_month(as_at):
        return ()
    first = as_at.replace(day=1)
    return (Span(interval(first, as_at), first, as_at),)


def _weeks(as_at: date) -> tuple[Span, ...]:
    last_sunday = as_at - timedelta(days=as_at.isoweekday() % 7)
    mondays = [last_sunday - timedelta(days=7 * back - 1) for back in range(WEEKS, 0, -1)]
    return tuple(Span(f"{monday:%G-W%V}", monday, monday + timedelta(days=6)) for monday in mondays)


def _year(months: tuple[Span, ...]) -> tuple[Span, ...]:
    if len(months) < MONTHS_IN_A_YEAR:
        return ()
    first, last = months[-MONTHS_IN_A_YEAR].first, months[-1].last
    return (Span(interval(first, last), first, last),)
