"""Chooses the case extract that is the state, and reads it with all its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.errors import WrongUsage
from pipeline.ingest.copies import copies
from pipeline.ingest.extract_date import date_in_title, dates_in_column
from pipeline.ingest.files import FoundFile
from pipeline.ingest.headers import Contract
from pipeline.ingest.kinds import refuse_other_kinds
from pipeline.ingest.outcome import Folder
from pipeline.ingest.reading import Opened, Part, make_tables
from pipeline.ingest.refusal import Refused
from pipeline.ingest.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.dates import IN_FILE_NAME, date_in_name
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import InputFile
from pipeline.model.rules.files import (
    FILE_COPY,
    FILE_TWICE,
)
from pipeline.model.rules.sources import (
    EXTRACT_DATE_IMPOSSIBLE,
    EXTRACT_DATE_NOT_NAME,
    EXTRACT_DATES_DIFFER,
    EXTRACT_NEWER_REFUSED,
    EXTRACT_NOT_READ,
    EXTRACT_PART_MISSING,
    EXTRACT_UNDATED,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT


@dataclass(frozen=True)
class _Candidate:
    """A file that looks like an extract from its top."""

    file: FoundFile
    opened: Opened
    entry: InputFile
    day: date | None


class _Order:
    """Which of two dates is nearer to the state asked for."""

    def __init__(self, as_at: date | None) -> None:
        self._as_at = as_at

    def __call__(self, day: date) -> tuple[bool, int]:
        """Rank a date: the newest not after the as-at date first, then the nearest after it."""
        after = self._as_at is not None and day > self._as_at
        return after, day.toordinal() if after else -day.toordinal()


def read_extracts(
    files: Sequence[FoundFile], settings: Settings, as_at: date | None
) -> tuple[Folder, date | None]:
    """Read the newest extract not after `as_at` (the nearest after it, if there is none).

    Returns what was read and the extract's own date. Files whose names say that they are older are
    not opened. Raises WrongUsage if the only extract has no date and none was asked for.
    """
    contract = Contract(CASE_EXTRACT, settings)
    folder = Folder("case_extract")
    order = _Order(as_at)
    failed: list[tuple[FoundFile, Refused]] = []
    candidates: list[_Candidate] = []
    named: dict[date | None, list[FoundFile]] = {None: []}
    for file in files:
        named.setdefault(date_in_name(file.stem), []).append(file)
    opening = named.pop(None)
    day: date | None = None
    while not folder.tables:
        for file in opening:
            try:
                candidates.append(_look(file, contract))
            except Refused as refused:
                failed.append((file, refused))
        opening = []
        following = min((each for each in named if each), key=order, default=None)
        best = min((each.day for each in candidates if each.day), key=order, default=None)
        if following and (best is None or order(following) <= order(best)):
            opening = named.pop(following)
        elif candidates:
            day, chosen, candidates = _choose(candidates, order, as_at)
            failed += _read(folder, chosen)
        else:
            break
    if not folder.tables:
        day = None
    _tell_refusals(folder, failed, day, order)
    if day is not None:
        _tell_undated(folder, [each for each in candidates if each.day is None])
        others = [(each.file, each.day) for each in candidates if each.day]
        others += [(file, each) for each, found in named.items() if each for file in found]
        _tell_not_read(folder, others, day)
    return folder, day


def newest_extract(
    files: Sequence[FoundFile], folder: Folder, extract_date: date | None
) -> date | None:
    """Return the date of the newest extract that can be read, by the files' names."""
    refused = {label for _, label in folder.refused}
    days = [date_in_name(file.stem) for file in files if file.label not in refused]
    return max((day for day in (*days, extract_date) if day is not None), default=None)


def _look(file: FoundFile, contract: Contract) -> _Candidate:
    refuse_other_kinds(file)
    content, entry = file.read()
    opened = Opened(Tabular(content, file.suffix), contract)
    header, rows = opened.header, opened.top
    below = rows[header.row :]
    stated = dates_in_column(below, rows[header.row - 1], first_only=True)
    day = stated.pop() if stated else date_in_title(rows[: header.row - 1])
    return _Candidate(file, opened, entry, day or date_in_name(file.stem))


