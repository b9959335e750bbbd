"""The figure that an action was to move, then and now, and whether it moved as wanted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from pipeline.model.action_review import CANT_TELL, NOW, THEN
from pipeline.model.checklist import POINTS
from pipeline.model.figures_to_move import CLOSING, SCORES, FigureToMove
from pipeline.model.measures import Figure, Figures, not_supplied
from pipeline.model.scopes import Scope
from pipeline.transform.caseload import finished_in
from pipeline.transform.figures import notes
from pipeline.transform.figures_then import FiguresThen
from pipeline.transform.scores import Reviews
from pipeline.transform.state import State
from pipeline.transform.verdicts import Judgement, counts_moved, scores_moved, shares_moved
from pipeline.transform.windows import Span

SETTLED = ("closed", "stepped down")
SOONEST_DAYS = 7
TOO_SOON = "under a week"
NO_NEWER = "no newer extract"
NOT_KNOWN_THEN = "not known then"
NOT_KNOWN_NOW = "not known now"
NOT_REVIEWED = "not reviewed since"

Moved = tuple[Figure, Figure, Judgement]
"""The figure then and now, and the verdict."""


@dataclass(frozen=True)
class Movements:
    """What figures are compared from; `figures` are those of today."""

    state: State
    figures: Figures
    then: FiguresThen
    reviews: Reviews

    def of(self, target: FigureToMove, scope: Scope, key: str, when: date) -> Moved:
        """Return a scope's figure as at `when` and today, under an action's key, and the verdict."""
        if target is SCORES:
            then, now, judged = self._scores(scope, when)
        elif target is CLOSING:
            then, now, judged = self._closings(scope, when)
        else:
            then, now, judged = self._state_figures(target, scope, when)
        if (self.state.as_at - when).days < SOONEST_DAYS:
            judged = (CANT_TELL, TOO_SOON)
        elif target is not SCORES and (self._known_to - when).days < SOONEST_DAYS:
            judged = (CANT_TELL, NO_NEWER)
        said = f"{target.name}, wanted {target.wanted}"
        return (
            replace(then, scope=scope, category=key, note=notes(then.note, said)),
            replace(now, scope=scope, category=key, note=notes(now.note, said)),
            judged,
        )

    def span_days(self, when: date) -> int:
        """Return how many days since `when` the extract knows of, and how many before are held against."""
        return max((self._known_to - when).days, 1)

    @property
    def _known_to(self) -> date:
        """The last day of which the extract can know anything."""
        return min(self.state.as_at, self.state.series.known_to or self.state.as_at)

    def _state_figures(self, target: FigureToMove, scope: Scope, when: date) -> Moved:
        then = _added(THEN, [self.then.find(name, scope, when) for name in target.measures])
        now = _added(NOW, [self.figures.find(name, scope) for name in target.measures])
        if then.value is None or now.value is None:
            return then, now, (CANT_TELL, NOT_KNOWN_NOW if now.value is None else NOT_KNOWN_THEN)
        parts = int(then.value), int(now.value)
        then = replace(then, note=notes(then.note, f"as at {when:%d/%m/%Y}"))
        if then.denominator is None or now.denominator is None:
            return then, now, counts_moved(*parts, target.wanted)
        wholes = int(then.denominator), int(now.denominator)
        first, second = zip(parts, wholes, strict=True)
        return then, now, shares_moved(first, second, target.wanted)

    def _closings(self, scope: Scope, when: date) -> Moved:
        """Compare plans closed or stepped down since with those of as many days before."""
        last = self._known_to
        before = Span("", when - timedelta(days=self.span_days(when) - 1), when)
        since = Span("", when + timedelta(days=1), last)
        then, now = self._settled(THEN, scope, before), self._settled(NOW, scope, since)
        if then.value is None or now.value is None:
            return then, now, (CANT_TELL, NOT_KNOWN_NOW if now.value is None else NOT_KNOWN_THEN)
        return then, now, counts_moved(int(then.value), int(now.value), CLOSING.wanted)

    def _settled(self, measure: str, scope: Scope, span: Span) -> Figure:
        state = self.state
        why = state.lacks("end_reason") or state.rows.why_not(scope) or state.series.why_not(span)
        if why:
            return not_supplied(measure, scope, unit="plans", why=why)
        settled = finished_in(state, span) & np.isin(state.plans.outcome, SETTLED)
        value = float((settled & state.rows.members(scope)).sum())
        note = f"closed or stepped down, {span.first:%d/%m/%Y} to {span.last:%d/%m/%Y}"
        return Figure(measure, scope, value=value, unit="plans", note=note)

    def _scores(self, scope: Scope, when: date) -> Moved:
        """Compare each team's latest scores with those it had then, where it has both."""
        pairs = []
        for team in self.state.places.teams_of(scope):
            held = self.reviews.get(team.team, ())
            earlier = [review for review in held if review.observed <= when]
            if earlier and held[-1].observed > when:
                before, latest = dict(earlier[-1].scores), dict(held[-1].scores)
                pairs += [(before[number], latest[number]) for number in before.keys() & latest]
        if not pairs:
            missing = [
                not_supplied(measure, scope, unit="score", why=NOT_REVIEWED)
                for measure in (THEN, NOW)
            ]
            return missing[0], missing[1], (CANT_TELL, NOT_REVIEWED)
        up, down = (sum(a < b for a, b in pairs), sum(a > b for a, b in pairs))
        could_rise = sum(a < int(POINTS[-1]) for a, _ in pairs)
        then, now = (
            Figure(
                measure,
                scope,
                value=sum(scores) / len(pairs),
                numerator=float(sum(scores)),
                denominator=float(len(pairs)),
                unit="score",
                note="mean of the criteria scored before and since",
            )
            for measure, scores in zip((THEN, NOW), zip(*pairs, strict=True), strict=True)
        )
        return then, now, scores_moved(up, down, could_rise)


def _added(measure: str, figures: list[Figure | None]) -> Figure:
    """Return figures added up: parts of one whole stay parts of it."""
    known = [each for each in figures if each is not None and each.supplied]
    first = next((each for each in figures if each is not None), None)
    scope = first.scope if first else Scope("authority")
    if len(known) < len(figures):
        why = NOT_KNOWN_THEN if measure == THEN else NOT_KNOWN_NOW
        return not_supplied(measure, scope, unit=first.unit if first else "", why=why)
    value = sum(each.value or 0 for each in known)
    whole = {each.denominator for each in known}
    denominator = whole.pop() if len(whole) == 1 else None
    return Figure(
        measure,
        scope,
        value=value,
        numerator=value if denominator is not None else None,
        denominator=denominator,
        unit=known[0].unit,
        note=notes(*dict.fromkeys(each.note for each in known)),
    )
