"""Places are said briefly: one line for each column of a sheet, with all its rows."""

import pytest

from pipeline.compose.places_in_words import MOST_LINES, MOST_RUNS, places_in_words, rows_in_words
from pipeline.model.findings import Place


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([4], "rows 4"),
        ([4, 7], "rows 4 and 7"),
        ([4, 5], "rows 4 and 5"),
        ([4, 5, 6], "rows 4 to 6"),
        ([2, 4, 5, 6, 8, 9, 12], "rows 2, 4 to 6, 8, 9 and 12"),
    ],
)
def test_neighbouring_rows_are_said_together(rows, words):
    assert rows_in_words(rows) == words


def test_too_many_rows_end_with_how_many_more():
    words = rows_in_words(list(range(1, 2 * MOST_RUNS + 21, 2)))
    assert words.endswith(" and 10 more, all of them in findings.csv")


def test_each_column_has_a_line_and_each_place_is_said_once():
    due = [Place("a.xlsx", "Tracker", row, "Due date") for row in (9, 4, 9)]
    places = [*due, Place("a.xlsx", "Tracker", 4, "Stage"), Place("b.csv"), Place("b.csv"), Place()]
    assert places_in_words(places) == (
        "a.xlsx, sheet Tracker, Due date: rows 4 and 9",
        "a.xlsx, sheet Tracker, row 4, Stage",
        "b.csv",
    )


def test_too_many_lines_end_with_how_many_more():
    lines = places_in_words(Place(f"{n}.xlsx") for n in range(MOST_LINES + 7))
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == "and 7 more places, all of them in findings.csv"


def test_how_much_is_said_and_where_the_rest_stands_can_be_told():
    places = [Place("a.csv", row=row) for row in (2, 4, 6, 8)] + [Place("b.csv"), Place("c.csv")]
    assert places_in_words(places, lines=2, runs=2, the_rest=" elsewhere") == (
        "a.csv: rows 2, 4 and 2 more elsewhere",
        "b.csv",
        "and 1 more places elsewhere",
    )
