"""Says what an extract tells of an authority, what was written, and what to do next."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.say import counted, listed, say, wrapped

if TYPE_CHECKING:
    from pipeline.setup.start.authority import NewAuthority


def say_organisation(found: "NewAuthority") -> None:
    """Print the localities and teams with their open plans, and what could not be a team."""
    organisation = found.organisation
    teams = counted(len(organisation.teams), "team")
    places = counted(len(organisation.localities), "locality", "localities")
    _say(f"Found {teams} in {places}, with the plans open on {found.day:%d/%m/%Y}:")
    for locality in organisation.localities:
        named = (
            f"{team.name} ({found.open_now[team.name]:,}"
            + (f"; also spelled {', '.join(team.aliases)}" if team.aliases else "")
            + ")"
            for team in organisation.teams_of(locality)
        )
        _say(f"  {locality}: {', '.join(named)}")
    if not organisation.has_localities:
        _say("The extract names no localities, so all teams are in one named like the authority.")
    elif organisation.unplaced:
        _say(f"Teams whose rows name no locality: {', '.join(organisation.unplaced)}.")
    moved = [team.name for team in organisation.teams if team.elsewhere]
    if moved:
        _say(f"Teams with rows in more than one locality, put where most are: {', '.join(moved)}.")
    without = [team.name for team in organisation.teams if not found.open_now[team.name]]
    if without:
        _say(
            f"No tracker for teams without an open plan: {', '.join(without)}. If such a name is no"
            " longer a team's, make it an alias in authority.yaml of the team that took over."
        )
    for fewer, more in organisation.alike:
        _say(
            f"Perhaps one team under two names, kept as two: {fewer} and {more}. If so, make one an"
            " alias of the other in authority.yaml and delete its tracker."
        )
    for each in organisation.no_team:
        rows = counted(each.rows, "row")
        _say(f"Not a team: {each.name} ({rows}), whose plans count under Not known.")
    for each in organisation.left_out:
        _say(f"Not made a team, since no folder can have its name: {each.name}.")
    if found.hidden:
        _say(
            "Not made teams, since they look like a person's name or an ID: "
            f"{counted(found.hidden, 'value')} of the team column. Those plans count under Not known."
        )


def say_written(found: "NewAuthority", config: Path, inputs: Path, copy: Path | None) -> None:
    """Print what was written where; `copy` is where the extract went, unless it was there."""
    from pipeline.setup.start.placing import FOLDERS

    trackers = counted(len(found.inputs), "tracker")
    _say(f"Wrote {counted(len(found.config), 'file')} of settings into {config}.")
    _say(f"Wrote {trackers} into {inputs / 'trackers'}, with each team's open plans filled in.")
    _say(f"Made the folders {listed(FOLDERS)} in {inputs}.")
    if copy is not None:
        _say(f"Copied the extract, unchanged and under its own name, to {copy}.")


def say_next(
    found: "NewAuthority", config: Path, inputs: Path, outputs: Path, *, named: bool
) -> None:
    """Print the commands that follow."""
    folders = [
        f" {option} {options.quoted(path)}"
        for option, path, usual in (
            ("--config", config, options.CONFIG),
            ("--inputs", inputs, options.INPUTS),
            ("--outputs", outputs, options.OUTPUTS),
        )
        if path != usual
    ]
    day = "" if found.own_date else f" --as-at {found.day.isoformat()}"
    say("Next:")
    if not named:
        _say(f"  Write the authority's name into {config / 'authority.yaml'}.")
    _say(f"  Look through the settings in {config}: each has a note on what it does.")
    say(f"  cinpack check{''.join(folders[:2])}{day}")
    say(f"  cinpack run{''.join(folders)}{day}")


def _say(line: str) -> None:
    indent = len(line) - len(line.lstrip())
    for part in wrapped(line.lstrip(), indent=indent):
        say(part)
