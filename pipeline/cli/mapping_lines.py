"""Says what was found in an unknown extract: headers, names of teams and places, never a child's."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.cli.say import columns as width
from pipeline.cli.say import counted, plain, say, wrapped

if TYPE_CHECKING:
    from pipeline.setup.mapping.columns import Columns
    from pipeline.setup.mapping.look import Look, Names
    from pipeline.setup.mapping.teams import Named, TeamNames
    from pipeline.setup.mapping.words import Reasons

LONGEST: Final = 60
MOST: Final = 40
TITLES: Final = {"team": "teams", "locality": "localities", "end_reason": "end reasons"}


def say_columns(look: "Look") -> None:
    """Print which header is which column, what was not found, and what is left over."""
    extract, columns = look.extract, look.columns
    dated = f"of {extract.day:%d/%m/%Y}" if extract.day else "without a date of its own"
    sheet = f"sheet {extract.sheet}, " if extract.sheet else ""
    _say(
        f"{extract.path.name}: {sheet}the header is in row {extract.header_row}, with"
        f" {counted(extract.rows, 'row')} below it; {dated}."
    )
    _print_table(columns)
    for line in (*_missing(columns), *_left_over(columns)):
        _say(line)


def _print_table(columns: "Columns") -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("Column", "Header in the file", "How sure", "Why"):
        table.add_column(title, overflow="fold")
    for found in columns.proposals:
        needed = " (needed)" if found.column.need == "needed" else ""
        words = (found.column.header + needed, _short(found.header), found.sure, found.why)
        table.add_row(*(Text(plain(word)) for word in words))
    Console(file=sys.stdout, width=width(), highlight=False, markup=False).print(table)


def _missing(columns: "Columns") -> Iterable[str]:
    for name, headers in columns.doubled.items():
        column = next(each for each in columns.absent if each.name == name)
        both = ", ".join(f'"{_short(header)}"' for header in headers)
        yield (
            f"Two headers are known as {column.header}: {both}. Rename one of them in the export,"
            " since such a file is refused."
        )
    for column in columns.needed:
        if column.name not in columns.doubled:
            near = columns.nearest.get(column.name)
            hint = f" What came nearest is {near}." if near else ""
            yield (
                f"Needed and not found: {column.header}.{hint} If the file has it, name its header:"
                f' --column "{column.name}=HEADER".'
            )
    others = [column.header for column in columns.absent if column.need == "optional"]
    if others:
        yield f'Not found, so "not supplied" in the packs: {", ".join(others)}.'


def _left_over(columns: "Columns") -> Iterable[str]:
    from pipeline.setup.mapping.showing import looks_like_a_value

    plain_ones = [_short(h) for h in columns.unused if not looks_like_a_value(h)]
    unnamed = len(columns.unused) - len(plain_ones)
    more = f" and {unnamed} more, not named since they may be data" if unnamed else ""
    if columns.unused:
        yield f"Headers that are not used: {', '.join(plain_ones) or 'none by name'}{more}."


def say_names(look: "Look") -> None:
    """Print what the names of teams, localities and end reasons mean to the settings."""
    for name, title in TITLES.items():
        if name in look.names:
            for line in _not_shown(look, name, title, look.names[name]):
                _say(line)
    if look.teams is not None:
        for line in _teams(look.teams):
            _say(line)
    if look.localities:
        _say(
            f"Localities that are not in config: {_named(look.localities)}. A plan's locality is"
            " that of its team in config."
        )
    if look.reasons is not None:
        for line in _reasons(look.reasons):
            _say(line)


def say_found(look: "Look") -> None:
    """Print the names of teams and localities as they are, where there are no settings yet."""
    for name, title in TITLES.items():
        if name in look.names:
            found = look.names[name]
            if found.named:
                _say(f"{title.capitalize()}: {_named(found.named)}.")
            for line in _not_shown(look, name, title, found):
                _say(line)


def too_many(look: "Look", name: str) -> str:
    """Return what to say of a column with more values than an authority has of the kind."""
    proposal = look.columns.of(name)
    header = _short(proposal.header) if proposal else name
    return (
        f'The column "{header}" holds {look.names[name].too_many:,} different values, more than an'
        f" authority has {TITLES[name]}, so it may hold something else, such as workers or notes."
        f' Name the right one with --column "{name}=HEADER".'
    )


def _not_shown(look: "Look", name: str, title: str, found: "Names") -> Iterable[str]:
    if found.too_many:
        yield too_many(look, name)
    if found.hidden:
        yield (
            f"Not shown among the {title}, since they may be of one person: "
            f"{counted(found.hidden, 'value')}."
        )


def _teams(teams: "TeamNames") -> Iterable[str]:
    if teams.known:
        yield f"Teams that config knows: {teams.known}."
    if teams.aliases:
        yield "Teams that may be known under another name (each would become an alias):"
    for alias in teams.aliases:
        yield (
            f'  "{_short(alias.named.name)}" ({counted(alias.named.rows, "row")}) for {alias.team}:'
            f" {alias.why} ({alias.sure})"
        )
    if teams.unknown:
        yield (
            f"Teams that config does not know: {_named(teams.unknown)}. Their plans count under"
            " Not known; add each to config as a team, or as an alias of one."
        )
    if teams.no_team:
        yield f"Words that stand for no team: {_named(teams.no_team)}. Nothing to map."


def _reasons(reasons: "Reasons") -> Iterable[str]:
    for outcome, found in reasons.read.items():
        yield f"End reasons read as {outcome} by a phrase in them: {_named(found)}."
    if reasons.unknown:
        yield (
            f"End reasons that are not understood: {_named(reasons.unknown)}. They count as outcome"
            " not known; say what they mean in config, under words > outcomes."
        )


def _named(found: "Sequence[Named]") -> str:
    words = [f"{_short(each.name)} ({counted(each.rows, 'row')})" for each in found[:MOST]]
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return ", ".join(words) + more


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def _say(line: str) -> None:
    indent = len(line) - len(line.lstrip())
    for part in wrapped(line.lstrip(), indent=indent):
        say(part)
