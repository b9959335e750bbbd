"""Places said briefly: a line for each column of a sheet, with all its rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pipeline.model.findings import Place

MOST_LINES: Final = 60
MOST_RUNS: Final = 150


def places_in_words(places: Iterable[Place]) -> tuple[str, ...]:
    """Return lines such as `plans.csv, Due date: rows 4, 7 to 9 and 12`, each place once."""
    rows: defaultdict[Place, set[int]] = defaultdict(set)
    for place in places:
        without_row = replace(place, row=None)
        rows[without_row].update(() if place.row is None else (place.row,))
    lines = [_line(place, sorted(found)) for place, found in rows.items()]
    lines = [line for line in lines if line]
    if len(lines) > MOST_LINES:
        more = f"and {len(lines) - MOST_LINES:,} more places, all of them in findings.csv"
        lines = [*lines[:MOST_LINES], more]
    return tuple(lines)


def _line(place: Place, rows: list[int]) -> str:
    if len(rows) == 1:
        return str(replace(place, row=rows[0]))
    return f"{place}: {rows_in_words(rows)}" if rows else str(place)


def rows_in_words(rows: list[int]) -> str:
    """Return `rows 4, 7 to 9 and 12` for row numbers in ascending order."""
    runs = list(_runs(rows))
    if len(runs) > MOST_RUNS:
        shown = ", ".join(words for words, _ in runs[:MOST_RUNS])
        more = len(rows) - sum(count for _, count in runs[:MOST_RUNS])
        return f"rows {shown} and {more:,} more, all of them in findings.csv"
    *most, last = (words for words, _ in runs)
    return f"rows {', '.join(most)} and {last}" if most else f"rows {last}"


def _runs(rows: list[int]) -> Iterator[tuple[str, int]]:
    """Yield each run of neighbouring rows in words, and how many rows it has."""
    begin = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and rows[at] == rows[at - 1] + 1:
            continue
        first, last, count = rows[begin], rows[at - 1], at - begin
        if count == 2:  # two neighbours are shorter said apart
            yield from ((str(first), 1), (str(last), 1))
        else:
            yield (str(first) if count == 1 else f"{first} to {last}", count)
        begin = at
