"""What the Assistant Director made of the insights, as her priorities sheet came back."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, cast

from pydantic import TypeAdapter

from pipeline.model.returned import Aside
from pipeline.model.scopes import Scope

Choice = Literal["take", "note", "park"]
CHOICES: Final = ("take", "note", "park")
"""Take it up in the meeting; note it in a line; leave it until it gets worse."""


def choice_named(word: str) -> Choice | None:
    """Return the choice of that name; None for any other word."""
    return cast("Choice", word) if word in CHOICES else None


@dataclass(frozen=True)
class Mark:
    """What was marked for one insight, which is known by its rule and place.

    `choice` and `order` are None where nothing was chosen, or nothing that can be understood.
    """

    rule: str
    place: Scope
    choice: Choice | None = None
    order: int | None = None
    words: str = ""

    @property
    def key(self) -> tuple[str, Scope]:
        """The insight's key."""
        return (self.rule, self.place)


@dataclass(frozen=True)
class OwnPoint:
    """A point of the Assistant Director's own."""

    words: str
    order: int | None = None


@dataclass(frozen=True)
class Priorities:
    """One priorities sheet; `period` is the as-at date it was made for, `meeting` the day it prepares.

    `meeting` is None where the sheet has lost it.
    """

    period: date
    meeting: date | None
    file: str
    marks: tuple[Mark, ...] = ()
    own: tuple[OwnPoint, ...] = ()
    asides: tuple[Aside, ...] = ()


KEPT_PRIORITIES: Final = TypeAdapter(tuple[Priorities, ...])
"""Writes sheets as JSON, and reads them again; what older JSON lacks has its default."""
