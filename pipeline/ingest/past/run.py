"""What one earlier run read and figured, so far as its files are as they were published."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import TypeAdapter

from pipeline.ingest.past.period import PublishedPeriod
from pipeline.ingest.past.tables import read_table
from pipeline.ingest.refusal import Refused
from pipeline.model.figure_rows import read_figures
from pipeline.model.findings import Finding
from pipeline.model.history import PAST_VERSIONS, EarlierRun
from pipeline.model.measures import Figures
from pipeline.model.minutes import KEPT_MINUTES
from pipeline.model.periods import (
    ABOUT,
    FIGURES,
    MINUTES,
    PRIORITIES,
    RESTRICTED,
    SNAPSHOT,
    SNAPSHOT_FORMAT,
)
from pipeline.model.priorities import KEPT_PRIORITIES
from pipeline.model.rules.history import HISTORY_ALTERED, HISTORY_NEWER

if TYPE_CHECKING:
    import pandas as pd

Kept = TypeVar("Kept")

NO_SNAPSHOT: Final = "what it read is not known"
NO_FIGURES: Final = "its figures are not known"
NO_MINUTES: Final = "the minutes that it kept are not known"
NO_PRIORITIES: Final = "the priorities sheets that it kept are not known"
LOST: Final = {
    "versions": "its plans are not known",
    "tracker": "its trackers are not known",
    "scores": "its effectiveness scores are not known",
}


class RunReader:
    """Reads periods one by one, and gathers what could not be read of them."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._frames: dict[tuple[str, str], pd.DataFrame] = {}

    def read(self, period: PublishedPeriod, *, with_versions: bool) -> EarlierRun:
        """Return a period's run; what is spoilt is left out, and said."""
        about = self._about(period)
        tables = about.get("tables", {})
        return EarlierRun(
            period=period.name,
            as_at=period.as_at,
            extract_date=period.extract_date,
            documents=period.documents,
            figures=self._figures(period),
            meetings=period.meetings,
            versions=self._table(period, tables, "versions") if with_versions else None,
            tracker=self._table(period, tables, "tracker"),
            scores=self._table(period, tables, "scores"),
            supplied=frozenset(about.get("supplied", ())),
            tracker_columns={
                team: frozenset(names) for team, names in about.get("tracker_columns", {}).items()
            },
            minutes=self._kept(period, about, MINUTES, KEPT_MINUTES, NO_MINUTES),
            priorities=self._kept(period, about, PRIORITIES, KEPT_PRIORITIES, NO_PRIORITIES),
            digest=period.digest,
        )

    def _about(self, period: PublishedPeriod) -> Mapping[str, Any]:
        path = f"{RESTRICTED}/{ABOUT}"
        if path not in period.hashes:
            return {}
        try:
            about: dict[str, Any] = json.loads(period.read(path, NO_SNAPSHOT))
        except Refused as refused:
            self._say(period, path, refused)
            return {}
        if about["format"] > SNAPSHOT_FORMAT:
            self._say(period, path, Refused(HISTORY_NEWER, lost=NO_SNAPSHOT))
            return {}
        return about

    def _figures(self, period: PublishedPeriod) -> Figures:
        try:
            return read_figures(period.read(FIGURES, NO_FIGURES))
        except Refused as refused:
            self._say(period, FIGURES, refused)
        except ValueError:
            self._say(period, FIGURES, Refused(HISTORY_NEWER, lost=NO_FIGURES))
        return Figures(())

    def _table(
        self, period: PublishedPeriod, tables: Mapping[str, Any], name: str
    ) -> "pd.DataFrame | None":
        """Return a table; one that was the same in another period is only taken apart once."""
        if name not in tables:
            return None
        path = f"{RESTRICTED}/{SNAPSHOT}/{name}.csv"
        lost = LOST[name]
        try:
            content = period.read(path, lost)
            known = (name, period.hashes[path])
            if known not in self._frames:
                only = PAST_VERSIONS if name == "versions" else ()
                self._frames[known] = read_table(content, tables[name], only)
        except Refused as refused:
            self._say(period, path, refused)
            return None
        except (ValueError, KeyError, TypeError):
            folder = f"{RESTRICTED}/{period.name}"
            self._say(period, path, Refused(HISTORY_ALTERED, lost=lost, folder=folder))
            return None
        return self._frames[known]

    def _kept(
        self,
        period: PublishedPeriod,
        about: Mapping[str, Any],
        name: str,
        form: TypeAdapter[tuple[Kept, ...]],
        lost: str,
    ) -> tuple[Kept, ...] | None:
        """Return what had come back by then; None where it was not kept, or is spoilt."""
        path = f"{RESTRICTED}/{name}"
        if not about or path not in period.hashes:
            return None
        try:
            return form.validate_json(period.read(path, lost))
        except Refused as refused:
            self._say(period, path, refused)
        except ValueError:
            self._say(period, path, Refused(HISTORY_NEWER, lost=lost))
        return None

    def _say(self, period: PublishedPeriod, path: str, refused: Refused) -> None:
        self.findings.append(refused.finding(period.place(path)))
