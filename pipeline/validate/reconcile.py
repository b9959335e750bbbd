"""Brings a tracker's rows together with the extract's children: ids that fit, children twice."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pandas as pd

from pipeline.model.findings import Finding, Place
from pipeline.model.rules.cells import (
    ID_FITS_SEVERAL,
    ID_MATCHED,
    ID_TWO_FORMS,
)
from pipeline.model.rules.trackers import (
    CHILD_TWICE,
)
from pipeline.validate.ledger import Ledger


class ExtractIds:
    """The children of the case extract, found by their ID whatever its leading zeros and capital letters."""

    def __init__(self, children: Iterable[str]) -> None:
        self._children = set(children)
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for child in self._children:
            self._by_rest[_rest(child)].add(child)

    def __contains__(self, child: object) -> bool:
        return child in self._children

    def fitting(self, child: str) -> set[str]:
        """Return the children that an ID may mean: itself alone if the extract has it."""
        return {child} if child in self._children else self._by_rest.get(_rest(child), set())


def two_forms(versions: pd.DataFrame) -> list[Finding]:
    """Return a finding for each child of the extract whose ID another has but for zeros or capitals."""
    firsts = versions.drop_duplicates("child_id")
    rests = firsts["child_id"].map(_rest)
    return [
        Finding(ID_TWO_FORMS, Place(file, sheet, row), child_id=child)
        for child, file, sheet, row in firsts.loc[
            rests.duplicated(keep=False), ["child_id", "file", "sheet", "row"]
        ].itertuples(index=False)
    ]


def match_ids(ledger: Ledger, children: list[object], ids: ExtractIds) -> None:
    """Put the extract's ID in place of a tracker's that fits just one child."""
    for position, child in enumerate(children):
        if not isinstance(child, str) or ledger.is_out(position):
            continue
        fitting = ids.fitting(child)
        if len(fitting) == 1 and child not in fitting:
            match = next(iter(fitting))
            children[position] = match
            ledger.say(ID_MATCHED, position, "child_id", child, what=_difference(child, match))
        elif len(fitting) > 1:
            ledger.say(ID_FITS_SEVERAL, position, "child_id", child, count=str(len(fitting)))


def set_doubles_aside(ledger: Ledger, children: list[object], discussed: list[object]) -> None:
    """Keep, of a child's rows in one tracker, the one last discussed, else the lower one."""
    rows: dict[object, list[int]] = defaultdict(list)
    for position in ledger.kept():
        rows[children[position]].append(position)
    for positions in rows.values():
        if len(positions) == 1:
            continue
        last = max(positions, key=lambda at: (_day(discussed[at]), at))
        for position in positions:
            if position != last:
                ledger.say(CHILD_TWICE, position, "child_id")


def _difference(child: str, match: str) -> str:
    """Say in what two IDs that fit differ."""
    if child.casefold() == match.casefold():
        return "capital letters"
    if child.lstrip("0") == match.lstrip("0"):
        return "leading zeros"
    return "leading zeros and capital letters"


def _rest(child: str) -> str:
    return child.lstrip("0").casefold()


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.min
