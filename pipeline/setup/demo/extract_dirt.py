"""What is wrong with the case extract: a couple of rows in a hundred, as in real ones."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from heapq import nsmallest
from typing import Final

from pipeline.model.dates import read_date
from pipeline.setup.demo.dice import Dice, lot
from pipeline.setup.demo.extract import UPDATED, Row, written
from pipeline.setup.demo.organisation import Organisation

MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - easier to read
"""Spelled here, since Python's month names depend on the machine's language."""

FORMS: Final[tuple[Callable[[date], str], ...]] = (
    lambda day: f"{day:%Y-%m-%d} 00:00:00",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%d/%m/%y}",
    lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
)
DATED: Final = ("plan_start", "plan_end", "cin_meeting", "plan_written", "last_visit")


def spoil_extract(
    seed: int, rows: Sequence[Row], organisation: Organisation, today: date
) -> list[Row]:
    """Return the rows with a realistic share of mistakes, and a few rows twice.

    A mistake stays where it is from one month to the next: it is the row that has it.
    """
    spoilt = [dict(row) for row in rows]
    clean = _Untouched(seed, spoilt)
    _former_names(spoilt, organisation)
    open_plans = {row["child_id"] for row in spoilt if _is_open(row)}

    for row, dice in clean.take("dates", 0.015, 3):
        _other_date_forms(dice, row)
    for row, dice in clean.take("team", 0.01, 2):
        row["team"] = dice.pick((row["team"].upper(), f" {row['team']} ", f"{row['team']}  "))
    for row, dice in clean.take("overlap", 0.004, 2, _superseded):
        _overlap(row, dice.whole(3, 12))
    for row, _ in clean.take(
        "left open", 0.002, 2, lambda row: _superseded(row) and row["child_id"] in open_plans
    ):
        row["plan_end"] = row["end_reason"] = ""
    for row, dice in clean.take(f"ends after {today}", 0.0002, 2, _is_open):
        row["plan_end"] = written(today + timedelta(days=dice.whole(5, 20)))
    _break_rows(clean)
    team = organisation.teams[-1].name
    for row, _ in clean.take("duty", 0.0003, 4, lambda row: _is_open(row) and row["team"] == team):
        row["team"] = f"{row['team']} Duty"
    return spoilt + [dict(row) for row, _ in clean.take("twice", 0.0002, 3)]


def _other_date_forms(dice: Dice, row: Row) -> None:
    for name in DATED:
        day = read_date(row[name])
        if day is not None:
            row[name] = dice.pick(FORMS)(day)


def _break_rows(clean: "_Untouched") -> None:
    """Spoil a few rows past repair: ends before starts, no date, no id."""
    for row, _ in clean.take("ends first", 0.0002, 2, _ended):
        row["plan_start"], row["plan_end"] = row["plan_end"], row["plan_start"]
    for row, dice in clean.take("no start", 0.0001, 1):
        row["plan_start"] = dice.pick(("31/09/2026", "see case note"))
    for row, dice in clean.take("written", 0.0003, 3, lambda row: row["plan_written"] != ""):
        row["plan_written"] = dice.pick(("30/02/2026", "tbc", "11/2026"))
    for row, _ in clean.take("no id", 0.0001, 2, _ended):
        row["child_id"] = ""


class _Untouched:
    """Hands out rows, each once, so that no row is spoilt twice."""

    def __init__(self, seed: int, rows: list[Row]) -> None:
        self._seed, self._all, self._taken = seed, rows, set[int]()
        self._names = [f"{row['child_id']}/{row['plan_start']}" for row in rows]

    def take(
        self, mistake: str, share: float, least: int, fits: Callable[[Row], bool] = lambda _: True
    ) -> list[tuple[Row, Dice]]:
        """Return that share of all rows (at least a few) among those left that fit, with dice.

        Which rows they are depends on each row's own name, so that they stay the same.
        """
        left = [i for i, row in enumerate(self._all) if i not in self._taken and fits(row)]
        wanted = min(max(least, round(share * len(self._all))), len(left) // 8)
        chosen = sorted(nsmallest(wanted, left, key=lambda i: self._lot(mistake, i)))
        self._taken.update(chosen)
        return [(self._all[i], Dice(self._seed, mistake, self._names[i])) for i in chosen]

    def _lot(self, mistake: str, place: int) -> tuple[int, int]:
        return lot(self._seed, mistake, self._names[place]), place


def _is_open(row: Row) -> bool:
    return row["plan_end"] == ""


def _superseded(row: Row) -> bool:
    return row["end_reason"] == UPDATED


def _ended(row: Row) -> bool:
    return row["plan_end"] != "" and not _superseded(row)


def _overlap(row: Row, days: int) -> None:
    end = read_date(row["plan_end"])
    if end is not None:
        row["plan_end"] = written(end + timedelta(days=days))


def _former_names(rows: list[Row], organisation: Organisation) -> None:
    """Write a team's other name: its former one before it changed, else in one row of thirty."""
    for team in organisation.teams:
        for alias, until in team.aliases:
            last = date.fromisoformat(until) if until else None
            for row in (row for row in rows if row["team"] == team.name):
                end = read_date(row["plan_end"])
                now_and_then = lot(0, row["child_id"], row["plan_start"]) % 30 == 0
                if (end is not None and end <= last) if last else now_and_then:
                    row["team"] = alias
