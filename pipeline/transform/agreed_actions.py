"""What check-ins agreed: the actions open at D, overdue first, and those closed at the last one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.forms import CLOSED_OUTCOMES
from pipeline.model.history import History
from pipeline.model.minutes import ActionUpdate, Minutes, OpenAction
from pipeline.model.next_meeting import says_next_meeting

DONE, DROPPED = CLOSED_OUTCOMES
NO_HISTORY = History()

OpenActions = Mapping[str, tuple[OpenAction, ...]]
LastMinutes = Mapping[str, Minutes]


def last_minutes(minutes: Sequence[Minutes]) -> dict[str, Minutes]:
    """Return the latest minutes of each locality; the OLT's under a blank name."""
    return {each.locality: each for each in minutes}


def open_actions(
    minutes: Sequence[Minutes], as_at: date, history: History = NO_HISTORY
) -> dict[str, tuple[OpenAction, ...]]:
    """Return the open actions of each locality whose minutes came back, given oldest first.

    Overdue ones come first, by date, then the other dated ones, then the undated; each in the
    order in which they were agreed. `history` has the calendars of earlier runs.
    """
    localities = dict.fromkeys(each.locality for each in minutes)
    return {
        locality: _open([each for each in minutes if each.locality == locality], as_at, history)
        for locality in localities
    }


def closed_since(minutes: Sequence[Minutes], outcome: str) -> dict[str, tuple[OpenAction, ...]]:
    """Return the actions of each locality that its latest minutes closed with `outcome`."""
    found = {}
    for locality, latest in last_minutes(minutes).items():
        known = _standing([each for each in minutes if each.locality == locality])
        said = {each.reference for each in latest.updates if each.outcome == outcome}
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


def _open(minutes: Sequence[Minutes], as_at: date, history: History) -> tuple[OpenAction, ...]:
    known = _standing(minutes).values()
    found = [
        _at(each, as_at, _due_by(each, minutes, history))
        for each in known
        if each.outcome not in CLOSED_OUTCOMES
    ]
    return tuple(sorted(found, key=_order))


def _due_by(known: OpenAction, minutes: Sequence[Minutes], history: History) -> date | None:
    """Return the day of the check-in after an action's own, if it is due then: held, or planned."""
    action = known.action
    if action.due or not says_next_meeting(action.due_words):
        return None
    held = [each.meeting for each in minutes if each.meeting > action.agreed]
    if held:
        return min(held)
    own = next(m for m in minutes if any(a.reference == action.reference for a in m.actions))
    run = next((each for each in history.runs if each.as_at == own.period), None)
    meetings = run.meetings if run else {}
    planned = meetings.get(action.locality) or meetings.get("")
    return planned.next if planned and planned.planned and planned.next > action.agreed else None


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


def _at(known: OpenAction, as_at: date, due_by: date | None) -> OpenAction:
    """Return an action as it stands: one that a check-in left open that it was due at is overdue."""
    due = known.action.due
    late = due is not None and due < as_at
    missed = due_by is not None and (due_by < as_at or known.carried > 0)
    return replace(known, overdue=late or missed, due_by=due_by)


def _order(each: OpenAction) -> tuple[int, date]:
    due = each.action.due or each.due_by
    return (0 if each.overdue else 1 if due else 2, due or date.max)
