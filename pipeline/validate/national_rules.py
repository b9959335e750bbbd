"""The national validator's rules on a plan beside what else is known of the child.

Each is told and changes nothing: which of two dates is wrong can't be seen from here. Rules on
the plan's own dates are in `rules`; those on two plans of a child are met when versions merge.
"""

from datetime import date

from pipeline.model.ingested import cell_kind
from pipeline.model.rules.plans import (
    END_AFTER_DEATH,
    PLAN_DURING_CP,
    START_AFTER_DEATH,
    START_BEFORE_REFERRAL,
)
from pipeline.validate.ledger import Ledger

Values = dict[str, list[object]]
OTHER_DATES = frozenset({"episode_start", "cp_plan_start", "cp_plan_end", "date_of_death"})


def check_other_dates(ledger: Ledger, values: Values, known: date) -> None:
    """Say which plans don't fit the referral, a child protection plan or the date of death."""
    if OTHER_DATES.isdisjoint(values):
        return
    cp_ends = ledger.cells("cp_plan_end")
    for position in ledger.kept():
        start, end = (values[name][position] for name in ("plan_start", "plan_end"))
        if not isinstance(start, date):
            continue
        referral, cp_start, cp_end, death = (
            _day(values, name, position)
            for name in ("episode_start", "cp_plan_start", "cp_plan_end", "date_of_death")
        )
        if referral is not None and start < referral:
            ledger.say(START_BEFORE_REFERRAL, position, "plan_start", start)
        last = end if isinstance(end, date) else date.max
        cp_open = "cp_plan_end" in values and cell_kind(cp_ends[position]) == "blank"
        if _overlap(start, last, cp_start, cp_end, cp_open=cp_open):
            column = "cp_plan_end" if cp_start is None else "cp_plan_start"
            ledger.say(PLAN_DURING_CP, position, column)
        if death is not None and start > death:
            ledger.say(START_AFTER_DEATH, position, "plan_start", start)
        elif death is not None and min(last, known) > death:
            ledger.say(END_AFTER_DEATH, position, "plan_end")


def _overlap(
    start: date, end: date, cp_start: date | None, cp_end: date | None, *, cp_open: bool
) -> bool:
    """Return whether the two plans certainly ran together; one may end as the other starts.

    `cp_open`: the extract tells when child protection plans end, and this one has not.
    """
    if cp_start is None:
        return cp_end is not None and start < cp_end <= end
    if cp_end is None and not cp_open:
        return start <= cp_start < end
    return cp_start < end and start < (cp_end or date.max)


def _day(values: Values, name: str, position: int) -> date | None:
    found = values[name][position] if name in values else None
    return found if isinstance(found, date) else None
