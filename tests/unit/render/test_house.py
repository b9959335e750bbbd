"""Colours that can be read, and style sheets that use only names the house has."""

import re

import pytest

from pipeline.render import house

OTHERS = {"accent", "accent-text"}


def unknown_names(css):
    """Return the custom properties that a style sheet uses and the house does not have."""
    return set(re.findall(r"var\(--([\w-]+)\)", css)) - set(house.TOKENS) - OTHERS


@pytest.mark.parametrize("sheet", ["house.css", "page.css"])
def test_style_sheets_use_only_names_the_house_has(sheet):
    assert unknown_names((house.HOUSE / sheet).read_text()) == set()


def test_an_unknown_name_in_a_style_sheet_is_caught():
    assert unknown_names("p { color: var(--inkk) }") == {"inkk"}


@pytest.mark.parametrize("ground", [house.WHITE, house.FAINT, house.UP, house.DOWN])
def test_text_can_be_read_on_every_ground(ground):
    assert house.contrast(house.INK, ground) >= 7
    assert house.contrast(house.SOFT, ground) >= 4.5


def test_contrast_is_that_of_the_standard():
    assert house.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert house.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_colour_too_light_to_read_is_not_used_for_text():
    assert house.text_colour("#FFDD00") == house.INK
    assert house.text_colour("#12436D") == "#12436D"


def test_words_on_a_fill_take_the_colour_that_can_be_read():
    assert house.on_fill("#12436D") == house.WHITE
    assert house.on_fill("#DCE6F0") == house.INK
