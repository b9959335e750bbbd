"""The first step: reads the input folders into raw cells and answers, and changes no value."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pipeline.errors import NothingToPublish, WrongUsage
from pipeline.model.findings import Finding
from pipeline.model.ingested import Ingested
from pipeline.model.settings import Settings


def ingest(
    inputs: Path, settings: Settings, as_at: date | None, outputs: Path | None = None
) -> Ingested:
    """Read the extract, trackers, scores and forms that came back, and the periods in `outputs`.

    Files that cannot be read become findings. Raises NothingToPublish if nothing can be read, or
    if there is no case extract and `as_at` is None; WrongUsage if there is no such folder, or if
    the extract has no date and none was asked for.
    """
    from pipeline.ingest.extracts.choose import read_extracts
    from pipeline.ingest.files.find import find_files
    from pipeline.ingest.past import Past, read_past
    from pipeline.ingest.reviews import TABLES, read_reviews
    from pipeline.ingest.trackers import read_trackers
    from pipeline.ingest.word_form import read_documents

    if not inputs.is_dir():
        message = f"There is no inputs folder at {inputs}. Make it, or name another with --inputs."
        raise WrongUsage(message)
    found, findings = find_files(inputs)
    by_folder = {
        name: [file for file in found if file.folder == name]
        for name in ("extracts", "trackers", "reviews", "minutes", "priorities")
    }
    extracts = read_extracts(by_folder["extracts"], settings, as_at)
    day = as_at or extracts.day
    if day is None:
        raise NothingToPublish(_no_extract(inputs, (*extracts.folder.findings, *findings)))
    trackers = read_trackers(by_folder["trackers"], settings, day)
    of_scores = [file for file in by_folder["reviews"] if file.suffix in TABLES]
    documents = [
        file
        for name in ("minutes", "reviews", "priorities")
        for file in by_folder[name]
        if file not in of_scores
    ]
    reviews, returned = read_reviews(of_scores, settings), read_documents(documents, settings)
    folders = (extracts.folder, trackers, reviews, returned)
    tables = tuple(table for folder in folders for table in folder.tables)
    findings = (*(f for folder in folders for f in folder.findings), *findings)
    if not (tables or returned.forms):
        message = (
            f"No file in {inputs} could be read. {_sentences(findings)} Put the case extract in "
            f"{inputs / 'extracts'} and each team's tracker in {inputs / 'trackers'}."
        )
        raise NothingToPublish(message)
    newest = extracts.newest or extracts.day
    looks_back = newest is not None and day < newest
    past = read_past(outputs, day, looks_back=looks_back) if outputs else Past()
    return Ingested(
        as_at=day,
        extract_date=extracts.day,
        tables=tables,
        files=tuple(entry for folder in folders for entry in folder.files),
        findings=(*findings, *past.findings),
        accounts=tuple(extracts.folder.accounts),
        refused=tuple(refused for folder in folders for refused in folder.refused),
        newest_extract=extracts.newest,
        forms=tuple(returned.forms),
        history=past.history,
    )


def _no_extract(inputs: Path, findings: Iterable[Finding]) -> str:
    return (
        f"No case extract could be read in {inputs / 'extracts'}. {_sentences(findings)} Put one "
        "there (.csv, .xlsx or, of the CIN census, .xml), or give the date with --as-at DATE to "
        "publish what the trackers and reviews show without it."
    ).replace("  ", " ")


def _sentences(findings: Iterable[Finding]) -> str:
    refused = [finding for finding in findings if finding.rule.effect == "refused"]
    return " ".join(f"{finding.place}: {finding.sentence}" for finding in refused)
