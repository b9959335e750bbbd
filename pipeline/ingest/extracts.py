"""Chooses the extract that is the state, by format and date, and reads it with all its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.errors import WrongUsage
from pipeline.ingest.copies import copies
from pipeline.ingest.extract_look import Look
from pipeline.ingest.files import FoundFile
from pipeline.ingest.outcome import Folder
from pipeline.ingest.refusal import Refused
from pipeline.ingest.which_format import WhichFormat, day_in_name, format_by_name
from pipeline.model.dates import IN_FILE_NAME, date_in_name
from pipeline.model.extract_formats import FORMATS, FormatName
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import InputFile, RawTable
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

Order = Callable[[date], tuple[bool, int]]


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A file that looks like an extract from its top."""

    file: FoundFile
    look: Look
    entry: InputFile
    day: date | None


@dataclass(frozen=True)
class _State:
    """What was read: an extract of one format and date."""

    format: FormatName
    day: date | None


@dataclass(frozen=True)
class _Failure:
    """A file that could not be read, and its format as far as that is known."""

    file: FoundFile
    refused: Refused
    format: FormatName | None


def read_extracts(
    files: Sequence[FoundFile], settings: Settings, as_at: date | None
) -> tuple[Folder, date | None]:
    """Read the newest extract of the primary format not after `as_at` (else the nearest after it).

    Where there is none of that format, the first of `FORMATS` that is there stands in. Returns
    what was read and the extract's own date. Files whose names say that they are older are not
    opened without need. Raises WrongUsage if the extract has no date and none was asked for.
    """
    folder = Folder("case_extract")
    order = _order(as_at)
    search = _Search(files, WhichFormat(settings), order)
    primary = settings.extracts.primary
    state = None
    for name in dict.fromkeys([primary or "local", *FORMATS]):
        while state is None and (chosen := search.choose(name, as_at)):
            state = _read(folder, search, chosen, as_at)
    _tell_failures(folder, search.failed, state, order)
    if state is None:
        _tell_without_plans(folder, search.candidates)
        return folder, None
    _tell_left(folder, search, state)
    if primary is not None and primary != state.format:
        facts = (("title", FORMATS[primary].title), ("used", FORMATS[state.format].title))
        place = Place(folder.tables[0].file)
        folder.findings.append(Finding(EXTRACT_NOT_PRIMARY, place, facts=facts))
    return folder, state.day


def newest_extract(
    files: Sequence[FoundFile], folder: Folder, extract_date: date | None
) -> date | None:
    """Return the date of the newest extract that can be read, by the files' names."""
    refused = {label for _, label in folder.refused}
    days = [day_in_name(file) for file in files if file.label not in refused]
    return max((day for day in (*days, extract_date) if day is not None), default=None)


def _order(as_at: date | None) -> Order:
    """Return a rank of dates: the newest not after `as_at` first, then the nearest after it."""

    def rank(day: date) -> tuple[bool, int]:
        after = as_at is not None and day > as_at
        return after, day.toordinal() if after else -day.toordinal()

    return rank


class _Search:
    """Opens files by the dates in their names, nearest first, as far as it must."""

    def __init__(self, files: Sequence[FoundFile], formats: WhichFormat, order: Order) -> None:
        self._formats = formats
        self._order = order
        self.candidates: list[_Candidate] = []
        self.failed: list[_Failure] = []
        self.unopened: dict[date, list[FoundFile]] = {}
        undated = []
        for file in files:
            day = day_in_name(file)
            if day is None:
                undated.append(file)
            else:
                self.unopened.setdefault(day, []).append(file)
        self._open(undated)

    def choose(self, name: FormatName, as_at: date | None) -> list[_Candidate]:
        """Take out the files of a format's best date; none if no plans are left in that format.

        Raises WrongUsage if they have no date, and none was asked for.
        """
        while True:
            mine = [each for each in self.candidates if each.look.format == name]
            plans = [each for each in mine if each.look.has_plans]
            best = min((each.day for each in plans if each.day), key=self._order, default=None)
            following = min(self.unopened, key=self._order, default=None)
            if following and (best is None or self._order(following) <= self._order(best)):
                self._open(self.unopened.pop(following))
            else:
                break
        if plans and best is None and as_at is None:
            names = ", ".join(each.file.label for each in plans)
            message = (
                f"No date is known for the case extract ({names}). Say of which day it is with "
                "--as-at DATE, or put the date in its name, such as 'CIN plans 29.05.2026.csv'."
            )
            raise WrongUsage(message)
        chosen = [each for each in mine if each.day == best] if plans else []
        self.candidates = [each for each in self.candidates if each not in chosen]
        return chosen

    def _open(self, files: Sequence[FoundFile]) -> None:
        for file in files:
            try:
                look, entry = self._formats.look(file)
            except Refused as refused:
                self.failed.append(_Failure(file, refused, format_by_name(file)))
            else:
                day = look.day or day_in_name(file)
                self.candidates.append(_Candidate(file, look, entry, day))


def _read(
    folder: Folder, search: _Search, chosen: list[_Candidate], as_at: date | None
) -> _State | None:
    """Read the files of one format and date into the folder; None if no plans could be read."""
    name, day = chosen[0].look.format, chosen[0].day
    once: dict[str, _Candidate] = {}
    findings: list[Finding] = []
    for each in chosen:
        first = once.setdefault(each.entry.sha256, each)
        if first is not each:
            facts = (("other", first.file.label),)
            findings.append(Finding(FILE_TWICE, Place(each.file.label), facts=facts))
    looks = [each.look for each in once.values()]
    tables: list[RawTable] = []
    read: list[_Candidate] = []
    for each in once.values():
        try:
            reading = each.look.read(looks, as_at or day)
        except Refused as refused:
            search.failed.append(_Failure(each.file, refused, name))
            continue
        tables += reading.tables
        findings += reading.findings
        named = date_in_name(each.file.stem)
        if named is not None and named != each.day:
            findings.append(Finding(EXTRACT_DATE_NOT_NAME, Place(each.file.label)))
        read.append(each)
    if not tables:
        search.candidates += [each for each in read if not each.look.has_plans]
        return None
    folder.tables += tables
    folder.files += [each.entry for each in read]
    folder.findings += findings
    folder.findings += [
        Finding(FILE_COPY, Place(copy.label), facts=(("other", other.label),))
        for copy, other in copies([each.file for each in read if each.look.has_plans])
    ]
    return _State(name, day)


def _tell_failures(
    folder: Folder, failed: Sequence[_Failure], state: _State | None, order: Order
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


def _tell_without_plans(folder: Folder, candidates: Sequence[_Candidate]) -> None:
    """Name the tables that only add to plans, where there are none."""
    for each in candidates:
        folder.refuse(each.file, Refused(SSD_NO_PLANS))


def _tell_left(folder: Folder, search: _Search, state: _State) -> None:
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
