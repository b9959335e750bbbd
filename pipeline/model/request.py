"""What a run is asked to make."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """What a run is asked to make; `as_at` and `meeting` of None are found from the inputs.

    `due_on` asks for what the meetings need on that day alone.
    """

    config: Path
    inputs: Path
    outputs: Path
    as_at: date | None = None
    meeting: date | None = None
    packs: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    due_on: date | None = None

    @property
    def is_part(self) -> bool:
        """Whether only some of the documents are asked for."""
        return bool(self.packs or self.localities or self.teams or self.due_on)
