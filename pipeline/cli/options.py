"""The options that commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pipeline.model.dates import read_date


def day(text: str) -> date:
    """Return the date that an option writes as yyyy-mm-dd or dd/mm/yyyy."""
    found = read_date(text)
    if found is None:
        message = "write it as yyyy-mm-dd or dd/mm/yyyy"
        raise typer.BadParameter(message)
    return found


AsAt = Annotated[
    date | None,
    typer.Option(
        "--as-at", parser=day, metavar="DATE", help="The as-at date (default: the extract's)."
    ),
]
MeetingDay = Annotated[
    date | None,
    typer.Option(
        "--meeting", parser=day, metavar="DATE", help="The meeting to prepare (default: the next)."
    ),
]
Config = Annotated[Path, typer.Option("--config", metavar="DIR", help="The authority's settings.")]
Inputs = Annotated[Path, typer.Option("--inputs", metavar="DIR", help="Extracts, trackers, ...")]
Outputs = Annotated[Path, typer.Option("--outputs", metavar="DIR", help="The published periods.")]

CONFIG, INPUTS, OUTPUTS = Path("config"), Path("inputs"), Path("outputs")


def quoted(path: Path) -> str:
    """Return a path as a command line of any system takes it."""
    return f'"{path}"' if " " in str(path) else str(path)
