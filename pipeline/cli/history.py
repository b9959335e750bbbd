"""`cinpack history`: the periods that were published, and what retention removes of them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import clock, options
from pipeline.cli.answers import NEEDS_PERSON, PUBLISHED
from pipeline.cli.say import counted, listed, say, wrapped
from pipeline.errors import WrongUsage

if TYPE_CHECKING:
    from pipeline.ingest.past.listing import ListedPeriod
    from pipeline.publish.retention import Removal


def history(
    retention: Annotated[  # noqa: FBT002 - typer's way
        bool, typer.Option("--retention", help="List the child-level files past their time.")
    ] = False,
    remove: Annotated[  # noqa: FBT002
        bool, typer.Option("--remove", help="With --retention: remove them; figures stay.")
    ] = False,
    as_at: Annotated[
        date | None,
        typer.Option(
            "--as-at", parser=options.day, metavar="DATE", help="Count from (default: today)."
        ),
    ] = None,
    config: options.Config = options.CONFIG,
    outputs: options.Outputs = options.OUTPUTS,
) -> None:
    """List the published periods, or what is older than child-level rows are kept."""
    if remove and not retention:
        message = "--remove goes with --retention. Look at what --retention lists first."
        raise WrongUsage(message)
    if retention:
        _retention(config, outputs, as_at or clock.today(), remove=remove)
        return
    raise typer.Exit(_list(outputs))


def _list(outputs: Path) -> int:
    from pipeline.ingest.past.listing import list_periods

    periods, findings = list_periods(outputs)
    if not periods:
        say(f"No period stands in {outputs}.")
    for period in periods:
        say("\n".join(wrapped(_line(period))))
    for finding in findings:
        say("\n".join(wrapped(f"{finding.place}: {finding.sentence}", 2)))
    return NEEDS_PERSON if any(finding.needs_person for finding in findings) else PUBLISHED


def _line(period: "ListedPeriod") -> str:
    papers = listed((f"{pack.replace('_', '-')} {n}" for pack, n in period.papers), most=20)
    children = {
        "kept": "child-level rows kept",
        "removed": "figures alone, child-level rows removed",
        "damaged": "child-level rows damaged",
    }[period.child_level]
    figures = ", figures damaged" if period.figures == "damaged" else ""
    return f"{period.name}, as at {period.as_at:%d/%m/%Y}: {children}{figures}; {papers or 'no papers'}"


def _retention(config: Path, outputs: Path, today: date, *, remove: bool) -> None:
    from pipeline.config import load_settings
    from pipeline.publish import retention

    months = load_settings(config).history.keep_child_level_months
    if months is None:
        say("\n".join(wrapped(NO_LIMIT)))
        return
    chosen = retention.removals(outputs, months, today)
    limit = f"{counted(months, 'month')} before {today:%d/%m/%Y}"
    if not chosen:
        say(f"No child-level file is of {limit} or older.")
        return
    if remove:
        retention.remove(outputs, chosen, today)
    say("Removed:" if remove else f"Would go, being of {limit} or older:")
    for removal in chosen:
        say("\n".join(wrapped(_gone(removal), 2)))
    say("\n".join(wrapped(REMOVED if remove else DRY)))


def _gone(removal: "Removal") -> str:
    return f"{removal.period}: {listed(removal.paths, most=20)}"


NO_LIMIT = (
    "Nothing is removed: config does not say how long child-level rows are kept. To have it, write "
    "keep_child_level_months under history."
)
DRY = (
    "Nothing was removed. Add --remove to remove these; the figures and papers stay. Team agendas and "
    "tracker rows among the papers name children too: those copies are yours to delete."
)
REMOVED = (
    "The figures and papers stay. Team agendas and tracker rows among the papers name children too: "
    "those copies are yours to delete."
)
