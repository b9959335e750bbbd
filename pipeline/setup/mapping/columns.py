"""Finds which header of a file is which column, and says how sure that is and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.errors import WrongUsage
from pipeline.ingest.tables.extract_date import COLUMNS as DATE_COLUMNS
from pipeline.model.names import same_header
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT, Column
from pipeline.setup.mapping.matching import KNOWN_BY, TIERS, known_names, match
from pipeline.setup.mapping.opening import Extract
from pipeline.setup.mapping.order import order_of_dates
from pipeline.setup.mapping.showing import looks_like_a_value
from pipeline.setup.mapping.values import Profile, Verdict, profile, verdict
from pipeline.validate.date_order import date_order_fault

Confidence = Literal["sure", "likely", "a guess"]


@dataclass(frozen=True)
class Proposal:
    """A file's header for a column of ours; `known` is one that ingest finds by itself."""

    column: Column
    header: str
    position: int
    sure: Confidence
    why: str
    known: bool = False


@dataclass(frozen=True)
class Columns:
    """What was found for each column, in our order, and what was not.

    `unused` are the file's other headers. `nearest` says, by the name of a column not found, what
    came close. `doubled` are columns that two known headers claim, which ingest refuses.
    """

    proposals: tuple[Proposal, ...]
    unused: tuple[str, ...]
    nearest: Mapping[str, str]
    doubled: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> Proposal | None:
        """Return the proposal for a column, if there is one."""
        return next((each for each in self.proposals if each.column.name == name), None)

    @property
    def absent(self) -> tuple[Column, ...]:
        """The columns for which nothing was found."""
        found = {each.column.name for each in self.proposals}
        return tuple(column for column in CASE_EXTRACT.columns if column.name not in found)

    @property
    def needed(self) -> tuple[Column, ...]:
        """The columns for which nothing was found and without which nothing can be read."""
        return tuple(column for column in self.absent if column.need == "needed")


@dataclass(frozen=True)
class _Candidate:
    column: Column
    position: int
    tier: str
    verdict: Verdict
    why: str

    @property
    def rank(self) -> tuple[bool, int, bool]:
        return self.verdict != "differ", TIERS.index(self.tier), self.verdict == "agree"

    @property
    def sure(self) -> Confidence | None:
        if self.verdict == "differ":
            return "a guess" if self.tier == "seen" else None
        if self.tier == "seen":
            return "sure"
        return "likely" if self.verdict == "agree" else "a guess"


def find_columns(extract: Extract, settings: Settings | None, chosen: Mapping[str, str]) -> Columns:
    """Return a header for each column that the file seems to have.

    `chosen` gives headers that a person named, by canonical name (blank: the file has none); they
    must be among the file's.
    """
    search = _Search(extract, settings)
    search.take_known(chosen)
    search.take_chosen(chosen)
    candidates = search.candidates(chosen)
    search.take_best(candidates)
    return search.result(candidates)


