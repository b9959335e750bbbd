"""What transform gives: every figure by measure, scope, window and category."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.model.action_review import ActionReview
from pipeline.model.agenda import TeamAgenda
from pipeline.model.calendar import Calendar
from pipeline.model.dates import window_name
from pipeline.model.expected_score import ExpectedScore
from pipeline.model.extract_formats import FORMATS, ExtractFormat
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.insights import Insight
from pipeline.model.minutes import Minutes, OpenAction, ReviewForm
from pipeline.model.priorities import Priorities
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.model.tracker_changes import TrackerChanges
from pipeline.model.variation import Variation


@dataclass(frozen=True)
class Figure:
    """One row of `figures.csv`; `value` is None where the figure is not supplied."""

    measure: str
    scope: Scope
    category: str = ""
    window: str = ""
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, str, Scope, str]:
        """What makes the figure unique."""
        return (self.measure, self.category, self.scope, self.window)

    @property
    def supplied(self) -> bool:
        """Whether the figure could be computed."""
        return self.value is not None


def not_supplied(
    measure: str,
    scope: Scope,
    category: str = "",
    window: str = "",
    *,
    unit: str = "",
    why: str = "",
) -> Figure:
    """Return the figure that says it could not be computed."""
    note = f"{NOT_SUPPLIED}: {why}" if why else NOT_SUPPLIED
    return Figure(measure, scope, category, window, unit=unit, note=note)


class Figures:
    """All figures of a run, looked up by what they are; iterates in the order they were made."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._by_key: dict[tuple[str, str, Scope, str], Figure] = {}
        self._of: defaultdict[tuple[str, Scope], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.key in self._by_key:
                message = f"two figures for {figure.key}"
                raise ValueError(message)
            self._by_key[figure.key] = figure
            self._of[figure.measure, figure.scope].append(figure)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def get(
        self, measure: str, scope: Scope = AUTHORITY, category: str = "", window: str = ""
    ) -> Figure:
        """Return the figure, or raise KeyError if no measure makes it."""
        return self._by_key[(measure, category, scope, window)]

    def by_row(self, row: tuple[str, str, Scope, str]) -> Figure:
        """Return the figure of a row that a document printed."""
        return self._by_key[row]

    def find(
        self, measure: str, scope: Scope = AUTHORITY, category: str = "", window: str = ""
    ) -> Figure | None:
        """Return the figure, or None where there is none for that window or category."""
        return self._by_key.get((measure, category, scope, window))

    def categories(self, measure: str, scope: Scope = AUTHORITY) -> tuple[str, ...]:
        """Return the categories of a measure's state in a scope, in the order they were made."""
        return tuple(f.category for f in self._of[measure, scope] if not f.window)

    def of(self, measure: str, scope: Scope = AUTHORITY) -> tuple[Figure, ...]:
        """Return every figure of a measure in a scope, whatever its category and window."""
        return tuple(self._of.get((measure, scope), ()))

    def windowed(self, measure: str, scope: Scope = AUTHORITY, category: str = "") -> Figure:
        """Return the one figure of a measure whose window is the scope's own (closures)."""
        found = [f for f in self._of[measure, scope] if f.category == category]
        if len(found) != 1:
            message = f"{len(found)} windows of {measure} for {scope}"
            raise KeyError(message)
        return found[0]


@dataclass(frozen=True)
class Review:
    """One effectiveness review of a team, as it was recorded."""

    team: str
    observed: date
    completed_by: str = ""
    scores: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Windows:
    """The windows of a run: complete months in order, the month so far, complete weeks, a year.

    `year` is the interval of the last twelve complete months; blank if fewer are covered.
    """

    months: tuple[str, ...]
    month_so_far: str = ""
    weeks: tuple[str, ...] = ()
    year: str = ""

    @property
    def latest_month(self) -> str:
        """The last month complete at the as-at date; blank if none is covered."""
        return self.months[-1] if self.months else ""


@dataclass(frozen=True)
class Measures:
    """Everything that compose may print.

    `variation` is by measure and scope, for the monthly series that are long enough or say why not.
    `insights` are by rank, good news last; `priorities` is the sheet that came back marked for the
    OLT's next meeting.
    `tracker_changes` and `agendas` (by team) are its only child-level rows: compose takes them away
    from every document but the team's own. `reviews`: by team, oldest first.
    `last_packs`: the as-at date of the last one published before, by pack and scope.
    `findings` are those of validation and of reconciliation. `expected_scores` are by locality.
    `action_reviews` (open actions, overdue first, and those done at the last check-in),
    `dropped_actions` (no longer needed, it said), `last_minutes` and `review_forms` (oldest first), all by locality, are words that people wrote:
    they go into that locality's own documents alone.
    """

    calendar: Calendar
    settings: Settings
    figures: Figures
    windows: Windows
    reviews: dict[str, tuple[Review, ...]]
    supplied: frozenset[str]
    trackers_of: frozenset[str]
    findings: tuple[Finding, ...]
    accounts: tuple[FileAccount, ...] = ()
    looks_back: bool = False
    extract_format: ExtractFormat = FORMATS["local"]
    action_reviews: Mapping[str, tuple[ActionReview, ...]] = field(default_factory=dict)
    dropped_actions: Mapping[str, tuple[OpenAction, ...]] = field(default_factory=dict)
    last_minutes: Mapping[str, Minutes] = field(default_factory=dict)
    review_forms: Mapping[str, tuple[ReviewForm, ...]] = field(default_factory=dict)
    expected_scores: Mapping[str, tuple[ExpectedScore, ...]] = field(default_factory=dict)
    tracker_changes: Mapping[str, TrackerChanges] = field(default_factory=dict)
    agendas: Mapping[str, TeamAgenda] = field(default_factory=dict)
    variation: Mapping[tuple[str, Scope], Variation] = field(default_factory=dict)
    insights: tuple[Insight, ...] = ()
    priorities: Priorities | None = None
    last_packs: Mapping[tuple[str, Scope], date] = field(default_factory=dict)

    def since_last(self, pack: str, scope: Scope) -> str:
        """Return the window since the pack before of a kind and scope; blank if there was none."""
        then = self.last_packs.get((pack, scope))
        return window_name(then + timedelta(days=1), self.as_at) if then else ""

    @property
    def as_at(self) -> date:
        """The as-at date D."""
        return self.calendar.as_at
