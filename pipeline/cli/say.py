"""Prints to people: plain sentences, without what would steer their terminal."""

import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap
from typing import Final

import typer

UNKNOWN_COLUMNS: Final = 100
"""How wide lines are where no terminal says it, as in a file."""


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


def columns() -> int:
    """Return how many columns a line may have."""
    return get_terminal_size((UNKNOWN_COLUMNS, 24)).columns


def wrapped(text: str, indent: int = 0) -> list[str]:
    """Return text in lines that fit, indented, those after the first a little more."""
    return wrap(
        plain(text),
        max(columns(), 40),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def to_terminal() -> bool:
    """Return whether a person watches standard error."""
    return sys.stderr.isatty()