class _Search:
    """Goes from what is certain to what is likely; a header serves one column."""

    def __init__(self, extract: Extract, settings: Settings | None) -> None:
        self._extract = extract
        self._keys = [same_header(header) for header in extract.headers]
        self._profiles: dict[int, Profile] = {}
        self._meanings = known_names(settings)
        self._found: dict[str, Proposal] = {}
        self._doubled: dict[str, tuple[str, ...]] = {}

    def take_known(self, chosen: Mapping[str, str]) -> None:
        """Take the headers that ingest knows, the most direct kind of match only."""
        claims: dict[str, dict[int, list[int]]] = {}
        named = {same_header(header) for header in chosen.values()}
        for position, key in enumerate(self._keys):
            tier, name = self._meanings.get(key, (0, ""))
            if not name or key in named:
                continue
            if name in chosen:
                raise WrongUsage(_known_already(self._extract.headers[position], name))
            claims.setdefault(name, {}).setdefault(tier, []).append(position)
        for name, by_tier in claims.items():
            positions = by_tier[min(by_tier)]
            if len(positions) > 1:
                self._doubled[name] = tuple(self._extract.headers[at] for at in positions)
                continue
            column = CASE_EXTRACT.column(name)
            how = "set in config" if min(by_tier) == len(KNOWN_BY) else KNOWN_BY[min(by_tier)]
            _, words = self._verdict(column, positions[0])
            self._take(column, positions[0], "sure", f"{how}; {words}", known=True)

    def take_chosen(self, chosen: Mapping[str, str]) -> None:
        """Take the headers that a person named."""
        for name, header in chosen.items():
            if header:
                column = CASE_EXTRACT.column(name)
                at = self._keys.index(same_header(header))
                _, words = self._verdict(column, at)
                known = self._meanings.get(self._keys[at], (0, ""))[1] == name
                self._take(column, at, "sure", f"you named it; {words}", known=known)

    def candidates(self, chosen: Mapping[str, str]) -> list[_Candidate]:
        """Return every header that may be a column not found yet, the likeliest first."""
        taken = {each.position for each in self._found.values()}
        times = Counter(self._keys)
        found = []
        for position, header in enumerate(self._extract.headers):
            key = self._keys[position]
            if not key or position in taken or times[key] > 1 or key in DATE_COLUMNS:
                continue
            if looks_like_a_value(header):
                continue
            if key in self._meanings and self._meanings[key][1] not in chosen:
                continue
            for column in CASE_EXTRACT.columns:
                if column.name in self._found or column.name in {*chosen, *self._doubled}:
                    continue
                tier, why = match(column, header)
                if tier:
                    fits, words = self._verdict(column, position)
                    found.append(_Candidate(column, position, tier, fits, f"{why}; {words}"))
        return sorted(found, key=lambda each: each.rank, reverse=True)

    def take_best(self, candidates: Sequence[_Candidate]) -> None:
        """Give each column its best header, and say where another would do as well."""
        taken = {each.position for each in self._found.values()}
        for best in candidates:
            if best.column.name in self._found or best.position in taken or best.sure is None:
                continue
            rivals = [
                each
                for each in candidates
                if each.column is best.column
                and each.position not in {best.position, *taken}
                and each.rank == best.rank
            ]
            sure, why = best.sure, best.why
            if rivals:
                others = ", ".join(f'"{self._extract.headers[r.position]}"' for r in rivals)
                sure, why = "a guess", f"{why}; {others} would do as well"
            self._take(best.column, best.position, sure, why)
            taken.add(best.position)

    def result(self, candidates: Sequence[_Candidate]) -> Columns:
        """Return all that was found, with what the order of start and end says."""
        for name, change in order_of_dates(
            *(
                self._extract.columns[self._found[name].position] if name in self._found else ()
                for name in ("plan_start", "plan_end")
            )
        ).items():
            own = self._found[name]
            sure = "a guess" if change.doubtful and not own.known else own.sure
            self._found[name] = replace(own, sure=sure, why=f"{own.why}; {change.words}")
        used = {each.position for each in self._found.values()}
        nearest = {
            each.column.name: f'"{self._extract.headers[each.position]}": {each.why}'
            for each in reversed(candidates)
            if each.column.name not in self._found and each.position not in used
        }
        unused = tuple(
            header
            for position, header in enumerate(self._extract.headers)
            if header and position not in used and self._keys[position] not in DATE_COLUMNS
        )
        ordered = (self._found[name] for name in CASE_EXTRACT.names if name in self._found)
        return Columns(tuple(ordered), unused, nearest, self._doubled)

    def _take(
        self, column: Column, at: int, sure: Confidence, why: str, *, known: bool = False
    ) -> None:
        header = self._extract.headers[at]
        self._found[column.name] = Proposal(column, header, at, sure, why, known)

    def _verdict(self, column: Column, position: int) -> tuple[Verdict, str]:
        cells = self._extract.columns[position]
        fault = date_order_fault(cells) if column.kind == "date" else None
        if fault is not None:
            return "agree", f"its dates look month first ({fault[1]:,} of them), which is refused"
        if position not in self._profiles:
            self._profiles[position] = profile(cells)
        return verdict(column.name, column.kind, self._profiles[position])


def _known_already(header: str, name: str) -> str:
    return (
        f'The header "{header}" is known as {CASE_EXTRACT.column(name).header} by its name, so no'
        " other can be. Rename it in the export if it is something else."
    )
