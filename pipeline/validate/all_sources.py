"""Validates the extract, the trackers against its children, what came back, and the scores."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from pipeline.model.findings import FileAccount, Finding, Place
from pipeline.model.ingested import Ingested
from pipeline.model.rules.plans import (
    NO_ROW_COUNTS,
    NO_USABLE_ROW,
)
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.validate.case_extract import Horizon, type_extract
from pipeline.validate.ledger import Ledger
from pipeline.validate.parts import join_parts
from pipeline.validate.past_names import under_todays_names
from pipeline.validate.reconcile import ExtractIds
from pipeline.validate.returned_forms import read_returned
from pipeline.validate.scores import type_scores
from pipeline.validate.tracker import join_trackers, type_tracker
from pipeline.validate.whole_extract import check_extract


def validate_all(ingested: Ingested, settings: Settings) -> Validated:
    """Return typed rows of every source with findings and an account of every row read."""
    history = under_todays_names(ingested.history, settings)
    ingested = replace(ingested, history=history)
    versions, supplied, findings, extracts = _versions(ingested, settings)
    ids = ExtractIds([] if versions is None else versions["child_id"])
    tracked = [
        type_tracker(table, settings, ingested.as_at, ids) for table in ingested.of_kind("tracker")
    ]
    trackers = [ledger for _, ledger in tracked]
    returned = read_returned(ingested, settings)
    tables = ingested.of_kind("scores")
    scores, reviews = type_scores(tables, settings, ingested.as_at, returned.scored)
    ledgers = [*extracts, *trackers, *reviews]
    frame = join_trackers([frame for frame, _ in tracked]) if tracked else None
    columns = {ledger.table.team: frozenset(ledger.table.headers) for ledger in trackers}
    if ingested.looks_back:
        then = history.same_day
        frame, columns = (then.tracker, dict(then.tracker_columns)) if then else (None, {})
    return Validated(
        as_at=ingested.as_at,
        extract_date=ingested.extract_date,
        versions=versions,
        tracker=frame,
        scores=scores if reviews or returned.scored else None,
        supplied=supplied,
        tracker_columns=columns,
        findings=(*ingested.findings, *_said(ledgers), *findings, *returned.findings),
        accounts=(
            *(ledger.account() for ledger in ledgers),
            *ingested.accounts,
            *(form.account() for form in returned.ledgers),
            *_refused(ingested),
        ),
        files=ingested.files,
        newest_extract=ingested.newest_extract,
        format_name=ingested.extract_format,
        minutes=returned.minutes,
        review_forms=returned.review_forms,
        priorities=returned.priorities,
        headers={
            (ledger.table.file, ledger.table.sheet): ledger.table.headers for ledger in ledgers
        },
        history=history,
        tracker_cells=() if ingested.looks_back else ingested.of_kind("tracker"),
    )


def _versions(
    ingested: Ingested, settings: Settings
) -> tuple[pd.DataFrame | None, frozenset[str], list[Finding], list[Ledger]]:
    extract_date = ingested.extract_date
    horizon = Horizon(ingested.as_at, extract_date or ingested.as_at)
    typed = [type_extract(table, settings, horizon) for table in ingested.of_kind("case_extract")]
    if not typed:
        return None, frozenset(), [], []
    ledgers = [ledger for _, ledger in typed]
    versions, supplied, findings = join_parts([frame for frame, _ in typed], ledgers)
    said = list(findings)
    file = ledgers[0].table.file
    if versions.empty:
        lost = any(ledger.account().set_aside for ledger in ledgers)
        said.append(Finding(NO_USABLE_ROW if lost else NO_ROW_COUNTS, Place(file)))
        return None, frozenset(), said, ledgers
    said += check_extract(versions, ingested, settings, file)
    return versions, supplied, said, ledgers


def _said(ledgers: Sequence[Ledger]) -> list[Finding]:
    return [finding for ledger in ledgers for finding in ledger.findings]


def _refused(ingested: Ingested) -> list[FileAccount]:
    return [
        FileAccount(file, "", kind, 0, 0, 0, 0, 0, refused=True) for kind, file in ingested.refused
    ]
