"""The published past: what earlier runs read and figured, as their snapshots hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pipeline.model.calendar import Meeting
from pipeline.model.measures import Figures
from pipeline.model.minutes import Minutes
from pipeline.model.priorities import Priorities
from pipeline.model.scopes import Scope

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class EarlierRun:
    """One published period before this run's, with the frames of `Validated` as they were then.

    Frames are None where a source was not supplied, or where retention removed the child-level
    part or it was spoilt. `versions` are read for the first run after each month's end alone, of
    the last months, and hold the columns of `PAST_VERSIONS`; so late recording can be known.

    `documents` are the pack and scope of what it published; `meetings` its calendar (key "" is the
    OLT's). `extract_date` is the date of the extract it read. `minutes` are all that had come back
    by then, `priorities` all sheets; None where they were not kept. `digest` is the hash of its manifest.
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
    minutes: tuple[Minutes, ...] | None = None
    priorities: tuple[Priorities, ...] | None = None
    digest: str = ""


PAST_VERSIONS = ("child_id", "plan_start", "plan_end", "outcome", "team")
"""What is read again of an earlier extract, so far as it had it."""


@dataclass(frozen=True)
class History:
    """The periods before the as-at date, oldest first; of one date, the last one published.

    `replaced` are the others of each date. `same_day` is the last one published for the as-at date
    itself that read trackers; it is looked for where an extract newer than that date is there.
    """

    runs: tuple[EarlierRun, ...] = ()
    replaced: tuple[EarlierRun, ...] = ()
    same_day: EarlierRun | None = None

    @property
    def minutes(self) -> tuple[Minutes, ...]:
        """All minutes that had come back by the latest run that kept them."""
        kept = (run.minutes for run in reversed(self.runs) if run.minutes is not None)
        return next(kept, ())

    @property
    def priorities(self) -> tuple[Priorities, ...]:
        """All priorities sheets that had come back by the latest run that kept them."""
        kept = (run.priorities for run in reversed(self.runs) if run.priorities is not None)
        return next(kept, ())

    def latest(self, *, by: date) -> EarlierRun | None:
        """Return the latest run whose as-at date is on or before a day; None if there is none."""
        return next((run for run in reversed(self.runs) if run.as_at <= by), None)

    def pack_before(self, pack: str, scope: Scope) -> EarlierRun | None:
        """Return the latest run that published a pack for a scope; None if none did.

        Of one date, it is the last one that did: another pack of that date is not this one's.
        """
        found = [run for run in (*self.replaced, *self.runs) if (pack, scope) in run.documents]
        return max(found, key=lambda run: (run.as_at, run in self.runs), default=None)
