"""Removes the child-level part of periods that are older than config keeps it; figures stay."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pipeline.errors import NotPublished
from pipeline.model.dates import add_months
from pipeline.model.periods import RESTRICTED, period_of
from pipeline.model.removed import RECORD, Removed, read_record, record_of
from pipeline.publish.disk import replace_file, sync_folder
from pipeline.publish.lock import only_run
from pipeline.publish.periods import restricted_files


@dataclass(frozen=True)
class Removal:
    """The files of one period that go: their paths in its restricted folder."""

    period: str
    as_at: date
    paths: tuple[str, ...]


def removals(outputs: Path, keep_months: int, today: date) -> tuple[Removal, ...]:
    """Return what is older than it may be kept: periods of `keep_months` months ago or before.

    Only what the period's manifest names goes: its snapshot and its restricted findings. What
    someone put beside these stays.
    """
    found = []
    for folder in sorted(outputs.iterdir()) if outputs.is_dir() else []:
        dated = period_of(folder.name)
        if dated is None or add_months(dated[0], keep_months) > today:
            continue
        private = outputs / RESTRICTED / folder.name
        paths = tuple(path for path in restricted_files(folder) if (private / path).is_file())
        if paths:
            found.append(Removal(folder.name, dated[0], paths))
    return tuple(found)


def remove(outputs: Path, chosen: Sequence[Removal], today: date) -> None:
    """Remove files, period by period, and record their paths and hashes before.

    A period's record is what counts: from then on its files are taken as gone, and if the removal
    is cut short, the next one goes on with it. Raises NotPublished if the disk refuses or another
    run is publishing.
    """
    try:
        with only_run(outputs):
            for removal in chosen:
                _remove(outputs / RESTRICTED / removal.period, removal.paths, today)
    except OSError as error:
        message = (
            f"Not everything was removed from {outputs / RESTRICTED}: "
            f"{error.strerror or type(error).__name__}. Do it again to remove the rest."
        )
        raise NotPublished(message) from error


def _remove(private: Path, paths: Iterable[str], today: date) -> None:
    hashes = {path: sha256((private / path).read_bytes()).hexdigest() for path in paths}
    with suppress(FileNotFoundError, ValueError):
        hashes |= read_record((private / RECORD).read_bytes()).hashes
    replace_file(private / RECORD, record_of(Removed(today, hashes)))
    for path in paths:
        (private / path).unlink()
    for folder in {(private / path).parent for path in paths} - {private}:
        with suppress(OSError):  # what someone put into it stays
            folder.rmdir()
    sync_folder(private)
