"""Columns whose headers are not known, told by letter."""

from pipeline.ingest.tables.unknown_columns import UnknownColumn, letters, texts


def columns(*positions):
    return [UnknownColumn(position, f"words {position}") for position in positions]


def test_columns_have_the_letters_of_a_workbook_and_neighbours_are_one_range():
    assert letters(columns(0, 3, 4, 5, 25, 26, 701, 702)) == "A, D to F, Z, AA, ZZ, AAA"


def test_after_twenty_ranges_the_rest_are_counted():
    assert letters(columns(*range(0, 44, 2))).endswith(", AM and 2 more")


def test_the_words_over_them_are_kept_together():
    assert texts(columns(1, 2)) == "words 1 | words 2"
