"""Columns over which stand words that are not known: told by letter, since they may be a value.

A header can be overwritten, or sorted in among the rows: what stands there is for the restricted
findings alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pipeline.model.ingested import Cell

MOST_RANGES: Final = 20
TOLD_SINGLY: Final = 2
LONGEST: Final = 60
LONGEST_VALUE: Final = 500
_ALPHABET: Final = 26


@dataclass(frozen=True)
class UnknownColumn:
    """Where the column stands, from 0, and the words over it."""

    position: int
    header: str


def letters(columns: Sequence[UnknownColumn]) -> str:
    """Return `D, F to H`, as a workbook names its columns."""
    told: list[str] = []
    for _, run in groupby(enumerate(columns), lambda each: each[1].position - each[0]):
        names = [_letter(column.position) for _, column in run]
        told += [f"{names[0]} to {names[-1]}"] if len(names) > TOLD_SINGLY else names
    more = f" and {len(told) - MOST_RANGES} more" if len(told) > MOST_RANGES else ""
    return ", ".join(told[:MOST_RANGES]) + more


def texts(columns: Sequence[UnknownColumn]) -> str:
    """Return the words over the columns, for the restricted findings."""
    return " | ".join(column.header for column in columns)[:LONGEST_VALUE]


def as_header(cell: Cell) -> str:
    """Return what a header cell says, on one line and not too long."""
    return " ".join(str(cell).split())[:LONGEST]


def _letter(position: int) -> str:
    name, number = "", position + 1
    while number:
        number, rest = divmod(number - 1, _ALPHABET)
        name = chr(ord("A") + rest) + name
    return name
