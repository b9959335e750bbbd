"""Puts a new authority together: what its extract tells, its settings, a tracker for each team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.config import load_settings
from pipeline.errors import WrongUsage
from pipeline.model.names import folder_name
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT
from pipeline.setup.mapping.columns import Proposal
from pipeline.setup.mapping.look import TWICE
from pipeline.setup.mapping.showing import Private
from pipeline.setup.mapping.teams import Named, names_in, says_no_team
from pipeline.setup.mapping.values import profile
from pipeline.setup.mapping.words import reasons_in
from pipeline.setup.placeholder import placeholder
from pipeline.setup.start.open_plans import open_plans
from pipeline.setup.start.organisation import Organisation, organise
from pipeline.setup.start.settings import settings_files
from pipeline.setup.start.tracker import tracker_bytes
from pipeline.setup.start.used_rows import UsedRows, read_alone, used_rows

IDENTIFYING = tuple(c.name for c in CASE_EXTRACT.columns if c.privacy == "identifying")


@dataclass(frozen=True)
class NewAuthority:
    """All that is to be written, by path below the config and the inputs folder.

    `open_now` counts each team's open plans on `day`. `own_date` is false where the extract does
    not say of which day it is. `hidden` counts values of the team column that look like a
    person's or a child's, and were not made teams.
    """

    organisation: Organisation
    day: date
    own_date: bool
    open_now: Mapping[str, int]
    config: Mapping[str, bytes]
    inputs: Mapping[str, bytes]
    hidden: int


def new_authority(
    extract: Path, name: str, headers: Sequence[Proposal], as_at: date | None
) -> NewAuthority:
    """Return what an authority needs to begin; `headers` are those to set so that it is read.

    Raises WrongUsage if the extract cannot be read, has no date, or names no teams.
    """
    trial = placeholder({each.column.name: [each.header] for each in headers})
    ingested = read_alone(extract, trial, as_at)
    rows = used_rows(ingested, trial)
    named, hidden = _team_names(rows, extract)
    organisation = organise(named, rows.of("team"), rows.of("locality"), name)
    if not organisation.teams:
        message = f"No name in the team column of {extract} can be a team's, so none can be set up."
        raise WrongUsage(message)
    private = _private(rows)
    reasons = [
        each
        for each in names_in(rows.of("end_reason"))
        if each.rows >= TWICE and private.may_show(*_told(each))
    ]
    texts = settings_files(
        name,
        organisation,
        headers,
        reasons_in(reasons, trial) if "end_reason" in rows.columns else None,
        ingested.as_at,
    )
    settings = _settings_of(texts)
    plans = open_plans(ingested, settings)
    trackers = {}
    for team in organisation.teams:
        if not plans[team.name]:
            continue  # most often a former team, which keeps no tracker
        folder = folder_name(team.name)
        place = folder_name(f"CIN {team.locality}")
        path = f"trackers/{place}/{folder}/{folder} IC Meetings.xlsx"
        trackers[path] = tracker_bytes(
            team.name,
            plans[team.name],
            tuple(settings.words.barriers),
            ingested.as_at,
            settings.branding.classification,
        )
    return NewAuthority(
        organisation,
        ingested.as_at,
        ingested.extract_date is not None,
        {team: len(found) for team, found in plans.items()},
        {file: text.encode() for file, text in texts.items()},
        trackers,
        hidden,
    )


def _team_names(rows: UsedRows, extract: Path) -> tuple[list[Named], int]:
    """Return the names that may be teams, and how many look like a person's or a child's."""
    cells = rows.of("team")
    looks = profile(cells)
    if not looks.filled:
        message = (
            f"{extract} names no teams, so none can be set up. Start from an extract that has them,"
            " or write config/authority.yaml by hand: the README shows the least it must hold."
        )
        raise WrongUsage(message)
    if not looks.is_of_words:
        message = (
            f"The team column of {extract} holds {looks.different:,} different values, more than an"
            " authority has teams, so it may hold something else, such as workers. Nothing was"
            ' written. Name the right column with --column "team=HEADER".'
        )
        raise WrongUsage(message)
    private = _private(rows)
    named = names_in(cells)
    shown = [each for each in named if says_no_team(each.name) or private.may_show(*_told(each))]
    return shown, len(named) - len(shown)


def _private(rows: UsedRows) -> Private:
    return Private(rows.of(name) for name in IDENTIFYING)


def _told(each: Named) -> tuple[str, int]:
    return each.name, each.rows


def _settings_of(texts: Mapping[str, str]) -> Settings:
    """Return the settings that the texts hold; they are read as those of any authority."""
    with TemporaryDirectory() as folder:
        for file, text in texts.items():
            (Path(folder) / file).write_bytes(text.encode())
        return load_settings(Path(folder))
