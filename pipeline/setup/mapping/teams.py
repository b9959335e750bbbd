"""Holds the team names of a file against config's, and finds names that look like another's."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from pipeline.model.ingested import Cell
from pipeline.model.names import same_header, same_name
from pipeline.model.settings import Settings
from pipeline.model.terms import NOT_KNOWN
from pipeline.validate.coerce import read_name

Sureness = Literal["likely", "a guess"]

ALMOST: Final = 0.8
FILLERS: Final = frozenset(
    ["cin", "team", "teams", "the", "and", "of", "social", "work", "care", "children", "in", "need"]
)
NO_TEAM: Final = frozenset(
    same_header(words)
    for words in (
        *("Not allocated", "Unallocated", "No team", "No allocated team", "To be allocated"),
        *("Awaiting allocation", "None", "N/A", "Not applicable", "Null", "Nil", "NaN", "TBC"),
        *("Unknown", "Not recorded", "Blank", "Not set", "Unassigned", "Not assigned", NOT_KNOWN),
    )
)
"""Words that stand in a team's column for no team."""

_WORDS: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Named:
    """A name in the file, the most frequent of its spellings, and the rows it stands on."""

    name: str
    rows: int


@dataclass(frozen=True)
class AliasProposal:
    """A name in the file that may be one of config's teams."""

    named: Named
    team: str
    sure: Sureness
    why: str


@dataclass(frozen=True)
class TeamNames:
    """What became of each name: known to config, proposed as an alias, unknown, or no team."""

    known: int
    aliases: tuple[AliasProposal, ...]
    unknown: tuple[Named, ...]
    no_team: tuple[Named, ...]


def names_in(cells: Iterable[Cell]) -> tuple[Named, ...]:
    """Return the different names in a column, the most frequent first; case and spaces ignored."""
    spellings: dict[str, Counter[str]] = {}
    for cell in cells:
        text = read_name(cell).value
        if isinstance(text, str):
            spellings.setdefault(same_name(text), Counter())[" ".join(text.split())] += 1
    named = [
        Named(min(found, key=lambda text: (-found[text], text)), found.total())
        for found in spellings.values()
    ]
    return tuple(sorted(named, key=lambda each: (-each.rows, each.name)))


def says_no_team(name: str) -> bool:
    """Return whether a name stands for no team."""
    return same_header(name) in NO_TEAM or not same_header(name)


def match_teams(named: Sequence[Named], settings: Settings) -> TeamNames:
    """Hold names against config's teams and their aliases."""
    teams = [team for locality in settings.localities for team in locality.teams]
    localities = [locality.name for locality in settings.localities]
    known = {same_name(name) for t in teams for name in (t.name, *(a.name for a in t.aliases))}
    aliases, unknown, no_team = [], [], []
    for each in named:
        if same_name(each.name) in known:
            continue
        if says_no_team(each.name):
            no_team.append(each)
            continue
        found = like(each.name, [team.name for team in teams], localities)
        if found is None:
            unknown.append(each)
        else:
            aliases.append(AliasProposal(each, *found))
    return TeamNames(
        known=sum(same_name(each.name) in known for each in named),
        aliases=tuple(aliases),
        unknown=tuple(unknown),
        no_team=tuple(no_team),
    )


def like(
    name: str, teams: Sequence[str], localities: Sequence[str] = ()
) -> tuple[str, Sureness, str] | None:
    """Return the one team that a name is like, how sure that is and why; None if none or two are.

    A number or a single letter is never taken for a slip: Alder 1 is not Alder 2.
    """
    places = frozenset().union(*(_words(place) for place in localities))
    ways: tuple[tuple[str, Sureness, list[str]], ...] = (
        (
            "it differs only in punctuation",
            "likely",
            [team for team in teams if same_header(team) == same_header(name)],
        ),
        (
            "it has the same words",
            "likely",
            [team for team in teams if _same_words(name, team, places)],
        ),
        ("it is spelled almost like it", "a guess", [t for t in teams if _almost(name, t)]),
        (
            "its words are among them",
            "a guess",
            [team for team in teams if _within(_words(team), _words(name))],
        ),
    )
    for why, sure, found in ways:
        if found:
            return (found[0], sure, why) if len(found) == 1 else None
    return None


def _same_words(name: str, team: str, places: frozenset[str]) -> bool:
    own, other = _words(name) - FILLERS, _words(team) - FILLERS
    return bool(own) and (own == other or (bool(own - places) and own - places == other - places))


def _almost(name: str, team: str) -> bool:
    if _marks(name) != _marks(team):
        return False
    return SequenceMatcher(None, same_header(name), same_header(team)).ratio() >= ALMOST


def _within(words: frozenset[str], others: frozenset[str]) -> bool:
    telling = words - FILLERS
    marked = any(len(word) == 1 or word.isdigit() for word in others - words)
    return bool(telling) and telling < others and not marked


def _marks(name: str) -> list[str]:
    """Return the numbers and single letters of a name, which tell teams apart."""
    return [word for word in _WORDS.findall(name.casefold()) if word.isdigit() or len(word) == 1]


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(unicodedata.normalize("NFKC", name).casefold()))
