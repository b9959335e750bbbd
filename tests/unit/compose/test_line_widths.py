"""How wide words are, held against the letters that papers are printed with."""

import pytest
from fontTools.ttLib import TTFont

from pipeline.compose.first_page import BASIS, RULE
from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.line_widths import EMS, OTHERS, ems_of, lines_of
from pipeline.render.fonts import face_file

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?’“”()-%→"
SENTENCES = [RULE, BASIS, *(phrase.question for phrase in PHRASES.values())]


@pytest.fixture(scope="module")
def printed():
    """How wide words really are."""
    face = TTFont(face_file(400, "normal"))
    names, widths, height = face.getBestCmap(), face["hmtx"], face["head"].unitsPerEm
    return lambda words: sum(widths[names[ord(letter)]][0] for letter in words) / height


def test_no_letter_is_far_from_its_width(printed):
    far = {
        x: (EMS.get(x, OTHERS), printed(x))
        for x in LETTERS
        if abs(EMS.get(x, OTHERS) - printed(x)) > 0.09
    }
    assert far == {}


@pytest.mark.parametrize("words", SENTENCES, ids=lambda words: words[:20])
def test_sentences_are_as_wide_as_they_are_printed(printed, words):
    assert ems_of(words) == pytest.approx(printed(words), rel=0.03)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("", 1),
        ("nnnn", 1),
        ("nnnn nnnn", 1),
        ("nnnn nnnn nnnn", 2),
        ("nnnnnnnnnnnn", 1),
        ("n " * 20, 4),
    ],
)
def test_lines_break_between_words(words, lines):
    assert lines_of(words.strip(), 2 * 4 * OTHERS + EMS[" "]) == lines
