"""What somebody fills in on a form: choices, dates, boxes to tick, room to write."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Choice:
    """A drop-down to choose one of `options`; `chosen` is blank until someone does."""

    tag: str
    label: str
    options: tuple[str, ...]
    chosen: str = ""
    prompt: str = "Choose"


@dataclass(frozen=True)
class DateEntry:
    """A date to pick."""

    tag: str
    label: str
    day: date | None = None
    prompt: str = "dd/mm/yyyy"


@dataclass(frozen=True)
class TickBox:
    """A box to tick, with the words beside it."""

    tag: str
    label: str
    ticked: bool = False


@dataclass(frozen=True)
class WriteIn:
    """Room to write; `lines` is the least height in lines of text, `text` what stands in it."""

    tag: str
    label: str
    text: str = ""
    lines: int = 1
    hint: str = ""


Entry = Choice | DateEntry | TickBox | WriteIn


@dataclass(frozen=True)
class EntryLine:
    """A label with an entry beside it, on a line of its own."""

    label: str
    entry: Entry


@dataclass(frozen=True)
class EntryGroup:
    """Several entry lines that belong together, such as the attendees."""

    items: tuple[EntryLine, ...] = ()
