"""Places said briefly: a line for each column of a sheet, with all its rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pipeline.model.findings import Place

MOST_LINES: Final = 60
MOST_RUNS: Final = 150
THE_REST: Final = ", all of them in findings.csv"


def places_in_words(
    places: Iterable[Place],
    *,
    lines: int = MOST_LINES,
    runs: int = MOST_RUNS,
    the_rest: str = THE_REST,
) -> tuple[str, ...]:
    """Return lines such as `plans.csv, Due date: rows 4, 7 to 9 and 12`, each place once.

    `lines` are at most shown, and `runs` of neighbouring rows in each; `the_rest` says where the
    others stand.
    """
    rows: defaultdict[Place, set[int]] = defaultdict(set)
    for place in places:
        without_row = replace(place, row=None)
        rows[without_row].update(() if place.row is None else (place.row,))
    said = [
        _line(place, rows_in_words(sorted(found), runs, the_rest), found)
        for place, found in rows.items()
        if found or str(place)
    ]
    more = len(said) - lines
    return (*said[:lines], f"and {more:,} more places{the_rest}") if more > 0 else tuple(said)


def _line(place: Place, words: str, rows: set[int]) -> str:
    if len(rows) == 1:
        return str(replace(place, row=min(rows)))
    return f"{place}: {words}" if rows else str(place)


def rows_in_words(rows: list[int], most: int = MOST_RUNS, the_rest: str = THE_REST) -> str:
    """Return `rows 4, 7 to 9 and 12` for row numbers in ascending order; nothing for none."""
    if not rows:
        return ""
    runs = list(_runs(rows))
    if len(runs) > most:
        shown = ", ".join(words for words, _ in runs[:most])
        more = len(rows) - sum(count for _, count in runs[:most])
        return f"rows {shown} and {more:,} more{the_rest}"
    *others, last = (words for words, _ in runs)
    return f"rows {', '.join(others)} and {last}" if others else f"rows {last}"


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
