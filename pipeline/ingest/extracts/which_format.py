"""Tells which format a file in the extracts folder has: the authority's own first, else by its marks."""

from datetime import date
from typing import Final, Protocol

from pipeline.ingest.extracts.annex_a import AnnexA
from pipeline.ingest.extracts.census.look import SUFFIX, look_at_census
from pipeline.ingest.extracts.local import LocalExtract
from pipeline.ingest.extracts.look import Look
from pipeline.ingest.extracts.ssd.tables import Ssd, ssd_table_in
from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.files.kinds import refuse_other_kinds
from pipeline.ingest.files.sniff import LARGEST
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tabular import Tabular
from pipeline.model.dates import date_in_name
from pipeline.model.extract_formats import FormatName
from pipeline.model.ingested import InputFile
from pipeline.model.rules.files import FILE_TOO_LARGE
from pipeline.model.settings import Settings

ROOT: Final = b"<Message>"
TOP: Final = 500
"""Bytes in which a return's outermost element begins, whatever the file's name says."""
STANDS_OUT: Final = 2
LIMIT: Final = f"{LARGEST // 1_000_000} MB"


class _Tables(Protocol):
    """A format of tables: it knows a file of its own, and can say what another one lacks."""

    @property
    def contract(self) -> Contract: ...

    def look(self, file: str, tabular: Tabular) -> Look | None: ...

    def insist(self, file: str, tabular: Tabular) -> Look: ...


class WhichFormat:
    """Looks at files, one at a time."""

    def __init__(self, settings: Settings) -> None:
        self._formats: tuple[_Tables, ...] = (
            LocalExtract(settings),
            Ssd(settings),
            AnnexA(settings),
        )

    def look(self, file: FoundFile) -> tuple[Look, InputFile]:
        """Return how a file is to be read, and the file's size and hash. Raises Refused."""
        if file.suffix != SUFFIX:
            refuse_other_kinds(file)
        _refuse_too_large(file)
        content, entry = file.read()
        if file.suffix == SUFFIX or ROOT in content[:TOP]:
            return look_at_census(file.label, content), entry
        tabular = Tabular(content, file.suffix)
        for known in self._formats:
            found = known.look(file.label, tabular)
            if found is not None:
                return found, entry
        return self._nearest(tabular).insist(file.label, tabular), entry

    def _nearest(self, tabular: Tabular) -> _Tables:
        """Return the format of which most columns are there, the local one unless others stand out.

        What such a file lacks to be of that format is what is said of it.
        """
        local, *national = self._formats
        best = max(national, key=lambda each: tabular.recognises(each.contract))
        more = tabular.recognises(best.contract) - tabular.recognises(local.contract)
        return best if more >= STANDS_OUT else local


def _refuse_too_large(file: FoundFile) -> None:
    try:
        size = file.path.stat().st_size
    except OSError:
        return  # reading it will say why
    if size > LARGEST:
        raise Refused(FILE_TOO_LARGE, limit=LIMIT)


def day_in_name(file: FoundFile) -> date | None:
    """Return the date in a file's name; for a table of the SSD, else that in its folder's name."""
    day = date_in_name(file.stem)
    if day is None and ssd_table_in(file.stem):
        return date_in_name(file.relative.parent.name)
    return day


def format_by_name(file: FoundFile) -> FormatName | None:
    """Return the format that a file's name makes it, read or not; None if any could be."""
    if file.suffix == SUFFIX:
        return "cin_census"
    return "ssd" if ssd_table_in(file.stem) else None
