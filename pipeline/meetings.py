"""The calendar of meetings: which meeting each scope's packs prepare, and which packs are due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.errors import WrongConfig, WrongUsage
from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.dates import add_months
from pipeline.model.meeting_rules import read_meeting_rule
from pipeline.model.packs import PackSpec, PlannedDocument
from pipeline.model.settings import MeetingRule, Settings
from pipeline.model.working_days import WorkingDays

OLT: Final = ""
"""The key of the OLT's meeting, where a locality's is its name."""

AHEAD: Final = timedelta(days=100)
"""How far a rule is followed: past two meetings of any rule, listed dates in between or not."""

NO_MEETINGS: Final = """\
No meeting dates are set. Write in a file of the config folder, for example:

meetings:
  olt: {rule: first Thursday}
  locality: {rule: second Tuesday}"""


@dataclass(frozen=True)
class DuePacks:
    """The packs that one meeting needs, and the working day from which they are due.

    `locality` is blank for the OLT's meeting.
    """

    locality: str
    meeting: date
    due_from: date
    packs: tuple[PackSpec, ...]


@dataclass(frozen=True)
class RunOut:
    """A calendar of listed dates that has come to its end: whose it is and where it stands.

    `localities` holds a blank for the OLT; `key` is the path of its setting.
    """

    localities: tuple[str, ...]
    key: tuple[str, ...]
    last: date


def run_calendar(settings: Settings, as_at: date, meeting: date | None) -> Calendar:
    """Return the meeting of the OLT and of each locality that a run at `as_at` prepares.

    The meeting is the one asked for, else the scope's first on or after `as_at`, else `as_at`
    itself (then not `planned`); the next one is the first after it, else a month later.

    Raises WrongUsage if the meeting asked for is before `as_at`.
    """
    if meeting is not None and meeting < as_at:
        message = (
            f"The meeting asked for ({meeting:%d/%m/%Y}) is before the as-at date "
            f"({as_at:%d/%m/%Y}); give --meeting a date on or after it."
        )
        raise WrongUsage(message)
    return Calendar(
        as_at,
        {locality: _meeting(rule, as_at, meeting) for locality, rule in _rules(settings).items()},
    )


def packs_due(
    settings: Settings, packs: Iterable[PackSpec], today: date
) -> tuple[tuple[DuePacks, ...], tuple[DuePacks, ...]]:
    """Return the packs due today, and the next ones of each meeting, both in order of date.

    A pack is due from the n-th working day before its meeting (config) until the meeting's day.

    Raises WrongConfig if no meeting is set at all.
    """
    rules = {key: rule for key, rule in _rules(settings).items() if rule != MeetingRule()}
    if not rules:
        raise WrongConfig(NO_MEETINGS)
    working_days = WorkingDays(settings.bank_holidays.division, settings.bank_holidays.closures)
    before = settings.meetings.pack_due_working_days_before
    authority = tuple(spec for spec in packs if spec.scope == "authority")
    local = tuple(spec for spec in packs if spec.scope in ("locality", "team"))
    now, later = [], []
    for locality, rule in rules.items():
        wanted = local if locality else authority
        for day in meeting_days(rule, today):
            due_from = working_days.after(day, -before)
            due = DuePacks(locality, day, due_from, wanted)
            if due_from > today:
                later.append(due)
                break
            now.append(due)
    by_date = {key: place for place, key in enumerate(rules)}
    for found in (now, later):
        found.sort(key=lambda due: (due.meeting, by_date[due.locality]))
    return tuple(now), tuple(later)


def documents_due(
    planned: Iterable[PlannedDocument], settings: Settings, today: date
) -> tuple[PlannedDocument, ...]:
    """Return those of the planned documents that a meeting needs today."""
    now, _ = packs_due(settings, (), today)
    localities = {due.locality for due in now}
    return tuple(document for document in planned if document.scope.locality in localities)


def run_out(settings: Settings, today: date) -> tuple[RunOut, ...]:
    """Return the listed calendars without a rule whose last date is before `today`."""
    found: dict[tuple[str, ...], RunOut] = {}
    for locality, rule in _rules(settings).items():
        if rule.rule or not rule.dates or max(rule.dates) >= today:
            continue
        key = _key(settings, locality)
        before = found[key].localities if key in found else ()
        found[key] = RunOut((*before, locality), key, max(rule.dates))
    return tuple(found.values())


def first_meeting(settings: Settings, locality: str, start: date) -> date | None:
    """Return a locality's (or, for a blank one, the OLT's) first meeting on or after `start`."""
    return next(meeting_days(_rules(settings)[locality], start), None)


def meeting_days(rule: MeetingRule, start: date) -> Iterator[date]:
    """Yield the days of meetings on or after `start`, in order.

    A listed date takes the place of the rule's day in its month (or week, for a weekly meeting).
    The rule is followed for `AHEAD`, listed dates to their end.
    """
    days = {day for day in rule.dates if day >= start}
    if rule.rule:
        regular = read_meeting_rule(rule.rule)
        moved = {regular.turn(day) for day in rule.dates}
        days |= {
            day for day in regular.between(start, start + AHEAD) if regular.turn(day) not in moved
        }
    yield from sorted(days)


def _meeting(rule: MeetingRule, as_at: date, asked: date | None) -> Meeting:
    day = asked or next(meeting_days(rule, as_at), None)
    planned = day is not None
    day = day or as_at
    after = next(meeting_days(rule, day + timedelta(days=1)), None)
    return Meeting(day, after or add_months(day, 1), planned=planned)


def _rules(settings: Settings) -> dict[str, MeetingRule]:
    """Return the rule of the OLT and of each locality, in config's order."""
    meetings = settings.meetings
    return {
        OLT: meetings.olt,
        **{
            locality.name: meetings.localities.get(locality.name, meetings.locality)
            for locality in settings.localities
        },
    }


def _key(settings: Settings, locality: str) -> tuple[str, ...]:
    """Return where in the settings the rule of `_rules` stands."""
    if locality == OLT:
        return ("meetings", "olt")
    if locality in settings.meetings.localities:
        return ("meetings", "localities", locality)
    return ("meetings", "locality")
