"""`cinpack map`: looks at an unknown extract, and writes what its columns are into the settings."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import asking, options
from pipeline.cli.answers import NEEDS_PERSON, PUBLISHED
from pipeline.cli.say import counted, say
from pipeline.errors import WrongUsage

if TYPE_CHECKING:
    from pipeline.model.settings import Settings
    from pipeline.setup.mapping.columns import Proposal
    from pipeline.setup.mapping.look import Look
    from pipeline.setup.mapping.teams import AliasProposal

Chosen = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=HEADER",
        help="Say which header is which column, such as team=Worker Team (repeat).",
    ),
]


def map_extract(
    extract: Annotated[Path, typer.Argument(metavar="EXTRACT", help="The file to look at.")],
    config: options.Config = options.CONFIG,
    column: Chosen = None,
    yes: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--yes", help="Write all that is sure or likely without asking.")
    ] = False,
) -> None:
    """Say which column of an extract is which, and write that into the settings once confirmed."""
    from pipeline.cli.mapping_lines import say_columns, say_found, say_names
    from pipeline.config import load_settings
    from pipeline.setup.mapping.look import look_at

    settings = load_settings(config) if config.exists() else None
    look = look_at(extract, settings, column or ())
    if look.extract.national:
        say(national(look))
        return
    say_columns(look)
    if settings is None:
        say_found(look)
        no_settings(extract, config, yes=yes)
        return
    say_names(look)
    _confirm_and_write(look, settings, config, yes=yes)
    if look.columns.needed:
        raise typer.Exit(NEEDS_PERSON)
    raise typer.Exit(PUBLISHED)


def national(look: "Look") -> str:
    """Return what to say of an extract in a national format."""
    found = look.extract.national
    title = found.title if found else ""
    return (
        f"{look.extract.path.name} is in a national format ({title}), whose columns are known: it"
        " needs no mapping."
    )


def no_settings(extract: Path, config: Path, *, yes: bool) -> None:
    """Say how settings come about. Raises WrongUsage if something was to be written into them."""
    command = f"cinpack init --from {options.quoted(extract)}"
    if config.name == "config" and config.parent != Path():
        command += f" --out {options.quoted(config.parent)}"
    message = (
        f"There is no config folder {config} yet, so nothing was written. Start one from this file:"
        f" {command}"
    )
    if yes:
        raise WrongUsage(message)
    say(message)


def _confirm_and_write(look: "Look", settings: "Settings", config: Path, *, yes: bool) -> None:
    from pipeline.setup.mapping.writing import write_mapping

    headers = [found for found in look.columns.proposals if not found.known]
    aliases = list(look.teams.aliases) if look.teams else []
    if not headers and not aliases:
        say("There is nothing left to map.")
        return
    if not yes and not asking.at_terminal():
        say("Nothing was written. Run it again with --yes to write all that is sure or likely.")
        return
    firm = [found for found in headers if found.sure != "a guess"]
    named = [alias for alias in aliases if alias.sure != "a guess"]
    if (firm or named) and not yes:
        parts = f"{counted(len(firm), 'header')}, {counted(len(named), 'team name')}"
        if not asking.confirmed(f"Write what is sure or likely ({parts}) into {config}?"):
            firm, named = [], []
    firm += guessed_headers(headers, yes=yes)
    named += _guessed_names(aliases, yes=yes)
    if not firm and not named:
        say("There is nothing left to map but guesses." if yes else "Nothing was written.")
        return
    say("Written, and read back as valid settings:")
    for added in write_mapping(config, settings, firm, named):
        of = added.addition.of
        say(f'  {added.path}, line {added.line}: "{added.addition.entry}" is {of}')


def guessed_headers(headers: "Sequence[Proposal]", *, yes: bool) -> "list[Proposal]":
    """Return the guesses that a person confirms one by one; `yes` is no answer to a guess."""
    taken = []
    for found in headers:
        if found.sure != "a guess":
            continue
        name = f'"{found.header}"'
        if asking.at_terminal() and not yes:
            question = f"Is {name} the column {found.column.header} (a guess: {found.why})?"
            taken += [found] if asking.confirmed(question) else []
        else:
            say(
                f"Left out, being a guess: {name} as {found.column.header}. If it is right, say so:"
                f' --column "{found.column.name}={found.header}".'
            )
    return taken


def _guessed_names(aliases: "Sequence[AliasProposal]", *, yes: bool) -> "list[AliasProposal]":
    taken = []
    for alias in aliases:
        if alias.sure != "a guess":
            continue
        name = f'"{alias.named.name}"'
        if yes:
            say(f"Left out, being a guess: {name} as another name of {alias.team}.")
        elif asking.confirmed(f"Is {name} another name of the team {alias.team}?"):
            taken.append(alias)
    return taken
