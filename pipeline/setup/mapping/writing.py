"""Writes what a person confirmed into the settings."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.model.settings import Settings
from pipeline.setup.config_edit.additions import Added, Addition, add_to_config
from pipeline.setup.mapping.columns import Proposal
from pipeline.setup.mapping.teams import AliasProposal
from pipeline.setup.settings_texts import HEADERS_NOTE


def write_mapping(
    config: Path,
    settings: Settings,
    proposals: Sequence[Proposal],
    aliases: Sequence[AliasProposal],
) -> tuple[Added, ...]:
    """Add the headers and the other names of teams to the settings; return where they stand.

    Raises WrongConfig, with nothing changed, if they would not be valid settings.
    """
    places = {
        team.name: ("localities", at, "teams", place, "aliases")
        for at, locality in enumerate(settings.localities)
        for place, team in enumerate(locality.teams)
    }
    additions = [
        Addition(("headers", "case_extract", each.column.name), each.header, each.column.header)
        for each in proposals
    ]
    additions += [
        Addition(places[alias.team], alias.named.name, f"the team {alias.team}")
        for alias in aliases
    ]
    _, added = add_to_config(config, additions, {"headers": HEADERS_NOTE})
    return added
