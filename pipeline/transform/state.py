"""What every measure is computed from: the plans at D, the windows, the places, the settings."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from pipeline.model.calendar import Calendar
from pipeline.model.findings import Finding
from pipeline.model.settings import Settings, Thresholds
from pipeline.model.tables import CASE_EXTRACT
from pipeline.model.validated import Validated
from pipeline.model.working_days import WorkingDays
from pipeline.transform.days import day
from pipeline.transform.places import Places, Rows, places_of
from pipeline.transform.plans import Plans, merge_versions, no_plans
from pipeline.transform.since_last_time import last_packs, since_spans
from pipeline.transform.windows import Series, series_of

EPISODE = "by the start of the episode of need, not of the plan"
"""The note on figures of a format that has no other start."""


@dataclass(frozen=True)
class State:
    """The state at the end of day D; `why_no_plans` is blank where plans are known.

    `note` stands with every figure that counts from a plan's start, where that is not the plan's.
    """

    calendar: Calendar
    settings: Settings
    places: Places
    plans: Plans
    series: Series
    working: np.busdaycalendar
    supplied: frozenset[str]
    why_no_plans: str = ""
    note: str = ""

    @property
    def as_at(self) -> date:
        """The as-at date D."""
        return self.calendar.as_at

    @property
    def today(self) -> np.datetime64:
        """The as-at date D, as the arrays hold dates."""
        return day(self.calendar.as_at)

    @property
    def thresholds(self) -> Thresholds:
        """The numbers in the definitions."""
        return self.settings.thresholds

    @property
    def rows(self) -> Rows:
        """The plans by team."""
        return self.plans.rows

    def lacks(self, *columns: str) -> str:
        """Return why a measure that needs these columns can't be computed; blank if it can."""
        if self.why_no_plans:
            return self.why_no_plans
        return _no_column(self.supplied, columns)


def state_of(
    validated: Validated, settings: Settings, calendar: Calendar
) -> tuple[State, tuple[Finding, ...]]:
    """Return the state at D, and the findings of merging plan versions."""
    form = validated.extract_format
    places = places_of(settings)
    plans = no_plans(places)
    findings: tuple[Finding, ...] = ()
    why = _no_column(validated.supplied, ("plan_end",))
    if validated.versions is None:
        read = any(each.kind == "case_extract" and each.read for each in validated.accounts)
        why = "no row of the case extract counts" if read else "no case extract was read"
    elif not why:
        plans, findings = merge_versions(
            validated.versions, calendar.as_at, settings.thresholds.merge_gap_days, places
        )
    if not form.has_teams:
        plans = replace(plans, no_teams=form.lacks)
    ended = plans.end[~np.isnat(plans.end)]
    series = series_of(
        calendar.as_at,
        settings.extracts.covers_from,
        ended.min().item() if ended.size else None,
        validated.extract_date,
        why="" if form.starts == "plan" else form.lacks,
    )
    days_off = settings.bank_holidays
    state = State(
        calendar=calendar,
        settings=settings,
        places=places,
        plans=plans,
        series=replace(
            series, since=since_spans(last_packs(validated.history, calendar.as_at), calendar.as_at)
        ),
        working=WorkingDays(days_off.division, days_off.closures).calendar,
        supplied=validated.supplied,
        why_no_plans=why,
        note="" if form.starts == "plan" else EPISODE,
    )
    return state, findings


def _no_column(supplied: frozenset[str], columns: tuple[str, ...]) -> str:
    missing = [CASE_EXTRACT.column(name).header for name in columns if name not in supplied]
    return f"the extract has no {' and no '.join(missing)}" if missing else ""
