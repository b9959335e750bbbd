"""`cinpack demo`: an invented authority to try things with."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.say import counted, say
from pipeline.errors import NotPublished, WrongUsage


def demo(  # noqa: PLR0917 - typer gives each option by name
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A new or empty folder.")],
    seed: Annotated[int, typer.Option("--seed", help="Another seed, another authority.")] = 1,
    open_plans: Annotated[int, typer.Option("--open-plans", min=1, metavar="N")] = 1500,
    localities: Annotated[int, typer.Option("--localities", min=1, metavar="N")] = 4,
    teams: Annotated[int, typer.Option("--teams", min=1, metavar="N", help="In all.")] = 14,
    as_at: Annotated[
        date | None,
        typer.Option(
            "--as-at", parser=options.day, metavar="DATE", help="The date of its extract."
        ),
    ] = None,
    months_before: Annotated[
        int,
        typer.Option(
            "--months-before",
            min=0,
            max=6,
            metavar="N",
            help="Earlier monthly runs to make into outputs (0: none).",
        ),
    ] = 3,
) -> None:
    """Write an invented authority's config and inputs, and its earlier months into outputs.

    The same options write the same bytes.
    """
    from pipeline.cli.earlier_months import publishing
    from pipeline.setup.demo import DEFAULT_AS_AT, write_demo

    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            message = f"{out} is not empty, and nothing in it is replaced; choose a new folder."
            raise WrongUsage(message)
        with publishing(months_before) as publish:
            written = write_demo(
                out,
                seed=seed,
                open_plans=open_plans,
                localities=localities,
                teams=teams,
                as_at=as_at or DEFAULT_AS_AT,
                months_before=months_before,
                publish=publish,
            )
    except OSError as error:
        message = f"The invented authority could not be written to {out}: {error.strerror}."
        raise NotPublished(message) from error
    say(f"Wrote {counted(len(written), 'file')} into {out}. Every child in them is invented.")
    folders = (f"--{name} {options.quoted(out / name)}" for name in ("config", "inputs", "outputs"))
    say(f"Try: cinpack run {' '.join(folders)}")
