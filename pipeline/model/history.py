"""The published past: what earlier runs read and figured, as their snapshots hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pipeline.model.calendar import Meeting
from pipeline.model.measures import Figures
from pipeline.model.scopes import Scope

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class EarlierRun:
    """One published period before this run's, with the frames of `Validated` as they were then.

    Frames are None where a source was not supplied, or where retention removed the child-level
    part. `documents` are the pack and scope of what it published; `meetings` its calendar (key ""
    is the OLT's). `extract_date` is the date of the extract it read.
    """

    period: str
    as_at: date
    extract_date: date | None
    documents: frozenset[tuple[str, Scope]]
    figures: Figures
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    versions: "pd.DataFrame | None" = None
    tracker: "pd.DataFrame | None" = None
    scores: "pd.DataFrame | None" = None
    supplied: frozenset[str] = frozenset()
    tracker_columns: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class History:
    """The periods before the as-at date, oldest first; of one date, the last one published."""

    runs: tuple[EarlierRun, ...] = ()

    def latest(self, *, by: date) -> EarlierRun | None:
        """Return the latest run whose as-at date is on or before a day; None if there is none."""
        return next((run for run in reversed(self.runs) if run.as_at <= by), None)

    def pack_before(self, pack: str, scope: Scope) -> EarlierRun | None:
        """Return the latest run that published a pack for a scope; None if none did."""
        return next((run for run in reversed(self.runs) if (pack, scope) in run.documents), None)
