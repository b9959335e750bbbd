"""What the Assistant Director marked: the sheet for the next meeting, and what stays parked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.calendar import Calendar
from pipeline.model.history import EarlierRun, History
from pipeline.model.insights import Insight
from pipeline.model.priorities import Mark, Priorities
from pipeline.model.scopes import AUTHORITY
from pipeline.transform.insights.past import A_MONTH_AGO, beyond_in, is_worse


def in_force(
    sheets: Sequence[Priorities], history: History, calendar: Calendar
) -> Priorities | None:
    """Return the latest sheet for the OLT's next meeting; None if none came back for it.

    Where config plans no meetings, a sheet of the same month is taken for the next one.
    """
    meeting = calendar.meeting(AUTHORITY)
    found = [
        sheet
        for sheet in sheets
        if meeting_of(sheet, history, calendar) == meeting.date
        or (not meeting.planned and sheet.period > calendar.as_at - A_MONTH_AGO)
    ]
    return found[-1] if found else None


def meeting_of(sheet: Priorities, history: History, calendar: Calendar) -> date | None:
    """Return the meeting that a sheet prepares: as it says, else as the run that made it knew."""
    if sheet.meeting is not None:
        return sheet.meeting
    if sheet.period == calendar.as_at:
        return calendar.meeting(AUTHORITY).date
    made_by = _run_of(sheet, history)
    meeting = made_by.meetings.get("") if made_by else None
    return meeting.date if meeting else None


def with_marks(
    insights: Iterable[Insight],
    sheets: Sequence[Priorities],
    history: History,
    calendar: Calendar,
) -> Iterator[Insight]:
    """Yield each insight with its latest mark; what was parked stays so until it is worse."""
    for each in insights:
        found = _latest(each, sheets)
        if found is None:
            yield each
            continue
        sheet, mark = found
        made_by = _run_of(sheet, history)
        worse = made_by is not None and is_worse(each, beyond_in(made_by, each))
        yield replace(
            each,
            mark=mark,
            marked_for=meeting_of(sheet, history, calendar) or sheet.period,
            parked=mark.choice == "park" and not worse,
        )


def _latest(insight: Insight, sheets: Sequence[Priorities]) -> tuple[Priorities, Mark] | None:
    """Return the latest mark of the insight itself, and the sheet that it stands on."""
    for sheet in reversed(sheets):
        for mark in sheet.marks:
            if mark.key == insight.key:
                return sheet, mark
    return None


def _run_of(sheet: Priorities, history: History) -> EarlierRun | None:
    return next((run for run in reversed(history.runs) if run.as_at == sheet.period), None)
