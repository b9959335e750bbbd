"""What a run is asked to make."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """What a run is asked to make; `as_at` and `meeting` of None are found from the inputs."""

    config: Path
    inputs: Path
    outputs: Path
    as_at: date | None = None
    meeting: date | None = None
    packs: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
