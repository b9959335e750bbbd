"""Documents that came back: what ingest finds written in them, before anyone judges it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.model.identity import Identity

Whereabouts = Literal["paragraph", "table", "comment", "text box", "note", "header", "hidden"]


@dataclass(frozen=True)
class Answer:
    """What stands in one field of a form.

    `part` and `column` are names of `pipeline.model.forms`. `row` names the row as it is written
    in the document: a team, a reference, a criterion's number, the name of a line or a question;
    blank where nobody named it. `line` numbers the rows of a part from 1, so that the cells of one
    row can be told from another's. `text` is what a reader of the page sees, with a line for each
    of its paragraphs and line breaks. `above` names the nearest row above that has a name, where
    the row has none. `day` is the date that
    a date control holds, which its text may only abbreviate. `ticked` is that of a box.
    """

    part: str
    row: str
    column: str
    line: int
    text: str
    day: date | None = None
    ticked: bool | None = None
    above: str = ""


@dataclass(frozen=True)
class Aside:
    """Words that someone wrote outside every field; kept, and shown. `near` is the heading above."""

    text: str
    where: Whereabouts
    near: str = ""


@dataclass(frozen=True)
class Characters:
    """Where every character of a returned document went (spaces and line ends are not counted).

    `total` is counted on its own, over the whole document, and must be the sum of the rest:
    `printed` is what the form came with, `deleted` what tracked changes strike out.
    """

    total: int
    fields: int
    printed: int
    outside: int
    deleted: int
    placeholder: int

    @property
    def unaccounted(self) -> int:
        """How many characters went nowhere; anything but 0 is a fault of the reader."""
        parts = self.fields + self.printed + self.outside + self.deleted + self.placeholder
        return self.total - parts


@dataclass(frozen=True)
class RawForm:
    """One returned document; `tracked` says that it holds changes nobody has accepted yet."""

    identity: Identity
    file: str
    answers: tuple[Answer, ...]
    asides: tuple[Aside, ...]
    characters: Characters
    tracked: bool = False

    def part(self, name: str) -> tuple[Answer, ...]:
        """Return the answers of one part, in the order of the document."""
        return tuple(answer for answer in self.answers if answer.part == name)
