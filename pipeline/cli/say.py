"""Prints to people: plain sentences, without what would steer their terminal."""

import sys
from collections.abc import Iterable

import typer


def say(text: str = "") -> None:
    """Print to standard output."""
    typer.echo(plain(text))


def warn(text: str) -> None:
    """Print to standard error."""
    typer.echo(plain(text), err=True)


def plain(text: str) -> str:
    """Return text whose every line a terminal prints as it stands.

    Names of files and of teams may hold anything; control and invisible characters become `?`.
    """
    return "\n".join(
        "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in line)
        for line in text.split("\n")
    )


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 document`, `2 documents`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return names with commas, the first few of them if they are many."""
    names = list(names)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def to_terminal() -> bool:
    """Return whether a person watches standard error."""
    return sys.stderr.isatty()
