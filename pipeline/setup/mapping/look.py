"""All that can be said of an unknown extract before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import WrongUsage
from pipeline.model.ingested import Cell
from pipeline.model.names import same_header
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT
from pipeline.setup.mapping.clues import names_of
from pipeline.setup.mapping.columns import Columns, find_columns
from pipeline.setup.mapping.opening import Extract, open_extract
from pipeline.setup.mapping.showing import Private
from pipeline.setup.mapping.teams import Named, TeamNames, match_teams, names_in, says_no_team
from pipeline.setup.mapping.values import profile
from pipeline.setup.mapping.words import Reasons, other_localities, reasons_in
from pipeline.setup.placeholder import placeholder
from pipeline.yaml_files.wording import did_you_mean

OPEN = ("team", "locality", "end_reason")
"""The columns whose values may be shown: they tell of the service, not of a child."""
TWICE = 2
"""An end reason on one row alone may be a note about someone."""


@dataclass(frozen=True)
class Names:
    """The different names in a column that may be shown, and how many others there are.

    `too_many` counts them where they are more than an authority has: none is then shown.
    """

    named: tuple[Named, ...] = ()
    hidden: int = 0
    too_many: int = 0


@dataclass(frozen=True)
class Look:
    """An extract, its columns, and the names in its open columns, by the column's name.

    What these mean is None where the column is not there or no settings were given.
    """

    extract: Extract
    columns: Columns
    names: Mapping[str, Names]
    teams: TeamNames | None = None
    localities: tuple[Named, ...] | None = None
    reasons: Reasons | None = None


def look_at(path: Path, settings: Settings | None, chosen: Iterable[str] = ()) -> Look:
    """Return what a file holds; `chosen` are a person's own choices, as `team=Worker Team`.

    Raises WrongUsage if the file has no table, or a choice names what is not there.
    """
    extract = open_extract(path, settings or placeholder())
    columns = find_columns(extract, settings, read_choices(chosen, extract.headers))
    if extract.national:
        return Look(extract, columns, {})
    names = _names(extract, columns)
    if settings is None:
        return Look(extract, columns, names)
    return Look(
        extract,
        columns,
        names,
        match_teams(names["team"].named, settings) if "team" in names else None,
        other_localities(names["locality"].named, settings) if "locality" in names else None,
        reasons_in(names["end_reason"].named, settings) if "end_reason" in names else None,
    )


def read_choices(chosen: Iterable[str], headers: Sequence[str]) -> dict[str, str]:
    """Return the header chosen for each column, by canonical name; blank for "none".

    Raises WrongUsage if one names no column of ours or no header of the file.
    """
    ours = {
        same_header(n): column.name for column in CASE_EXTRACT.columns for n in names_of(column)
    }
    theirs = {same_header(header): header for header in headers if header}
    found = {}
    for choice in chosen:
        name, equals, header = (part.strip() for part in choice.partition("="))
        if not equals:
            message = (
                f'--column takes a column and a header, such as "team=Worker Team"; not "{choice}".'
            )
            raise WrongUsage(message)
        if same_header(name) not in ours:
            near = did_you_mean(name, CASE_EXTRACT.names) or (
                f"; there are: {', '.join(CASE_EXTRACT.names)}."
            )
            message = f'There is no column "{name}"{near}'
            raise WrongUsage(message)
        if header and same_header(header) not in theirs:
            near = did_you_mean(header, theirs.values()) or "."
            message = f'The file has no header "{header}"{near}'
            raise WrongUsage(message)
        found[ours[same_header(name)]] = theirs.get(same_header(header), "")
    return found


def _names(extract: Extract, columns: Columns) -> dict[str, Names]:
    """Return what may be shown of each open column that was found for certain enough."""
    private = Private(_private_columns(extract, columns))
    found = {}
    for name in OPEN:
        proposal = columns.of(name)
        if proposal is None or proposal.sure == "a guess":
            continue
        cells = extract.columns[proposal.position]
        looks = profile(cells)
        if looks.filled and not looks.is_of_words:
            found[name] = Names(too_many=looks.different)
            continue
        named = names_in(cells)
        least = TWICE if name == "end_reason" else 1
        shown = tuple(
            each
            for each in named
            if says_no_team(each.name)
            or (each.rows >= least and private.may_show(each.name, each.rows))
        )
        found[name] = Names(shown, hidden=len(named) - len(shown))
    return found


def _private_columns(extract: Extract, columns: Columns) -> list[Sequence[Cell]]:
    """Return the columns that may tell of one child: all but open ones and those of a few words."""
    open_ones = {each.position for each in columns.proposals if each.column.name in OPEN}
    identifying = {each.position for each in columns.proposals} - open_ones
    return [
        cells
        for position, cells in enumerate(extract.columns)
        if position in identifying or (position not in open_ones and not profile(cells).is_of_words)
    ]
