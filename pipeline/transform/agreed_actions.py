"""What check-ins agreed: the actions open at D, overdue first, and those done at the last one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.forms import ACTION_OUTCOMES, CLOSED_OUTCOMES
from pipeline.model.minutes import ActionUpdate, Minutes, OpenAction

DONE = ACTION_OUTCOMES[0]

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


def done_since(minutes: Sequence[Minutes]) -> dict[str, tuple[OpenAction, ...]]:
    """Return the actions of each locality that its latest minutes say are done."""
    found = {}
    for locality, latest in last_minutes(minutes).items():
        known = _standing([each for each in minutes if each.locality == locality])
        said = {each.reference for each in latest.updates if each.outcome == DONE}
        found[locality] = tuple(each for key, each in known.items() if key in said)
    return found


def _standing(minutes: Sequence[Minutes]) -> dict[str, OpenAction]:
    """Return every action that a locality's minutes agreed, by reference, as they left it."""
    known: dict[str, OpenAction] = {}
    for each in minutes:
        earlier = set(known)
        known |= {a.reference: OpenAction(a, first_due=a.due) for a in each.actions}
        for update in each.updates:
            known[update.reference] = _updated(known[update.reference], update)
        for reference in earlier:
            if known[reference].outcome not in CLOSED_OUTCOMES:
                known[reference] = _carried(known[reference])
    return known


def _open(minutes: Sequence[Minutes], as_at: date) -> tuple[OpenAction, ...]:
    known = _standing(minutes).values()
    found = [_at(each, as_at) for each in known if each.outcome not in CLOSED_OUTCOMES]
    return tuple(sorted(found, key=_order))


def _updated(known: OpenAction, update: ActionUpdate) -> OpenAction:
    """Return an action with what minutes said of it: what they leave out stays as it was."""
    before = known.action.due
    due = update.due or before
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
        first_due=known.first_due or due,
        slipped=known.slipped + (before is not None and due is not None and due > before),
    )


def _carried(known: OpenAction) -> OpenAction:
    return replace(known, carried=known.carried + 1)


def _at(known: OpenAction, as_at: date) -> OpenAction:
    due = known.action.due
    return replace(known, overdue=due is not None and due < as_at)


def _order(each: OpenAction) -> tuple[int, date]:
    due = each.action.due
    return (0 if each.overdue else 1 if due else 2, due or date.max)