def _choose(
    candidates: list[_Candidate], order: _Order, as_at: date | None
) -> tuple[date | None, list[_Candidate], list[_Candidate]]:
    """Return the date of the state, the files of that date, and the rest."""
    days = {each.day for each in candidates if each.day is not None}
    if not days and as_at is None:
        names = ", ".join(each.file.label for each in candidates)
        message = (
            f"No date is known for the case extract ({names}). Say of which day it is with "
            "--as-at DATE, or put the date in its name, such as 'CIN plans 29.05.2026.csv'."
        )
        raise WrongUsage(message)
    day = min(days, key=order, default=None)
    chosen = [each for each in candidates if each.day == day]
    return day, chosen, [each for each in candidates if each.day != day]


def _read(folder: Folder, chosen: list[_Candidate]) -> list[tuple[FoundFile, Refused]]:
    """Read the files of one date into the folder; return those that could not be."""
    failed: list[tuple[FoundFile, Refused]] = []
    seen: dict[str, str] = {}
    read: list[FoundFile] = []
    for each in chosen:
        label = each.file.label
        if each.entry.sha256 in seen:
            facts = (("other", seen[each.entry.sha256]),)
            folder.findings.append(Finding(FILE_TWICE, Place(label), facts=facts))
            continue
        seen[each.entry.sha256] = label
        try:
            of = TableOf("case_extract", label, plans=True)
            parts = each.opened.parts(of)
            tables, findings = make_tables(of, parts)
        except Refused as refused:
            failed.append((each.file, refused))
            continue
        folder.tables += tables
        folder.files.append(each.entry)
        folder.findings += findings
        folder.findings += _date_findings(each, parts)
        read.append(each.file)
    folder.findings += [
        Finding(FILE_COPY, Place(copy.label), facts=(("other", other.label),))
        for copy, other in copies(read)
    ]
    return failed


def _date_findings(each: _Candidate, parts: Sequence[Part]) -> list[Finding]:
    """Say where the extract's dates disagree with one another."""
    findings = []
    for part in parts:
        rows, top = part.grid.rows, part.header.row
        if len(dates_in_column(rows[top:], rows[top - 1])) > 1:
            place = Place(each.file.label, part.grid.sheet)
            findings.append(Finding(EXTRACT_DATES_DIFFER, place))
    named = date_in_name(each.file.stem)
    if named is not None and named != each.day:
        findings.append(Finding(EXTRACT_DATE_NOT_NAME, Place(each.file.label)))
    return findings


def _tell_refusals(
    folder: Folder, failed: list[tuple[FoundFile, Refused]], day: date | None, order: _Order
) -> None:
    """Name the files that could not be read, and those that the figures should have stood on."""
    for file, refused in failed:
        named = date_in_name(file.stem)
        if day is not None and named is not None and order(named) < order(day):
            folder.findings.append(Finding(EXTRACT_NEWER_REFUSED, Place(file.label)))
        elif day is not None and named == day:
            facts = (("other", file.label),)
            place = Place(folder.tables[0].file)
            folder.findings.append(Finding(EXTRACT_PART_MISSING, place, facts=facts))
        folder.refuse(file, refused)


def _tell_not_read(folder: Folder, others: Sequence[tuple[FoundFile, date]], day: date) -> None:
    """Name the extracts of other dates that were left alone."""
    for file, of_day in sorted(others, key=lambda other: (other[1], other[0].label)):
        facts = (("which", "older" if of_day < day else "newer"),)
        folder.findings.append(Finding(EXTRACT_NOT_READ, Place(file.label), facts=facts))


def _tell_undated(folder: Folder, undated: list[_Candidate]) -> None:
    for each in undated:
        written = IN_FILE_NAME.findall(each.file.stem)
        impossible = written and not any(date_in_name(words) for words in written)
        folder.refuse(
            each.file, Refused(EXTRACT_DATE_IMPOSSIBLE if impossible else EXTRACT_UNDATED)
        )
