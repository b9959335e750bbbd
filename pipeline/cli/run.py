"""`cinpack run`: the whole pipeline."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import clock, options
from pipeline.cli.answers import NEEDS_PERSON, PUBLISHED
from pipeline.cli.say import say, warn

if TYPE_CHECKING:
    from pipeline.model.request import Request
    from pipeline.model.settings import Settings


def run(  # noqa: PLR0917 - typer gives each option by name
    as_at: options.AsAt = None,
    meeting: options.MeetingDay = None,
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
    outputs: options.Outputs = options.OUTPUTS,
    pack: Annotated[
        list[str] | None, typer.Option("--pack", metavar="NAME", help="Only this pack (repeat).")
    ] = None,
    locality: Annotated[
        list[str] | None,
        typer.Option("--locality", metavar="NAME", help="Only this locality (repeat)."),
    ] = None,
    team: Annotated[
        list[str] | None, typer.Option("--team", metavar="NAME", help="Only this team (repeat).")
    ] = None,
    due: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--due", help="Only what the calendar of meetings asks for today.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Processes to render in (1: just this)."),
    ] = None,
) -> None:
    """Read, check, compute, compose, render and publish every report."""
    from pipeline.cli.selection import checked
    from pipeline.config import load_settings
    from pipeline.model.request import Request

    settings = load_settings(config)
    today = clock.today() if due else None
    asked = Request(
        config,
        inputs,
        outputs,
        as_at,
        meeting,
        packs=tuple(pack or ()),
        localities=tuple(locality or ()),
        teams=tuple(team or ()),
        due_on=today,
    )
    publish_and_tell(checked(asked, settings), settings, jobs)


def publish_and_tell(request: "Request", settings: "Settings", jobs: int | None) -> None:
    """Run the pipeline, tell what came of it, and exit with the code that says so."""
    from pipeline.cli.due import ended, lines_of_due, stale
    from pipeline.cli.executors import executor_for
    from pipeline.cli.progress import Progress
    from pipeline.cli.summary import summary
    from pipeline.run import plan, run

    planned = plan(request)
    if request.due_on and not planned:
        for line in lines_of_due(settings, request.due_on):
            say(line)
        raise typer.Exit(NEEDS_PERSON if ended(settings, request.due_on) else PUBLISHED)
    with Progress() as progress, executor_for(jobs, len(planned)) as executor:
        published = run(request, executor, progress.step)
    for line in summary(published):
        say(line)
    late = stale(settings, request.due_on, published.as_at) if request.due_on else []
    past = ended(settings, request.due_on or published.as_at)
    for line in (*late, *past):
        warn(line)
    needs_person = (
        late
        or (past and request.due_on)
        or any(finding.needs_person for finding in published.findings)
    )
    raise typer.Exit(NEEDS_PERSON if needs_person else PUBLISHED)
