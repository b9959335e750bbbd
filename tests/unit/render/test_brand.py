"""The authority's logo and Word styles are in its documents, with words for who can't see them."""

import io
import zipfile
from dataclasses import replace

import docx
import pikepdf
import pytest
from docx.shared import RGBColor
from pictures import png
from unit.render import sampler

from pipeline.render import make
from pipeline.render.house import TEMPLATES
from pipeline.render.logo import logo_size

ALT = f"Logo of {sampler.small().authority}"


@pytest.fixture
def logo(tmp_path):
    (tmp_path / "logo.png").write_bytes(png(60, 20))
    return tmp_path / "logo.png"


def test_a_logo_keeps_its_shape():
    assert logo_size(png(60, 20)) == (27.0, 9.0)


def test_it_is_in_word_with_its_words(logo):
    made = make(replace(sampler.small(), logo=logo), "docx")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        held = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
        assert held.count(logo.read_bytes()) == 1
        assert f'descr="{ALT}"' in package.read("word/document.xml").decode()
        assert not any("logo" in name for name in package.namelist())


def test_it_is_in_print_and_on_the_page(logo):
    content = replace(sampler.small(), logo=logo)
    assert f'alt="{ALT}"' in make(content, "html").decode()
    with pikepdf.open(io.BytesIO(make(content, "pdf"))) as pdf:
        alts = [
            str(each.Alt)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert ALT in alts


def test_without_one_there_is_none():
    assert 'class="logo"' not in make(sampler.small(), "html").decode()


def test_the_styles_of_the_reference_document_are_used(tmp_path):
    own = docx.Document(str(TEMPLATES / "house/base.docx"))
    own.styles["Title"].font.color.rgb = RGBColor(0x80, 0x16, 0x50)
    own.sections[0].header.paragraphs[0].insert_paragraph_before("Ours")
    own.save(str(tmp_path / "own.docx"))
    made = make(replace(sampler.small(), reference=tmp_path / "own.docx"), "docx")
    found = docx.Document(io.BytesIO(made))
    assert found.styles["Title"].font.color.rgb == RGBColor(0x80, 0x16, 0x50)
    assert found.sections[0].header.paragraphs[0].text == "Ours"
    assert found.paragraphs[1].text == sampler.small().title
