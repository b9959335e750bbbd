"""A row of a tracker, as somebody typed it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TrackerRow:
    """A row of a tracker; a date may be text, an id may be a number, as people type them."""

    child_id: str | int
    practitioner: str
    stage: str
    barrier: str = ""
    previous_action: str = ""
    action: str = ""
    owner: str = ""
    due: date | str | None = None
    planned_closure: date | str | None = None
    discussed: date | str | None = None
    notes: str = ""
