"""What validate gives: typed frames, findings, and an account of every row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pipeline.model.extract_formats import FORMATS, ExtractFormat, FormatName
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.history import History
from pipeline.model.ingested import InputFile, RawTable
from pipeline.model.minutes import Minutes, ReviewForm
from pipeline.model.priorities import Priorities

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Validated:
    """Rows that can be used, typed; `None` where a source was not supplied.

    `versions`: one row per plan version, columns of `CASE_EXTRACT` less those the extract lacks
    (and `date_of_death`, which no later step may have), plus `file`, `sheet`, `row`. Text is `str` dtype with missing as NaN; dates are
    `datetime64[s]` with NaT. `team` and `locality` are config's names or "Not known"; `outcome`
    is one of `OUTCOMES` where the plan ended.

    `tracker`: one row per child per team (doubles resolved), columns of `TRACKER` plus
    `locality`, `team`, `file`, `sheet`, `row`; `stage` is one of `STAGES` or "Not recognised";
    `barrier` is config's, "Other" or "None given"; `child_id` is the extract's.

    `scores`: columns of `SCORES` (`criterion`, `score` as Int64) plus `file`, `sheet`, `row`; of
    tables and of returned review forms alike.

    `minutes`, `review_forms` and `priorities` are what came back filled in, oldest first, none later
    than D.
    `format_name` is the format of the case extract. `headers` holds, by file and sheet, what each
    canonical column is called there. `history` is the published past, before D.
    Where an extract newer than D is there, so are newer trackers: then `tracker` is that of the
    snapshot of D, and None if there is none. `tracker_cells` are the trackers as typed.

    `supplied` holds the canonical names that the case extract has. `trackers_of` holds the teams
    whose tracker was read. `tracker_columns` holds, by team, the canonical names it has.
    """

    as_at: date
    extract_date: date | None
    versions: "pd.DataFrame | None"
    tracker: "pd.DataFrame | None"
    scores: "pd.DataFrame | None"
    supplied: frozenset[str]
    tracker_columns: dict[str, frozenset[str]]
    findings: tuple[Finding, ...]
    accounts: tuple[FileAccount, ...]
    files: tuple[InputFile, ...] = ()
    newest_extract: date | None = None
    format_name: FormatName = "local"
    minutes: tuple[Minutes, ...] = ()
    review_forms: tuple[ReviewForm, ...] = ()
    priorities: tuple[Priorities, ...] = ()
    headers: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    history: History = field(default_factory=History)
    tracker_cells: tuple[RawTable, ...] = ()

    @property
    def extract_format(self) -> ExtractFormat:
        """What the case extract is, and what it can't give."""
        return FORMATS[self.format_name]

    @property
    def trackers_of(self) -> frozenset[str]:
        """The teams whose tracker was read."""
        return frozenset(self.tracker_columns)

    @property
    def looks_back(self) -> bool:
        """Whether an extract newer than the state asked for is there, and so newer trackers."""
        newest = self.newest_extract or self.extract_date
        return newest is not None and self.as_at < newest
