"""Looks for the extract that is the state, opening files by the dates in their names as it must."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.errors import WrongUsage
from pipeline.ingest.extracts.look import Look
from pipeline.ingest.extracts.which_format import WhichFormat, day_in_name, format_by_name
from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.refusal import Refused
from pipeline.model.extract_formats import FormatName
from pipeline.model.ingested import InputFile

Order = Callable[[date], tuple[bool, int]]


@dataclass(frozen=True, eq=False)
class Candidate:
    """A file that looks like an extract from its top."""

    file: FoundFile
    look: Look
    entry: InputFile
    day: date | None


@dataclass(frozen=True)
class State:
    """What was read: an extract of one format and date."""

    format: FormatName
    day: date | None


@dataclass(frozen=True)
class Failure:
    """A file that could not be read, and its format as far as that is known."""

    file: FoundFile
    refused: Refused
    format: FormatName | None


def by_nearness(as_at: date | None) -> Order:
    """Return a rank of dates: the newest not after `as_at` first, then the nearest after it."""

    def rank(day: date) -> tuple[bool, int]:
        after = as_at is not None and day > as_at
        return after, day.toordinal() if after else -day.toordinal()

    return rank


class Search:
    """Opens files by the dates in their names, nearest first, as far as it must."""

    def __init__(self, files: Sequence[FoundFile], formats: WhichFormat, order: Order) -> None:
        self._formats = formats
        self._order = order
        self.candidates: list[Candidate] = []
        self.failed: list[Failure] = []
        self.unopened: dict[date, list[FoundFile]] = {}
        undated = []
        for file in files:
            day = day_in_name(file)
            if day is None:
                undated.append(file)
            else:
                self.unopened.setdefault(day, []).append(file)
        self._open(undated)

    def choose(self, name: FormatName, as_at: date | None) -> list[Candidate]:
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
                self.failed.append(Failure(file, refused, format_by_name(file)))
            else:
                day = look.day or day_in_name(file)
                self.candidates.append(Candidate(file, look, entry, day))

    def look_at_newer(self, day: date) -> None:
        """Open what is newer than a state that looks back, as far as it can be read."""
        for newer in [each for each in self.unopened if each > day]:
            left = []
            for file in self.unopened.pop(newer):
                try:
                    look, entry = self._formats.look(file)
                except Refused:
                    left.append(file)
                else:
                    self.candidates.append(Candidate(file, look, entry, look.day or newer))
            if left:
                self.unopened[newer] = left
