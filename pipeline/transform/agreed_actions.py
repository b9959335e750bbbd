"""What check-ins agreed and is not done yet: the actions open at D, overdue first, and their number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.forms import CLOSED_OUTCOMES
from pipeline.model.measures import Figure, not_supplied
from pipeline.model.minutes import ActionUpdate, Minutes, OpenAction
from pipeline.model.scopes import Scope
from pipeline.transform.places import Places

NO_MINUTES = "no check-in minutes have come back"

OpenActions = Mapping[str, tuple[OpenAction, ...]]
LastMinutes = Mapping[str, Minutes]


def last_minutes(minutes: Sequence[Minutes]) -> dict[str, Minutes]:
    """Return the latest minutes of each locality; the OLT's under a blank name."""
    return {each.locality: each for each in minutes}


def open_actions(minutes: Sequence[Minutes], as_at: date) -> dict[str, tuple[OpenAction, ...]]:
    """Return the open actions of each locality whose minutes came back, given oldest first.

    Overdue ones come first, by date, then the other dated ones, then the undated; each in the
    order in which they were agreed.
    """
    localities = dict.fromkeys(each.locality for each in minutes)
    return {
        locality: _open([each for each in minutes if each.locality == locality], as_at)
        for locality in localities
    }


def agreed_figures(places: Places, actions: OpenActions) -> Iterator[Figure]:
    """Yield how many agreed actions are open, and how many of these are overdue."""
    for measure in ("agreed.open", "agreed.overdue"):
        for scope in places.configured:
            yield _figure(measure, scope, places, actions)


def _open(minutes: Sequence[Minutes], as_at: date) -> tuple[OpenAction, ...]:
    known: dict[str, OpenAction] = {}
    for each in minutes:
        earlier = set(known)
        known |= {action.reference: OpenAction(action) for action in each.actions}
        for update in each.updates:
            known[update.reference] = _updated(known[update.reference], update)
        for reference in earlier:
            if known[reference].outcome not in CLOSED_OUTCOMES:
                known[reference] = _carried(known[reference])
    found = [_at(each, as_at) for each in known.values() if each.outcome not in CLOSED_OUTCOMES]
    return tuple(sorted(found, key=_order))


def _updated(known: OpenAction, update: ActionUpdate) -> OpenAction:
    """Return an action with what minutes said of it: what they leave out stays as it was."""
    due = update.due or known.action.due
    action = replace(
        known.action,
        team=update.team or known.action.team,
        due=due,
        due_words="" if due else known.action.due_words,
    )
    return replace(
        known,
        action=action,
        outcome=update.outcome or known.outcome,
        figure=update.figure or known.figure,
        note=update.note or known.note,
    )


def _carried(known: OpenAction) -> OpenAction:
    return replace(known, carried=known.carried + 1)


def _at(known: OpenAction, as_at: date) -> OpenAction:
    due = known.action.due
    return replace(known, overdue=due is not None and due < as_at)


def _order(each: OpenAction) -> tuple[int, date]:
    due = each.action.due
    return (0 if each.overdue else 1 if due else 2, due or date.max)


def _figure(measure: str, scope: Scope, places: Places, actions: OpenActions) -> Figure:
    """Return the count of a scope; the OLT's own actions count for the authority alone."""
    found = {place: each for place, each in actions.items() if scope.locality in ("", place)}
    if not found:
        return not_supplied(measure, scope, unit="actions", why=NO_MINUTES)
    of_scope = [
        each for listed in found.values() for each in listed if scope.team in ("", each.action.team)
    ]
    counted = [each for each in of_scope if each.overdue or measure == "agreed.open"]
    localities = [place for place in places.configured if place.type == "locality"]
    having = [place for place in localities if place.locality in actions]
    partly = scope.type == "authority" and len(having) < len(localities)
    return Figure(
        measure,
        scope,
        value=float(len(counted)),
        numerator=float(len(counted)) if measure == "agreed.overdue" else None,
        denominator=float(len(of_scope)) if measure == "agreed.overdue" else None,
        unit="actions",
        note=f"{len(having)} of {len(localities)} localities" if partly else "",
    )
