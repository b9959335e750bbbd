"""PDF: tagged, in our font alone, and it loads nothing."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from unit.render import sampler

from pipeline.model.content import Paragraph, Section
from pipeline.render import make
from pipeline.render.faults import AddressRefused, LettersMissing, RendererComplained
from pipeline.render.pdf.layout import lay_out

PAGE = '<html lang="en-GB"><head><title>T</title></head><body>{}</body></html>'
SVG = "data:image/svg+xml;base64,"


@pytest.fixture
def pdf(whole):
    with pikepdf.open(io.BytesIO(whole["pdf"])) as opened:
        yield opened


def fonts(opened):
    """Return the names of the fonts that a PDF embeds or asks for."""
    found = set()
    for obj in opened.objects:
        if isinstance(obj, pikepdf.Dictionary) and "/BaseFont" in obj:
            found.add(str(obj.BaseFont).split("+")[-1])
    return found


def elements(opened, role):
    """Return the structure elements of a role."""
    return [
        obj
        for obj in opened.objects
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == role
    ]


def test_only_the_house_font_is_embedded(pdf):
    assert fonts(pdf)
    assert all(re.match(r"/?Fira-Sans", name) for name in fonts(pdf))


def test_another_font_would_be_caught():
    made = lay_out(PAGE.format('<p style="font-family: monospace">Words</p>'))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert not all(re.match(r"/?Fira-Sans", name) for name in fonts(opened))


def test_it_is_marked_titled_and_in_english(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    with pdf.open_metadata() as data:
        assert "Everything a report can hold" in data["dc:title"]
        assert data["pdfuaid:part"] == "1"


def test_header_cells_say_what_they_head(pdf):
    scopes = [str(head.A.Scope) for head in elements(pdf, "/TH")]
    assert scopes.count("/Column") == 6 + 1 + 0
    assert "/Row" in scopes
    assert all(scope in {"/Column", "/Row"} for scope in scopes)


def test_every_figure_has_its_alternative_text(pdf):
    (chart,) = elements(pdf, "/Figure")
    assert str(chart.Alt) == sampler.CHARTS[0].alt


def test_it_carries_no_file_script_or_action(pdf):
    assert "/Names" not in pdf.Root or "/EmbeddedFiles" not in pdf.Root.Names
    assert "/OpenAction" not in pdf.Root


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="x" src="http://example.org/x.png">',
        '<img alt="x" src="file:///etc/hostname">',
        '<link rel="stylesheet" href="http://example.org/x.css">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<p style="background: url(http://example.org/x.png)">x</p>',
        "<style>@import url(http://example.org/x.css);</style>",
        '<img alt="x" src="data:text/html;base64,PGI+">',
    ],
)
def test_nothing_outside_the_document_is_loaded(body):
    with pytest.raises(AddressRefused) as refused:
        lay_out(PAGE.format(body))
    assert "example.org" not in str(refused.value)


def test_nothing_outside_a_picture_is_loaded():
    from base64 import b64encode

    inner = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<image href="http://example.org/x.png" width="9" height="9"/></svg>'
    )
    picture = SVG + b64encode(inner).decode()
    with pytest.raises(AddressRefused):
        lay_out(PAGE.format(f'<img alt="x" src="{picture}">'))


@pytest.mark.parametrize(
    "body",
    [
        "<style>p { colour: red }</style><p>x</p>",
        f'<img alt="x" src="{SVG}bm90IGEgcGljdHVyZQ==">',
        f'<img src="{SVG}PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=">',
    ],
)
def test_a_complaint_of_the_renderer_is_an_error(body):
    with pytest.raises(RendererComplained):
        lay_out(PAGE.format(body))


NO_LETTER = "\U000f1234"
"""A code point for private use: no font has it."""


def test_a_letter_that_no_font_has_is_told_from_other_complaints():
    with pytest.raises(LettersMissing) as caught:
        lay_out(PAGE.format(f"<p>{NO_LETTER}</p>"))
    assert caught.value.letters == {ord(NO_LETTER)}
    assert NO_LETTER not in str(caught.value)


def test_a_question_mark_stands_for_a_letter_that_no_font_has():
    words = Paragraph((f"Team {NO_LETTER} one",))
    made = make(sampler.content((Section("a", "A", (words,)),)), "pdf")
    with pypdfium2.PdfDocument(made) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Team ? one" in text


def test_a_letter_that_no_font_has_costs_no_chart_either():
    (first, *rest) = sampler.TRENDS.panels
    chart = replace(sampler.TRENDS, panels=(replace(first, message=(NO_LETTER,)), *rest))
    assert make(sampler.content((Section("a", "A", (chart,)),)), "pdf").startswith(b"%PDF")


def test_a_page_without_fault_is_laid_out():
    assert lay_out(PAGE.format("<p>x</p>")).startswith(b"%PDF")


def test_a_long_table_repeats_its_header_and_keeps_its_rows_whole():
    teams = [f"Team {n}" for n in range(40)]
    content = sampler.content((Section("a", "A", (sampler.data_table(teams),)),))
    with pikepdf.open(io.BytesIO(make(content, "pdf"))) as opened:
        assert len(opened.pages) > 1
        assert len(elements(opened, "/THead")) >= len(opened.pages)
