"""The cases of each team's agenda, with what the meeting needs to know of each."""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.model.agenda import ACTION_NEEDS, GROUPS, ActionNeed, AgendaCase, TeamAgenda
from pipeline.model.terms import DECIDED, IDENTIFIED, NO_BARRIER, NOT_KNOWN
from pipeline.transform.agenda.grouping import Grouping, Standing, kept_apart
from pipeline.transform.closures import closure_dates, too_soon
from pipeline.transform.days import NEVER, Days, days_since
from pipeline.transform.places import Mask
from pipeline.transform.signoff_gaps import signoff_gaps
from pipeline.transform.signoff_steps import SignoffSteps
from pipeline.transform.tracker_rows import TrackerRows

Column = list[Any]
Place = tuple[Any, ...]
"""What sorts a case."""

ORDER: dict[ActionNeed, int] = {need: place for place, need in enumerate((*ACTION_NEEDS, ""))}


def team_agendas(found: Grouping, steps: SignoffSteps) -> dict[str, TeamAgenda]:
    """Return the agenda of each of config's teams: groups in order, the most pressing case first."""
    tracker = found.tracker
    apart = kept_apart(found)
    counted, kept = _Cases(found, steps), _Cases(apart, steps)
    agendas = {}
    for code, team in enumerate(tracker.state.places.teams):
        if team.team == NOT_KNOWN:
            continue
        if team in tracker.why:
            agendas[team.team] = TeamAgenda(why_not=tracker.why[team])
            continue
        mine = tracker.codes == code
        standing = found.standing
        if standing is not None and standing.rows.why_not(team):
            standing = None
        agendas[team.team] = TeamAgenda(
            counted.of(mine & tracker.open, standing),
            tracker.columns.get(team, frozenset()),
            standing is not None,
            kept.of(mine & apart.tracker.open, standing),
        )
    return agendas


class _Cases:
    """Gives the cases of some rows, the most pressing first."""

    def __init__(self, found: Grouping, steps: SignoffSteps) -> None:
        state = found.tracker.state
        self._found = found
        self._today = state.today
        self._gap, self._since = signoff_gaps(state, steps)
        self._soon = too_soon(found.tracker)
        self._closing = _closings(found.tracker)
        self._months = _months_open(state.plans.start, state.today)
        self._needs = np.full(len(found.plan), "", dtype=object)
        for need, mask in found.needs.items():
            self._needs[mask] = need

    def of(self, mine: Mask, standing: Standing | None) -> tuple[AgendaCase, ...]:
        """Return one team's cases in order; `standing` is None where its past isn't known."""
        found, tracker, plan = self._found, self._found.tracker, self._found.plan[mine]
        columns: dict[str, Column] = {
            "child_id": tracker.frame["child_id"][mine].tolist(),
            "practitioner": _practitioners(found, mine),
            "start": tracker.state.plans.start[plan].tolist(),
            "months_open": self._months[plan].tolist(),
            "stage_days": self._stood(standing.stage if standing else None, mine),
            "due": tracker.dates("due")[mine].tolist(),
            "closing": self._closing[mine].tolist(),
            "need": self._needs[mine].tolist(),
            "action_days": self._stood(standing.action if standing else None, mine),
            "signoff": self._gap[plan].tolist(),
            "signoff_days": days_since(self._since[plan], self._today),
            "groups": [
                tuple(name for name, mask in found.groups.items() if mask[row])
                for row in np.flatnonzero(mine)
            ],
            "too_soon": self._soon[mine].tolist(),
            "exempt": found.exempt[mine].tolist(),
        }
        for name in ("stage", "action", "previous_action", "owner", "barrier"):
            columns[name] = _texts(tracker.frame, name, mine)
        columns["barrier"] = [text if text != NO_BARRIER else "" for text in columns["barrier"]]
        each = [
            AgendaCase(**dict(zip(columns, cells, strict=True)))
            for cells in zip(*columns.values(), strict=True)
        ]
        return tuple(sorted(each, key=_place))

    def _stood(self, since: Days | None, mine: Mask) -> Column:
        if since is None:
            return [None] * int(mine.sum())
        return days_since(since[mine], self._today)


def _closings(tracker: TrackerRows) -> Days:
    """Return each row's closing date; an action's is no closing date until closing is decided."""
    dates, stood_in = closure_dates(tracker)
    decided, identified = (tracker.equal("stage", stage) for stage in (DECIDED, IDENTIFIED))
    return np.where(decided | (identified & ~stood_in), dates, NEVER)


def _place(case: AgendaCase) -> Place:
    """Return what sorts a case: its group, then the most pressing in it, then the longest open."""
    never, group = date.max, case.group
    pressing: Place = ()
    if group == "actions":
        pressing = (ORDER[case.need], (case.action and case.due) or never)
    elif group == "closure":
        pressing = (case.stage != DECIDED, case.closing or never)
    elif group == "challenges":
        pressing = (-max(case.stage_days or 0, case.action_days or 0),)
    last = case.start if group else date.min
    place = GROUPS.index(group) if group else len(GROUPS)
    return (place, *pressing, last, case.child_id)


def _practitioners(found: Grouping, mine: Mask) -> list[str]:
    """Return the practitioner as the tracker names them, else as the extract does."""
    plans = found.tracker.state.plans
    told = _texts(found.tracker.frame, "practitioner", mine)
    known = _texts(plans.frame.iloc[found.plan[mine]], "practitioner", np.ones(len(told), bool))
    return [one or other for one, other in zip(told, known, strict=True)]


def _months_open(start: Days, today: np.datetime64) -> npt.NDArray[np.int64]:
    """Return the complete months since each start, clamped to the month's last day."""
    month = today.astype("datetime64[M]")
    last = ((month + np.timedelta64(1, "M")).astype("datetime64[D]") - 1 - month).astype("int64")
    begun = start.astype("datetime64[M]")
    within = np.minimum((start - begun).astype("int64"), last)
    apart = (month - begun).astype("int64")
    complete: npt.NDArray[np.int64] = apart - (within > (today - month).astype("int64"))
    return complete


def _texts(frame: pd.DataFrame, column: str, mask: Mask) -> list[str]:
    if column not in frame:
        return [""] * int(mask.sum())
    return ["" if pd.isna(text) else str(text) for text in frame[column][mask]]
