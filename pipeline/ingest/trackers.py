"""Reads the ICM trackers: one workbook a team, found by its folder and its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.files.kinds import refuse_other_kinds
from pipeline.ingest.files.sniff import WORKBOOKS, sniff
from pipeline.ingest.outcome import Folder
from pipeline.ingest.reading import read_sheet, sheets_left
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.grid import TOP, Sheet
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tables.table import TableOf, make_table
from pipeline.ingest.workbooks.sheets import misnamed, open_book, open_sheets
from pipeline.model.findings import Finding, Place
from pipeline.model.names import folder_name, same_name
from pipeline.model.rules.files import (
    FILE_EMPTY,
    FILE_NOT_OURS,
)
from pipeline.model.rules.sources import (
    TRACKER_ELSEWHERE,
    TRACKER_MISSING,
    TRACKER_NAME,
    TRACKER_NO_TEAM,
    TRACKER_TWICE,
    TRACKER_TWO_TEAMS,
)
from pipeline.model.rules.tables import (
    SHEET_ONLY_HIDDEN,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import TRACKER

SHEET: Final = same_name("Tracker")
NAMED: Final = re.compile(r"\bic meetings\b")
TABULAR: Final = (*WORKBOOKS, ".xlsb", ".csv")


@dataclass(frozen=True)
class _Home:
    """A team and its locality, as config names them."""

    team: str
    locality: str


class _Teams:
    """Which team a folder or a file name means."""

    def __init__(self, settings: Settings, as_at: date) -> None:
        self.homes: list[_Home] = []
        self._by_name: dict[str, _Home] = {}
        self._by_file: dict[str, _Home] = {}
        for locality in settings.localities:
            for team in locality.teams:
                home = _Home(team.name, locality.name)
                self.homes.append(home)
                names = [a.name for a in team.aliases if a.until is None or as_at <= a.until]
                for name in (team.name, *names):
                    self._by_name[same_name(name)] = home
                    self._by_file[same_name(f"{name} IC Meetings")] = home

    def of_folder(self, file: FoundFile) -> _Home | None:
        """Return the team whose folder holds the file."""
        return self._by_name.get(same_name(file.relative.parent.name))

    def of_name(self, file: FoundFile) -> _Home | None:
        """Return the team whose tracker has exactly this file name."""
        return self._by_file.get(same_name(file.stem))

    def nearest(self, file: FoundFile) -> str:
        """Return a sentence with the team whose name is most like the file's; blank if none is."""
        for name in (file.relative.parent.name, NAMED.sub("", same_name(file.stem))):
            for found in get_close_matches(same_name(name), self._by_name, 1):
                return f"The nearest team is {self._by_name[found].team}. "
        return ""


def read_trackers(files: Sequence[FoundFile], settings: Settings, as_at: date) -> Folder:
    """Read each team's tracker; where two files could be it, neither."""
    contract = Contract(TRACKER, settings)
    folder = Folder("tracker")
    teams = _Teams(settings, as_at)
    files_of: dict[_Home, list[FoundFile]] = {home: [] for home in teams.homes}
    for file in files:
        try:
            home = _home(file, teams, contract)
        except Refused as refused:
            folder.refuse(file, refused)
            continue
        if home is None:
            folder.findings.append(Finding(FILE_NOT_OURS, Place(file.label)))
        else:
            files_of[home].append(file)
    for home, found in files_of.items():
        _read_team(folder, home, found, contract)
    return folder


def _home(file: FoundFile, teams: _Teams, contract: Contract) -> _Home | None:
    """Return whose tracker the file may be; None if it is no tracker. Raises Refused."""
    by_folder, by_name = teams.of_folder(file), teams.of_name(file)
    if by_folder and by_name and by_folder != by_name:
        raise Refused(TRACKER_TWO_TEAMS, folder=by_folder.team, name=by_name.team)
    home = by_folder or by_name
    tabular = file.suffix in TABULAR
    if not tabular or (not _is_named(file) and not _fits(file, contract)):
        return None
    if home is None:
        folder = file.relative.parent.name
        raise Refused(TRACKER_NO_TEAM, folder=folder, nearest=teams.nearest(file))
    return home


