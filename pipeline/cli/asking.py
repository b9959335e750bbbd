"""Asks a person to confirm, where one is there to be asked."""

import sys

import typer

from pipeline.cli.say import plain


def at_terminal() -> bool:
    """Return whether a person reads what is printed and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def confirmed(question: str) -> bool:
    """Return whether the answer to a question is yes; no is what Enter means."""
    return typer.confirm(plain(question), default=False)
