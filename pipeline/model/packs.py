"""Packs as their folders declare them, and the documents they become."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from string import Formatter
from typing import Final, Literal

from pydantic import Field, field_validator, model_validator

from pipeline.errors import MistakeInTemplate
from pipeline.model.circulation import CirculationList
from pipeline.model.content import Media, Page
from pipeline.model.findings import Finding, Place
from pipeline.model.part import Part
from pipeline.model.rules import PACK_MISSING
from pipeline.model.scopes import Scope
from pipeline.model.terms import Audience

NAMES: Final = (
    "authority",
    "locality",
    "team",
    "on_its_day",
    "list",
    "about",
    "classification",
)
"""What may stand in braces; the last three are for the drafts of circulation lists. `on_its_day` is the
meeting's day, blank where the calendar has none."""


def known_names(words: str) -> str:
    """Return words as they are. Raises ValueError if something else stands in braces."""
    try:
        held = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    except ValueError:
        message = "a brace is not closed; to print one, write it twice"
        raise ValueError(message) from None
    for name in held:
        if name not in NAMES:
            known = ", ".join(f"{{{known}}}" for known in NAMES[:3])
            message = f"{{{name}}} is not known; these are: {known}"
            raise ValueError(message)
    return words


class SectionSpec(Part):
    """A section in printed order: its heading (may be blank) and the standing words under it.

    `points` are numbered under `intro`. Both may hold `{locality}` and `{authority}`.
    """

    id: str
    heading: str = ""
    intro: str = ""
    points: tuple[str, ...] = ()
    new_page: bool = False

    @field_validator("heading", "intro")
    @classmethod
    def _known_names(cls, words: str) -> str:
        return known_names(words)

    @field_validator("points")
    @classmethod
    def _known_names_in_each(cls, points: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(known_names, points))


class PackSpec(Part):
    """`pack.yaml`: what the report is called, for whom, where it is put and what it may show.

    A pack of scope `list` is an e-mail draft for each circulation list. `label` is its short name in lists; `title`, `strapline` and `output` may hold `{locality}`.
    `page` is the paper of a PDF.
    """

    name: str = ""
    label: str
    title: str
    strapline: str = ""
    audience: Audience
    scope: Literal["authority", "locality", "team", "list"]
    output: str
    media: Media
    page: Page = "portrait"
    may_show_child_ids: bool
    version: str = "1"
    description: str = ""
    order: int = 100
    sections: tuple[SectionSpec, ...] = Field(min_length=1)

    @field_validator("title", "strapline", "output")
    @classmethod
    def _known_names(cls, words: str) -> str:
        return known_names(words)

    @model_validator(mode="after")
    def _children_for_their_team_alone(self) -> "PackSpec":
        if self.may_show_child_ids and self.scope != "team":
            message = "only a pack for a team may show child ids: set may_show_child_ids to false"
            raise ValueError(message)
        return self


@dataclass(frozen=True)
class PlannedDocument:
    """A document that a run will make: which pack, for which scope, at which path.

    An e-mail draft has a `circulated`.
    """

    spec: PackSpec
    scope: Scope
    path: PurePosixPath
    circulated: "Circulated | None" = None


@dataclass(frozen=True)
class Circulated:
    """The papers that one circulation list is sent. Raises ValueError if one is not for the list."""

    list: CirculationList
    papers: tuple[PlannedDocument, ...]

    def __post_init__(self) -> None:
        for paper in self.papers:
            allowed = self.list.may_have(
                paper.spec.audience, paper.scope.locality, paper.scope.team
            )
            if not allowed or (paper.spec.may_show_child_ids and not self.list.team):
                message = f"{paper.path} is not for the circulation list {self.list.name}"
                raise ValueError(message)


@dataclass(frozen=True)
class Document:
    """A finished document."""

    planned: PlannedDocument
    content: bytes


def missing_document(planned: PlannedDocument, fault: Exception) -> Finding:
    """Name a document that could not be made, and the kind of fault; its words may hold values.

    Of a mistake in a template the place is named.
    """
    why = str(fault) if isinstance(fault, MistakeInTemplate) else _kind(fault)
    path = str(planned.path)
    return Finding(PACK_MISSING, Place(file=path), facts=(("document", path), ("why", why)))


def _kind(fault: Exception) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(fault).__name__).lower()
