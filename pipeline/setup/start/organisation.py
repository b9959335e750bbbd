"""The teams and localities of an authority, as its extract names them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.ingested import Cell
from pipeline.model.names import folder_name, same_header, same_name
from pipeline.model.setting_rules import plain_name
from pipeline.setup.mapping.showing import LONGEST
from pipeline.setup.mapping.teams import Named, like, names_in, says_no_team
from pipeline.validate.coerce import read_name

FEW_TO_MANY = 10
"""A slip is on far fewer rows than the name that was meant."""


@dataclass(frozen=True)
class FoundTeam:
    """A team, its other spellings, and how many rows name it."""

    name: str
    locality: str
    rows: int
    aliases: tuple[str, ...] = ()
    elsewhere: int = 0
    """Rows that name the team with another locality."""


@dataclass(frozen=True)
class Organisation:
    """Localities in order of their names, each with its teams in order of theirs.

    `no_team` are words that stand for none.
    `left_out` are names that can't be a team's in config. `unplaced` are teams whose rows name no
    locality; they are in one named like the authority, as all are where `has_localities` is not
    true.
    """

    teams: tuple[FoundTeam, ...]
    no_team: tuple[Named, ...]
    left_out: tuple[Named, ...]
    unplaced: tuple[str, ...]
    has_localities: bool

    @property
    def localities(self) -> tuple[str, ...]:
        """The localities' names."""
        return tuple(sorted({team.locality for team in self.teams}, key=str.casefold))

    @property
    def alike(self) -> tuple[tuple[str, str], ...]:
        """Names that may be another way to write a team's that is on many more rows, and that."""
        pairs = []
        for team in self.teams:
            others = [each.name for each in self.teams if each.rows >= FEW_TO_MANY * team.rows]
            found = like(team.name, others, self.localities)
            if found is not None:
                pairs.append((team.name, found[0]))
        return tuple(pairs)

    def teams_of(self, locality: str) -> tuple[FoundTeam, ...]:
        """Return the teams of a locality."""
        return tuple(team for team in self.teams if team.locality == locality)


def organise(
    named: Sequence[Named], teams: Sequence[Cell], localities: Sequence[Cell], authority: str
) -> Organisation:
    """Return the organisation of an extract.

    `named` are the names that may be teams; `teams` and `localities` are the cells of these
    columns, row by row (`localities` is empty where there is no such column).
    """
    groups: dict[str, list[Named]] = {}
    left_out, no_team = [], []
    for each in named:
        if says_no_team(each.name):
            no_team.append(each)
        elif _can_be_a_name(each.name):
            groups.setdefault(same_header(each.name), []).append(each)
        else:
            left_out.append(each)
    where = _localities_of(teams, localities)
    found, unplaced = [], []
    for spellings in groups.values():
        name = spellings[0].name
        counts = sum((where.get(same_name(each.name), Counter()) for each in spellings), Counter())
        ranked = sorted(counts, key=lambda place: (-counts[place], place))
        if not ranked:
            unplaced.append(name)
        locality = ranked[0] if ranked else authority
        found.append(
            FoundTeam(
                name,
                locality,
                sum(each.rows for each in spellings),
                tuple(sorted(each.name for each in spellings[1:])),
                counts.total() - counts[locality] if ranked else 0,
            )
        )
    found.sort(key=lambda team: (team.locality.casefold(), team.name.casefold()))
    return Organisation(
        tuple(found), tuple(no_team), tuple(left_out), tuple(unplaced), bool(localities)
    )


def _localities_of(teams: Sequence[Cell], localities: Sequence[Cell]) -> dict[str, Counter[str]]:
    """Return, by team, how many of its rows name each locality; one spelling each."""
    spelled = {}
    for each in names_in(localities):
        name = each.name.removeprefix("CIN ").strip()
        if not says_no_team(name) and _can_be_a_name(name):
            spelled[same_name(each.name)] = name
    once = {same_name(name): name for name in reversed(spelled.values())}
    found: dict[str, Counter[str]] = {}
    for team, place in zip(teams, localities, strict=False):
        texts = [read_name(cell).value for cell in (team, place)]
        if all(isinstance(text, str) for text in texts):
            own, named = (same_name(str(text)) for text in texts)
            if named in spelled:
                found.setdefault(own, Counter())[once[same_name(spelled[named])]] += 1
    return found


def _can_be_a_name(name: str) -> bool:
    """Return whether the settings take a name, and a folder can be called by it."""
    if len(name) > LONGEST or not same_header(name) or folder_name(name) == "-":
        return False
    try:
        plain_name(name)
    except ValueError:
        return False
    return True
