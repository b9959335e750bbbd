"""The templates' environment: strict about names, and it escapes everything."""

import pytest
from jinja2 import UndefinedError
from unit.render.sampler import figure

from pipeline.render.environment import environment, is_not_supplied, said, shares
from pipeline.render.house import TEMPLATES


def test_words_are_escaped_and_line_breaks_stay():
    assert said(("Tom & Jerry\n<b>", figure("12"))) == "Tom &amp; Jerry<br>&lt;b&gt;12"


def test_whatever_a_template_prints_is_escaped():
    template = environment(TEMPLATES).from_string("{{ x }}")
    assert template.render(x="<script>") == "&lt;script&gt;"


def test_a_name_that_is_not_there_is_an_error():
    template = environment(TEMPLATES).from_string("{{ title }}")
    with pytest.raises(UndefinedError):
        template.render()


def test_templates_are_parsed_once():
    assert environment(TEMPLATES) is environment(TEMPLATES)


def test_widths_are_shares_of_their_sum():
    assert shares([1, 3]) == ["25.00%", "75.00%"]


def test_words_that_say_there_is_no_figure_are_known():
    assert is_not_supplied((figure("not supplied"),))
    assert not is_not_supplied(("not supplied by two teams",))
