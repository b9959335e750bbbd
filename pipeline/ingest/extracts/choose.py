"""Chooses the extract that is the state, by format and date, and reads it with all its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.ingest.extracts.search import Candidate, Failure, Order, Search, State, by_nearness
from pipeline.ingest.extracts.which_format import WhichFormat, day_in_name, format_by_name
from pipeline.ingest.files.copies import copies
from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.outcome import Folder
from pipeline.ingest.refusal import Refused
from pipeline.model.dates import IN_FILE_NAME, date_in_name
from pipeline.model.extract_formats import FORMATS
from pipeline.model.findings import FileAccount, Finding, Place
from pipeline.model.ingested import RawTable
from pipeline.model.rules.files import FILE_COPY, FILE_TWICE
from pipeline.model.rules.formats import SSD_NO_PLANS
from pipeline.model.rules.sources import (
    EXTRACT_DATE_IMPOSSIBLE,
    EXTRACT_DATE_NOT_NAME,
    EXTRACT_NEWER_REFUSED,
    EXTRACT_NOT_PRIMARY,
    EXTRACT_NOT_READ,
    EXTRACT_OTHER_FORMAT,
    EXTRACT_PART_MISSING,
    EXTRACT_UNDATED,
)
from pipeline.model.settings import Settings


@dataclass(frozen=True)
class Extracts:
    """What came of the extracts folder; `day` is the date of the extract that was read.

    `newest` is that of the newest extract of its format, read or not.
    """

    folder: Folder
    day: date | None = None
    newest: date | None = None


def read_extracts(files: Sequence[FoundFile], settings: Settings, as_at: date | None) -> Extracts:
    """Read the newest extract of the primary format not after `as_at` (else the nearest after it).

    Where there is none of that format, the first of `FORMATS` that is there stands in. Files whose
    names say that they are older are not opened without need. Raises WrongUsage if the extract has
    no date and none was asked for.
    """
    folder = Folder("case_extract")
    order = by_nearness(as_at)
    search = Search(files, WhichFormat(settings), order)
    primary = settings.extracts.primary
    state = None
    for name in dict.fromkeys([primary or "local", *FORMATS]):
        while state is None and (chosen := search.choose(name, as_at)):
            state = _read(folder, search, chosen, as_at)
    _tell_failures(folder, search.failed, state, order)
    if state is None:
        _tell_without_plans(folder, search.candidates)
        return Extracts(folder)
    if state.day is not None:
        search.look_at_newer(state.day)
    _tell_left(folder, search, state)
    if primary is not None and primary != state.format:
        facts = (("title", FORMATS[primary].title), ("used", FORMATS[state.format].title))
        place = Place(folder.tables[0].file)
        folder.findings.append(Finding(EXTRACT_NOT_PRIMARY, place, facts=facts))
    return Extracts(folder, state.day, _newest(search, state))


def _newest(search: Search, state: State) -> date | None:
    days = [each.day for each in search.candidates if each.look.format == state.format]
    for day, files in search.unopened.items():
        if any(format_by_name(file) in (None, state.format) for file in files):
            days.append(day)
    return max((day for day in (*days, state.day) if day is not None), default=None)


def _read(
    folder: Folder, search: Search, chosen: list[Candidate], as_at: date | None
) -> State | None:
    """Read the files of one format and date into the folder; None if no plans could be read."""
    name, day = chosen[0].look.format, chosen[0].day
    once: dict[str, Candidate] = {}
    findings: list[Finding] = []
    for each in chosen:
        first = once.setdefault(each.entry.sha256, each)
        if first is not each:
            facts = (("other", first.file.label),)
            findings.append(Finding(FILE_TWICE, Place(each.file.label), facts=facts))
    looks = [each.look for each in once.values()]
    tables: list[RawTable] = []
    accounts: list[FileAccount] = []
    read: list[Candidate] = []
    for each in once.values():
        try:
            reading = each.look.read(looks, as_at or day)
        except Refused as refused:
            search.failed.append(Failure(each.file, refused, name))
            continue
        tables += reading.tables
        findings += reading.findings
        accounts += reading.accounts
        named = date_in_name(each.file.stem)
        if named is not None and named != each.day:
            findings.append(Finding(EXTRACT_DATE_NOT_NAME, Place(each.file.label)))
        read.append(each)
    if not tables:
        search.candidates += [each for each in read if not each.look.has_plans]
        return None
    folder.tables += tables
    folder.accounts += accounts
    folder.files += [each.entry for each in read]
    folder.findings += findings
    folder.findings += [
        Finding(FILE_COPY, Place(copy.label), facts=(("other", other.label),))
        for copy, other in copies([each.file for each in read if each.look.has_plans])
    ]
    return State(name, day)


def _tell_failures(
    folder: Folder, failed: Sequence[Failure], state: State | None, order: Order
) -> None:
    """Name the files that could not be read, and those that the figures should have stood on."""
    for each in failed:
        named = day_in_name(each.file)
        alike = state is not None and each.format in (None, state.format)
        if state is not None and state.day and named and alike:
            if order(named) < order(state.day):
                folder.findings.append(Finding(EXTRACT_NEWER_REFUSED, Place(each.file.label)))
            elif named == state.day:
                facts = (("other", each.file.label),)
                place = Place(folder.tables[0].file)
                folder.findings.append(Finding(EXTRACT_PART_MISSING, place, facts=facts))
        folder.refuse(each.file, each.refused)


def _tell_without_plans(folder: Folder, candidates: Sequence[Candidate]) -> None:
    """Name the tables that only add to plans, where there are none."""
    for each in candidates:
        folder.refuse(each.file, Refused(SSD_NO_PLANS))


def _tell_left(folder: Folder, search: Search, state: State) -> None:
    """Name the extracts that were left alone: of another format, another date, or without one."""
    others = [(file, day) for day, files in search.unopened.items() for file in files]
    for each in search.candidates:
        if each.look.format != state.format:
            facts = (
                ("title", FORMATS[each.look.format].title),
                ("used", FORMATS[state.format].title),
                ("setting", each.look.format),
            )
            finding = Finding(EXTRACT_OTHER_FORMAT, Place(each.file.label), facts=facts)
            folder.findings.append(finding)
        elif each.day is not None:
            others.append((each.file, each.day))
        else:
            written = IN_FILE_NAME.findall(each.file.stem)
            impossible = written and not any(date_in_name(words) for words in written)
            rule = EXTRACT_DATE_IMPOSSIBLE if impossible else EXTRACT_UNDATED
            folder.refuse(each.file, Refused(rule))
    for file, day in sorted(others, key=lambda other: (other[1], other[0].label)):
        older = state.day is not None and day < state.day
        facts_of_age = (("which", "older" if older else "newer"),)
        folder.findings.append(Finding(EXTRACT_NOT_READ, Place(file.label), facts=facts_of_age))
