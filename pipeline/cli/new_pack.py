"""`cinpack new-pack`: the start of a new kind of report, for who carries on the code."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.say import say


def new_pack(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as team-note.")],
) -> None:
    """Start a new report: a working pack.yaml and its module, to change from there."""
    from pipeline.setup.new_pack import write_pack

    for path in write_pack(Path(__file__).parents[2], name):
        say(f"Wrote {path}")
    say(f"Try: cinpack run --pack {name.replace('_', '-')}. docs/add-a-pack.md says how to go on.")
