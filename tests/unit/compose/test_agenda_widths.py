"""The agenda's columns of words: names and texts on one line as far as the page has room."""

import pytest

from pipeline.compose.agenda_widths import LEAST_TEXT, names_width, needed, text_widths

LONG, SHORT = "Waiting for an assessment or report", "Housing"


def test_a_column_of_names_takes_what_its_longest_needs_within_bounds():
    assert names_width(["A B"]) == 22
    assert names_width(["A B", "Lindsay Prototype"]) == needed("Lindsay Prototype") + 1
    assert names_width(["Bartholomew Featherstonehaugh-Cholmondeley"]) == 33


def test_two_texts_that_fit_break_nowhere_whichever_is_the_longer():
    room = needed(LONG) + LEAST_TEXT + 1
    for one, other in ((LONG, SHORT), (SHORT, LONG)):
        first, second = text_widths([(one, other)], room)
        assert first + second == pytest.approx(room)
        assert first >= needed(one)
        assert second >= needed(other)


def test_where_both_are_too_long_the_fewest_rows_break():
    room = needed(LONG) + LEAST_TEXT + 1
    first, _ = text_widths([*[(LONG, SHORT)] * 3, (SHORT, LONG)], room)
    assert first >= needed(LONG)
    first, _ = text_widths([(LONG, SHORT), *[(SHORT, LONG)] * 3], room)
    assert room - first >= needed(LONG)


def test_without_room_both_still_have_a_column():
    assert text_widths([(LONG, LONG)], 10) == (LEAST_TEXT, LEAST_TEXT)
