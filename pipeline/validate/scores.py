"""Types the tables of effectiveness scores: one row per team, observation and criterion."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import pandas as pd

from pipeline.model.ingested import Cell, ErrorCell, RawTable
from pipeline.model.rules.cells import (
    BLANK_WORD,
    CELL_ERROR,
    CELL_UNCALCULATED,
    DATE_NOT_CREDIBLE,
    DATE_UNREADABLE,
)
from pipeline.model.rules.plans import (
    LOCALITY_DIFFERS,
)
from pipeline.model.rules.trackers import (
    SCORE_AFTER_AS_AT,
    SCORE_IS_DATE,
    SCORE_NO_CRITERION,
    SCORE_NO_DATE,
    SCORE_NO_TEAM,
    SCORE_NOT_WHOLE,
    SCORE_TWICE,
    SCORES_DIFFER,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import SCORES
from pipeline.validate.coerce import BLANK_WORDS, date_reader, read_name, read_text, read_whole
from pipeline.validate.ledger import Ledger
from pipeline.validate.teams import UNKNOWN, Teams, same_locality
from pipeline.validate.typed import as_column, empty_frame

CRITERIA = range(1, 12)
POINTS = range(1, 6)
FIRST_DATE = date(2000, 1, 1)
NO_DATE = {
    rule.code: SCORE_NO_DATE
    for rule in (
        DATE_UNREADABLE,
        DATE_NOT_CREDIBLE,
        CELL_ERROR,
        CELL_UNCALCULATED,
        BLANK_WORD,
    )
}

Values = dict[str, list[object]]
Scored = tuple[Ledger, Values]


def type_scores(
    tables: Sequence[RawTable], settings: Settings, as_at: date, of_forms: Sequence[Scored] = ()
) -> tuple[pd.DataFrame, tuple[Ledger, ...]]:
    """Return the scores of all tables and forms as typed rows, and the ledgers of the tables."""
    teams = Teams(settings)
    read = [_read(table, teams, as_at) for table in tables]
    _settle_repeats([*read, *of_forms])
    frames = [_frame(ledger, values) for ledger, values in (*read, *of_forms)]
    filled = [frame for frame in frames if len(frame)]
    frame = (
        pd.concat(filled, ignore_index=True)
        if filled
        else empty_frame(SCORES, SCORES.names, ("file", "sheet"))
    )
    return frame, tuple(ledger for ledger, _ in read)


def _read(table: RawTable, teams: Teams, as_at: date) -> Scored:
    ledger = Ledger(table)
    values: Values = {}
    values["observed"] = ledger.read("observed", date_reader(FIRST_DATE, date.max), NO_DATE)
    for position, day in enumerate(values["observed"]):
        if not ledger.is_out(position) and not isinstance(day, date):
            ledger.say(SCORE_NO_DATE, position, "observed")
        elif isinstance(day, date) and day > as_at:
            ledger.say(SCORE_AFTER_AS_AT, position, "observed", day)
    _place(ledger, values, teams)
    _read_criteria(ledger, values)
    values["completed_by"] = ledger.read("completed_by", read_text)
    values["score"] = [
        None if ledger.is_out(position) else score_of(ledger, position, cell)
        for position, cell in enumerate(ledger.cells("score"))
    ]
    return ledger, values


def _place(ledger: Ledger, values: Values, teams: Teams) -> None:
    """Put config's team and locality in place of the table's; an unknown team sets a row aside."""
    names, localities = ledger.read("team", read_name), ledger.read("locality", read_name)
    homes = [UNKNOWN] * len(names)
    differing = 0
    for position in ledger.kept():
        name, day = names[position], values["observed"][position]
        home = None
        if isinstance(name, str) and isinstance(day, date):
            home = teams.find(name, day)
        if home is None:
            ledger.say(SCORE_NO_TEAM, position, "team", ledger.cells("team")[position])
            continue
        homes[position] = home
        locality = localities[position]
        if isinstance(locality, str) and not same_locality(locality, home.locality):
            differing += 1
    if differing:
        ledger.say(LOCALITY_DIFFERS, None, "locality", count=str(differing))
    values["team"] = [home.team for home in homes]
    values["locality"] = [home.locality for home in homes]


def _read_criteria(ledger: Ledger, values: Values) -> None:
    cells = ledger.cells("criterion")
    values["criterion"] = [read_whole(cell) for cell in cells]
    for position in ledger.kept():
        if values["criterion"][position] not in CRITERIA:
            ledger.say(SCORE_NO_CRITERION, position, "criterion", cells[position])


def score_of(ledger: Ledger, position: int, cell: Cell) -> int | None:
    """Return a score from 1 to 5; None where it was not given, or not in such a way."""
    if cell is None or (isinstance(cell, str) and not isinstance(cell, ErrorCell)):
        text = (cell or "").strip()
        if not text or BLANK_WORDS.fullmatch(text):
            return None
    score = read_whole(cell)
    if score in POINTS:
        return score
    rule = SCORE_IS_DATE if isinstance(cell, date) else SCORE_NOT_WHOLE
    ledger.say(rule, position, "score", cell)
    return None


def _settle_repeats(read: Sequence[Scored]) -> None:
    """Keep one of equal scores of a team, day and criterion; none of scores that differ."""
    places: dict[tuple[object, ...], list[tuple[Ledger, Values, int]]] = defaultdict(list)
    for ledger, values in read:
        for at in ledger.kept():
            key = (values["team"][at], values["observed"][at], values["criterion"][at])
            places[key].append((ledger, values, at))
    for found in places.values():
        if len(found) == 1:
            continue
        scores = Counter(values["score"][at] for _, values, at in found)
        given = [score for score in scores if score is not None]
        keep = next(
            (index for index, (_, values, at) in enumerate(found) if values["score"][at] in given),
            0,
        )
        for index, (ledger, values, at) in enumerate(found):
            if len(given) > 1 and values["score"][at] is not None:
                ledger.say(SCORES_DIFFER, at, "score", str(values["score"][at]))
            elif index != keep:
                ledger.say(SCORE_TWICE, at, "score")


def _frame(ledger: Ledger, values: Values) -> pd.DataFrame:
    kept = ledger.kept()
    frame = pd.DataFrame(
        {
            column.name: as_column([values[column.name][at] for at in kept], column.kind)
            for column in SCORES.columns
        }
    )
    frame["file"] = as_column([ledger.table.file] * len(kept), "text")
    frame["sheet"] = as_column([ledger.table.sheet] * len(kept), "text")
    frame["row"] = pd.Series([ledger.numbers[at] for at in kept], dtype="int64")
    return frame
