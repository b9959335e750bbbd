"""`cinpack due`: which packs the calendar of meetings asks for today, and the next ones."""

from datetime import date
from typing import TYPE_CHECKING

from pipeline.cli import clock, options
from pipeline.cli.say import listed, say

if TYPE_CHECKING:
    from pipeline.meetings import DuePacks
    from pipeline.model.settings import Settings


def due(config: options.Config = options.CONFIG) -> None:
    """Say which packs are due today, and which are next."""
    from pipeline.config import load_settings

    for line in lines_of_due(load_settings(config), clock.today()):
        say(line)


def lines_of_due(settings: "Settings", today: date) -> list[str]:
    """Return what is due today and what is next, in lines."""
    from pipeline.meetings import packs_due
    from pipeline.packs import choose_packs, find_packs

    now, later = packs_due(settings, choose_packs(find_packs(), settings.packs), today)
    lines = [f"Due on {today:%d/%m/%Y}:" if now else f"No pack is due on {today:%d/%m/%Y}."]
    lines += [_line(found) for found in now]
    if later:
        lines.append("Next:")
        lines += [_line(found) for found in later]
    return lines + ended(settings, today)


def ended(settings: "Settings", today: date) -> list[str]:
    """Return a line for each calendar whose listed dates are all past, with where to add more."""
    from pipeline.meetings import run_out

    return [
        f"The last date listed for meetings of {listed(place or 'the OLT' for place in found.localities)} "
        f"was {found.last:%d/%m/%Y}, so no pack of theirs will be due. Add dates, or a rule such as "
        f"`second Tuesday`, in the config folder under {' > '.join(found.key)}."
        for found in run_out(settings, today)
    ]


def stale(settings: "Settings", today: date, as_at: date) -> list[str]:
    """Return a line for each meeting whose pack is due but which the extract is too old to prepare.

    The pack then made is for an earlier meeting.
    """
    from pipeline.meetings import first_meeting, packs_due

    now, _ = packs_due(settings, (), today)
    lines = []
    for found in now:
        prepared = first_meeting(settings, found.locality, as_at)
        if prepared is not None and prepared < found.meeting and prepared < today:
            lines.append(
                f"The pack of {_whose(found)} for {found.meeting:%d/%m/%Y} is due, but the newest "
                f"extract is of {as_at:%d/%m/%Y}, before the meeting of {prepared:%d/%m/%Y}. "
                "Put a newer extract into the inputs."
            )
    return lines


def _line(found: "DuePacks") -> str:
    packs = ", ".join(spec.name.replace("_", "-") for spec in found.packs) or "no packs"
    return (
        f"  {_whose(found)}, meeting on {found.meeting:%d/%m/%Y}, "
        f"due from {found.due_from:%d/%m/%Y}: {packs}"
    )


def _whose(found: "DuePacks") -> str:
    return found.locality or "the OLT"
