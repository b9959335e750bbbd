"""Numbers, scales and words on charts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.charts.canvas import house_style, text_width
from pipeline.render.charts.numbers import line_scale, number_words, ticks
from pipeline.render.charts.wording import fitted, folded


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0"), (1532.0, "1,532"), (4.25, "4.3"), (-2.0, "−2")]
)
def test_numbers_read_as_in_the_text(value, words):
    assert number_words(value) == words


def test_shares_round_half_up():
    assert number_words(0.125, share=True) == "13%"


@pytest.mark.parametrize(
    ("values", "why"),
    [([20.0, 60.0], "a long fall"), ([5.0, 6.0, 1.0], "small counts"), ([0.0], "nothing")],
)
def test_a_scale_begins_at_zero_unless_that_would_flatten_the_line(values, why):
    assert line_scale(values)[0] == 0, why


def test_a_ripple_on_a_large_number_stays_small():
    low, high = line_scale([1500.0, 1540.0])
    assert low > 0
    assert 40 / (high - low) < 0.15


@given(st.lists(st.floats(0, 10_000).map(round).map(float), min_size=1, max_size=20))
def test_every_point_is_on_the_scale_and_ticks_are_round(values):
    low, high = line_scale(values)
    assert low <= min(values)
    assert max(values) <= high
    marks = ticks(low, high)
    assert 1 <= len(marks) <= 6
    assert all(low <= mark <= high for mark in marks)
    assert all(float(mark).is_integer() for mark in marks)


def test_words_too_wide_end_in_an_ellipsis():
    with house_style():
        cut = fitted("Disabled Children and Complex Needs", 20, 8)
        assert cut.endswith("…")
        assert text_width(cut, 8) <= 20
        assert fitted("Oak", 20, 8) == "Oak"


def test_words_are_broken_between_words_into_lines_that_fit():
    with house_style():
        broken = folded("Disabled Children and Complex Needs", 30, 8, lines=3)
        assert broken.replace("\n", " ") == "Disabled Children and Complex Needs"
        assert all(text_width(line, 8) <= 30 for line in broken.split("\n"))


def test_one_long_word_is_cut_not_lost():
    with house_style():
        assert folded("Llanfairpwllgwyngyllgogerychwyrndrobwll", 20, 8).startswith("Llanf")


@pytest.mark.parametrize("most", [1, 2, 3, 9, 18, 35, 46, 47, 99, 460])
def test_bars_have_a_number_beside_zero(most):
    assert len(ticks(0, most * 1.08, 2)) >= 2


def test_where_a_scale_starts_is_a_number_that_it_shows():
    for top in range(20, 600):
        low, high = line_scale([top * 0.75, float(top)])
        assert ticks(low, high)[0] == low, top
