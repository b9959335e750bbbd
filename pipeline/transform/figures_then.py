"""A figure as it was on an earlier day: as published then, else from the dates of plans."""

from dataclasses import replace
from datetime import date
from itertools import chain

from pipeline.model.history import History
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope
from pipeline.transform.caseload import open_figures
from pipeline.transform.durations import out_of_timescale_figures
from pipeline.transform.figures import notes
from pipeline.transform.review_point import past_review_point_figures
from pipeline.transform.state import State
from pipeline.transform.windows import Span

COMPUTED = "computed from the extract of today"


class FiguresThen:
    """The state figures of earlier days, those of one day worked out once."""

    def __init__(self, state: State, history: History) -> None:
        self._state, self._history = state, history
        self._computed: dict[date, dict[tuple[str, Scope], Figure]] = {}

    def find(self, measure: str, scope: Scope, when: date) -> Figure | None:
        """Return a scope's figure as at a day; None where it can't be known.

        What was published then compares like with like: both lack what was recorded late.
        """
        run = self._history.latest(by=when)
        if run is not None and run.as_at == when:
            published = run.figures.find(measure, scope)
            if published is not None and published.supplied:
                return published
        if when not in self._computed:
            self._computed[when] = self._compute(when)
        return self._computed[when].get((measure, scope))

    def _compute(self, when: date) -> dict[tuple[str, Scope], Figure]:
        state = self._state
        if state.lacks() or state.series.why_not(Span("", when, when)):
            return {}
        earlier = replace(state, calendar=replace(state.calendar, as_at=when))
        found = chain(
            open_figures(earlier),
            out_of_timescale_figures(earlier),
            past_review_point_figures(earlier),
        )
        return {
            (each.measure, each.scope): replace(each, note=notes(each.note, COMPUTED))
            for each in found
            if each.supplied
        }