def _is_named(file: FoundFile) -> bool:
    return NAMED.search(" ".join(file.stem.split()).casefold()) is not None


def _fits(file: FoundFile, contract: Contract) -> bool:
    """Return whether a workbook under another name holds a tracker all the same."""
    if file.suffix not in WORKBOOKS:
        return False
    try:
        content, _ = file.read()
        return any(contract.fits(sheet.top(TOP)) for sheet in open_sheets(content, file.suffix))
    except Refused:
        return False


def _read_team(folder: Folder, home: _Home, files: list[FoundFile], contract: Contract) -> None:
    named = [file for file in files if _is_named(file)]
    for file in files if named else []:
        if file not in named:
            folder.findings.append(Finding(FILE_NOT_OURS, Place(file.label), home.team))
    trackers = named or files
    own = folder_name(home.team)
    if not trackers:
        facts = (("folder", f"trackers/{folder_name(f'CIN {home.locality}')}/{own}"),)
        place = Place(f"{own} IC Meetings.xlsx")
        folder.findings.append(Finding(TRACKER_MISSING, place, home.team, facts))
    elif len(trackers) > 1:
        for file in trackers:
            others = ", ".join(other.label for other in trackers if other is not file)
            folder.refuse(file, Refused(TRACKER_TWICE, others=others), home.team)
    else:
        _read_one(folder, home, trackers[0], contract)


def _read_one(folder: Folder, home: _Home, file: FoundFile, contract: Contract) -> None:
    of = TableOf("tracker", file.label, home.team, home.locality)
    try:
        refuse_other_kinds(file, delimited=False)
        content, entry = file.read()
        form = sniff(content, file.suffix)
        book = open_book(content, form)
        sheet = _sheet(book.sheets, contract)
        part = read_sheet(of, sheet, contract)
        table, findings = make_table(of, part.grid, part.header)
        left = sheets_left(of, book.sheets, [sheet], contract)
    except Refused as refused:
        folder.refuse(file, refused, home.team)
        return
    folder.tables.append(table)
    folder.files.append(entry)
    whole = (
        *misnamed(form, file.label, file.suffix, home.team),
        *book.findings(file.label, home.team),
    )
    folder.findings += [*whole, *part.findings, *findings, *left]
    if not _is_named(file):
        named = (("name", f"{folder_name(home.team)} IC Meetings.xlsx"),)
        folder.findings.append(Finding(TRACKER_NAME, Place(file.label), home.team, named))
    if not _in_own_locality(file, home):
        facts = (("folder", file.relative.parts[1]), ("locality", home.locality))
        place = Place(file.label)
        folder.findings.append(Finding(TRACKER_ELSEWHERE, place, home.team, facts))


def _sheet(sheets: Sequence[Sheet], contract: Contract) -> Sheet:
    """Return the sheet `Tracker`, else the first that holds the headers; Refused if none does."""
    visible = [sheet for sheet in sheets if not sheet.hidden]
    named = [sheet for sheet in visible if same_name(sheet.name) == SHEET]
    fitting = [sheet for sheet in visible if contract.fits(sheet.top(TOP))]
    if named or fitting:
        return (named or fitting)[0]
    for sheet in sheets:
        if sheet.hidden and contract.fits(sheet.top(TOP)):
            raise Refused(SHEET_ONLY_HIDDEN, sheet=sheet.name)
    if not visible:
        raise Refused(FILE_EMPTY)
    return max(visible, key=lambda sheet: contract.recognises(sheet.top(TOP)))


def _in_own_locality(file: FoundFile, home: _Home) -> bool:
    folders = file.relative.parts[1:-1]
    if not folders or same_name(folders[0]) == same_name(home.team):
        return True
    return same_name(folders[0]) in (same_name(f"CIN {home.locality}"), same_name(home.locality))
