"""`cinpack init`: starts an authority from its extract."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import asking, options
from pipeline.cli.map import Chosen, guessed_headers, national
from pipeline.cli.say import counted, say
from pipeline.errors import WrongUsage

if TYPE_CHECKING:
    from pipeline.setup.mapping.columns import Proposal
    from pipeline.setup.mapping.look import Look


def init(  # noqa: PLR0917 - typer gives each option by name
    extract: Annotated[Path, typer.Option("--from", metavar="EXTRACT", help="Its case extract.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="A new folder for all of it.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="DIR", help="Where the settings go.")
    ] = None,
    inputs: Annotated[
        Path | None, typer.Option("--inputs", metavar="DIR", help="Where the trackers go.")
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="The authority's name, as printed.")
    ] = "",
    column: Chosen = None,
    as_at: options.AsAt = None,
    yes: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--yes", help="Write without asking.")
    ] = False,
) -> None:
    """Start an authority: settings with a note on each, and a tracker for every team."""
    from pipeline.cli.init_lines import say_next, say_organisation, say_written
    from pipeline.setup.mapping.look import look_at
    from pipeline.setup.placeholder import NAME
    from pipeline.setup.start.authority import new_authority
    from pipeline.setup.start.placing import refuse_what_is_there, write_authority

    if out is not None and (config or inputs):
        raise WrongUsage("Give --out, or --config and --inputs, not both.")
    root = out or Path()
    config, inputs = config or root / options.CONFIG, inputs or root / options.INPUTS
    refuse_what_is_there(config, inputs)
    headers = headers_of(look_at(extract, None, column or ()), yes=yes)
    found = new_authority(extract, name.strip() or NAME, headers, as_at)
    say_organisation(found)
    files = counted(len(found.config) + len(found.inputs), "file")
    question = f"Write {files} into {config} and {inputs}?"
    if not yes and not asking.at_terminal():
        say("Nothing was written. Run it again with --yes to write it.")
        return
    if not yes and not asking.confirmed(question):
        say("Nothing was written.")
        return
    copy = write_authority(found, extract, config, inputs)
    say_written(found, config, inputs, copy)
    say_next(found, config, inputs, root / options.OUTPUTS, named=bool(name.strip()))


def headers_of(look: "Look", *, yes: bool) -> "list[Proposal]":
    """Return the headers that have to be set for the extract to be read.

    Raises WrongUsage if a needed column is not among them.
    """
    from pipeline.cli.mapping_lines import say_columns

    if look.extract.national:
        say(national(look))
        return []
    say_columns(look)
    proposals = look.columns.proposals
    headers = [found for found in proposals if not found.known and found.sure != "a guess"]
    headers += guessed_headers(proposals, yes=yes)
    taken = {
        found.column.name for found in (*headers, *proposals) if found in headers or found.known
    }
    missing = [
        column.header
        for column in (*look.columns.needed, *(found.column for found in proposals))
        if column.need == "needed" and column.name not in taken
    ]
    if missing:
        message = (
            f"Nothing was written, since these columns are needed: {', '.join(missing)}. Say which"
            ' headers they have with --column, such as --column "team=Worker Team".'
        )
        raise WrongUsage(message)
    return headers
